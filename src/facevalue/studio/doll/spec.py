"""What changes a shape: each spec is hashable, so that a part is modelled once and kept.

Colours are not part of a spec; they come with the materials.
"""

from __future__ import annotations

from dataclasses import dataclass

POSES = ("relaxed", "wave", "hips", "cheer")
"""How a standing doll holds its arms."""

OUTFITS = (
    "tshirt", "shirt", "sweater", "hoodie", "blazer", "dress", "overalls", "sports",
    "scrubs", "labcoat", "chef", "uniform", "apron", "spacesuit",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class HeadSpec:
    """The head's shape; fields as in ``Traits``.

    ``under`` is the hair that shows below a cap or a beanie: "short", "long" or "none".
    """

    hair: str = "short"
    fringe: bool = False
    beard: str = "none"
    glasses: str = "none"
    brows: float = 1.0
    face_width: float = 1.0
    jaw: float = 0.0
    smile: float = 0.6
    age: str = "adult"
    lashes: bool = False
    under: str = "short"


@dataclass(frozen=True, slots=True)
class BodySpec:
    """The body's shape. ``holds`` closes the doll's left hand (the viewer's right) to grip."""

    outfit: str = "tshirt"
    pose: str = "relaxed"
    holds: bool = False
    seated: bool = False
    age: str = "adult"
