"""Paper: its grain, pigment that settles in it, and the tooth under body colour.

Everything is a function of the place on the paper (in pixels of the working picture), so that
tiles of the finished picture meet without a seam and any size shows the same sheet.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Pixels = NDArray[np.uint8]
Box = tuple[int, int, int, int]

PERIOD = 384.0
"""After so many working pixels the sheet repeats (two sheets of unlike size are mixed)."""

TEXELS = 768
"""Side of a stored sheet."""


@lru_cache(maxsize=4)
def _sheet(seed: int) -> Floats:
    """A periodic height map of cold-pressed paper: TEXELS x TEXELS, deviation 1.

    Noise with two sizes of bumps and fine fibres, shaped in the frequency plane, where it is
    periodic of itself.
    """
    chance = np.random.default_rng([seed, *b"paper"])
    turn = np.abs(np.fft.fftfreq(TEXELS)) * TEXELS
    y, x = turn[:, None], turn[None, : TEXELS // 2 + 1]
    far = np.hypot(x, y)
    bumps = np.exp(-(((far - 95) / 55) ** 2)) + 0.35 * np.exp(-(((far - 20) / 14) ** 2))
    fibres = 0.25 * np.exp(-(((far - 190) / 90) ** 2))
    white = np.fft.rfft2(chance.standard_normal((TEXELS, TEXELS)))
    sheet = np.fft.irfft2(white * (bumps + fibres), s=(TEXELS, TEXELS))
    answer: Floats = (sheet / sheet.std()).astype(np.float32)
    return answer


def grain(box: Box, scale: float, seed: int = 0) -> Floats:
    """The paper's height at a tile: rows x columns, mean 0, deviation about 1.

    ``box`` is top, left, bottom, right in pixels of the finished picture, ``scale`` finished
    by working pixels; from near, what is too fine for a small picture shows too.
    """
    top, left, bottom, right = box
    y = (np.arange(top, bottom, dtype=np.float64) + 0.5) / scale
    x = (np.arange(left, right, dtype=np.float64) + 0.5) / scale
    sheet = _sheet(seed)
    first = _sampled(sheet, y, x, TEXELS / PERIOD)
    second = _sampled(sheet.T, y, x, TEXELS / PERIOD / 1.37)
    answer: Floats = (first * 0.8 + second * 0.6).astype(np.float32)
    close = np.float32(np.clip((scale - 1) / 3, 0, 1))
    if close > 0:
        answer += close * 0.7 * _sampled(sheet[::-1], y, x, TEXELS / PERIOD * 3.7)
    return answer


def _sampled(sheet: Floats, y: NDArray[np.float64], x: NDArray[np.float64], dense: float) -> Floats:
    """Values between texels (linear), rows times columns."""
    rows, columns = y * dense, x * dense
    top, left = np.floor(rows).astype(np.int64), np.floor(columns).astype(np.int64)
    down = (rows - top).astype(np.float32)[:, None]
    across = (columns - left).astype(np.float32)
    near = sheet.take(top % TEXELS, 0) * (1 - down) + sheet.take((top + 1) % TEXELS, 0) * down
    answer = near.take(left % TEXELS, 1) * (1 - across)
    answer += near.take((left + 1) % TEXELS, 1) * across
    return answer.astype(np.float32)


def granulated(
    pixels: Pixels, place: tuple[int, int], scale: float, amount: float = 1.0, seed: int = 0
) -> Pixels:
    """A watercolour's tile (rows x columns x 3, uint8) with pigment settled in the paper.

    Most where paint is of middle strength; white paper shows its bumps only faintly.
    ``place`` is the tile's top and left in the finished picture, ``scale`` as for ``grain``,
    ``amount`` the strength, 1 being ours.
    """
    height = grain(_box(pixels, place), scale, seed)
    light = pixels.max(2).astype(np.float32) / 255
    load = (4 * light * (1 - light)) * 0.8 + 0.12
    change = (height * np.float32(0.03 * amount)) * load
    return _lit(pixels, change)


def toothed(
    pixels: Pixels, place: tuple[int, int], scale: float, amount: float = 1.0, seed: int = 0
) -> Pixels:
    """A gouache tile with the paper's tooth under body colour; arguments as ``granulated``."""
    change = grain(_box(pixels, place), scale, seed) * np.float32(0.012 * amount)
    return _lit(pixels, change)


def _box(pixels: Pixels, place: tuple[int, int]) -> Box:
    return place[0], place[1], place[0] + pixels.shape[0], place[1] + pixels.shape[1]


def _lit(pixels: Pixels, change: Floats) -> Pixels:
    """Lighter or darker by a share (rows x columns), rounded without bias."""
    brighter = pixels * (1 + change[..., None])
    answer: Pixels = (brighter + np.float32(0.5)).clip(0, 255).astype(np.uint8)
    return answer
