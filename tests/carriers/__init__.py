"""Photographs with a unique string planted in every carrier of metadata."""
