"""Film: a painted background, and before it people with a character's face, lines and eyes."""

from __future__ import annotations

from typing import Any

from .. import grade, paper
from ..brush.gouache import gouache
from ..people.accents import accents
from ..people.calm import calm
from ..people.character import character
from ..people.figure import figure
from ..people.lines import lines
from ..scene.scene import Pixels, Scene
from ..touch import Touch

TOOTH = 0.5
"""How much of the paper's tooth is seen: painters of film work on smooth board."""


def paint(canvas: Any, scene: Scene, touch: Touch) -> None:
    """Paint people and background together, then draw lines and eyes over them."""
    bent = character(scene, touch)
    quiet = calm(bent, touch)
    colours = quiet if touch.like is not None else grade.film(quiet)
    gouache(canvas, colours, touch, touch.like is None)
    people = figure(quiet)
    if people is not None:
        lines(canvas, people, touch)
    accents(canvas, bent)


def finish(pixels: Pixels, place: tuple[int, int], scale: float, touch: Touch) -> Pixels:
    """A little of the paper's tooth."""
    return paper.toothed(pixels, place, scale, TOOTH, touch.seed)
