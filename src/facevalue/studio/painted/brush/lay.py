"""Where strokes are laid: one layer over what is painted so far."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .field import Field, squared
from .strokes import SPINE, Strokes, along

Floats = NDArray[np.float32]
Ints = NDArray[np.int32]


BESIDE = 0.7
"""How far a stroke may reach over an edge, pixels, so that its paint meets the next one's."""


@dataclass(frozen=True, slots=True)
class Layer:
    """One size of brush.

    ``radius`` is half the brush's width in pixels of the working picture, ``gap`` the
    distance between strokes by radius, ``reach`` the longest stroke by radius (to each side),
    ``error`` (OKLab) how wrong the canvas must be before a stroke is laid, ``tolerance``
    (OKLab) how far the picture's colour may leave the stroke's. ``least`` is the part of its
    width below which the brush is too broad for the place and is left to a finer one.
    ``jitter`` is how much colours vary (OKLab lightness). ``rows`` are the tip's.
    """

    radius: float
    gap: float = 0.9
    reach: float = 5.0
    error: float = 0.03
    tolerance: float = 0.06
    least: float = 0.4
    jitter: float = 0.01
    opacity: float = 1.0
    rows: int = 8


def laid(
    layer: Layer, seen: Floats, so_far: Floats | None, need: Floats, room: Floats, field: Field,
    chance: np.random.Generator,
) -> Strokes:  # fmt: skip
    """The strokes of a layer, in the order in which they are laid.

    ``seen`` is the picture as this brush sees it and ``so_far`` the canvas (both OKLab,
    height x width x 3); None: nothing is painted. ``need`` multiplies the error (0: never
    here). ``room`` is the distance to the next edge, pixels. Position by error after Hertzmann
    (1998), stopping at edges after Litwinowicz (1997).
    """
    seeds = _seeds(layer, seen, so_far, need, chance)
    most = layer.radius * _at(field.size, seeds)
    seeds = seeds[np.minimum(most, _at(room, seeds) + BESIDE) >= layer.least * most]
    spine = along(*_followed(layer, seen, seeds, field))
    flat = spine.reshape(-1, 2)
    colour = _at(seen, flat).reshape(-1, SPINE, 3)[:, 1:-1].mean(1)
    broad = np.minimum(layer.radius * _at(field.size, flat), _at(room, flat) + BESIDE)
    hand = chance.uniform(0.85, 1.1, (len(seeds), 1)).astype(np.float32)
    width = _eased(broad.reshape(-1, SPINE)) * hand
    strokes = Strokes(
        _lengthened(spine, width),
        width,
        _varied(colour, layer.jitter * _at(field.vary, seeds), chance),
        np.full(len(seeds), layer.opacity, np.float32),
        chance.integers(0, layer.rows, len(seeds)).astype(np.int32),
    )
    turn = chance.random(len(seeds)) + colour[:, 0] * 1.2
    return strokes.take(np.argsort(turn, kind="stable"))


def _varied(colour: Floats, jitter: Floats, chance: np.random.Generator) -> Floats:
    """Colours (n x 3) as mixed anew for each stroke.

    Shades also wander from warm to cool, whites hardly vary. ``jitter`` (n) is OKLab lightness.
    """
    clean = ((1.03 - colour[:, :1]) / 0.15).clip(0.25, 1)
    noise = chance.normal(0, 1, (len(colour), 4)).astype(np.float32) * jitter[:, None] * clean
    shade = (0.75 - colour[:, 0]).clip(0, 0.4) * 2
    answer: Floats = colour + noise[:, :3] * np.array([1.0, 0.25, 0.3], np.float32)
    answer[:, 2] += noise[:, 3] * shade
    return np.asarray(answer, np.float32)


def _seeds(
    layer: Layer, seen: Floats, so_far: Floats | None, need: Floats, chance: np.random.Generator
) -> Floats:
    """Places (n x 2): in each cell of a grid the one where the canvas is most wrong."""
    from scipy.ndimage import uniform_filter

    cell = max(2, round(layer.radius * layer.gap))
    rows, columns = seen.shape[0] // cell, seen.shape[1] // cell
    wrong = need * 10 if so_far is None else need * np.sqrt(squared(seen - so_far))
    mean = uniform_filter(wrong, cell)[: rows * cell, : columns * cell]
    noise = chance.random(mean.shape).astype(np.float32)
    blocks = (mean * (0.7 + 0.3 * noise)).reshape(rows, cell, columns, cell)
    blocks = blocks.transpose(0, 2, 1, 3).reshape(rows * columns, cell * cell)
    best = blocks.argmax(1)
    kept = np.flatnonzero(blocks.max(1) > layer.error)
    y = (kept // columns) * cell + best[kept] // cell
    x = (kept % columns) * cell + best[kept] % cell
    return np.stack([x, y], 1).astype(np.float32)


def _at(plane: Floats, points: Floats) -> Floats:
    """A plane's values at points (n x 2)."""
    x = points[:, 0].round().astype(np.intp).clip(0, plane.shape[1] - 1)
    y = points[:, 1].round().astype(np.intp).clip(0, plane.shape[0] - 1)
    answer: Floats = plane[y, x]
    return answer


def _followed(layer: Layer, seen: Floats, seeds: Floats, field: Field) -> tuple[Floats, Ints, Ints]:
    """Paths n x (2 m + 1) x 2 both ways along the flow, and where each begins and ends."""
    colour = _at(seen, seeds)
    steps = max(2, round(layer.reach))
    paths = np.repeat(seeds[:, None], 2 * steps + 1, 1)
    ends = []
    for way in (-1, 1):
        point, heading = seeds, np.zeros_like(seeds)
        alive = np.ones(len(seeds), bool)
        count = np.zeros(len(seeds), np.int32)
        for step in range(1, steps + 1):
            flow = np.stack([_at(field.across, point), _at(field.down, point)], 1)
            if step == 1:
                heading = flow * way
            flow *= np.where((flow * heading).sum(1) < 0, -1, 1)[:, None]
            heading = heading * 0.4 + flow * 0.6
            heading /= np.linalg.norm(heading, axis=1, keepdims=True) + 1e-6
            point = point + heading * layer.radius
            apart = np.abs(_at(seen, point) - colour).sum(1)
            alive &= apart < layer.tolerance * 1.6
            count += alive
            paths[:, steps + way * step] = point
        ends.append(count)
    return paths.astype(np.float32), steps - ends[0], steps + ends[1]


def _eased(width: Floats) -> Floats:
    """Widths that change gently along the stroke, a little narrower at both ends."""
    inner = np.pad(width, ((0, 0), (1, 1)), mode="edge")
    smooth = (inner[:, :-2] + inner[:, 1:-1] * 2 + inner[:, 2:]) / 4
    taper = np.array([0.72, 0.92, 1, 1, 1, 0.95, 0.7], np.float32)
    answer: Floats = (smooth * taper).astype(np.float32)
    return answer


def _lengthened(spine: Floats, width: Floats) -> Floats:
    """Spines longer at both ends by half a width, as a brush is; points become strokes."""
    answer = spine.copy()
    chord = spine[:, -1] - spine[:, 0]
    long = np.linalg.norm(chord, axis=1, keepdims=True)
    chord = np.where(long > 0.1, chord / (long + 1e-6), [[0.8, -0.6]])
    push = width.mean(1, keepdims=True)
    ease = np.array([-0.9, -0.5, -0.2, 0, 0.2, 0.5, 0.9], np.float32)
    answer += chord[:, None] * ease[None, :, None] * push[:, None]
    return answer.astype(np.float32)
