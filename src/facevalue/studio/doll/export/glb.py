"""The figure as a GLB for viewers in a browser, such as three.js."""

from __future__ import annotations

from collections.abc import Sequence

from ....core.errors import TooBig
from ....photos.frames import still
from ..parts import Part, Pixels
from .gltf import whole
from .reduce import compact, reduced
from .stand import standing

MOST_BYTES = 6_000_000

TOLERANCES = (0.0015, 0.003, 0.005, 0.008, 0.013, 0.02)
"""How far the surface may move, in units; the finest that fits the size is taken."""

SIDES = (1024, 768, 512)
"""Longest side of textures in pixels; smaller ones from the middle of the tolerances on."""


def glb(parts: Sequence[Part], most: int = MOST_BYTES) -> bytes:
    """The parts on their stand, y up, smaller than ``most`` bytes.

    Names in the file are numbers only. Raises TooBig when even the coarsest form is larger.
    """
    shown = standing(parts)
    for step, tolerance in enumerate(TOLERANCES):
        side = SIDES[min(step // 2, len(SIDES) - 1)]
        images: dict[int, bytes] = {}
        made = whole(
            (compact(reduced(part.mesh, tolerance)), part.material, _image(part, side, images))
            for part in shown
        )
        if len(made) <= most:
            return made
    raise TooBig(f"the figure's 3D file would be larger than {most} bytes")


def _image(part: Part, side: int, images: dict[int, bytes]) -> bytes | None:
    """The part's texture as JPEG; one that parts share is written by each, but encoded once."""
    texture: Pixels | None = part.material.texture
    if texture is None or part.mesh.uv is None:
        return None
    if id(texture) not in images:
        images[id(texture)] = still(texture, side)
    return images[id(texture)]
