"""What a photo shows: people, faces, sky, leaves, light, and how its lines run."""
