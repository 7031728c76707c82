"""From a look to pixels and files: assembled, photographed, exported."""

from __future__ import annotations

import numpy as np

from ...core.wish import Wish
from ..shelf import Shelf
from ..styles import Ask, Drawn, Told, part
from ..traits import Traits
from .assemble import GRADES, Assembly, assembled
from .box.layout import BoxLabel
from .figure import Look
from .render.run import render
from .render.scene import Scene
from .render.settings import Settings, settings
from .render.turn import turntable

MODELLED = 0.24
"""Share of a preview's work that is done when all is modelled."""

MOVING = frozenset({".webp", ".gif"})


def shoot(ask: Ask, traits: Traits, wish: Wish, pose: str, top_colour: str | None) -> Drawn:
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
    whole = assembled(look, label, GRADES[ask.quality], shelf, part(ask.told, 0.0, MODELLED))
    box = whole.box
    scene = Scene(whole.parts, box.film, box.extents, ask.seed, box.inside, whole.bare)
    pixels = render(scene, camera, told=part(ask.told, MODELLED, 1.0), cache=ask.cache)
    face = _face(whole, scene, camera)
    return Drawn(pixels, (face,), box.notes, lambda told: _extras(ask, whole, told))


def _world(ask: Ask) -> str | None:
    world = ask.by_hand.get("world")
    return None if world is None else str(world)


def _face(whole: Assembly, scene: Scene, camera: Settings) -> tuple[tuple[float, float], ...]:
    """Where the five points of the face are in the picture."""
    from .render.camera import projected

    points = projected(np.asarray(whole.face), scene.extents, camera)
    return tuple((float(x), float(y)) for x, y in points)


def _extras(ask: Ask, whole: Assembly, told: Told) -> dict[str, bytes]:
    """The further files that were asked for."""
    if not ask.endings:
        return {}
    from .export.stand import standing

    told("Making the further files", 0.0)
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

        frames = turntable(solo, told=told, cache=ask.cache)
        for ending in sorted(moving):
            made[ending] = animated(frames, 90, ending[1:])
    return made
