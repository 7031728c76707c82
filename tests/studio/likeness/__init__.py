"""Tests of reading a person's traits."""
