"""Detectors that look at pixels."""
