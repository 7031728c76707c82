"""Gouache: everything in opaque strokes that one sees."""

from __future__ import annotations

from typing import Any

from .. import paper
from ..brush.gouache import gouache
from ..people.character import hinted
from ..scene.scene import Pixels, Scene
from ..touch import Touch


def paint(canvas: Any, scene: Scene, touch: Touch) -> None:
    """Paint everything, people too."""
    gouache(canvas, hinted(scene, touch), touch)


def finish(pixels: Pixels, place: tuple[int, int], scale: float, touch: Touch) -> Pixels:
    """The tooth of the paper shows through."""
    return paper.toothed(pixels, place, scale, seed=touch.seed)
