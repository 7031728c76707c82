"""A person's coarse traits out of a photo: numbers and names only, never a pixel."""
