"""How a brush leaves paint: textures made once from the seed."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Pixels = NDArray[np.uint8]


@dataclass(frozen=True, eq=False)
class Tip:
    """``rows`` strokes below each other, each drawn from left to right.

    ``pixels`` are height x width x 4, straight alpha: white where paint is plain, greyer where
    bristles leave a ridge.
    """

    pixels: Pixels = field(repr=False)
    rows: int

    @property
    def tone(self) -> float:
        """How light its paint is on the whole, 0..1: colours are divided by it."""
        cover = self.pixels[..., 3].astype(np.float64)
        return float((self.pixels[..., 0] * cover).sum() / (cover.sum() * 255 + 1e-9))


def _noise(
    shape: tuple[int, int], size: tuple[float, float], chance: np.random.Generator
) -> Floats:
    """Smooth noise, mean 0 and deviation 1, with grains of that many texels (down, across)."""
    from scipy.ndimage import gaussian_filter

    plane = gaussian_filter(chance.standard_normal(shape), size, mode="nearest", truncate=2.0)
    answer: Floats = (plane / (plane.std() + 1e-9)).astype(np.float32)
    return answer


def bristles(
    chance: np.random.Generator, rows: int = 8, height: int = 64, length: int = 256,
    hairs: int = 14, dry: float = 0.35, ridge: float = 0.05,
) -> Tip:  # fmt: skip
    """A flat brush with body colour.

    ``hairs`` streaks across, ``dry`` ends (0..1) where hairs run out of paint one by one,
    ``ridge`` how much darker the streaks are (0..1).
    """
    parts = [_bristled(chance, height, length, hairs, dry, ridge) for _ in range(rows)]
    return Tip(np.concatenate(parts), rows)


def _bristled(
    chance: np.random.Generator, height: int, length: int, hairs: int, dry: float, ridge: float
) -> Pixels:
    across = np.abs(np.linspace(-1, 1, height, dtype=np.float32))[:, None]
    along = np.linspace(0, 1, length, dtype=np.float32)[None]
    grain = height / hairs / 2.4
    streak = _noise((height, length), (grain, length / 5), chance)
    load = _noise((height, 1), (grain, 0), chance)
    edge = 0.86 + 0.05 * _noise((height, length), (height, length / 16), chance)
    side = ((edge - across) * height / 7).clip(0, 1)
    first = 0.07 + 0.025 * dry * load + 0.02 * streak + 0.06 * across**2
    last = 0.93 - 0.10 * dry * (load - 0.3).clip(-1.5, 1.5) - 0.03 * dry * streak - 0.07 * across**2
    sharp = length / 12
    ends = ((along - first) * sharp).clip(0, 1) * ((last - along) * sharp).clip(0, 1)
    worn = 1 - dry * 0.5 * ((along - 0.6) * 2.5).clip(0, 1) * (load + 0.6 * streak > 0.7)
    alpha = side * ends * worn
    rim = ((across - 0.62) * 4).clip(0, 1)
    value = (
        1
        - ridge * (0.55 + 0.45 * streak.clip(-2, 2) + 0.5 * load.clip(-1.5, 1.5) * 0.6)
        - ridge * 0.6 * rim
    )
    return _packed(value, alpha)


def _packed(value: NDArray[np.floating], alpha: NDArray[np.floating]) -> Pixels:
    grey = (value.clip(0, 1) * 255).astype(np.uint8)
    cover = (alpha.clip(0, 1) * 255).astype(np.uint8)
    cover[[0, -1]] = 0  # Rows of a texture must not bleed into each other.
    return np.stack([grey, grey, grey, np.broadcast_to(cover, grey.shape)], 2)


def leaves(chance: np.random.Generator, rows: int = 8, side: int = 96) -> Tip:
    """Clumps of small leaves: each row one dab, a few leaf shapes fanned out."""
    return Tip(np.concatenate([_clump(chance, side) for _ in range(rows)]), rows)


def _clump(chance: np.random.Generator, side: int) -> Pixels:
    y, x = np.mgrid[:side, :side].astype(np.float32) / (side - 1) * 2 - 1
    alpha = np.zeros((side, side), np.float32)
    value = np.ones((side, side), np.float32)
    for _ in range(int(chance.integers(5, 8))):
        turn, far = chance.uniform(0, 2 * np.pi), chance.uniform(0.1, 0.52)
        long, wide = chance.uniform(0.34, 0.5), chance.uniform(0.2, 0.3)
        aim = turn + chance.normal(0, 0.7)
        u, v = x - far * np.cos(turn), y - far * np.sin(turn)
        a, b = u * np.cos(aim) + v * np.sin(aim), -u * np.sin(aim) + v * np.cos(aim)
        inside = 1 - np.hypot(a / long, b / (wide * (1.15 - a / long).clip(0.3, 1.3)))
        leaf = (inside * side / 8).clip(0, 1)
        tone = chance.uniform(0.88, 1.0)
        value = value * (1 - leaf) + tone * leaf
        alpha = np.maximum(alpha, leaf)
    return _packed(value, alpha)


def wash(chance: np.random.Generator, rows: int = 8, height: int = 64, length: int = 256) -> Tip:
    """A round brush with much water: soft inside, a darker rim where pigment gathers."""
    parts = []
    for _ in range(rows):
        across = np.abs(np.linspace(-1, 1, height, dtype=np.float32))[:, None]
        along = np.linspace(-1, 1, length, dtype=np.float32)[None]
        wobble = 0.05 * _noise((height, length), (height / 5, length / 12), chance).clip(-1.2, 1.2)
        far = (across**2.6 + np.abs(along) ** 7) ** 0.5 + wobble
        inside = ((0.93 - far) * 9).clip(0, 1)
        rim = np.exp(-(((far - 0.80) / 0.07) ** 2))
        alpha = inside * (0.62 + 0.3 * rim + 0.06 * _noise(far.shape, (6, 18), chance))
        parts.append(_packed(np.ones_like(far), alpha))
    return Tip(np.concatenate(parts), rows)
