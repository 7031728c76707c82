"""A head alone, seen from several sides, cut out: what a doll cover is placed from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..parts import Floats, Material, Part, Piece, Pixels
from ..shapes.turned import lathe
from .camera import View
from .scene import Extents, Scene
from .settings import Settings

SAMPLES, DEPTH = 16, 4
"""Light paths for a pixel, and how often light bounces."""

DISTANCE = 9.0
"""The camera's distance from the head's middle, in units; a head is about 2.5 units high."""

HALF = 1.62
"""Half of what the picture shows at the head's middle, in units."""

LAMPS = ("key", "fill", "top")
"""Of the set's lights, those that are used; the front one would hang before the camera."""

EXPOSURE = 1.0

Pose = tuple[float, float]
"""Yaw (towards the picture's right) and pitch (down), degrees."""


def posed(
    scene: Scene, settings: Settings, poses: Sequence[Pose], roles: Sequence[int]
) -> NDArray[np.uint8]:
    """Pictures of the scene's parts turned so: poses x height x width x 6.

    Of a pixel: red, green, blue (straight), how much of it is covered, how much of that is
    skin, and hair. ``roles`` has 1 for each part that is skin, 2 for hair, else 0. Runs in the
    rendering process.
    """
    from .turn import grouped

    group = grouped(scene.parts)
    plain = grouped([_flat(part, role) for part, role in zip(scene.parts, roles, strict=True)])
    return np.stack([_one(scene, settings, pose, group, plain) for pose in poses])


def neck() -> Piece:
    """A longer neck than the doll's own, which stands in its collar."""
    line = [(0.0, -2.1), (0.52, -2.1), (0.40, -1.6), (0.36, -1.2), (0.36, -0.7), (0.0, -0.7)]
    return Piece("cover_neck", lathe(line, 64, 0.05), "collar")


def turn(pose: Pose) -> Floats:
    """The rotation of a pose."""
    from ..parts import rotation

    return rotation(0, pose[0], 0) @ rotation(pose[1], 0, 0)


def extents() -> Extents:
    """What the lamps are set up around."""
    return np.full(3, -HALF, np.float32), np.full(3, HALF, np.float32)


def _one(scene: Scene, settings: Settings, pose: Pose, group: Any, plain: Any) -> Pixels:
    from .denoise import denoised
    from .lights import LIGHTS, SKY, around
    from .shared import layers
    from .tone import developed

    fov = 2 * float(np.degrees(np.arctan(HALF / DISTANCE)))
    view = View(np.array([0, 0, DISTANCE]), np.zeros(3), fov, settings.width, settings.height)
    lamps = [around(LIGHTS[name], scene.extents) for name in LAMPS]
    noisy, albedo, normal = layers(_placed(group, pose, lamps), view, settings, scene.seed)
    cheap = replace(settings, samples=1, depth=2)
    which = layers(_placed(plain, pose, lamps), view, cheap, scene.seed)[1]
    there = which[..., 2].clip(0, 1)
    light = denoised(noisy, albedo, normal)
    own = light - (1 - there[..., None]) * np.array(SKY, np.float32)
    own = own.clip(0) / np.maximum(there, 0.02)[..., None]
    shown = developed(own.astype(np.float32), EXPOSURE)
    rest = np.stack([there, which[..., 0], which[..., 1]], -1)
    rest[..., 1:] /= np.maximum(there, 0.02)[..., None]
    return np.concatenate([shown, np.rint(rest.clip(0, 1) * 255).astype(np.uint8)], -1)


def _placed(group: Any, pose: Pose, lamps: Sequence[Any]) -> Any:
    import mitsuba as mi

    from .stage import assembled

    matrix = np.eye(4, dtype=np.float32)
    matrix[:3, :3] = turn(pose)
    head = mi.load_dict(
        {"type": "instance", "to_world": mi.ScalarTransform4f(matrix), "group": group}
    )
    return assembled({"group": group, "head": head}, lamps)


def _flat(part: Part, role: int) -> Part:
    """The part in a colour that says what it is: all have blue, skin red as well, hair green."""
    colour = {0: "#0000ff", 1: "#ff00ff", 2: "#00ffff"}[role]
    return Part(part.name, part.mesh, Material(colour, roughness=1.0, specular=0.0))


def busts(
    parts: Sequence[Part],
    poses: Sequence[Pose],
    roles: Sequence[int],
    side: int,
    cache: Path | None,
) -> NDArray[np.uint8]:
    """As ``posed``, ``side`` pixels wide and high, by a process of its own.

    Raises NoEngine as ``run.render`` does.
    """
    from .run import answered

    scene = Scene(list(parts), None, extents())
    more: dict[str, Any] = {"poses": [list(pose) for pose in poses], "roles": list(roles)}
    return answered(scene, Settings(side, side, SAMPLES, DEPTH), 0, None, cache, more)
