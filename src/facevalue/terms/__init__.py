"""What services may do with what they are sent: facts with their sources, and texts read."""
