"""Ink: pen and brush on warm paper, one diluted wash."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ..drawn.ink import ink
from ..people.character import hinted
from ..scene.scene import Scene
from ..touch import Touch


def paint(canvas: Any, scene: Scene, touch: Touch) -> None:
    """Draw people and place; eyes are as large as the bent face has them."""
    ink(canvas, hinted(scene, touch), replace(touch, likeness=1.0))
