"""Thin bright lines of a plane into smooth polylines."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from .shapes import Line

_COIL = 6.0
"""Lines longer than so many times the least may come back to where they began."""

_AROUND = ((-1, 0), (1, 0), (0, -1), (0, 1), (-1, -1), (-1, 1), (1, -1), (1, 1))


def chains(there: NDArray[np.bool_], least: float, soft: float) -> list[Line]:
    """Thin areas as lines (points x, y).

    They are thinned to one pixel, cut where they branch, joined again where they go straight
    on, smoothed by ``soft`` pixels, and left out when shorter than ``least`` pixels or too wiggly.
    """
    from skimage.morphology import skeletonize

    pieces = _joined([piece for piece in _pieces(skeletonize(there)) if len(piece) > 3])
    answer = []
    for piece in pieces:
        line = smoothed(piece, soft)
        length = np.hypot(*np.diff(line, axis=0).T).sum()
        reach = np.hypot(*np.ptp(line, axis=0))
        if length >= least and reach > 0.45 * min(length, _COIL * least):
            answer.append(line + 0.5)
    return answer


def smoothed(points: Line, soft: float) -> Line:
    """A line with its wiggles below ``soft`` points taken out; its ends stay."""
    from scipy.ndimage import gaussian_filter1d

    ends = np.linspace(points[0], points[-1], len(points))
    return np.asarray(ends + gaussian_filter1d(points - ends, soft, 0, mode="reflect"))


def _pieces(thin: NDArray[np.bool_]) -> Iterator[Line]:
    """Runs of pixels (x, y) between ends and branches."""
    wide = np.pad(thin, 1)
    near = sum(np.roll(wide, step, (0, 1)).astype(np.uint8) for step in _AROUND)
    left = set(zip(*(axis.tolist() for axis in np.nonzero(wide & (near <= 2))), strict=True))
    ends = [at for at in left if _count(left, at) <= 1]
    for start in [*sorted(ends), *sorted(left)]:
        if start in left:
            yield np.array(list(_walk(left, start)), np.float64)[:, ::-1] - 1


def _count(left: set[tuple[int, int]], at: tuple[int, int]) -> int:
    return sum((at[0] + down, at[1] + across) in left for down, across in _AROUND)


def _walk(left: set[tuple[int, int]], at: tuple[int, int] | None) -> Iterator[tuple[int, int]]:
    while at is not None:
        left.discard(at)
        yield at
        ahead = ((at[0] + down, at[1] + across) for down, across in _AROUND)
        at = next((place for place in ahead if place in left), None)


def _joined(pieces: list[Line]) -> list[Line]:
    """Pieces whose ends meet and go straight on become one."""
    pairs = _pairs(pieces)
    partner = {}
    for one, other in pairs:
        if one not in partner and other not in partner and one[0] != other[0]:
            partner[one], partner[other] = other, one
    answer, used = [], set()
    heads = [(i, e) for i in range(len(pieces)) for e in (0, 1) if (i, e) not in partner]
    for head in [*heads, *((i, 0) for i in range(len(pieces)))]:
        if head[0] in used:
            continue
        chain: list[Line] = []
        at: tuple[int, int] | None = head
        while at is not None and at[0] not in used:
            used.add(at[0])
            chain.append(pieces[at[0]] if at[1] == 0 else pieces[at[0]][::-1])
            at = partner.get((at[0], 1 - at[1]))
        answer.append(np.concatenate(chain))
    return answer


def _pairs(pieces: list[Line]) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """Ends that meet within 4 pixels and turn by less than 50 degrees, straightest first."""
    from scipy.spatial import cKDTree

    if len(pieces) < 2:
        return []
    keys = [(i, e) for i in range(len(pieces)) for e in (0, 1)]
    tips = np.array([pieces[i][-1 if e else 0] for i, e in keys])
    inner = np.array([pieces[i][max(-7, -len(pieces[i])) if e else min(6, len(pieces[i]) - 1)]
                      for i, e in keys])  # fmt: skip
    out = tips - inner
    out /= np.linalg.norm(out, axis=1, keepdims=True).clip(1e-6)
    close = cKDTree(tips).query_pairs(4.0, output_type="ndarray")
    straight = -(out[close[:, 0]] * out[close[:, 1]]).sum(1)
    order = [k for k in np.argsort(-straight, kind="stable") if straight[k] > 0.64]
    return [(keys[close[k, 0]], keys[close[k, 1]]) for k in order]
