"""What a doll needs to know of a person: a few coarse traits, never a pixel of the photo.

Every trait has a neutral value, which a doll without a photo gets. Colours are ``#rrggbb``, sRGB.
"""

from __future__ import annotations

from dataclasses import dataclass

HAIR = (
    "bald", "short", "side", "quiff", "pixie", "bob", "long", "wavy", "curly", "afro", "bun",
    "ponytail", "braids", "hijab", "turban", "cap", "beanie",
)  # fmt: skip
"""Kinds of hair; the last four cover it."""

COVERED = ("hijab", "turban", "cap", "beanie")
"""Kinds of hair that are headwear, in ``cover_colour``."""

BEARDS = ("none", "stubble", "moustache", "goatee", "short", "full", "long")
GLASSES = ("none", "round", "square", "cat", "aviator", "rimless", "sunglasses")
PATTERNS = ("plain", "stripes", "check", "dots")
AGES = ("child", "teen", "adult", "older")
"""Bands of how old a face looks: under 13, 13 to 19, 20 to 59, 60 and more."""


@dataclass(frozen=True, slots=True)
class Traits:
    """One person, coarsely; the defaults are the neutral choice.

    ``brows`` is thickness, 0.7..1.4; ``face_width`` 0.92..1.08 and ``jaw`` -0.6..1.0 are of
    the head's shape (1 and 0 are the neutral head); ``smile`` is 0 (closed, calm) to 1 (laughing).
    """

    skin: str = "#c98d68"
    hair: str = "short"
    hair_colour: str = "#3b2a20"
    cover_colour: str = "#4a6d8c"
    fringe: bool = False
    beard: str = "none"
    glasses: str = "none"
    glasses_colour: str = "#20242c"
    eyes: str = "#5b3f2a"
    brows: float = 1.0
    lashes: bool = False
    face_width: float = 1.0
    jaw: float = 0.0
    smile: float = 0.6
    freckles: bool = False
    top_colour: str = "#e9b44c"
    pattern: str = "plain"
    age: str = "adult"
