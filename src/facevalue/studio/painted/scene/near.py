"""A face of the working picture as the trait finders want it, and the way back.

``likeness.sight.look`` does the same from a photo; here colours and people are known already.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from ....engines.crops import Window
from ...likeness.sight import BELOW, GREY_CHROMA, NEAR, SIDE, UNIT, Sight
from .heads import Head
from .planes import Floats, Mask, blurred, shrunk

COARSE = 4
"""Whose place a pixel is, is told for squares of so many pixels of the sight."""

Matrix = NDArray[np.float64]


def window(head: Head) -> Window:
    """The square round a head that the trait finders look at."""
    middle = head.mesh[[10, 152], :2].mean(0)
    x, y = middle + BELOW * head.height * np.array([-np.sin(head.roll), np.cos(head.roll)])
    return Window((float(x), float(y)), head.roll, head.height / UNIT, SIDE, SIDE)


def sight(head: Head, others: Sequence[Head], lab: Floats, person: Floats) -> Sight:
    """One head, upright and at one size. ``lab`` and ``person`` are of the working picture."""
    frame = window(head)
    planes = [np.ascontiguousarray(lab[..., k]) for k in range(3)]
    colours = np.stack([warped(plane, frame) for plane in planes], 2).astype(np.float64)
    here = own(lab.shape, frame, head, others)
    mesh = np.column_stack([frame.from_photo(head.mesh[:, :2]), head.mesh[:, 2] / frame.scale])
    chroma = np.hypot(colours[..., 1], colours[..., 2])[here]
    return Sight(
        lab=colours, person=warped(person, frame).astype(np.float64), here=here, mesh=mesh,
        age_points=head.mesh, pixels=head.height, score=head.score, yaw=head.yaw,
        grey=bool(chroma.size == 0 or np.percentile(chroma, 95) < GREY_CHROMA),
    )  # fmt: skip


def warped(plane: Floats, frame: Window) -> Floats:
    """A plane of the picture as the window shows it; outside the picture its rim goes on."""
    from scipy.ndimage import affine_transform

    times = max(1, int(frame.scale))
    part, left, top = _part(plane, frame, times)
    x, y = frame.centre
    matrix, offset = _affine(frame, times, ((x - left) / times, (y - top) / times))
    answer: Floats = affine_transform(
        part, matrix, offset, (frame.height, frame.width), order=1, mode="nearest"
    )
    return answer


def back(mask: Floats, frame: Window, shape: tuple[int, int]) -> tuple[Floats, tuple[int, int]]:
    """A window's mask in the picture: the part that it covers (0..1), and its top and left.

    The part may be empty.
    """
    from scipy.ndimage import affine_transform

    corners = np.array([[0, 0], [1, 0], [0, 1], [1, 1]]) * float(frame.width)
    places = frame.to_photo(corners)
    left, top = (int(v) for v in np.floor(places.min(0)).clip(0, [shape[1], shape[0]]))
    right, bottom = (int(v) for v in np.ceil(places.max(0)).clip(0, [shape[1], shape[0]]))
    if right <= left or bottom <= top:
        return np.zeros((0, 0), np.float32), (top, left)
    soft = mask
    if frame.scale < 1:
        soft = blurred(soft, 0.5 / frame.scale)
    cos, sin = np.cos(frame.angle), np.sin(frame.angle)
    # rows and columns, not x and y: the turn changes its sense
    matrix = np.array([[cos, -sin], [sin, cos]]) / frame.scale
    first = np.array([top + 0.5 - frame.centre[1], left + 0.5 - frame.centre[0]])
    offset = matrix @ first + frame.width / 2 - 0.5
    part: Floats = affine_transform(soft, matrix, offset, (bottom - top, right - left), order=1)
    return part.clip(0, 1), (top, left)


def _affine(frame: Window, times: int, centre: tuple[float, float]) -> tuple[Matrix, Matrix]:
    """From rows and columns of the window to those of a part of the picture."""
    scale = frame.scale / times
    cos, sin = np.cos(frame.angle) * scale, np.sin(frame.angle) * scale
    matrix = np.array([[cos, sin], [-sin, cos]])
    half = frame.width / 2 - 0.5
    offset = np.array([centre[1], centre[0]]) - 0.5 - matrix @ np.array([half, half])
    return matrix, offset


def _part(plane: Floats, frame: Window, times: int) -> tuple[Floats, int, int]:
    """The part of the plane that a window shows, shrunk, and where it begins (x, y)."""
    reach = 0.75 * frame.width * frame.scale
    x, y = frame.centre
    left, top = (
        int(np.clip(v - reach, 0, m - 1)) for v, m in ((x, plane.shape[1]), (y, plane.shape[0]))
    )
    right, bottom = (
        int(np.clip(v + reach, a + 1, m))
        for v, a, m in ((x, left, plane.shape[1]), (y, top, plane.shape[0]))
    )
    return shrunk(plane[top:bottom, left:right], times), left, top


def _places(frame: Window, step: int) -> tuple[Floats, Floats]:
    """Columns and rows (x, y) in the picture of every ``step``-th pixel of a window."""
    at = np.arange(0, frame.width, step, dtype=np.float32) + 0.5 * step - frame.width / 2
    at = (at * frame.scale).astype(np.float32)
    cos, sin = np.float32(np.cos(frame.angle)), np.float32(np.sin(frame.angle))
    x = at[None] * cos - at[:, None] * sin + np.float32(frame.centre[0])
    y = at[None] * sin + at[:, None] * cos + np.float32(frame.centre[1])
    return x, y


def _inside(shape: tuple[int, ...], frame: Window) -> Mask:
    x, y = _places(frame, 1)
    here: Mask = (x >= 0) & (x < shape[1]) & (y >= 0) & (y < shape[0])
    return here


def own(
    shape: tuple[int, ...], frame: Window, head: Head, others: Sequence[Head], near: float = NEAR
) -> Mask:
    """Which pixels of a window lie in the picture, nearer to this head than to any other.

    Nearness goes by each head's own size; with ``near`` under 1 what lies between is nobody's.
    """
    x, y = _places(frame, COARSE)
    mine, nearest = _distance(x, y, head), np.ones(x.shape, np.bool_)
    reach = 4 * head.height
    for other in others:
        if other is not head and _apart(head, other) < reach + 4 * other.height:
            nearest &= mine < near * _distance(x, y, other)
    fine = nearest.repeat(COARSE, 0).repeat(COARSE, 1)[: frame.height, : frame.width]
    return fine & _inside(shape, frame)


def _apart(one: Head, other: Head) -> float:
    return float(np.linalg.norm(one.mesh[1, :2] - other.mesh[1, :2]))


def _distance(x: Floats, y: Floats, head: Head) -> Floats:
    """From the middle of a face, in heights of that face; a body reaches down farther."""
    left, top, right, bottom = head.face.box
    across = (x - (left + right) / 2) / (bottom - top)
    down = (y - (top + bottom) / 2) / (bottom - top)
    away: Floats = np.hypot(across, np.where(down > 0, down / 2, down)).astype(np.float32)
    return away
