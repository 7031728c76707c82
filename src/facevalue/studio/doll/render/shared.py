"""Light and guides of a scene, most of them from the bare scene that other pictures share.

A pixel near a thing or a word is traced in the whole scene, every other one in the bare scene,
whether or not its light was kept from an earlier picture: the picture is the same. Runs in the
rendering process; what is kept is read and written by the other one.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..parts import Floats
from .apart import apart
from .camera import View
from .scene import Scene
from .settings import Settings
from .stage import compiled, freed, stage
from .trace import Heard, Mask, traced

GUIDES = 16
"""Rays per pixel for colours and normals; they follow no light and cost little."""

BRIGHTEST = 60_000.0
"""More does not fit into what is kept."""


@dataclass(frozen=True, slots=True, eq=False)
class Kept:
    """The bare scene's ``layers`` (3 x height x width x 3) where ``there`` is true."""

    layers: NDArray[np.float16]
    there: Mask


Keep = Callable[[Kept], None]
"""Called with what the next picture can use."""


def gathered(
    scene: Scene, view: View, settings: Settings, heard: Heard, kept: Kept | None, keep: Keep
) -> Floats:
    """Layers of a scene; ``keep`` is called when there is more to keep than ``kept``."""
    if scene.bare is None or not compiled():
        return layers(stage(scene), view, settings, scene.seed, heard)
    near = apart(scene.things(), scene.bare.prints, view)
    kept = kept or _nothing(view)
    missing = ~near & ~kept.there
    done = float(missing.sum() / max((missing | near).sum(), 1))
    if missing.any():
        kept = _more(scene, view, settings, _part(heard, 0, done), kept, missing)
        keep(kept)
    if not near.any():
        return kept.layers.astype(np.float32)
    whole = layers(stage(scene, True), view, settings, scene.seed, _part(heard, done, 1), near)
    np.copyto(whole, kept.layers, where=~near[..., None])
    return whole


def layers(
    made: Any,
    view: View,
    settings: Settings,
    seed: int,
    heard: Heard = None,
    wanted: Mask | None = None,
) -> Floats:
    """Noisy light, colours and normals of a Mitsuba scene: 3 x height x width x 3."""
    import mitsuba as mi

    guides = mi.load_dict({"type": "aov", "aovs": "a:albedo,n:sh_normal"})
    answer = np.empty((3, view.height, view.width, 3), np.float32)
    seen = traced(made, view, guides, GUIDES, seed, wanted=wanted)
    answer[1], answer[2] = seen[..., :3], seen[..., 3:6]
    del seen
    paths = mi.load_dict({"type": "path", "max_depth": settings.depth, "rr_depth": 3})
    answer[0] = traced(made, view, paths, settings.samples, seed, heard, wanted)
    return answer


def _nothing(view: View) -> Kept:
    shape = (view.height, view.width)
    return Kept(np.zeros((3, *shape, 3), np.float16), np.zeros(shape, bool))


def _more(
    scene: Scene, view: View, settings: Settings, heard: Heard, had: Kept, missing: Mask
) -> Kept:
    """What was kept and, with it, the missing pixels of the bare scene."""
    made = layers(stage(scene.stripped(), True), view, settings, scene.seed, heard, missing)
    freed()
    known = had.layers.copy()
    np.copyto(known, np.minimum(made, BRIGHTEST, out=made), "same_kind", missing[..., None])
    return Kept(known, had.there | missing)


def _part(heard: Heard, start: float, end: float) -> Heard:
    """Progress of a part of the work as progress of the whole."""
    return heard and (lambda share: heard(start + (end - start) * share))
