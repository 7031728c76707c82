"""How a photo is understood before it is painted."""
