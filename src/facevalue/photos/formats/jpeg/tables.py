"""Whether a table segment holds its tables and nothing more: no decoder reads on after them.

Layout: ITU-T T.81 B.2.4. libjpeg refuses the same files.
"""

from __future__ import annotations

from ....core.errors import Broken
from .segments import DAC, DHT, DQT, DRI


def refuse_odd_table(marker: int, untrusted: bytes) -> None:
    """Raises Broken when the content is not exactly a row of whole tables."""
    at = 0
    while at < len(untrusted):
        at += _size(marker, untrusted, at)
    if at != len(untrusted) or not untrusted or (marker == DRI and at != 2):
        raise Broken(
            "a table of the JPEG does not fit its length; programs refuse such a file or "
            "read it each in their own way. Open it and save it anew"
        )


def _size(marker: int, untrusted: bytes, at: int) -> int:
    """Bytes of the table at ``at``: at least one."""
    if marker == DQT:
        return 129 if untrusted[at] >> 4 else 65
    if marker == DHT:
        return 17 + sum(untrusted[at + 1 : at + 17])
    return 2 if marker in (DAC, DRI) else 1
