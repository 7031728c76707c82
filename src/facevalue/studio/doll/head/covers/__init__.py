"""Headwear, one kind a file."""
