"""Reports for people: text for a terminal, one page for a browser."""
