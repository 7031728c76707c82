"""Past the coded pixels at memory speed: where a scan ends, and whether it holds fill bytes.

ITU-T T.81, B.1.1.5: in coded pixels a byte FF is followed by 00, or by a restart marker
(FF D0 to FF D7) that belongs to them; FF before FF is fill (B.1.1.2); all else ends the scan.
FF before another byte than 00 is rare there, so that pairs are looked for many at once.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

FIRST, MOST = 1 << 12, 1 << 18
"""Bytes of the first look and of the longest: what fits a core's own cache is fastest."""


@dataclass(frozen=True, slots=True)
class Scan:
    """Where the next marker's FF stands (the file's end without one), and any fill before."""

    end: int
    filled: bool


def scan_from(untrusted: bytes, at: int) -> Scan:
    """The scan whose coded pixels begin at ``at``. Cost grows with its bytes alone."""
    import numpy as np

    every = np.frombuffer(untrusted, np.uint8)
    room = np.empty(min(MOST, len(untrusted)), np.bool_)
    filled, step = False, FIRST
    while at < len(untrusted) - 1:
        block = every[at : at + step + 1]
        pairs = np.equal(block[:-1], 0xFF, out=room[: len(block) - 1])
        ones = pairs.view(np.uint8)
        np.minimum(ones, block[1:], out=ones)  # and the second byte is not 0
        if pairs[pairs.argmax()]:
            place, fill = _first_marker(block, pairs)
            filled |= fill
            if place is not None:
                return Scan(at + place, filled)
        at, step = at + step, min(2 * step, MOST)
    return Scan(len(untrusted), filled)


def _first_marker(block: NDArray[np.uint8], pairs: NDArray[np.bool_]) -> tuple[int | None, bool]:
    """Where the first marker of a block stands, and whether fill stands before it."""
    import numpy as np

    places = np.flatnonzero(pairs)
    second = block[places + 1]
    ends = (second != 0xFF) & ((second < 0xD0) | (second > 0xD7))
    first = int(ends.argmax()) if ends.any() else None
    filled = bool((second[:first] == 0xFF).any())
    return (None if first is None else int(places[first])), filled
