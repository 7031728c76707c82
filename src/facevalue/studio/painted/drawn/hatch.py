"""Hatching: strokes at even distances that follow a direction and never cross each other."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import gaussian_filter

from ..scene.scene import Floats, Scene
from .lines import Lines, packed

STEP = 2.0
"""From point to point of a stroke, pixels."""


SHORTEST = 6
"""Points of the shortest stroke."""


EDGE = 0.16
"""A loose stroke ends where the depth has changed by so much: it does not run over edges."""


def direction(scene: Scene, hand: float, reach: float = 9.0, stubborn: float = 0.25) -> Floats:
    """The way strokes run, radians, height x width: the form's, else the ``hand``'s own.

    ``reach`` is the Gaussian over which the form's direction is averaged
    (as a tensor, so that opposite ways are the same), ``stubborn`` the hand's weight.
    """
    sure = scene.order * np.minimum(scene.edge * 2, 1)
    cos = gaussian_filter(sure * np.cos(2 * scene.angle), reach) + stubborn * np.cos(2 * hand)
    sin = gaussian_filter(sure * np.sin(2 * scene.angle), reach) + stubborn * np.sin(2 * hand)
    answer: Floats = (0.5 * np.arctan2(sin, cos)).astype(np.float32)
    return answer


def strokes(
    where: Floats, angle: Floats, apart: Floats, longest: float, chance: np.random.Generator
) -> Lines:
    """Strokes where ``where`` is above 0 (its value, 0..1, becomes their width).

    ``apart`` (height x width) is the distance between neighbours, pixels. Seeds are taken in
    random order, each stroke grows along ``angle`` both ways until it comes too near to one
    that is there, or to the edge of the area, or is ``longest`` (after Jobard and Lefer,
    "Creating Evenly-Spaced Streamlines of Arbitrary Density", 1997, on a raster).
    """
    seeds = _seeds(where, float(apart.min()), chance)
    paths = _grown(seeds, angle, longest)
    rows = (paths[..., 1]).astype(np.intp).clip(0, where.shape[0] - 1)
    columns = (paths[..., 0]).astype(np.intp).clip(0, where.shape[1] - 1)
    inside = where[rows, columns] > 0
    return _even(paths, rows, columns, inside, where, apart)


def loose(
    where: Floats, angle: Floats, hand: float, apart: float, longest: float,
    chance: np.random.Generator,
) -> Lines:  # fmt: skip
    """Strokes that may touch and overlap, as a pencil lays them: in rows along ``hand``.

    ``where`` as in ``strokes``; rows are ``apart`` pixels from each other. Much faster.
    """
    height, width = where.shape
    reach = np.hypot(height, width) / 2
    row, along = np.meshgrid(
        np.arange(-reach, reach, apart), np.arange(-reach, reach, 0.75 * longest), indexing="ij"
    )
    shift = np.stack([along, row], -1).reshape(-1, 2)
    shift += chance.uniform(-1, 1, shift.shape) * [0.45 * longest, 0.4 * apart]
    turn = np.array([[np.cos(hand), np.sin(hand)], [-np.sin(hand), np.cos(hand)]])
    seeds = shift @ turn + [width / 2, height / 2]
    inside = ((seeds >= 0) & (seeds < [width, height])).all(1)
    seeds = seeds[inside]
    paths = _grown(seeds, angle, longest)[:, ::2]
    rows = paths[..., 1].astype(np.intp).clip(0, height - 1)
    columns = paths[..., 0].astype(np.intp).clip(0, width - 1)
    depth = where[rows, columns].astype(np.float64)
    half = paths.shape[1] // 2
    good = (depth > 0) & (np.abs(depth - depth[:, half, None]) < EDGE)
    good[:, half:] = np.logical_and.accumulate(good[:, half:], axis=1)
    good[:, half::-1] = np.logical_and.accumulate(good[:, half::-1], axis=1)
    # Ragged lengths: a hand does not stop all its strokes at the same place.
    index = np.abs(np.arange(paths.shape[1]) - half)
    good &= index <= half * chance.uniform(0.6, 1.0, (len(paths), 2)).repeat([half, half + 1], 1)
    good &= (good.sum(1) >= 3)[:, None]
    counts = good.sum(1)
    counts = counts[counts > 0]
    starts = np.concatenate([[0], counts.cumsum()[:-1]]) if len(counts) else np.zeros(0)
    return Lines(paths[good], depth[good], starts.astype(np.intp))


def _seeds(where: Floats, pitch: float, chance: np.random.Generator) -> NDArray[np.float64]:
    height, width = where.shape
    y, x = np.mgrid[0:height:pitch, 0:width:pitch].reshape(2, -1)
    at = np.stack([x, y], 1) + chance.uniform(0, pitch, (len(x), 2))
    at = at[(at[:, 0] < width - 1) & (at[:, 1] < height - 1)]
    at = at[where[at[:, 1].astype(int), at[:, 0].astype(int)] > 0]
    mixed: NDArray[np.float64] = at[chance.permutation(len(at))]
    return mixed


def _grown(seeds: NDArray[np.float64], angle: Floats, longest: float) -> NDArray[np.float64]:
    """Every seed's whole path, number x points x 2, the seed in the middle."""
    half = 2 * max(2, round(longest / STEP / 4))
    height, width = angle.shape
    paths = np.zeros((len(seeds), 2 * half + 1, 2))
    paths[:, half] = seeds
    column, row = seeds.astype(np.intp).T
    start = angle[row, column]
    for sign in (1, -1):
        at = seeds.copy()
        way = sign * np.stack([np.cos(start), np.sin(start)], 1)
        for step in range(1, half + 1):
            at = at + STEP * way
            paths[:, half + sign * step] = at
            column = at[:, 0].astype(np.intp).clip(0, width - 1)
            row = at[:, 1].astype(np.intp).clip(0, height - 1)
            turn = angle[row, column]
            fresh = np.stack([np.cos(turn), np.sin(turn)], 1)
            fresh *= np.where((fresh * way).sum(1, keepdims=True) < 0, -1, 1)
            way = fresh
    return paths


def _even(
    paths: NDArray[np.float64], rows: NDArray[np.intp], columns: NDArray[np.intp],
    inside: NDArray[np.bool_], where: Floats, apart: Floats,
) -> Lines:  # fmt: skip
    """The paths cut to where there is room, in their order."""
    margin = int(np.ceil(apart.max())) + 1
    taken = np.zeros((where.shape[0] + 2 * margin, where.shape[1] + 2 * margin), bool)
    discs = [_disc(radius / 2) for radius in range(2 * margin)]
    half = paths.shape[1] // 2
    kept, widths = [], []
    for path, row, column, good in zip(paths, rows, columns, inside, strict=True):
        if taken[row[half] + margin, column[half] + margin]:
            continue
        free = good & ~taken[row + margin, column + margin]
        first, last = _run(free, half)
        if last - first < SHORTEST:
            continue
        part = slice(first, last)
        r, c = row[part], column[part]
        down, across = discs[int(2 * apart[row[half], column[half]])]
        taken[r[:, None] + margin + down, c[:, None] + margin + across] = True
        kept.append(path[part])
        widths.append(where[r, c].astype(np.float64))
    return packed(kept, widths)


def _run(free: NDArray[np.bool_], middle: int) -> tuple[int, int]:
    """The stretch of free points around the middle one: first, and one past the last."""
    if not free[middle]:
        return 0, 0
    shut = np.flatnonzero(~free)
    place = int(np.searchsorted(shut, middle))
    first = int(shut[place - 1]) + 1 if place else 0
    last = int(shut[place]) if place < len(shut) else len(free)
    return first, last


def _disc(radius: float) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    reach = int(radius)
    y, x = np.mgrid[-reach : reach + 1, -reach : reach + 1]
    near = x**2 + y**2 <= radius**2
    return y[near].astype(np.intp), x[near].astype(np.intp)
