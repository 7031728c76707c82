"""A field of line strength into lines: thinned, followed, joined, smoothed."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import convolve, gaussian_filter1d, label, map_coordinates, maximum
from scipy.spatial import cKDTree

from ..scene.scene import Floats
from .lines import Lines, Plane, packed

GAP = 6.0
"""Ends this near to each other that go the same way are one line, pixels."""

STRAIGHT = 0.6
"""Cosine of the largest turn where two ends are joined."""

SPACING = 2
"""Points of a finished line are so many pixels apart."""


def traced(
    strength: Floats, low: float, high: float, shortest: float, least: float, smooth: float = 2.0
) -> Lines:
    """The lines of a field (height x width, 0..1); their ``width`` is the strength along them.

    A line is where the field is above ``low`` and somewhere above ``high`` (Canny 1986), and
    at least ``shortest`` pixels long; ``least`` is the smallest sum of its strengths.
    ``smooth`` is the Gaussian over its points, pixels.
    """
    runs = _joined(_runs(_thin(strength, low, high)))
    lines, widths = [], []
    for run in runs:
        if len(run) < max(shortest, 4):
            continue
        line = _smoothed(run.astype(np.float64), smooth)
        value = map_coordinates(strength, run.T, order=1, mode="nearest").astype(np.float64)
        if value.sum() < least:
            continue
        keep = np.unique(np.append(np.arange(0, len(line), SPACING), len(line) - 1))
        lines.append(line[keep, ::-1] + 0.5)
        widths.append(gaussian_filter1d(value, 4.0, mode="nearest")[keep])
    return packed(lines, widths)


def _thin(strength: Floats, low: float, high: float) -> NDArray[np.bool_]:
    from skimage.morphology import skeletonize

    marks, number = label(strength > low, np.ones((3, 3)))
    best = maximum(strength, marks, np.arange(number + 1))
    best[0] = 0
    thin: NDArray[np.bool_] = skeletonize((best > high)[marks])
    return thin


def _runs(thin: NDArray[np.bool_]) -> list[NDArray[np.intp]]:
    """The pieces between the forks, each n x 2 (row, column) in order."""
    around = convolve(thin.astype(np.uint8), np.ones((3, 3), np.uint8), mode="constant")
    thin = thin & (around <= 3)
    width = thin.shape[1] + 2
    rows, columns = np.nonzero(thin)
    places = ((rows + 1) * width + columns + 1).tolist()
    steps = (-1, 1, -width, width, -width - 1, -width + 1, width - 1, width + 1)
    left = dict.fromkeys(places)
    ends = [p for p in places if sum(p + s in left for s in steps) < 2]
    runs = []
    for first in [*ends, *places]:
        if first not in left:
            continue
        run = [first]
        del left[first]
        while True:
            found = next((run[-1] + s for s in steps if run[-1] + s in left), None)
            if found is None:
                break
            del left[found]
            run.append(found)
        flat = np.array(run, np.intp)
        runs.append(np.stack([flat // width - 1, flat % width - 1], 1))
    return runs


def _joined(runs: list[NDArray[np.intp]]) -> list[NDArray[np.intp]]:
    """Runs whose ends meet and go on the same way made one."""
    runs = [run for run in runs if len(run) > 2]
    if not runs:
        return []
    partner = _partners(runs)
    used = [False] * len(runs)
    ends = [2 * i for i in range(len(runs)) if 2 * i not in partner]
    ends += [2 * i + 1 for i in range(len(runs)) if 2 * i + 1 not in partner]
    answer = []
    for first in [*ends, *range(0, 2 * len(runs), 2)]:
        chain, end = [], first
        while end is not None and not used[end // 2]:
            used[end // 2] = True
            run = runs[end // 2]
            chain.append(run if end % 2 == 0 else run[::-1])
            end = partner.get(end ^ 1)
        if chain:
            answer.append(np.concatenate(chain))
    return answer


def _partners(runs: list[NDArray[np.intp]]) -> dict[int, int]:
    """End to end: 2 i is the start of run i, 2 i + 1 its finish. The straightest first."""
    at = np.array([run[side] for run in runs for side in (0, -1)], float)
    inner = [run[i] for run in runs for i in (min(6, len(run) - 1), max(-7, -len(run)))]
    way = at - np.array(inner, float)
    way /= np.linalg.norm(way, axis=1, keepdims=True) + 1e-9
    pairs = cKDTree(at).query_pairs(GAP, output_type="ndarray")
    turn = -(way[pairs[:, 0]] * way[pairs[:, 1]]).sum(1)
    partner: dict[int, int] = {}
    for one, other in pairs[np.argsort(-turn, kind="stable")][: int((turn > STRAIGHT).sum())]:
        if one // 2 != other // 2 and one not in partner and other not in partner:
            partner[int(one)], partner[int(other)] = int(other), int(one)
    return partner


def _smoothed(line: Plane, smooth: float) -> Plane:
    """The points averaged along the line; its ends stay."""
    soft: Plane = gaussian_filter1d(line, smooth, axis=0, mode="nearest")
    return soft
