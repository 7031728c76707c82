"""Words as outlines: fonts by script, shaping, writing order, and fitting into a space."""
