"""Glasses: frames of five shapes, and sunglasses with dark lenses."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..parts import Mesh, Piece
from ..spec import HeadSpec
from .features import Features, features
from .skull import Skull, skull
from .surfaces import Reals, dome, joined, swept, through


@dataclass(frozen=True, slots=True)
class Frame:
    """A frame: half width and height of an opening, how square it is (2 round, 5 square).

    ``lift`` raises the outer upper corner, ``tear`` makes it a teardrop, ``rim`` is half its bar.
    """

    wide: float
    high: float
    square: float
    lift: float = 0.0
    tear: bool = False
    rim: float = 0.034
    role: str = "frame"
    dark: bool = False


FRAMES = {
    "round": Frame(0.345, 0.335, 2.0),
    "square": Frame(0.355, 0.285, 4.2),
    "cat": Frame(0.365, 0.265, 2.5, lift=0.20),
    "aviator": Frame(0.365, 0.325, 2.2, tear=True, rim=0.022, role="wire"),
    "rimless": Frame(0.340, 0.260, 3.0, rim=0.016, role="wire"),
    "sunglasses": Frame(0.370, 0.290, 3.2, rim=0.036, dark=True),
}


TEAR = (
    (1.0, 0.25), (0.92, 0.75), (0.45, 0.98), (-0.15, 1.0), (-0.75, 0.92), (-0.98, 0.58),
    (-0.95, 0.05), (-0.72, -0.5), (-0.25, -0.9), (0.3, -1.0), (0.78, -0.75), (1.0, -0.25),
)  # fmt: skip
"""The opening of aviator glasses."""


def glasses_pieces(spec: HeadSpec) -> list[Piece]:
    """The frame (``frame`` or ``wire``) and, for sunglasses, lenses (``lens``)."""
    if spec.glasses not in FRAMES:
        return []
    s, f, frame = skull(spec), features(spec), FRAMES[spec.glasses]
    bars = [_rim(s, f, frame, side) for side in (-1, 1)]
    bars += [_temple(s, f, frame, side) for side in (-1, 1)] + [_bridge(s, f, frame)]
    found = [Piece("glasses", joined(bars), frame.role)]
    if frame.dark:
        lenses = joined([_lens(s, f, frame, side) for side in (-1, 1)])
        found.append(Piece("lenses", lenses, "lens"))
    return found


def _scale(f: Features) -> float:
    """Frames grow with the eyes, a little."""
    return 0.5 + 0.5 * f.eye.wide / 0.212


def _outline(f: Features, frame: Frame, turn: Reals, share: float = 1.0) -> Reals:
    """The opening's edge on the viewer's right, (n, 2)."""
    k = _scale(f) * share
    u, v = _unit_outline(frame, np.asarray(turn, np.float64))
    x, y = u * frame.wide * k, v * frame.high * k
    y = y + frame.lift * np.clip(u, 0, 1) ** 2.5 * np.clip(0.6 + v, 0, 1)
    return np.stack([f.eye.x + 0.012 + x, f.eye.y - 0.02 + y], 1)


def _unit_outline(frame: Frame, turn: Reals) -> tuple[Reals, Reals]:
    """The edge in a square of -1..1: a superellipse, or a teardrop through given points."""
    if not frame.tear:
        c, s = np.cos(turn), np.sin(turn)
        power = 2 / frame.square
        return np.sign(c) * np.abs(c) ** power, np.sign(s) * np.abs(s) ** power
    from scipy.interpolate import CubicSpline

    points = np.array([*TEAR, TEAR[0]])
    at = np.linspace(0, 2 * np.pi, len(points))
    found = CubicSpline(at, points, bc_type="periodic")(turn % (2 * np.pi))
    return found[:, 0], found[:, 1]


def _plane(s: Skull, f: Features, x: Reals) -> Reals:
    """Z of the frame's gently bent front, clear of lids and lashes."""
    near = s.front(np.array([0.2, f.eye.x, f.eye.x + 0.2]), np.full(3, f.eye.y))
    middle = float((near + 0.16 * (np.array([0.2, f.eye.x, f.eye.x + 0.2]) / 0.8) ** 2).max())
    answer: Reals = middle + 0.105 - 0.16 * (x / 0.8) ** 2
    return answer


def _rim(s: Skull, f: Features, frame: Frame, side: int) -> Mesh:
    turn = np.linspace(0, 2 * np.pi * 1.01, 66)
    flat = _outline(f, frame, turn)
    path = np.stack([side * flat[:, 0], flat[:, 1], _plane(s, f, flat[:, 0])], 1)
    return swept(path[None], [0, 0, 1], frame.rim, frame.rim * 1.05, around=14)


def _bridge(s: Skull, f: Features, frame: Frame) -> Mesh:
    inner = _outline(f, frame, np.array([np.pi * 0.92]))[0]
    z = float(_plane(s, f, np.array(inner[0])))
    y = max(inner[1], f.eye.y + 0.02)
    line = through([[[-inner[0], y, z], [0, y + 0.055, z + 0.045], [inner[0], y, z]]], 16)
    bar = swept(line, [0, 0, 1], max(frame.rim * 0.9, 0.017), max(frame.rim, 0.017), around=12)
    if not frame.tear:
        return bar
    top = _outline(f, frame, np.array([np.pi * 0.62]))[0]
    line = through([[[-top[0], top[1], z], [0, top[1] + 0.02, z + 0.03], [top[0], top[1], z]]], 16)
    return joined([bar, swept(line, [0, 0, 1], frame.rim, frame.rim, around=12)])


def _temple(s: Skull, f: Features, frame: Frame, side: int) -> Mesh:
    """From the rim's outer edge over the ear and down behind it."""
    outer = _outline(f, frame, np.array([0.30]))[0]
    z = float(_plane(s, f, np.array(outer[0])))
    wide = float(s.out(np.array([1.0, 0.1, 0.1]))[0]) + 0.075
    points = [
        [outer[0], outer[1], z - 0.01],
        [outer[0] + 0.05, outer[1], z - 0.05],
        [max(outer[0] + 0.09, wide - 0.10), outer[1] - 0.005, z - 0.28],
        [wide, 0.10, 0.25],
        [wide + 0.01, 0.10, -0.05],
        [wide - 0.02, 0.0, -0.20],
        [wide - 0.07, -0.16, -0.27],
    ]
    line = through([points], 40) * [side, 1, 1]
    return swept(
        line, [side, 0, 0.2], max(frame.rim, 0.017), max(frame.rim * 0.75, 0.016), around=12
    )


def _lens(s: Skull, f: Features, frame: Frame, side: int) -> Mesh:
    """A thick, slightly domed pane, its border inside the rim."""
    turn = np.linspace(0, 2 * np.pi, 48, endpoint=False)
    rim = _outline(f, frame, turn)
    centre = rim.mean(0)
    share = np.linspace(0, 1, 9)[None, :, None]
    flat = centre + (rim - centre)[:, None] * share
    z = _plane(s, f, flat[..., 0]) + 0.035 * (1 - share[..., 0] ** 2)
    outer = np.stack([side * flat[..., 0], flat[..., 1], z], -1)
    return dome(outer, outer - [0, 0, 0.036])
