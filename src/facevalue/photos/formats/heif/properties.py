"""The properties that showing a picture needs, written anew from their numbers alone.

Layouts: ISO/IEC 23008-12 (ispe, pixi, irot, imir, auxC, lsel), 14496-12 (colr, clap, pasp,
clli, mdcv, cclv), 14496-15 (hvcC), AV1-AVIF (av1C, a1op, a1lx).
"""

from __future__ import annotations

from ....core.errors import Broken
from ...carriers import icc
from ...carriers.bmff import Box, box, full, full_box, text
from ...view import View
from . import bitstream
from .model import ALPHA_URNS

PLAIN = {"irot": 1, "imir": 1, "pasp": 8, "clap": 32, "clli": 4, "mdcv": 24, "a1op": 1, "lsel": 2}
"""Properties of a fixed number of bytes, copied as they are (turns without spare bits)."""

MASKS = {"irot": 3, "imir": 1}
"""Bits that count in one-byte properties; the others could carry anything."""

KNOWN = frozenset({*PLAIN, "ispe", "pixi", "colr", "hvcC", "av1C", "auxC", "cclv", "a1lx"})
"""Everything that is written again; all else is left out, or refused when essential."""

REFUSED = frozenset({"iscl"})
"""Changes the picture and is not understood here, essential or not: scaling."""


def clean(prop: Box) -> tuple[bytes, str]:
    """A new property with the same meaning (empty bytes: none needed), and what was kept.

    The second names a colour profile or the turning in plain words, else it is empty.
    Raises Broken for a property that is damaged or not understood.
    """
    kind, body = prop.kind, prop.body
    if kind in MASKS:
        turn = body.u8(0) & MASKS[kind]
        return box(kind, bytes([turn])), "the orientation" if turn or kind == "imir" else ""
    if kind in PLAIN:
        return box(kind, body.take(0, PLAIN[kind])), ""
    if kind == "colr":
        return _colour(body)
    return _FULL[kind](prop), ""


def _colour(body: View) -> tuple[bytes, str]:
    """Colour numbers as they are, a profile only as far as it is harmless.

    A plain sRGB profile is left out and no numbers are written in its place: where a
    file has none, decoders take those inside the coded picture, and others in ``colr``
    would change the decoded pixels.
    """
    kind = body.take(0, 4)
    if kind == b"nclx":
        return box("colr", kind, body.take(4, 6), bytes([body.u8(10) & 0x80])), ""
    if kind not in (b"prof", b"rICC"):
        raise Broken("the picture's colours are described in an unknown way")
    safe = icc.harmless(body.sub(4).whole())
    if safe.profile is None:
        return b"", ""
    return box("colr", b"prof", safe.profile), safe.name


def _extent(prop: Box) -> bytes:
    _, _, body = full(prop)
    return full_box("ispe", 0, 0, body.take(0, 8))


def _depths(prop: Box) -> bytes:
    _, _, body = full(prop)
    return full_box("pixi", 0, 0, body.take(0, 1 + body.u8(0)))


def _auxiliary(prop: Box) -> bytes:
    urn, _ = text(prop.body, 4)
    if urn not in ALPHA_URNS:
        raise Broken("a part of the picture is of an unknown auxiliary kind")
    return full_box("auxC", 0, 0, urn.encode() + b"\0")


def _volume(prop: Box) -> bytes:
    """Content colour volume: one byte of flags says which numbers follow."""
    flags = prop.body.u8(0) & 0x3C
    count = 24 * (flags >> 5 & 1) + 4 * ((flags >> 4 & 1) + (flags >> 3 & 1) + (flags >> 2 & 1))
    return box("cclv", bytes([flags]), prop.body.take(1, count))


def _layers(prop: Box) -> bytes:
    """Sizes of three layers, of two or four bytes each."""
    large = prop.body.u8(0) & 1
    return box("a1lx", bytes([large]), prop.body.take(1, 12 if large else 6))


def _hevc(prop: Box) -> bytes:
    return box("hvcC", bitstream.hevc_config(prop.body.whole())[0].data)


def _av1(prop: Box) -> bytes:
    return box("av1C", bitstream.av1_config(prop.body.whole()).data)


_FULL = {
    "ispe": _extent,
    "pixi": _depths,
    "auxC": _auxiliary,
    "cclv": _volume,
    "a1lx": _layers,
    "hvcC": _hevc,
    "av1C": _av1,
}
