"""JPEG, folder by folder: its parts, its fields, its second pictures, and the way out of them."""
