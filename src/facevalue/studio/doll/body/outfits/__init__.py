"""One file a family of outfits; the catalogue lists them."""
