"""Learned models out of registry packages; nobody else opens a weight file."""
