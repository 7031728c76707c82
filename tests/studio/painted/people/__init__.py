"""Tests of drawn people."""
