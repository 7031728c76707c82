"""The lights of the set, as for a product photograph: placed around the box, sized with it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .scene import Extents, Scene

HEIGHT = 8.4
"""Height that the table of lights was set up with, in units."""

Triple = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Light:
    """A glowing rectangle.

    ``at`` and ``towards`` are from the middle of the box's floor, in units of a box that is
    ``HEIGHT`` high; ``size`` is half its width and height; ``radiance`` is linear.
    """

    at: Triple
    towards: Triple
    size: tuple[float, float]
    radiance: Triple


def tinted(value: float, warm: float = 0.0) -> Triple:
    """Radiance of a lamp: white, or a little warmer (towards 1) or cooler (towards -1)."""
    return value * (1 + 0.08 * warm), value, value * (1 - 0.12 * warm)


LIGHTS = {
    "key": Light((-7.5, 10.5, 11.5), (0, 3.8, 0), (2.7, 2.7), tinted(25.0, 0.3)),
    "fill": Light((10.0, 5.5, 10.0), (0, 3.5, 0), (2.2, 4.4), tinted(3.4, -0.4)),
    "front": Light((0.5, 3.0, 22.0), (0, 3.5, 0), (5.0, 2.5), tinted(1.3)),
    "top": Light((1.0, 14.0, -1.0), (0, 0, -1.0), (5.0, 3.0), tinted(4.0)),
    "backdrop": Light((-15.0, 11.0, 1.0), (0, 6, -9.0), (2.6, 2.6), tinted(8.5)),
}
"""By what they do. Adding one is one line."""

INSIDE = {
    "ceiling": Light((0.5, 0.985, 0.84), (0.5, 0.0, 0.35), (0.40, 0.03), tinted(11.0, 0.2)),
    "left": Light((0.03, 0.5, 0.93), (0.35, 0.5, 0.2), (0.012, 0.42), tinted(9.0, 0.1)),
    "right": Light((0.97, 0.5, 0.93), (0.55, 0.5, 0.2), (0.012, 0.42), tinted(6.5, -0.3)),
}
"""Lamps behind the frame of the window, which hides them from the camera.

Places and sizes are shares of the space inside, counted from the left, the floor, the back;
``size`` are shares of its width and of its height.
"""

SKY: Triple = (0.27, 0.28, 0.30)
"""Light from everywhere: a white studio."""


def lights(scene: Scene) -> list[Light]:
    """All lamps of a scene, where they hang."""
    hung = [around(light, scene.extents) for light in LIGHTS.values()]
    if scene.inside is not None:
        hung += [within(light, scene.inside) for light in INSIDE.values()]
    return hung


def around(light: Light, extents: Extents) -> Light:
    """A light of the set around this box."""
    low, high = (np.asarray(corner, np.float64) for corner in extents)
    scale = float((high - low)[1]) / HEIGHT
    floor = np.array([(low[0] + high[0]) / 2, low[1], (low[2] + high[2]) / 2])
    return Light(
        _triple(floor + np.array(light.at) * scale),
        _triple(floor + np.array(light.towards) * scale),
        (light.size[0] * scale, light.size[1] * scale),
        light.radiance,
    )


def within(light: Light, inside: Extents) -> Light:
    """A lamp of the box in this one."""
    low, high = (np.asarray(corner, np.float64) for corner in inside)
    room = high - low
    return Light(
        _triple(low + np.array(light.at) * room),
        _triple(low + np.array(light.towards) * room),
        (float(light.size[0] * room[0]), float(light.size[1] * room[1])),
        light.radiance,
    )


def _triple(values: NDArray[np.float64]) -> Triple:
    x, y, z = (float(v) for v in values)
    return x, y, z
