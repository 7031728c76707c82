"""What is printed on the box, as SVG of our own; text is drawn as outlines."""
