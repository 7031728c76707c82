"""What is photographed: parts, the window's film, and where the box stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..parts import Floats, Mesh, Part

Extents = tuple[Floats, Floats]
"""The lowest and the highest corner of something, 3 each."""


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """Parts with their surfaces, backdrop included.

    ``film`` is the clear film in the window, rendered as a layer of reflections; None has
    none. ``extents`` are what the camera frames and the lights are set up around. ``seed``
    chooses the light paths; the same scene, settings and seed give the same bytes.
    ``inside`` is the space behind the window: it gets lamps of its own below its ceiling.
    """

    parts: Sequence[Part]
    film: Mesh | None
    extents: Extents
    seed: int = 0
    inside: Extents | None = None
