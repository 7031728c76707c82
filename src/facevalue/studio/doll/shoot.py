"""From a look to pixels and files: assembled, photographed, exported."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from ...core.wish import Wish
from ..shelf import Shelf
from ..styles import Ask, Pixels, Told
from ..traits import Traits
from .assemble import GRADES, Assembly, assembled
from .box.layout import BoxLabel
from .figure import Look
from .render.run import render
from .render.scene import Scene
from .render.settings import Settings, settings
from .render.turn import turntable

MODELLED, RENDERED = 0.3, 0.95
"""Share of the work that is done when all is modelled, and when it is rendered; previews."""

MOVING = frozenset({".webp", ".gif"})
TURNED = 0.4
"""The share after rendering when a turntable follows, which takes longer than a preview."""


@dataclass(frozen=True, slots=True)
class Shot:
    """The picture, where the face is in it (5 x (x, y) pixels), and further files."""

    pixels: Pixels = field(repr=False)
    face: tuple[tuple[float, float], ...]
    notes: tuple[str, ...] = ()
    extras: dict[str, bytes] = field(default_factory=dict, repr=False)


def shoot(ask: Ask, traits: Traits, wish: Wish, pose: str, top_colour: str | None) -> Shot:
    """The doll's picture. Raises BadChoice for an unknown quality, aspect or world."""
    camera = settings(ask.quality, ask.aspect, ask.size)
    look = Look(traits, wish, pose, top_colour)
    shelf = Shelf(ask.cache / "shapes" if ask.cache else None)
    label = BoxLabel(
        wish.title,
        wish.subtitle,
        world=_world(ask),
        seed=ask.seed,
        held=int(wish.hold is not None),
    )
    whole = assembled(look, label, GRADES[ask.quality], shelf, part(ask.told, 0.1, MODELLED))
    box = whole.box
    scene = Scene(whole.parts, box.film, box.extents, ask.seed, box.inside)
    done = TURNED if ask.endings & MOVING else RENDERED
    pixels = render(scene, camera, told=part(ask.told, MODELLED, done), cache=ask.cache)
    extras = _extras(ask, whole)
    return Shot(pixels, _face(whole, scene, camera), whole.box.notes, extras)


def part(told: Told, start: float, end: float) -> Told:
    """Progress of a part of the work as progress of the whole."""
    return lambda stage, share: told(stage, start + (end - start) * share)


def _world(ask: Ask) -> str | None:
    world = ask.by_hand.get("world")
    return None if world is None else str(world)


def _face(whole: Assembly, scene: Scene, camera: Settings) -> tuple[tuple[float, float], ...]:
    """Where the five points of the face are in the picture."""
    from .render.camera import projected

    points = projected(np.asarray(whole.face), scene.extents, camera)
    return tuple((float(x), float(y)) for x, y in points)


def _extras(ask: Ask, whole: Assembly) -> dict[str, bytes]:
    """The further files that were asked for."""
    if not ask.endings:
        return {}
    from .export.stand import standing

    made: dict[str, bytes] = {}
    solo = standing(whole.solo.parts, whole.box.accent)
    if ".glb" in ask.endings:
        from .export.glb import glb

        made[".glb"] = glb(solo)
    if ".stl" in ask.endings:
        from .export.stl import stl

        made[".stl"] = stl(solo)
    moving = ask.endings & MOVING
    if moving:
        from ...photos.frames import animated

        told = part(ask.told, TURNED, RENDERED)
        frames = turntable(solo, told=told, cache=ask.cache)
        for ending in sorted(moving):
            made[ending] = animated(frames, 90, ending[1:])
    return made
