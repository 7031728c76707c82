"""The image sequence of a HEIF file: how many pictures it has, and how large they are."""

from __future__ import annotations

from ....core.places import Size
from ...carriers.bmff import Level, inside
from .model import Heif


def frames(heif: Heif) -> int:
    """How many pictures the file's image sequence has; 1 for a still picture."""
    return max((_samples(track) for track in _tracks(heif) if _shows(track)), default=1) or 1


def size(heif: Heif) -> Size | None:
    """Width and height of the film's first picture track, from its track header."""
    for track in _tracks(heif):
        head = track.first("tkhd")
        if head and _shows(track) and len(head.body) >= 8:
            wide, high = head.body.u32(len(head.body) - 8), head.body.u32(len(head.body) - 4)
            if wide >> 16 and high >> 16:
                return Size(wide >> 16, high >> 16)
    return None


def _tracks(heif: Heif) -> tuple[Level, ...]:
    moov = heif.top.first("moov")
    return tuple(inside(track) for track in inside(moov).all("trak")) if moov else ()


def _shows(track: Level) -> bool:
    """Whether a track has pictures (image sequence or video), not sound or data."""
    mdia = track.first("mdia")
    hdlr = inside(mdia).first("hdlr") if mdia else None
    return hdlr is not None and hdlr.body.starts(8, b"pict")


def _samples(track: Level) -> int:
    level = track
    for kind in ("mdia", "minf", "stbl"):
        below = level.first(kind)
        if below is None:
            return 0
        level = inside(below)
    sizes = level.first("stsz") or level.first("stz2")
    return sizes.body.u32(8) if sizes and len(sizes.body) >= 12 else 0
