"""Cloth as pictures: stripes, checks, dots, knit, and the print on a T-shirt."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from ..colours import rgb
from ..parts import Pixels

Floats = NDArray[np.float64]

SIDE = 1024
"""Pixels of a texture, both ways."""

WIDE = 3.4
"""Units of cloth that a texture shows, both ways; its middle is the front's middle."""

MIDDLE = 1.75
"""Height on the body that the texture's middle shows."""


def _grid() -> tuple[Floats, Floats]:
    """Places on the cloth in units: across (row vector) and height (column vector)."""
    steps = (np.arange(SIDE) + 0.5) / SIDE
    return (steps[None] - 0.5) * WIDE, (0.5 - steps[:, None]) * WIDE + MIDDLE


def _wave(places: Floats, pitch: float, share: float) -> Floats:
    """1 on stripes that take that share of each pitch, 0 between, soft over a pixel or two."""
    phase = np.abs((places / pitch) % 1.0 - 0.5) * pitch
    edge = WIDE / SIDE
    answer: Floats = np.clip((share * pitch / 2 - phase) / edge + 0.5, 0, 1)
    return answer


def _stripes(x: Floats, y: Floats) -> Floats:
    return _wave(y, 0.19, 0.42) + 0 * x


def _check(x: Floats, y: Floats) -> Floats:
    across, up = _wave(x, 0.19, 0.5), _wave(y, 0.19, 0.5)
    fine = np.maximum(_wave(x + 0.05, 0.19, 0.07), _wave(y + 0.05, 0.19, 0.07))
    answer: Floats = np.clip(0.5 * (across + up) + 0.35 * fine, 0, 1)
    return answer


def _dots(x: Floats, y: Floats) -> Floats:
    pitch, row = 0.17, np.floor(y / 0.147)
    dx = (x + (row % 2) * pitch / 2) % pitch - pitch / 2
    dy = y % 0.147 - 0.0735
    answer: Floats = np.clip((0.038 - np.hypot(dx, dy)) / (WIDE / SIDE) + 0.5, 0, 1)
    return answer


def _knit(x: Floats, y: Floats) -> Floats:
    """Rows of knitted V stitches: how deep in the wool."""
    wide, tall = 0.055, 0.048
    along = np.abs((x / wide) % 1 - 0.5) * 2
    slant = (y / tall + along * 0.75) % 1
    answer: Floats = np.clip(np.abs(slant - 0.5) * 2.4 - 0.55, 0, 1) * 0.8 + 0.2 * (along > 0.93)
    return answer


def _houndstooth(x: Floats, y: Floats) -> Floats:
    answer: Floats = 0.5 * (_wave(x, 0.075, 0.5) + _wave(y, 0.075, 0.5))
    return answer


MASKS: dict[str, Callable[[Floats, Floats], Floats]] = {
    "stripes": _stripes,
    "check": _check,
    "dots": _dots,
    "knit": _knit,
    "houndstooth": _houndstooth,
}
"""How much of the second colour there is, 0..1, by place on the cloth."""


def cloth(pattern: str, colour: str, second: str) -> Pixels:
    """A texture (SIDE x SIDE x 3) in two colours. Raises KeyError for an unknown pattern."""
    mask = np.broadcast_to(MASKS[pattern](*_grid()), (SIDE, SIDE))[..., None]
    return _pixels(rgb(colour) * (1 - mask) + rgb(second) * mask)


def plain(colour: str) -> Pixels:
    """A texture of one colour."""
    return _pixels(np.broadcast_to(rgb(colour), (SIDE, SIDE, 3)))


def printed(cloth: Pixels, art: Pixels, middle: float = 1.93, size: float = 0.52) -> Pixels:
    """The texture with a print on the chest: ``art`` is h x w x 4 with straight alpha.

    ``middle`` is its height on the body, ``size`` its longer side, in units.
    """
    tall, wide = art.shape[:2]
    side = size * SIDE / WIDE
    rows, columns = (max(int(side * n / max(tall, wide)), 1) for n in (tall, wide))
    small = _shrunk(art.astype(np.float64), rows, columns)
    top = int((0.5 - (middle - MIDDLE) / WIDE) * SIDE - rows / 2)
    left = (SIDE - columns) // 2
    answer = cloth.astype(np.float64)
    share = small[..., 3:] / 255
    place = answer[top : top + rows, left : left + columns]
    answer[top : top + rows, left : left + columns] = place * (1 - share) + small[..., :3] * share
    return _pixels(answer / 255)


def _shrunk(art: Floats, rows: int, columns: int) -> Floats:
    """The picture at another size: means over areas (premultiplied), or nearest when it grows."""
    alpha = art[..., 3:] / 255
    loaded = np.concatenate([art[..., :3] * alpha, art[..., 3:]], 2)
    sums = np.pad(loaded.cumsum(0).cumsum(1), ((1, 0), (1, 0), (0, 0)))
    y0, y1 = _edges(art.shape[0], rows)
    x0, x1 = _edges(art.shape[1], columns)
    total = sums[y1][:, x1] - sums[y0][:, x1] - sums[y1][:, x0] + sums[y0][:, x0]
    mean = total / ((y1 - y0)[:, None] * (x1 - x0)[None])[..., None]
    colour = mean[..., :3] / np.maximum(mean[..., 3:] / 255, 1e-6)
    return np.concatenate([colour, mean[..., 3:]], 2)


def _edges(size: int, parts: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    at = np.linspace(0, size, parts + 1)
    first = np.floor(at[:-1]).astype(np.int64)
    return first, np.maximum(np.ceil(at[1:]).astype(np.int64), first + 1)


def _pixels(channels: Floats) -> Pixels:
    return np.ascontiguousarray(np.rint(np.clip(channels, 0, 1) * 255).astype(np.uint8))
