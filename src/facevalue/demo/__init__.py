"""The main job on a real photograph, for somebody who has just arrived."""
