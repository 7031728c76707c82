"""The end of a compressed strip or tile, so that nothing that stands behind it is copied.

The streams are walked, not decoded to pixels. Sources: TIFF 6.0 sections 9 and 13,
RFC 1950, ITU-T T.6 and T.81.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

from ...core.errors import Broken

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Cut = Callable[[bytes, int], bytes]
CHUNK = 1 << 18
CLEAR, END = 256, 257
CODES = 3840
"""Most LZW codes between two resets: the table has 4096 places."""
_MARKER = re.compile(rb"\xff+[^\x00\xd0-\xd7\xff]")
_KEPT = {*range(0xC0, 0xD0), 0xDB, 0xDC, 0xDD} - {0xC8}
"""JPEG segments a decoder needs: frames, Huffman and quantisation tables, intervals, lines."""


def cut(compression: int, untrusted: bytes, expected: int) -> bytes:
    """The strip or tile without what stands behind its end; ``expected`` in decoded bytes.

    Raises Broken when the compression is not known or the end is not where it should be.
    """
    if compression not in _CUTS:
        raise Broken(
            f"the picture is compressed by method {compression}, whose strips cannot be "
            "checked for hidden parts; save it as JPEG, PNG or TIFF with another compression"
        )
    return _CUTS[compression](untrusted, expected)


def clean_jpeg(untrusted: bytes) -> bytes:
    """A JPEG stream with only the segments that a decoder needs. Raises Broken."""
    if untrusted[:2] != b"\xff\xd8":
        raise _bad("JPEG")
    out, at = bytearray(b"\xff\xd8"), 2
    while at < len(untrusted):
        found = _MARKER.match(untrusted, at)
        if not found:
            raise _bad("JPEG")
        marker, at = untrusted[found.end() - 1], found.end()
        if marker == 0xD9:
            return bytes(out + b"\xff\xd9")
        end = at + int.from_bytes(untrusted[at : at + 2], "big")
        if end < at + 2 or end > len(untrusted):
            raise _bad("JPEG")
        if marker == 0xDA:
            following = _MARKER.search(untrusted, end)
            end = following.start() if following else len(untrusted)
        if marker in _KEPT or marker == 0xDA or _adobe(marker, untrusted[at:end]):
            out += bytes((0xFF, marker)) + untrusted[at:end]
        at = end
    return bytes(out)


def _adobe(marker: int, segment: bytes) -> bool:
    """Adobe's segment says how colours are stored; only in its usual length."""
    return marker == 0xEE and len(segment) == 14 and segment[2:7] == b"Adobe"


def _plain(untrusted: bytes, expected: int) -> bytes:
    if len(untrusted) < expected:
        raise _bad("uncompressed")
    return untrusted[:expected]


def _jpeg(untrusted: bytes, _: int) -> bytes:
    return clean_jpeg(untrusted)


def _deflate(untrusted: bytes, expected: int) -> bytes:
    """Up to the end of the zlib stream; more pixels than the strip has rows are refused."""
    stream, made = zlib.decompressobj(), 0
    for at in range(0, len(untrusted), CHUNK):
        rest = untrusted[at : at + CHUNK]
        while rest and not stream.eof:
            made += _inflated(stream, rest)
            rest = stream.unconsumed_tail
            if made > expected:
                raise _bad("Deflate")
        if stream.eof:
            end = min(at + CHUNK, len(untrusted)) - len(stream.unused_data)
            return untrusted[:end]
    return untrusted


def _inflated(stream: zlib._Decompress, untrusted: bytes) -> int:
    try:
        return len(stream.decompress(untrusted, CHUNK))
    except zlib.error:
        raise _bad("Deflate") from None


def _packbits(untrusted: bytes, expected: int) -> bytes:
    """Up to the run that fills the strip."""
    at = made = 0
    while made < expected:
        if at >= len(untrusted):
            raise _bad("PackBits")
        head = untrusted[at]
        if head < 128:
            at, made = at + head + 2, made + head + 1
        elif head > 128:
            at, made = at + 2, made + 257 - head
        else:
            at += 1
    return untrusted[:at]


def _lzw(untrusted: bytes, _: int) -> bytes:
    """Up to the end code. The width of a code depends only on its place after a reset."""
    import numpy as np

    offsets, widths = _places()
    padded = np.frombuffer(untrusted + b"\0\0\0", np.uint8)
    size, bit = 8 * len(untrusted), 0
    while True:
        starts = offsets[: np.searchsorted(offsets + widths, size - bit, side="right")] + bit
        codes = _codes(padded, starts, widths[: len(starts)])
        stops = np.flatnonzero((codes == CLEAR) | (codes == END))
        if not len(stops):
            raise _bad("LZW")
        stop = int(stops[0])
        bit = int(starts[stop] + widths[stop])
        if codes[stop] == END:
            return untrusted[: (bit + 7) // 8]


@cache
def _places() -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Bit position and width of the n-th code after a reset: 9 bits, growing to 12."""
    import numpy as np

    free = 257 + np.maximum(np.arange(CODES), 1)
    widths = 9 + (free >= 511).astype(np.int64) + (free >= 1023) + (free >= 2047)
    return np.concatenate(([0], np.cumsum(widths)[:-1])), widths


def _codes(
    padded: NDArray[np.uint8], starts: NDArray[np.int64], widths: NDArray[np.int64]
) -> NDArray[np.int64]:
    """The codes at bit positions, highest bit first."""
    import numpy as np

    first = starts >> 3
    three = padded[first].astype(np.int64) << 16
    three |= padded[first + 1].astype(np.int64) << 8
    three |= padded[first + 2]
    codes: NDArray[np.int64] = (three >> (24 - (starts & 7) - widths)) & ((1 << widths) - 1)
    return codes


def _fax(untrusted: bytes, _: int) -> bytes:
    """Group 4 fax must end with its end mark, in either bit order, and nothing behind it."""
    last = untrusted[-6:].rstrip(b"\0") or b"\0"
    turned = bytes(int(f"{byte:08b}"[::-1], 2) for byte in last)
    for tail in (last, turned):
        bits = "".join(f"{byte:08b}" for byte in tail).rstrip("0")
        if bits.endswith("000000000001" * 2):
            return untrusted
    raise _bad("fax")


def _bad(method: str) -> Broken:
    return Broken(
        f"a part of the {method} picture does not end where it should, so data may be hidden "
        "in it; the picture has to be written anew from its pixels"
    )


_CUTS: dict[int, Cut] = {
    1: _plain,
    4: _fax,
    5: _lzw,
    7: _jpeg,
    8: _deflate,
    32773: _packbits,
    32946: _deflate,
}
