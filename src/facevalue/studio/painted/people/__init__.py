"""People as a character designer draws them: tones, features, hair, clothes, lines."""
