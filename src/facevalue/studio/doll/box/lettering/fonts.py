"""Which font draws which letters. All are under the OFL; rows in assets.toml pin them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from .....engines import weights

if TYPE_CHECKING:
    import uharfbuzz

EM = 1000
"""Units an em is divided into."""


@dataclass(frozen=True, slots=True)
class Font:
    """A font file and how much larger it is set, so that capitals of all fonts look alike."""

    name: str
    grow: float = 1.0


LILITA = Font("lilita-one.ttf")
JUA = Font("jua.ttf")
CHINESE = Font("noto-sans-sc-900.ttf", 0.95)

EASTERN = (
    Font("mitr-500.ttf", 1.04),
    Font("noto-sans-armenian-700.ttf"),
    Font("noto-sans-georgian-700.ttf"),
)
"""Thai, Armenian and Georgian in small print."""

CHAINS = {
    "display": (
        LILITA,
        Font("baloo-2-800.ttf", 1.16),
        Font("fredoka-600.ttf"),
        Font("m-plus-rounded-1c-900.ttf", 0.97),
        Font("baloo-bhaijaan-2-800.ttf", 1.16),
        Font("mitr-700.ttf", 1.04),
        Font("noto-sans-armenian-900.ttf"),
        Font("noto-sans-georgian-900.ttf"),
        JUA,
        CHINESE,
    ),
    "label": (
        Font("fredoka-600.ttf"),
        Font("baloo-2-600.ttf", 1.16),
        Font("m-plus-rounded-1c-700.ttf", 0.95),
        Font("baloo-bhaijaan-2-600.ttf", 1.16),
        *EASTERN,
        JUA,
        CHINESE,
    ),
    "small": (
        Font("fredoka-500.ttf"),
        Font("baloo-2-600.ttf", 1.16),
        Font("m-plus-rounded-1c-700.ttf", 0.95),
        Font("baloo-bhaijaan-2-600.ttf", 1.16),
        *EASTERN,
        JUA,
        CHINESE,
    ),
}
"""For each use the fonts in the order in which they are tried."""


@cache
def opened(font: Font) -> uharfbuzz.Font:
    """The font, scaled to ``EM``. Raises NoEngine or BadAsset as ``weights.path`` does."""
    import uharfbuzz as hb

    made = hb.Font(hb.Face(hb.Blob.from_file_path(str(weights.path(font.name)))))
    made.scale = (EM, EM)
    return made


@cache
def covers(font: Font, character: str) -> bool:
    """Whether the font has a glyph of its own for a character."""
    return bool(opened(font).get_nominal_glyph(ord(character)))


def best(chain: str, letters: frozenset[str]) -> Font | None:
    """The first font that has all of these letters, so that a word is not a patchwork.

    None when no font of the chain has them all.
    """
    for font in CHAINS[chain]:
        if all(covers(font, letter) for letter in letters):
            return font
    return None
