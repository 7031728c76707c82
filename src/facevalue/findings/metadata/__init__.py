"""Detectors that look at metadata fields."""
