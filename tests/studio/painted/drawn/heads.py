"""A real head for the drawings to draw: small, with everything a scene has."""

from __future__ import annotations

from dataclasses import fields, replace
from functools import cache
from typing import Any

import numpy as np

from facevalue.studio.painted import canvas
from facevalue.studio.painted.scene.read import scene
from facevalue.studio.painted.scene.scene import Pixels, Scene
from facevalue.studio.painted.touch import Touch
from tests.photographs import astronaut

SIDE = 352


@cache
def head() -> Scene:
    """The astronaut's head, cut out of the understood picture."""
    whole = scene(astronaut())
    person = whole.people[0]
    top, left = (int(v) - SIDE // 2 for v in (person.mesh[1, 1], person.mesh[1, 0]))
    top, left = max(top, 0), max(left, 0)
    cut: dict[str, Any] = {}
    for one in fields(whole):
        value = getattr(whole, one.name)
        if isinstance(value, np.ndarray):
            cut[one.name] = value[top : top + SIDE, left : left + SIDE].copy()
    mesh = person.mesh - [left, top, 0]
    return replace(whole, **cut, people=(replace(person, mesh=mesh),))


def with_light(of: Scene, light: Any) -> Scene:
    """The scene with other lightness (CIELAB L*, height x width)."""
    lab = of.lab.copy()
    lab[..., 0] = light
    return replace(of, lab=lab)


def recorded(paint: Any, of: Scene, touch: Touch | None = None) -> Any:
    """The drawing of a scene."""
    chosen = touch or Touch()
    return canvas.recorded(of.width, of.height, lambda c: paint(c, of, chosen))


def painted(paint: Any, of: Scene, touch: Touch | None = None) -> Pixels:
    """The picture of a scene at the working size."""
    return canvas.played(recorded(paint, of, touch), 1.0, (0, 0, of.height, of.width))


def lightness(pixels: Pixels) -> Any:
    """0..1, height x width."""
    return pixels[..., :3].mean(-1) / 255
