"""The usual colour spaces by their numbers, and minimal ICC profiles made from them.

Sources: IEC 61966-2-1 (sRGB), SMPTE EG 432-1 and RP 431-2 (P3), Adobe RGB (1998), ISO
22028-2 (ROMM), ITU-R BT.601, BT.709 and BT.2020, CIE 15 (L*); layout: ICC.1:2022.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from .icc_matrix import Matrix, Triple, applied, inverse, product, scaled, transposed

Point = tuple[float, float]

D50: Triple = (0.9642, 1.0, 0.8249)
"""The white of the profile connection space (ICC.1:2022, 7.2.16)."""

D65 = (0.3127, 0.3290)
D50_XY = (0.345704, 0.358540)
BRADFORD: Matrix = (
    (0.8951, 0.2664, -0.1614),
    (-0.7502, 1.7135, 0.0367),
    (0.0389, -0.0685, 1.0296),
)
"""Cone responses, for adaptation to D50 (ICC.1:2022, annex E)."""

GREY = "grey"

GAMUTS: dict[str, tuple[Point, Point, Point, Point]] = {
    "sRGB": ((0.64, 0.33), (0.30, 0.60), (0.15, 0.06), D65),
    "P3": ((0.68, 0.32), (0.265, 0.69), (0.15, 0.06), D65),
    "DCI-P3": ((0.68, 0.32), (0.265, 0.69), (0.15, 0.06), (0.314, 0.351)),
    "Adobe RGB": ((0.64, 0.33), (0.21, 0.71), (0.15, 0.06), D65),
    "Rec. 2020": ((0.708, 0.292), (0.170, 0.797), (0.131, 0.046), D65),
    "ProPhoto RGB": ((0.734699, 0.265301), (0.159597, 0.840403), (0.036598, 0.000105), D50_XY),
    "Apple RGB": ((0.625, 0.34), (0.28, 0.595), (0.155, 0.07), D65),
    "Generic RGB": ((0.63, 0.34), (0.295, 0.605), (0.155, 0.077), D65),
    "ColorMatch RGB": ((0.63, 0.34), (0.295, 0.605), (0.150, 0.075), D50_XY),
    "SMPTE-C": ((0.63, 0.34), (0.31, 0.595), (0.155, 0.07), D65),
    "PAL": ((0.64, 0.33), (0.29, 0.60), (0.15, 0.06), D65),
    "Wide Gamut RGB": ((0.735, 0.265), (0.115, 0.826), (0.157, 0.018), D50_XY),
    "eciRGB": ((0.67, 0.33), (0.21, 0.71), (0.14, 0.08), D50_XY),
}
"""Chromaticities (x, y) of red, green, blue and white."""

CURVES: dict[str, tuple[float, ...]] = {
    "sRGB": (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045),
    "gamma 2.2": (563 / 256,),
    "gamma 1.8": (461 / 256,),
    "linear": (1.0,),
    "gamma 2.4": (2.4,),
    "gamma 2.6": (2.6,),
    "BT.709": (1 / 0.45, 1 / 1.099, 0.099 / 1.099, 1 / 4.5, 0.081),
    "ROMM": (1.8, 1.0, 0.0, 1 / 16, 1 / 32),
    "L*": (3.0, 1 / 1.16, 0.16 / 1.16, 2700 / 24389, 0.08),
}
"""Transfer curves as ICC parameters: g; or g, a, b, c, d of function type 3."""

NAMES = {
    ("sRGB", "sRGB"): "sRGB",
    ("P3", "sRGB"): "Display P3",
    ("DCI-P3", "gamma 2.6"): "DCI-P3",
    ("Adobe RGB", "gamma 2.2"): "Adobe RGB (1998)",
    ("Rec. 2020", "BT.709"): "Rec. 2020",
    ("ProPhoto RGB", "gamma 1.8"): "ProPhoto RGB",
    ("ProPhoto RGB", "ROMM"): "ROMM RGB",
    ("Apple RGB", "gamma 1.8"): "Apple RGB",
    ("Generic RGB", "gamma 1.8"): "Generic RGB",
    ("ColorMatch RGB", "gamma 1.8"): "ColorMatch RGB",
    ("Wide Gamut RGB", "gamma 2.2"): "Wide Gamut RGB",
    ("eciRGB", "L*"): "eciRGB v2",
}
"""What people call the usual pairs; other pairs are called by their parts."""

CODES = {"sRGB": (1, 13), "Display P3": (12, 13), "Rec. 2020": (9, 14)}
"""Numbers of primaries and transfer in ITU-T H.273, for spaces that have them."""


@dataclass(frozen=True, slots=True)
class Space:
    """A usual space: a gamut of ``GAMUTS`` (or ``GREY``) and a curve of ``CURVES``."""

    gamut: str
    curve: str

    @property
    def name(self) -> str:
        """What people call it."""
        if self.gamut == GREY:
            return f"grey, {self.curve}"
        pair = (self.gamut, self.curve)
        return NAMES.get(pair, f"{self.gamut} primaries, {self.curve}")

    @property
    def plain(self) -> bool:
        """Whether a picture without a profile is shown just so."""
        return self.curve == "sRGB" and self.gamut in ("sRGB", GREY)


def every_space() -> tuple[Space, ...]:
    """All pairs of a gamut and a curve, and all greys."""
    return tuple(Space(gamut, curve) for gamut in (*GAMUTS, GREY) for curve in CURVES)


def curve_at(parameters: Sequence[float], x: float) -> float:
    """A curve of ``CURVES`` at x in 0..1."""
    if len(parameters) == 1:
        return float(x ** parameters[0])
    g, a, b, c, d = parameters
    return float((a * x + b) ** g) if x >= d else c * x


@cache
def colorants(gamut: str) -> Matrix:
    """XYZ of red, green and blue (one row each), adapted to D50."""
    red, green, blue, white = (_tristimulus(point) for point in GAMUTS[gamut])
    amounts = applied(inverse(transposed((red, green, blue))), white)
    native = scaled((red, green, blue), amounts)
    return transposed(product(adaptation(white), transposed(native)))


def adaptation(white: Triple) -> Matrix:
    """The Bradford matrix that takes colours seen under this white to D50."""
    before, after = applied(BRADFORD, white), applied(BRADFORD, D50)
    r, g, b = (new / old for new, old in zip(after, before, strict=True))
    return product(inverse(BRADFORD), scaled(BRADFORD, (r, g, b)))


def _tristimulus(point: Point) -> Triple:
    x, y = point
    return x / y, 1.0, (1 - x - y) / y


@cache
def generated(space: Space) -> bytes:
    """A minimal profile of version 4 for this space: the same bytes for everybody."""
    shape = _para(CURVES[space.curve])
    tags = [(b"wtpt", _xyz(D50))]
    if space.gamut == GREY:
        return assembled(b"mntr", b"GRAY", b"XYZ ", [*tags, (b"kTRC", shape)], space.name)
    white = _tristimulus(GAMUTS[space.gamut][3])
    rows = (_fixed(part) for row in adaptation(white) for part in row)
    tags.append((b"chad", b"sf32\0\0\0\0" + b"".join(rows)))
    for letter, colour in zip((b"r", b"g", b"b"), colorants(space.gamut), strict=True):
        tags += [(letter + b"XYZ", _xyz(colour)), (letter + b"TRC", shape)]
    return assembled(b"mntr", b"RGB ", b"XYZ ", tags, space.name)


def assembled(
    kind: bytes,
    space: bytes,
    connection: bytes,
    tags: Sequence[tuple[bytes, bytes]],
    name: str,
    *,
    version: int = 4,
    intent: int = 0,
) -> bytes:
    """A profile of these tags under a header without maker, model, creator, id or true date.

    ``kind``, ``space`` and ``connection`` are the signatures of the profile class, the
    colour space and the connection space. Equal tag data is stored once. The standard
    wants a copyright text: it is "CC0" for all.
    """
    old = version < 4
    texts = [
        (b"desc", (_desc if old else _mluc)(name)),
        (b"cprt", (_text if old else _mluc)("CC0")),
    ]
    every = [*texts, *tags]
    start = 132 + 12 * len(every)
    table, body, placed = struct.pack(">I", len(every)), bytearray(), dict[bytes, int]()
    for signature, data in every:
        if data not in placed:
            placed[data] = start + len(body)
            body += data + bytes(-len(data) % 4)
        table += signature + struct.pack(">II", placed[data], len(data))
    head = struct.pack(">I4xI", start + len(body), 0x02400000 if old else 0x04300000)
    head += kind + space + connection + struct.pack(">6H", 2000, 1, 1, 0, 0, 0) + b"acsp"
    head = head.ljust(64, b"\0") + struct.pack(">I", intent) + b"".join(map(_fixed, D50))
    return head.ljust(128, b"\0") + table + bytes(body)


def _fixed(value: float) -> bytes:
    return struct.pack(">i", round(value * 65536))


def _xyz(value: Triple) -> bytes:
    return b"XYZ \0\0\0\0" + b"".join(map(_fixed, value))


def _para(parameters: Sequence[float]) -> bytes:
    kind = 0 if len(parameters) == 1 else 3
    return b"para" + struct.pack(">IHH", 0, kind, 0) + b"".join(map(_fixed, parameters))


def _mluc(words: str) -> bytes:
    letters = words.encode("utf-16-be")
    return b"mluc" + struct.pack(">3I4s2I", 0, 1, 12, b"enUS", len(letters), 28) + letters


def _desc(words: str) -> bytes:
    letters = words.encode("ascii") + b"\0"
    return b"desc\0\0\0\0" + struct.pack(">I", len(letters)) + letters + bytes(78)


def _text(words: str) -> bytes:
    return b"text\0\0\0\0" + words.encode("ascii") + b"\0"
