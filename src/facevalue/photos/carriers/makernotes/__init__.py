"""Maker notes: the private directories of camera makers, read as far as they parse."""
