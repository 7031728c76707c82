"""Where people are: the person mask of the whole picture and of a window round every face.

The network likes head and shoulders that fill its picture; so small people are looked at from
closer, once with their chest and once with their body. What hangs together with a face is a
person; what does not (a train, a dog, a cup) is none, however sure the network is.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ....engines import person_mask
from ....engines.crops import Window
from .heads import Head
from .planes import Floats, Guide, blurred, ramp, stretched
from .scene import Pixels

BUST, BODY = (3.5, 0.45), (8.0, 2.6)
"""Windows round a face: side, and how far their centre lies under the face's, in faces."""

REACH = (2.6, 1.6, 7.0)
"""How far people reach from the middle of their face: sideways, up and down, in faces."""

TIMES = 2
"""The masks are put together on a picture this much smaller."""

LARGE = 0.2
"""A face this high (by the picture's longer side) is seen well by the look at the whole."""


def mask(pixels: Pixels, heads: Sequence[Head], guide: Guide) -> Floats:
    """All people, 0..1, height x width. Nobody without a face.

    Raises NoEngine, BadAsset.
    """
    height, width = pixels.shape[:2]
    if not heads:
        return np.zeros((height, width), np.float32)
    shape = -(-height // TIMES), -(-width // TIMES)
    whole = _whole(pixels, shape)
    plane, seen = np.zeros(shape, np.float32), np.zeros(shape, np.float32)
    for head in heads:
        _look(pixels, head, plane, seen)
    # the look at the whole sees large people best, the looks from closer small ones
    large = float(ramp(heads[0].height / max(height, width), 0.08, LARGE))
    trust = seen * (1 - 0.75 * large)
    plane = _ours((trust * plane + (1 - trust) * whole).astype(np.float32), heads)
    return ramp(guide.refined(plane), 0.12, 0.88)


def _whole(pixels: Pixels, shape: tuple[int, int]) -> Floats:
    height, width = pixels.shape[:2]
    side = max(height, width)
    coarse = person_mask.mask(pixels, (width / 2, height / 2), 0.0, side)
    large = stretched(coarse.reshape(person_mask.SIDE, -1), side // TIMES, side // TIMES)
    top, left = (side // TIMES - shape[0]) // 2, (side // TIMES - shape[1]) // 2
    top, left = max(0, top), max(0, left)
    cut = large[top : top + shape[0], left : left + shape[1]]
    return np.pad(cut, ((0, shape[0] - cut.shape[0]), (0, shape[1] - cut.shape[1])), mode="edge")


def _look(pixels: Pixels, head: Head, plane: Floats, looked: Floats) -> None:
    """Look at one person from closer: what is seen goes to ``plane``, where to ``looked``."""
    longest = max(pixels.shape[:2])
    middle = head.mesh[[10, 152], :2].mean(0)
    down = np.array([-np.sin(head.roll), np.cos(head.roll)])
    tall = float(np.linalg.norm(head.mesh[152] - head.mesh[10]))
    for sides, below in (BODY, BUST):
        side = sides * tall
        if sides == BODY[0] and side > 0.9 * longest:
            continue
        angle = head.roll if sides == BUST[0] else 0.0
        aim = down if sides == BUST[0] else np.array([0.0, 1.0])
        x, y = middle + below * tall * aim
        window = Window(
            (float(x), float(y)), angle, side / person_mask.SIDE, *[person_mask.SIDE] * 2
        )
        seen = person_mask.mask(pixels, window.centre, angle, side)
        _lay(plane, looked, seen.reshape(person_mask.SIDE, -1), window)


def _lay(plane: Floats, looked: Floats, seen: Floats, window: Window) -> None:
    """The larger of two masks in the middle of a window, less and less towards its rim."""
    from scipy.ndimage import map_coordinates

    half = window.scale * window.width * 0.75 / TIMES
    x, y = window.centre[0] / TIMES, window.centre[1] / TIMES
    top, bottom = (int(np.clip(v, 0, plane.shape[0])) for v in (y - half, y + half))
    left, right = (int(np.clip(v, 0, plane.shape[1])) for v in (x - half, x + half))
    if bottom <= top or right <= left:
        return
    down = ((np.arange(top, bottom) + 0.5) * TIMES - window.centre[1])[:, None] / window.scale
    across = ((np.arange(left, right) + 0.5) * TIMES - window.centre[0])[None] / window.scale
    cos, sin = np.cos(window.angle), np.sin(window.angle)
    u, v = across * cos + down * sin, down * cos - across * sin
    at = window.width / 2 - 0.5
    found = map_coordinates(seen, [v + at, u + at], order=1, mode="constant", output=np.float32)
    away = np.maximum(np.abs(u), np.abs(v)) / (window.width / 2)
    here = plane[top:bottom, left:right]
    valid = ramp(away, 1.0, 0.86)
    np.maximum(here, found * valid, out=here)
    beside = looked[top:bottom, left:right]
    np.maximum(beside, valid, out=beside)


def _ours(plane: Floats, heads: Sequence[Head]) -> Floats:
    """Only what hangs together with a face and is within reach of one."""
    from scipy.ndimage import label

    rows, columns = np.mgrid[: plane.shape[0], : plane.shape[1]].astype(np.float32)
    near = np.zeros_like(plane)
    for head in heads:
        x, y = head.mesh[[10, 152], :2].mean(0) / TIMES
        tall = max(head.height, 1.0) / TIMES
        across, down = np.abs(columns - x) / tall, (rows - y) / tall
        far = np.hypot(across / REACH[0], np.where(down < 0, -down / REACH[1], down / REACH[2]))
        np.maximum(near, ramp(far, 1.25, 0.95), out=near)
    kept = plane * near
    parts, _ = label(kept > 0.35)
    seeds = {int(parts[place]) for head in heads for place in _places(head, plane.shape)}
    own = np.isin(parts, list(seeds - {0}))
    return kept * ramp(blurred(own.astype(np.float32), 2.0), 0.1, 0.5)


def _places(head: Head, shape: tuple[int, ...]) -> list[tuple[int, int]]:
    """Places (row, column) on a face."""
    points = head.mesh[[1, 9, 50, 280, 152], :2] / TIMES
    return [
        (min(max(int(y), 0), shape[0] - 1), min(max(int(x), 0), shape[1] - 1)) for x, y in points
    ]
