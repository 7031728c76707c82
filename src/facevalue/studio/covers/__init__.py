"""Covers that draw a head over a head: a doll's, or a painted one. ``catalogue.py`` lists them."""
