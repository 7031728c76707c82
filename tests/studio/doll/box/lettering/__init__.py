"""Tests of the lettering."""
