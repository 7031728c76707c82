"""Comparing faces: whether two independent recognisers take two pictures for one person."""
