"""The doll's head: shape, face, eyes, hair, headwear, beard and glasses."""
