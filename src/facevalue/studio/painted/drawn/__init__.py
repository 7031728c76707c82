"""Drawings: ink, pencil and print, made of vector lines and areas."""
