"""Accessories: models in several materials, and a puffy charm of any icon for everything else."""
