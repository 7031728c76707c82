"""What a style is asked for and what it gives: the one door to every picture of the studio."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from ..core.made import Guess
from ..core.places import Size
from ..core.roles import Named
from ..core.wish import Wish

Pixels = NDArray[np.uint8]

Told = Callable[[str, float], None]
"""Called with the stage in words and the share of the whole work that is done, 0..1."""


def silent(stage: str, share: float) -> None:
    """Progress that nobody watches."""


@dataclass(frozen=True, slots=True)
class Ask:
    """What somebody wants.

    ``pixels`` are an upright photo (height x width x 3, uint8, sRGB) or None; ``person`` is
    a number, the largest face being 1; ``by_hand`` are settings by name, of those that the
    style's ``settings`` lists; ``endings`` are further files wanted (``.glb``, ``.stl``,
    ``.webp``, ``.gif``); ``cache`` is a folder for shapes and kernels, None for a temporary
    one.
    """

    pixels: Pixels | None = field(default=None, repr=False)
    words: str = field(default="", repr=False)
    person: int | None = None
    by_hand: Mapping[str, object] = field(default_factory=dict, repr=False)
    seed: int = 0
    quality: str = "preview"
    aspect: str = "3:4"
    size: Size | None = None
    endings: frozenset[str] = frozenset()
    cache: Path | None = None
    told: Told = silent


@dataclass(frozen=True, slots=True)
class Drawn:
    """A picture with how it came about.

    ``pixels`` are height x width x 3; ``face`` is where the person's eyes, nose and corners
    of the mouth are in it (5 x (x, y), the left ones as seen first), empty when there is no
    face; ``source`` are the same five points in the photo.
    """

    pixels: Pixels = field(repr=False)
    wish: Wish
    guesses: tuple[Guess, ...] = ()
    notes: tuple[str, ...] = ()
    face: tuple[tuple[float, float], ...] = ()
    source: tuple[tuple[float, float], ...] = ()
    extras: dict[str, bytes] = field(default_factory=dict, repr=False)


class Style(Named, Protocol):
    """A way to make a picture."""

    @property
    def says(self) -> str:
        """One sentence for people: what comes out."""
        ...

    @property
    def settings(self) -> tuple[str, ...]:
        """Names of what can be set by hand."""
        ...

    @property
    def endings(self) -> frozenset[str]:
        """Further files it can give."""
        ...

    @property
    def neutral(self) -> Mapping[str, object]:
        """Settings that make the face less like the photo's, should it still be matched."""
        ...

    def make(self, ask: Ask) -> Drawn:
        """The picture. Raises BadChoice, Unwanted, NoEngine."""
        ...
