"""Mirrors the tools that do.py is made of."""
