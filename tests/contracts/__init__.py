"""What everything of one kind must hold, whoever wrote it."""
