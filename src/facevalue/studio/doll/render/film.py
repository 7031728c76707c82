"""The clear film in the window, as a layer of reflections that is added in linear light.

Tracing light through a film is noisy and costs time; what one sees of a film is only what
it mirrors: soft lamps as thin streaks, bent a little by its waves. The streaks are worked
out per pixel from the film's place and normals, without any noise.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..parts import Floats, Mesh, Part
from .apart import apart
from .camera import View
from .scene import Scene
from .trace import Mask, traced

ROWS = 200
"""Rows that are worked out at once."""

SAMPLES = 16
"""Per pixel, for smooth edges of the film."""

LOSS = 0.05
"""Share of the light from behind that the film takes away."""

AWAY = 5.0
"""How far in front of the film the mirrored lamps hang, in units: nearer is less bent."""

GLOW = 0.04
"""Brightness of a mirrored surrounding, before the film's reflectance."""

REFLECTANCE = 0.075
"""Of a clear film seen straight on, both its sides together (Fresnel, index 1.49)."""


@dataclass(frozen=True, slots=True)
class Streak:
    """A mirrored lamp across the window.

    ``at`` is where its middle crosses mid-height, in widths of the film from its left edge;
    ``lean`` is how far it goes to the right over the whole height; ``width`` and ``soft``
    (the width of its right, fading edge) in the same unit; ``light`` is linear.
    """

    at: float
    lean: float
    width: float
    soft: float
    light: float


STREAKS = (
    Streak(0.000, 0.11, 0.040, 0.09, 1.25),
    Streak(0.085, 0.11, 0.008, 0.010, 1.1),
    Streak(0.640, 0.20, 0.018, 0.06, 0.7),
    Streak(0.975, 0.10, 0.014, 0.03, 1.8),
)
"""From left to right. The middle, where the face is, stays clear."""


def reflections(scene: Scene, view: View) -> tuple[Floats, Floats] | None:
    """Light to add (height x width x 1) and how much of a pixel is film (0..1), or None."""
    if scene.film is None:
        return None
    from . import stage, surfaces

    film = {"film": surfaces.film(scene.film, "film")}
    window = apart([], [scene.film], view)
    alone = _guides(stage.assembled(film), view, window, "position", "sh_normal", samples=4)
    hidden = {
        f"part{i}": surfaces.occluder(part.mesh, f"part{i}")
        for i, part in enumerate(in_front(scene.parts, scene.film))
    }
    seen = _guides(stage.assembled({**film, **hidden}), view, window, "albedo", samples=SAMPLES)
    share = np.clip(seen[..., :1], 0, 1)
    added = np.empty_like(share)
    for top in range(0, view.height, ROWS):  # in bands, which bounds the memory
        rows = slice(top, min(top + ROWS, view.height))
        place, normal = alone[rows, :, :3], alone[rows, :, 3:6]
        added[rows] = mirrored(place, normal, view.rays(rows), scene.film) * share[rows]
    return added, share


def in_front(parts: Sequence[Part], film: Mesh) -> list[Part]:
    """The parts that reach out in front of the film and may hide some of it."""
    behind = float(film.points[:, 2].min())
    return [part for part in parts if float(part.mesh.points[:, 2].max()) > behind]


def mirrored(position: Floats, normal: Floats, rays: Floats, film: Mesh) -> Floats:
    """What the film mirrors at points (... x 3) with normals, linear, ... x 1.

    ``rays`` are the unit directions in which the points are seen.
    """
    length = np.maximum(np.linalg.norm(normal, axis=-1, keepdims=True), 1e-6)
    normal = normal / length
    facing = (rays * normal).sum(-1, keepdims=True)
    bounced = rays - 2 * facing * normal
    reach = AWAY / np.maximum(np.abs(bounced[..., 2:]), 0.2)
    straight = rays * np.array([1, 1, -1], np.float32)
    bent = (bounced - straight) * reach  # only the waves move the streaks, not the camera
    low, high = film.bounds()
    across, up = (((position + bent)[..., i] - low[i]) / (high[i] - low[i]) for i in (0, 1))
    light = np.full(across.shape, GLOW, np.float32)
    for streak in STREAKS:
        light += _streak(streak, across, up)
    mirror = REFLECTANCE + (1 - REFLECTANCE) * (1 - np.clip(np.abs(facing), 0, 1)) ** 5
    answer: Floats = (light[..., None] * mirror).astype(np.float32)
    return answer


def over(light: Floats, layer: tuple[Floats, Floats] | None) -> Floats:
    """The light behind the film (height x width x 3) with its reflections on top."""
    if layer is None:
        return light
    added, share = layer
    answer: Floats = light * (1 - LOSS * share) + added
    return answer


def _streak(streak: Streak, across: Floats, up: Floats) -> Floats:
    """Brightness of one streak: a crisp left edge, a fading right one, weaker downwards."""
    x = across - streak.at - streak.lean * (up - 0.5)
    left = _smooth(x / 0.006 + 0.5)
    right = 1 - _smooth((x - streak.width) / streak.soft)
    fade = 0.35 + 0.65 * _smooth(up * 1.1)
    answer: Floats = np.float32(streak.light) * left * right * fade
    return answer


def _smooth(x: NDArray[np.floating]) -> Floats:
    clipped = np.clip(np.asarray(x, np.float32), 0, 1)
    answer: Floats = clipped * clipped * (3 - 2 * clipped)
    return answer


def _guides(scene: Any, view: View, window: Mask, *names: str, samples: int) -> Floats:
    """Averages of what rays hit in the window, without any light."""
    import mitsuba as mi

    listed = ",".join(f"a{i}:{name}" for i, name in enumerate(names))
    integrator = mi.load_dict({"type": "aov", "aovs": listed})
    return traced(scene, view, integrator, samples, 0, wanted=window)
