"""GoPro: keys with typed values in APP6 that name the camera and say where it was.

Layout and keys: GPMF introduction (gopro/gpmf-parser), ExifTool ``GoPro.pm``.
"""

from __future__ import annotations

from collections.abc import Iterator

from ....core.photo import Tag
from ....core.places import Field
from ... import limits
from ...carriers.wording import text, text_or_described
from ...view import View

NAMES = {
    "CASN": "CameraSerialNumber",
    "DVNM": "DeviceName",
    "FMWR": "FirmwareVersion",
    "GPS5": "GPS5",
    "GPSU": "GPSDateTime",
    "LINF": "LensSerialNumber",
    "MINF": "Model",
    "MUID": "MediaUniqueID",
}
HEAD = 8


def tags(bodies: list[bytes]) -> Iterator[Tag]:
    """Every key of the joined segments, nested ones too. Raises Broken."""
    waiting = [View(b"".join(body[6:] for body in bodies))]
    count = 0
    for view in waiting:  # grows while it is walked
        at = 0
        while at + HEAD <= len(view) and count < limits.ENTRIES:
            count += 1
            kind, size = view.u8(at + 4), view.u8(at + 5) * view.u16(at + 6)
            inner = view.sub(at + HEAD, size)
            if kind == 0 and len(waiting) < limits.NESTING:
                waiting.append(inner)
            elif size:
                yield _tag(view.take(at, 4), kind, inner)
            at += HEAD + (size + 3) // 4 * 4


def _tag(key: bytes, kind: int, view: View) -> Tag:
    word = key.decode("latin-1")
    name = NAMES.get(word, word if word.isprintable() else "0x" + key.hex())
    raw = view.whole()
    value = text(raw) if chr(kind) in "cUu" else text_or_described(raw)
    return Tag(Field(("GoPro", name)), value)
