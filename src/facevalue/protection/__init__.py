"""Less given away: each protector answers kinds of findings."""
