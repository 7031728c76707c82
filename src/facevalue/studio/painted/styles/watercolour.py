"""Watercolour: washes on white paper."""

from __future__ import annotations

from typing import Any

from .. import paper
from ..brush.watercolour import watercolour
from ..drawn.sketch import sketched
from ..people.character import hinted
from ..scene.scene import Pixels, Scene
from ..touch import Touch


def paint(canvas: Any, scene: Scene, touch: Touch) -> None:
    """Paint everything, people too, over a pencil's few lines."""
    bent = hinted(scene, touch)
    watercolour(canvas, bent, touch)
    sketched(canvas, bent)


def finish(pixels: Pixels, place: tuple[int, int], scale: float, touch: Touch) -> Pixels:
    """Pigment settles in the hollows of the paper."""
    return paper.granulated(pixels, place, scale, seed=touch.seed)
