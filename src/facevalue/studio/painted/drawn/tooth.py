"""Paper: its colour, its tooth, and paints that catch on the tooth."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np
from scipy.ndimage import gaussian_filter

from ..canvas import Floats, image, skia

SIDE = 512
"""Side of the repeating piece of paper, in its own pixels."""

FINENESS = 2.0
"""Pixels of the paper's tooth by pixels of the working picture."""

Colour = tuple[int, int, int]


@cache
def tooth() -> Floats:
    """Heights of the paper, 0 (valley) to 1, SIDE x SIDE, evenly spread; it repeats.

    Band-limited noise, as the surface of drawing paper is measured to be (Curtis et al.,
    "Computer-Generated Watercolor", SIGGRAPH 1997, make theirs in the same way).
    """
    chance = np.random.default_rng(7)
    noise = chance.standard_normal((SIDE, SIDE))
    bands = [(0.8, 1.2), (1.5, 1.2), (3.5, 0.4)]
    height = np.zeros((SIDE, SIDE))
    for sigma, weight in bands:
        layer = gaussian_filter(noise, sigma, mode="wrap")
        height += weight * layer / layer.std()
        noise = noise[::-1].T
    ranks = height.ravel().argsort(kind="stable").argsort(kind="stable")
    answer: Floats = (ranks.reshape(SIDE, SIDE) / (SIDE * SIDE)).astype(np.float32)
    return answer


def dry(colour: Colour, alpha: float, pressure: float, soft: float = 1.3) -> Any:
    """The paint of a dry point (pencil, chalk) on the tooth.

    ``pressure`` (0..1) is the share of the paper that it reaches, from the tops down; ``soft``
    how gradually; ``alpha`` how dark it is where it takes.
    """
    library = skia()
    taken = ((tooth() - (1 - pressure)) / soft + 0.5).clip(0, 1) * alpha
    pixels = np.empty((SIDE, SIDE, 4), np.uint8)
    pixels[..., :3] = colour
    pixels[..., 3] = (255 * taken + 0.5).astype(np.uint8)
    return library.Paint(AntiAlias=True, Shader=_shader(pixels))


def smudged(canvas: Any, dark: Floats, colour: Colour) -> None:
    """A soft tone under the strokes, as from a finger: ``dark`` (height x width) is 0..1."""
    library = skia()
    pixels = np.empty((*dark.shape, 4), np.uint8)
    pixels[..., :3] = colour
    pixels[..., 3] = (255 * dark.clip(0, 1) + 0.5).astype(np.uint8)
    cubic = library.SamplingOptions(library.CubicResampler.Mitchell())
    box = library.Rect.MakeWH(dark.shape[1], dark.shape[0])
    canvas.drawImageRect(image(pixels), box, cubic)


def sheet(canvas: Any, colour: Colour, rough: float = 0.035) -> None:
    """Cover everything with paper; ``rough`` is how much its tooth shows, of white."""
    library = skia()
    canvas.drawColor(library.Color(*colour))
    relief = tooth() - np.roll(tooth(), (2, 2), (0, 1))
    pixels = np.zeros((SIDE, SIDE, 4), np.uint8)
    pixels[..., :3] = np.where(relief[..., None] > 0, 255, (70, 60, 50))
    shown = np.abs(gaussian_filter(relief, 0.7, mode="wrap"))
    pixels[..., 3] = (510 * rough * shown).clip(0, 255)
    canvas.drawPaint(library.Paint(Shader=_shader(pixels)))


def _shader(pixels: Any) -> Any:
    library = skia()
    repeat = library.TileMode.kRepeat
    return image(pixels).makeShader(
        repeat, repeat, library.SamplingOptions(library.FilterMode.kLinear),
        library.Matrix.Scale(1 / FINENESS, 1 / FINENESS),
    )  # fmt: skip
