"""What some bytes are, by how they begin; for second pictures found inside a file."""

from __future__ import annotations

_STARTS = (
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"GIF8", "image/gif"),
    (b"II*\0", "image/tiff"),
    (b"MM\0*", "image/tiff"),
    (b"BM", "image/bmp"),
    (b"%PDF", "application/pdf"),
    (b"PK\x03\x04", "application/zip"),
)
_BRANDS = {
    b"avif": "image/avif",
    b"avis": "image/avif",
    b"heic": "image/heic",
    b"heix": "image/heic",
    b"mif1": "image/heif",
    b"qt  ": "video/quicktime",
}


def media_type(untrusted: bytes) -> str:
    """The media type of the bytes, or an empty string when they are of no known type."""
    if untrusted[4:8] == b"ftyp":
        return _BRANDS.get(untrusted[8:12], "video/mp4")
    if untrusted[:4] == b"RIFF" and untrusted[8:12] == b"WEBP":
        return "image/webp"
    return next((kind for start, kind in _STARTS if untrusted.startswith(start)), "")


def described(untrusted: bytes) -> str:
    """Words for bytes that are not shown: how many they are, and of what type."""
    kind = media_type(untrusted) or "binary"
    return f"({kind}, {len(untrusted)} bytes)"
