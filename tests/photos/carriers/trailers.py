"""Builds trailers for tests: directories of FotoStation and AFCP, and pieces of all kinds."""

from __future__ import annotations

import struct

JPEG = b"\xff\xd8\xff\xe0\0\x10JFIF\0\1\1\0\0\1\0\1\0\0\xff\xda\0\x08\1\1\0\0\x3f\0pixels\xff\xd9"
PNG = b"\x89PNG\r\n\x1a\n" + bytes(20) + b"IEND\xaeB`\x82"
WEBP = b"RIFF\x0c\0\0\0WEBPVP8 \0\0\0\0"


def foto(*blocks: tuple[int, bytes]) -> bytes:
    """FotoStation's trailer: each block ends with its kind, its whole size and the mark."""
    ends = ((data, struct.pack(">HI", kind, len(data) + 10)) for kind, data in blocks)
    return b"".join(data + end + b"\xa1\xb2\xc3\xd4" for data, end in ends)


def afcp(*blocks: tuple[bytes, bytes], before: int = 0, mark: bytes = b"AXS!") -> bytes:
    """AFCP's trailer, its positions counted from ``before`` bytes in front of it."""
    sign = ">" if mark == b"AXS!" else "<"
    at, rows, body = before + 12 + 12 * len(blocks), b"", b""
    for name, data in blocks:
        rows += name + struct.pack(sign + "II", len(data), at + len(body))
        body += data
    head = mark + struct.pack(sign + "HHI", 0x0101, len(blocks), 0)
    return head + rows + body + mark + struct.pack(sign + "II", before, 0)
