"""What a photo gives away; detection knows nothing of action."""
