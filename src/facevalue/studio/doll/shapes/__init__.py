"""Signed distances: how every part of the doll is modelled before it becomes triangles."""
