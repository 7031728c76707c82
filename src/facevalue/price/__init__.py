"""What a hand-over costs: findings become lines of a bill."""
