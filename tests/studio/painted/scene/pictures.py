"""Pictures drawn by code for the tests: landscapes, rooms, and people put together."""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray

from facevalue.studio.painted.scene.cues import Cues, cues
from facevalue.studio.painted.scene.read import scene
from facevalue.studio.painted.scene.scene import Scene
from tests.photographs import astronaut

Pixels = NDArray[np.uint8]
Floats = NDArray[np.float32]

HEIGHT, WIDTH = 240, 320

SKY, SEA, SAND = (110, 160, 225), (40, 90, 130), (205, 185, 140)
LEAVES, WALL, DUSK = (70, 120, 40), (214, 205, 196), (34, 40, 78)


def noise(strength: float, seed: int = 1) -> Floats:
    """Grain of a deviation, HEIGHT x WIDTH x 1."""
    grain = np.random.default_rng(seed).normal(0, strength, (HEIGHT, WIDTH, 1))
    return grain.astype(np.float32)


def landscape(over: tuple[int, int, int] = SKY, under: tuple[int, int, int] = SAND) -> Pixels:
    """A smooth upper half, lighter downwards, over a grainy lower half."""
    fade = np.linspace(-8, 8, HEIGHT, dtype=np.float32)[:, None, None]
    upper = np.array(over, np.float32) + fade + noise(1.0)
    lower = np.array(under, np.float32) + noise(9.0)
    below = (np.arange(HEIGHT) >= HEIGHT // 2)[:, None, None]
    picture: Pixels = np.where(below, lower, upper).clip(0, 255).astype(np.uint8)
    return picture


def leafy() -> Pixels:
    """A landscape whose lower half is leaves, light and dark."""
    return landscape(under=LEAVES)


def sea() -> Pixels:
    """Sky, then sea with level waves under a straight horizon, then sand."""
    picture = landscape().astype(np.float32)
    rows = np.arange(120, 190)
    waves = 5 * np.sin(rows * 1.1)[:, None, None] + noise(2.0)[120:190]
    picture[120:190] = np.array(SEA, np.float32) + waves
    whole: Pixels = picture.clip(0, 255).astype(np.uint8)
    return whole


def seen(pixels: Pixels, close: float = 0.0) -> Cues:
    """The cues of a picture without people, four times enlarged as working pictures are."""
    from skimage.color import rgb2lab

    large = pixels.repeat(2, 0).repeat(2, 1)
    lab = rgb2lab(large / np.float32(255)).astype(np.float32)
    return cues(lab, np.zeros(lab.shape[:2], np.float32), close)


@cache
def portrait() -> Scene:
    """The astronaut, understood."""
    return scene(astronaut())


def beside(one: Pixels, other: Pixels) -> Pixels:
    """Two pictures of one height in one."""
    return np.concatenate([one, other], 1)
