"""The figure as a file for 3D viewers and for printers."""
