"""How parts are modelled: signed distances that become triangles, and what is turned or swept."""
