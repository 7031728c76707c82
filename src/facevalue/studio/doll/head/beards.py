"""Beards: short locks that follow the growth from the cheeks to the chin, and moustaches."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..parts import Mesh, Piece
from ..shapes.vectors import unit
from ..spec import HeadSpec
from .features import Features, features
from .hair.flow import Make, angles, locks, make, scattered
from .skull import Skull, skull
from .surfaces import Reals, joined, through

UPPER = (
    (0.0, 0.16, 0.30, 0.46, 0.62, 0.80, 0.93, 1.1),
    (-0.40, -0.42, -0.50, -0.52, -0.44, -0.22, 0.02, 0.12),
)
"""The beard's upper border on the face: x and y."""


@dataclass(frozen=True, slots=True)
class Beard:
    """A kind: its border, the locks' length (units), half width and thickness, their lift."""

    border: tuple[tuple[float, ...], tuple[float, ...]]
    length: float
    wide: float
    thick: float
    lift: float
    moustache: float = 1.0
    hangs: float = 0.0
    chin: bool = False
    ridges: int = 4


KINDS = {
    "moustache": Beard(UPPER, 0, 0, 0, 0, moustache=1.15),
    "goatee": Beard(UPPER, 0, 0, 0, 0, moustache=0.85, chin=True),
    "short": Beard(UPPER, 0.17, 0.058, 0.026, 0.024, moustache=0.75, ridges=2),
    "full": Beard(UPPER, 0.27, 0.085, 0.046, 0.085),
    "long": Beard(UPPER, 0.30, 0.088, 0.048, 0.090, hangs=1.0),
}


def beard_pieces(spec: HeadSpec, grain: float) -> list[Piece]:
    """The beard in the role ``beard``; stubble is painted and has none."""
    if spec.beard not in KINDS:
        return []
    s, f, m, kind = skull(spec), features(spec), make(grain), KINDS[spec.beard]
    parts = [_moustache(s, f, m, kind.moustache)]
    if kind.length:
        parts.append(_rows(s, f, m, kind))
    if kind.chin:
        parts.append(_chin(s, f, m))
    if kind.hangs:
        parts.append(_hanging(s, m))
    return [Piece("beard", joined(parts), "beard")]


def _rows(s: Skull, f: Features, m: Make, kind: Beard) -> Mesh:
    """Locks in rows, each over the next lower one."""
    p = _roots(s, kind)
    x, y = p[:, 0], p[:, 1]
    normal = s.normal(p)
    down = np.stack([-0.75 * x * np.clip(-y, 0, 1), -np.ones_like(x), 0.35 + 0 * x], 1)
    down = unit(down - (down * normal).sum(1, keepdims=True) * normal)
    keep = ~_at_mouth(f, p) & ~_at_mouth(f, p + down * kind.length * 0.8)
    p, normal, down = p[keep], normal[keep], down[keep]
    chin = np.exp(-((p[:, 0] / 0.45) ** 2)) * np.clip((-0.6 - p[:, 1]) / 0.3, 0, 1)
    edge = np.clip((np.interp(np.abs(p[:, 0]), *kind.border) - p[:, 1]) / 0.22, 0.25, 1)
    t = np.linspace(0, 1, 9 if kind.length > 0.2 else 6)
    rng = np.random.default_rng(5)
    reach = (
        kind.length * (0.8 + 0.5 * chin) * (0.55 + 0.45 * edge) * rng.uniform(0.85, 1.15, len(p))
    )
    lift = kind.lift * (0.45 + 0.55 * edge) * (1 + 0.7 * chin)
    line = p[:, None] + down[:, None] * (reach[:, None] * t)[..., None]
    off = 0.004 + lift[:, None] * t**0.8
    line = _onto(s, line, off)
    size = 0.7 + 0.3 * edge
    return locks(
        line, kind.wide * size, kind.thick * size, m, 0.5, 0.08, ridges=kind.ridges, depth=0.32
    )


def _onto(s: Skull, line: Reals, off: Reals) -> Reals:
    """Points brought to a height over the skin."""
    for _ in range(3):
        far = s.distance(line[..., 0], line[..., 1], line[..., 2]) - off
        line = line - s.normal(line) * far[..., None]
    return line


def _roots(s: Skull, kind: Beard) -> Reals:
    """Where locks begin: rows round the jaw below the border, before the ears."""
    ways = scattered(2600 if kind.length < 0.2 else 1500, 17)
    azimuth, height = angles(ways)
    ways = ways[(np.abs(azimuth) < 88) & (height < 12)]
    p = s.out(ways)
    border = np.interp(np.abs(p[:, 0]) / s.face_width, *kind.border)
    inside = (p[:, 1] < border) & (p[:, 2] > 0.10) & (p[:, 1] > -1.02)
    found: Reals = p[inside]
    return found


def _at_mouth(f: Features, p: Reals) -> NDArray[np.bool_]:
    """Whether points lie where lips and moustache are."""
    m = f.mouth
    u = np.clip(p[:, 0] / (m.wide + 0.05), -1, 1)
    low = m.under(u * 0.98) - 0.035
    inside = (np.abs(p[:, 0]) < m.wide + 0.05) & (p[:, 1] > low) & (p[:, 2] > 0.4)
    return np.asarray(inside)


def _moustache(s: Skull, f: Features, m: Make, size: float) -> Mesh:
    """Three locks to each side, from under the nose past the mouth's corner."""
    mouth, lines = f.mouth, []
    top = f.nose_y - 0.115 * f.nose
    for side in (-1, 1):
        for k in range(3):
            reach = mouth.wide + 0.10 - 0.05 * k
            edge = float(mouth.over(np.array(0.62))) + 0.022
            x = np.array([0.012, 0.42 * reach, 0.80 * reach, reach * (1.06 + 0.05 * size)])
            y = np.array(
                [
                    top - 0.030 * k,
                    max(edge + 0.04, top - 0.05) - 0.026 * k,
                    edge + 0.004 - 0.02 * k,
                    mouth.y + mouth.lift - 0.09 + 0.03 * k,
                ]
            )
            z = s.front(x, y) + np.array([0.045, 0.060, 0.052, 0.020])
            lines.append(np.stack([side * x, y, z], 1))
    paths = through(np.array(lines), m.steps)
    return locks(
        paths, 0.062 * size, 0.050 * size, m, root=0.75, tip=0.08, ridges=4, depth=0.32, fall=3.2
    )


def _chin(s: Skull, f: Features, m: Make) -> Mesh:
    """Locks from below the lip that meet in a point under the chin."""
    lines, lip = [], float(f.mouth.under(np.array(0.0)))
    for row, half in enumerate((0.30, 0.22, 0.12)):
        for x in np.linspace(-half, half, 7 - row):
            y = np.array([lip - 0.045 - 0.5 * x * x + 0.02 * row, -0.86, -0.95])
            xs = np.array([x * 0.8, x, x * 0.80])
            z = s.front(xs, y) + np.array([0.012, 0.035 + 0.025 * row, 0.045 + 0.02 * row])
            end = [x * 0.30, -1.10 - 0.02 * row, z[2] - 0.05]
            lines.append([*np.stack([xs, y, z], 1).tolist(), end])
    paths = through(np.array(lines), m.steps)
    return locks(paths, 0.070, 0.045, m, root=0.35, tip=0.10, ridges=4, depth=0.30, fall=3.0)


def _hanging(s: Skull, m: Make) -> Mesh:
    """Long locks from the chin on to the chest."""
    lines = []
    rng = np.random.default_rng(12)
    for row, (low, forward) in enumerate(((-1.30, 0.06), (-1.43, 0.12), (-1.52, 0.17))):
        for x in np.linspace(-0.46 + 0.05 * row, 0.46 - 0.05 * row, 8 - row):
            y = -0.70 - 0.07 * row + 0.25 * x * x
            z = float(s.front(np.array(x), np.array(max(y, -0.86))))
            end = low + 1.2 * x * x + rng.uniform(-0.05, 0.05)
            lines.append(
                [
                    [x, y, z + 0.03],
                    [x * 0.98, y - 0.24, z + 0.10 + forward * 0.4],
                    [x * 0.88, (y + end) / 2 - 0.08, z + 0.03 + forward],
                    [x * 0.58, end, z - 0.06 + forward],
                ]
            )
    paths = through(np.array(lines), m.steps + 4)
    return locks(paths, 0.125, 0.080, m, root=0.5, tip=0.08, fall=3.0)
