"""The course of lines: where they hook, squiggle or run beside another, they are cut."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from .shapes import Line

Flags = NDArray[np.bool_]

_HOOK = 1.4
"""Most turning within a short way, radians: more is a hook or a corner, and parts the line."""

_WIGGLE = 1.5
"""Most turning to and fro within a longer way, radians, beyond what leads anywhere."""

_COIL, _WIDE = 0.5, 6.0
"""A line must reach so much of its length, or of so many times the least, from end to end."""


def length(line: Line) -> float:
    """How long a line is, pixels."""
    return float(np.hypot(*np.diff(line, axis=0).T).sum())


def runs(line: Line, keep: Flags, least: float) -> Iterator[NDArray[np.intp]]:
    """The points of the stretches of a line at which ``keep`` holds, from ``least`` pixels.

    Those that come back to where they began are left out, unless they are long.
    """
    for run in np.split(np.arange(len(line)), np.flatnonzero(np.diff(keep)) + 1):
        long = length(line[run]) if keep[run[0]] and len(run) > 3 else 0.0
        reach = np.hypot(*np.ptp(line[run], axis=0))
        if long >= least and reach > _COIL * min(long, _WIDE * least):
            yield run


def bridged(keep: Flags, gap: int) -> Flags:
    """Without breaks shorter than ``gap`` points, and then without stretches so short."""
    from scipy.ndimage import binary_closing, binary_opening

    if gap < 2:
        return keep
    wide = np.pad(keep, gap, mode="edge")
    line = np.ones(gap, np.bool_)
    return np.asarray(binary_opening(binary_closing(wide, line), line)[gap:-gap])


def steady(line: Line, short: float, long: float) -> Flags:
    """Where a line (points evenly spaced) neither hooks (``short``) nor squiggles (``long``).

    ``short`` and ``long`` are the pixels along it within which that is looked for.
    """
    from scipy.ndimage import maximum_filter1d, uniform_filter1d

    ahead = np.gradient(line, axis=0)
    course = np.unwrap(np.arctan2(ahead[:, 1], ahead[:, 0]))
    step = max(float(np.hypot(*ahead.T).mean()), 1e-6)
    near, far = (max(2, round(reach / step)) for reach in (short, long))
    turned = np.abs(_over(course, near))
    hook = maximum_filter1d(turned, max(near // 2, 1)) > _HOOK
    bends = np.abs(np.gradient(course))
    there = uniform_filter1d(bends, far, mode="nearest") * far
    return np.asarray(~hook & (there - np.abs(_over(course, far)) < _WIGGLE))


def _over(course: NDArray[np.float64], reach: int) -> NDArray[np.float64]:
    """How much the course changes over ``reach`` points around each."""
    wide = np.pad(course, (reach // 2, reach - reach // 2), mode="edge")
    return np.asarray(wide[reach:] - wide[:-reach])


def apart(lines: list[Line], weights: list[float], near: float, least: float) -> list[Line]:
    """Lines (evenly spaced) without stretches that run within ``near`` of a weightier one.

    Where two only meet or cross, both stay.
    """
    from scipy.spatial import cKDTree

    if not lines:
        return []
    order = np.argsort(-np.array(weights), kind="stable")
    lines = [lines[i] for i in order]
    rank = np.repeat(np.arange(len(lines)), [len(line) for line in lines])
    close = cKDTree(np.concatenate(lines)).query_pairs(near, output_type="ndarray")
    other = close[rank[close[:, 0]] != rank[close[:, 1]]]
    beside = np.zeros(len(rank), np.bool_)
    beside[np.where(rank[other[:, 0]] > rank[other[:, 1]], other[:, 0], other[:, 1])] = True
    kept: list[Line] = []
    for number, line in enumerate(lines):
        step = max(length(line) / len(line), 1e-6)
        free = ~bridged(beside[rank == number], max(2, round(2.5 * near / step)))
        kept += [line[run] for run in runs(line, free, least)]
    return kept
