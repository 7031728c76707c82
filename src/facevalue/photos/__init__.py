"""From a file to a Photo and to pixels, and back; the only folder that touches image bytes."""
