"""The whole paths; the only floor where the rooms below meet."""
