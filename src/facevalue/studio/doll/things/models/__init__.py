"""Modelled accessories, one file for a model or a small family."""
