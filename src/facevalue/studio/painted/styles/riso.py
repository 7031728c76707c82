"""Riso: three spot colours in screens that do not quite meet."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ..drawn.riso import riso
from ..people.character import hinted
from ..scene.scene import Scene
from ..touch import Touch


def paint(canvas: Any, scene: Scene, touch: Touch) -> None:
    """Draw people and place; eyes are as large as the bent face has them."""
    riso(canvas, hinted(scene, touch), replace(touch, likeness=1.0))
