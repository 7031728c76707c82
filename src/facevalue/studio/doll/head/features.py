"""Where the features are on a face: the same lines shape the head and draw on it.

Face coordinates are head x and y; the viewer's right half (x > 0) is given, the other mirrors it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import ArrayLike

from ..spec import HeadSpec
from .skull import skull
from .surfaces import Reals


@dataclass(frozen=True, slots=True)
class Eye:
    """An eye's opening: middle, half width, height above and below the middle, iris radius."""

    x: float
    y: float
    wide: float
    up: float
    low: float
    iris: float

    def outline(self, turn: ArrayLike, grow: float = 0.0) -> Reals:
        """Points (n, 2) at angles ``turn`` (0 is the outer corner, a quarter turn the top)."""
        a = np.asarray(turn, np.float64)
        c, s = np.cos(a), np.sin(a)
        x = self.wide * np.sign(c) * np.abs(c) ** 0.94
        tall = np.where(s > 0, self.up * np.abs(s) ** 0.90, self.low * np.abs(s) ** 0.96)
        y = np.sign(s) * tall + 0.028 * c - 0.012 * (s > 0) * s * (1 - c)
        p = np.stack([x, y], -1)
        length = np.maximum(np.linalg.norm(p, axis=-1, keepdims=True), 1e-9)
        answer: Reals = p * (1 + grow / length) + [self.x, self.y]
        return answer

    def inside(self, x: ArrayLike, y: ArrayLike) -> Reals:
        """How far out in the opening points lie: 0 its middle, 1 its edge (either eye)."""
        u = (np.abs(np.asarray(x, np.float64)) - self.x) / self.wide
        v = np.asarray(y, np.float64) - self.y - 0.028 * u
        answer: Reals = np.hypot(u, v / np.where(v > 0, self.up, self.low))
        return answer


@dataclass(frozen=True, slots=True)
class Mouth:
    """A mouth; its lines are functions of ``u``, -1 at one corner and 1 at the other."""

    y: float
    wide: float
    lift: float
    open: float
    lip: float

    def top(self, u: ArrayLike) -> Reals:
        """The upper lip's lower edge."""
        v = np.asarray(u, np.float64)
        answer: Reals = self.y + self.lift * np.abs(v) ** 1.8
        return answer

    def bottom(self, u: ArrayLike) -> Reals:
        """The lower lip's upper edge."""
        v = np.clip(np.abs(np.asarray(u, np.float64)), 0, 1)
        answer: Reals = self.top(u) - self.open * (1 - v**2.6) ** 0.85 - 0.001
        return answer

    def over(self, u: ArrayLike) -> Reals:
        """The upper lip's upper edge, with its bow."""
        v = np.clip(np.abs(np.asarray(u, np.float64)), 0, 1)
        bow = 1 - 0.30 * np.exp(-((v / 0.13) ** 2)) + 0.12 * np.exp(-(((v - 0.24) / 0.14) ** 2))
        answer: Reals = self.top(u) + self.lip * 0.84 * bow * (1 - v**1.8) ** 0.8
        return answer

    def under(self, u: ArrayLike) -> Reals:
        """The lower lip's lower edge."""
        v = np.clip(np.abs(np.asarray(u, np.float64)), 0, 1)
        answer: Reals = self.bottom(u) - self.lip * 1.16 * (1 - v**2.2) ** 0.8
        return answer


@dataclass(frozen=True, slots=True)
class Features:
    """All that is on a face."""

    eye: Eye
    mouth: Mouth
    nose_y: float
    nose: float
    brow_y: float


@lru_cache(maxsize=64)
def features(spec: HeadSpec) -> Features:
    """The features of a spec: age sets sizes, the smile the mouth and the lower lids."""
    b, s = skull(spec).build, float(np.clip(spec.smile, 0, 1))
    size = b.eye
    eye = Eye(
        x=0.405 * (0.5 + 0.5 * spec.face_width) + 0.01 * (size - 1),
        y=b.eye_y,
        wide=0.212 * size,
        up=0.192 * size,
        low=(0.186 - 0.036 * s) * size,
        iris=0.155 * size,
    )
    mouth = Mouth(
        y=-0.575 + 0.03 * max(s - 0.5, 0) - 0.02 * (b.nose < 0.8),
        wide=(0.195 + 0.125 * s) * (0.5 + 0.5 * b.nose),
        lift=0.012 + 0.070 * s,
        open=0.17 * max(s - 0.42, 0.0) / 0.58,
        lip=(0.062 - 0.014 * s) * (1.0 if spec.lashes else 0.8),
    )
    return Features(eye, mouth, -0.29 - 0.02 * (b.nose < 0.8), b.nose, b.eye_y + 0.335 + b.brow)
