"""Tests of the learned models and their weights."""
