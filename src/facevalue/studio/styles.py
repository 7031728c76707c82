"""What a style is asked for and what it gives: the one door to every picture of the studio."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic, Protocol, TypeVar

import numpy as np
from numpy.typing import NDArray

from ..core.made import Guess
from ..core.places import Size
from ..core.roles import Named
from ..core.wish import Wish

Pixels = NDArray[np.uint8]

Plan = TypeVar("Plan")
"""What a style draws from; nobody else looks into it."""

Told = Callable[[str, float], None]
"""Called with the stage in words and the share of the whole work that is done, 0..1."""


def silent(stage: str, share: float) -> None:
    """Progress that nobody watches."""


def part(told: Told, start: float, end: float) -> Told:
    """Progress of a part of the work as progress of the whole."""
    return lambda stage, share: told(stage, start + (end - start) * share)


Landmarks = tuple[tuple[float, float], ...]
"""Eyes, nose and corners of the mouth, (x, y), the left ones as seen first."""

Further = Callable[[Told], dict[str, bytes]]
"""Makes the further files that were asked for, by their endings; hears of the progress."""


def nothing(_: Told) -> dict[str, bytes]:
    """No further files."""
    return {}


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
class Settled(Generic[Plan]):
    """What photo and words came to: all of them that a picture is drawn from.

    ``plan`` belongs to the style; ``sources`` has for everybody who is drawn the eyes, nose and
    corners of the mouth in the photo (5 x (x, y), the left ones as seen first), and is empty
    when there is no face; ``notes`` are sentences about what could not be read.
    """

    plan: Plan = field(repr=False)
    wish: Wish
    guesses: tuple[Guess, ...] = ()
    notes: tuple[str, ...] = ()
    sources: tuple[Landmarks, ...] = ()


@dataclass(frozen=True, slots=True)
class Drawn:
    """A picture.

    ``pixels`` are height x width x 3; ``faces`` is where the five points of every face are in
    it, as in ``Settled.sources``; ``further`` makes the further files of what the picture shows, so
    that a picture that does not stay costs none.
    """

    pixels: Pixels = field(repr=False)
    faces: tuple[Landmarks, ...] = ()
    notes: tuple[str, ...] = ()
    further: Further = field(default=nothing, repr=False)


class Style(Named, Protocol[Plan]):
    """A way to make a picture: read once, drawn as often as need be."""

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

    def read(self, ask: Ask) -> Settled[Plan]:
        """Look at the photo and read the words. Raises BadChoice, Unwanted, NoEngine."""
        ...

    def plainer(self, ask: Ask, settled: Settled[Plan]) -> Settled[Plan] | None:
        """The same with a face less like the photo's; None when that would change nothing."""
        ...

    def draw(self, ask: Ask, settled: Settled[Plan]) -> Drawn:
        """The picture. Raises BadChoice, NoEngine."""
        ...
