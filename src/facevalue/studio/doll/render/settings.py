"""How large and how fine a picture is rendered: qualities and aspects by name."""

from __future__ import annotations

from dataclasses import dataclass

from ....core.errors import BadChoice, Unknown
from ....core.places import Size

SIDE = 4096
"""No picture is rendered wider or higher than this many pixels."""


@dataclass(frozen=True, slots=True)
class Quality:
    """``longest`` side in pixels at 3:4, and ``samples`` (light paths) per pixel."""

    longest: int
    samples: int


QUALITIES = {
    "preview": Quality(640, 8),
    "full": Quality(1365, 16),
    "poster": Quality(2400, 16),
}
"""By name. Samples are powers of two: Dr.Jit hands its threads blocks of a power of two of light
paths, so the paths of one pixel stay in one block and are added in the same order every time.
With 9 or 25, a dozen pixels differ by one step from run to run."""

ASPECTS = {"3:4": (3, 4), "1:1": (1, 1), "9:16": (9, 16), "16:9": (16, 9)}
"""Width to height, by name."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Width and height in pixels, ``samples`` per pixel, ``depth`` bounces of light at most."""

    width: int
    height: int
    samples: int
    depth: int = 7


def settings(quality: str = "preview", aspect: str = "3:4", size: Size | None = None) -> Settings:
    """The settings of a quality and an aspect; a ``size`` in pixels takes the aspect's place.

    Pictures of one quality have about the same number of pixels in every aspect. Raises
    Unknown for a name that is not in the tables, BadChoice for a size out of reason.
    """
    if quality not in QUALITIES:
        raise Unknown("quality", quality, list(QUALITIES))
    grade = QUALITIES[quality]
    width, height = (size.width, size.height) if size else _sides(grade, aspect)
    if not (64 <= width <= SIDE and 64 <= height <= SIDE):
        raise BadChoice(f"a picture has 64 to {SIDE} pixels a side, not {width} x {height}")
    return Settings(width, height, grade.samples)


def _sides(grade: Quality, aspect: str) -> tuple[int, int]:
    if aspect not in ASPECTS:
        raise Unknown("aspect", aspect, list(ASPECTS))
    wide, high = ASPECTS[aspect]
    if aspect == "3:4":
        return round(grade.longest * 0.75), grade.longest
    unit = (grade.longest**2 * 0.75 / (wide * high)) ** 0.5
    return round(unit * wide / 2) * 2, round(unit * high / 2) * 2
