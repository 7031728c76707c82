"""The figure alone, turned once round in small frames."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..export.stand import standing
from ..parts import Material, Mesh, Part, Pixels
from .camera import View
from .scene import Extents, Scene
from .settings import Settings

Told = Callable[[str, float], None]

SMALL = Settings(360, 480, 4, 5)
"""Size and fineness of a frame."""

ROOM = 1.08
"""Free space around the figure, as a factor of its size."""

DISTANCE = 3.4
"""The camera's, in heights of the figure."""

BACKDROP = "#dfe4e8"

LAMPS = ("key", "fill", "top", "backdrop")
"""Of the set's lights, those that are used; every one costs time."""


def turntable(
    parts: Sequence[Part],
    settings: Settings = SMALL,
    frames: int = 24,
    told: Told | None = None,
    cache: Path | None = None,
) -> list[Pixels]:
    """Parts on a stand, turned once round: frames of height x width x 3, uint8, sRGB.

    They turn about the y axis. The figure faces the camera in the first frame. Raises NoEngine
    as ``run.render`` does.
    """
    from .run import turning

    shown = standing(parts)
    low = np.min([part.mesh.bounds()[0] for part in shown], 0)
    high = np.max([part.mesh.bounds()[1] for part in shown], 0)
    return list(turning(Scene(shown, None, (low, high)), settings, frames, told, cache))


def turned(scene: Scene, settings: Settings, frames: int, told: Told) -> NDArray[np.uint8]:
    """All frames, frames x height x width x 3. Runs in the rendering process.

    The shapes are built once and only placed anew in each frame; camera and lights stay.
    """
    from .picture import EXPOSURE, light
    from .tone import developed

    view = seen(scene.extents, settings)
    group, still = grouped(scene.parts), _still(scene.extents)
    made = []
    for frame in range(frames):
        told("Turning", frame / frames)
        shown = _placed(group, still, 360 * frame / frames, scene.extents)
        clean = light(shown, view, settings, scene.seed)
        made.append(developed(clean, EXPOSURE))
    return np.stack(made)


def seen(extents: Extents, settings: Settings) -> View:
    """The view from the front that has room for the figure at every angle."""
    low, high = (np.asarray(corner, np.float64) for corner in extents)
    height = float(high[1] - low[1])
    middle = np.array([0.0, (low[1] + high[1]) / 2, 0.0])
    reach = float(np.abs([low[0], high[0], low[2], high[2]]).max())
    away = height * DISTANCE
    half = max(height / 2, reach * settings.height / settings.width) * ROOM
    fov = 2 * float(np.degrees(np.arctan(half / (away - reach))))
    origin = middle + np.array([0, 0.12 * height, away])
    return View(origin, middle, fov, settings.width, settings.height)


def backdrop(floor: float, far: float) -> Mesh:
    """A floor at that height that curves up into a wall ``far`` units behind the middle."""
    bend = np.linspace(0, np.pi / 2, 20)
    z = np.concatenate([[6 * far], -far + far * 0.5 * (1 - np.sin(bend)), [-far]])
    y = floor + np.concatenate([[0], far * 0.5 * (1 - np.cos(bend)), [8 * far]])
    slope = np.concatenate([[0], bend, [np.pi / 2]])
    count = len(z)
    points = np.stack([np.repeat([-8 * far, 8 * far], count), np.tile(y, 2), np.tile(z, 2)], 1)
    normals = np.tile(np.stack([np.zeros(count), np.cos(slope), np.sin(slope)], 1), (2, 1))
    i = np.arange(count - 1)
    first = np.stack([i, i + count, i + count + 1], 1)
    faces = np.concatenate([first, np.stack([i, i + count + 1, i + 1], 1)])
    return Mesh(points.astype(np.float32), faces.astype(np.int32), normals.astype(np.float32))


def grouped(parts: Sequence[Part]) -> Any:
    """Shapes that are built once and can be placed often."""
    import mitsuba as mi

    from .surfaces import Paints, shape

    paints = Paints()
    shapes = {f"part{i}": shape(part, f"part{i}", paints) for i, part in enumerate(parts)}
    return mi.load_dict({"type": "shapegroup", **shapes})


def _still(extents: Extents) -> Any:
    from .surfaces import shape

    low, high = extents
    far = float(high[1] - low[1]) * 1.6
    return shape(
        Part("floor", backdrop(float(low[1]), far), Material(BACKDROP, None, 0.7)), "floor"
    )


def _placed(group: Any, still: Any, angle: float, extents: Extents) -> Any:
    import mitsuba as mi

    from .lights import LIGHTS, around
    from .stage import assembled

    turn = mi.ScalarTransform4f().rotate([0, 1, 0], angle)
    figure = mi.load_dict({"type": "instance", "to_world": turn, "group": group})
    lamps = [around(LIGHTS[name], extents) for name in LAMPS]
    return assembled({"group": group, "figure": figure, "floor": still}, lamps)
