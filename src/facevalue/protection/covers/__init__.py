"""Ways to cover a head; ``catalogue.py`` is the list."""
