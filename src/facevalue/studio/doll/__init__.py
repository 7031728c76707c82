"""A collectible figure in a toy box: modelled, lit like a product, path-traced."""
