"""What words give away: who says them, and what their life is like."""
