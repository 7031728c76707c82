"""Builds the contents of application segments that makers invented, for tests."""

from __future__ import annotations

import struct
from collections.abc import Sequence

from ..carriers.exif_blocks import Entry, directory, header


def heap(sign: str, records: Sequence[tuple[int, bytes]]) -> bytes:
    """A CIFF heap: values, then the directory, then where that stands."""
    body, rows = b"", b""
    for number, data in records:
        if number & 0x4000:
            rows += struct.pack(sign + "H8s", number, data)
        else:
            rows += struct.pack(sign + "HII", number, len(data), len(body))
            body += data
    return body + struct.pack(sign + "H", len(records)) + rows + struct.pack(sign + "I", len(body))


def ciff(order: str, *records: tuple[int, bytes]) -> bytes:
    """A CIFF block in the byte order II or MM."""
    sign = "<" if order == "II" else ">"
    return order.encode() + struct.pack(sign + "I", 14) + b"HEAPJPGM" + heap(sign, records)


def flir(*records: tuple[int, bytes], sign: str = ">") -> bytes:
    """A FLIR block: head, directory, contents."""
    at, rows, body = 64 + 32 * len(records), b"", b""
    for kind, data in records:
        rows += struct.pack(sign + "HHIIII12x", kind, 0, 100, 0, at + len(body), len(data))
        body += data
    head = b"FFF\0" + b"ATAU".ljust(16, b"\0") + struct.pack(sign + "III", 101, 64, len(records))
    return head.ljust(64, b"\0") + rows + body


def flir_parts(block: bytes, size: int) -> list[bytes]:
    """The block spread over the contents of several segments."""
    pieces = [block[at : at + size] for at in range(0, len(block), size)]
    last = len(pieces) - 1
    return [b"FLIR\0\1" + bytes((at, last)) + piece for at, piece in enumerate(pieces)]


def flashpix_list(*names: tuple[str, int], rest: bytes = b"") -> bytes:
    """FlashPix's list of contents: names and sizes; the size -1 is a storage."""
    body = b"FPXR\0\0\1" + struct.pack(">H", len(names))
    for name, size in names:
        body += struct.pack(">iB", size, 0) + name.encode("utf-16-le") + b"\0\0"
        body += b"\7" * 16 if size < 0 else b""
    return body + rest


def flashpix_data(stream: int, data: bytes, at: int = 0) -> bytes:
    """A piece of a FlashPix stream."""
    return b"FPXR\0\0\2" + struct.pack(">HI", stream, at) + data


def gpmf(key: bytes, kind: bytes, data: bytes, size: int = 1) -> bytes:
    """A GoPro key with its value; the kind NUL holds others."""
    head = key + kind + bytes((size,)) + struct.pack(">H", len(data) // size)
    return head + data + bytes(-len(data) % 4)


def kodak(order: str, *entries: Entry) -> bytes:
    """Kodak's Meta segment."""
    return b"Meta\0\0" + header(order) + directory(order, entries, 8)
