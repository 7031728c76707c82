"""The same flows over many photos."""
