"""What is photographed: parts, the window's film, and where the box stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from ..parts import Floats, Material, Mesh, Part

Extents = tuple[Floats, Floats]
"""The lowest and the highest corner of something, 3 each."""


@dataclass(frozen=True, slots=True, eq=False)
class Bare:
    """What the scene is without things and words, as other pictures of the person share it.

    ``without`` are the numbers of the parts that are left out; ``surfaces`` are the materials,
    by the number of a part, that take the place of printed ones; ``prints`` cover what is
    different in these.
    """

    without: Sequence[int] = ()
    surfaces: Mapping[int, Material] = field(default_factory=dict)
    prints: Sequence[Mesh] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """Parts with their surfaces, backdrop included.

    ``film`` is the clear film in the window, rendered as a layer of reflections; None has
    none. ``extents`` are what the camera frames and the lights are set up around. ``seed``
    chooses the light paths; the same scene, settings and seed give the same bytes.
    ``inside`` is the space behind the window: it gets lamps of its own below its ceiling.
    With ``bare``, what is far from things and words in the picture is taken from the bare scene.
    """

    parts: Sequence[Part]
    film: Mesh | None
    extents: Extents
    seed: int = 0
    inside: Extents | None = None
    bare: Bare | None = None

    def stripped(self) -> Scene:
        """The bare scene, alone."""
        bare = self.bare or Bare()
        parts = [
            replace(part, material=bare.surfaces.get(index, part.material))
            for index, part in enumerate(self.parts)
            if index not in set(bare.without)
        ]
        return replace(self, parts=parts, bare=None)

    def things(self) -> list[Mesh]:
        """All that the bare scene does not have."""
        return [self.parts[index].mesh for index in self.bare.without] if self.bare else []
