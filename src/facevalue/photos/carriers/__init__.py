"""Blocks of metadata that several formats carry: Exif, XMP, IPTC, ICC, C2PA, trailers."""
