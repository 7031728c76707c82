"""Where the fine brush belongs: on the outlines of things, not in every pebble and leaf."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ..scene.scene import Scene

Floats = NDArray[np.float32]

GENTLE, STEEP = 0.02, 0.06
"""Slope of lightness (OKLab by pixel) from which a place is an edge, and wholly one."""

FEW, MANY = 0.3, 0.65
"""Share of edges round a place from which it counts as texture, and wholly so."""

NEAR = 2.5
"""How far (pixels) from the edges of larger things texture is drawn out."""

SOME = 0.2
"""How much of a texture away from such edges is drawn out."""


def steep(lab: Floats) -> Floats:
    """Where edges of a picture (OKLab) are, and the pixels beside them: 0..1."""
    from scipy.ndimage import maximum_filter

    down, across = np.gradient(lab[..., 0])
    slope = np.hypot(down, across)
    answer: Floats = maximum_filter(((slope - GENTLE) / (STEEP - GENTLE)).clip(0, 1), 3)
    return answer


def drawn(scene: Scene, edges: Floats, large: Floats) -> Floats:
    """How much of the fine detail is drawn out at each pixel, 0..1.

    All of it on people and where edges are few; in textures along the edges of larger things,
    and much of what runs in lines (fur, whiskers, grass), but not pebbles. ``edges`` is 0..1,
    ``large`` the distance to a larger thing's edge, pixels.
    """
    from scipy.ndimage import gaussian_filter

    lines = ((gaussian_filter(scene.order, 2.0) - 0.65) / 0.25).clip(0, 1)
    dense = gaussian_filter(edges[::4, ::4], 6.0).repeat(4, 0).repeat(4, 1)
    texture = ((dense[: edges.shape[0], : edges.shape[1]] - FEW) / (MANY - FEW)).clip(0, 1)
    outline = np.exp(-((large / NEAR) ** 2))
    answer: Floats = np.maximum(1 - (1 - SOME - 0.6 * lines) * texture, outline)
    return np.maximum(answer, scene.person).astype(np.float32)
