"""Kinds of hair, one family a file; the catalogue says which function makes which."""
