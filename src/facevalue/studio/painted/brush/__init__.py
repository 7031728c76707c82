"""Brush strokes: where they are laid, and how a brush leaves paint."""
