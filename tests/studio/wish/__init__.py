"""Tests of the wish."""
