"""One file or folder per image format; ``catalogue.py`` is the list."""
