"""How the face finder looks at a photo: at what sizes, from how close, and turned how far.

A photo is looked at mirrored in a *fine* view (twice its size, at most 1.6 megapixels) and in
a *coarse* view of half that. Where a larger photo shows small heads, the parts that hold them
are looked at again in the same way, up to CLOSER times finer, and those looks decide.

The network knows upright heads. So the photo is glanced at in a *quarter* view (half of the
coarse one) turned by one, two and three quarters as well. A photo that seems to lie on its
side or upside down is looked at whole in that turn; single heads that lie are looked at again,
turned, from as close as the rest.

The numbers were chosen on labelled street and crowd photos by ``bench/faces.py``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .boxes import overlap
from .centerface import Finds, joined, look
from .views import Floats, Pixels, halved, resized

FINE_AREA = 1472 * 1088
"""Pixels of the fine view, at most."""

GROWTH = 2.0
"""Small photos are enlarged this much, at most."""

SMALL = 20.0
"""A head lower than this (pixels of the fine view) deserves a closer look ..."""

DOUBT = 0.15
"""... if the network answers at least this."""

CLOSER, WORTH = 4.0, 1.25
"""How much finer than the fine view the closer look is: at most, and at least to be worth it."""

TILE, MARGIN = 256, 28
"""Pitch and margin of the closer look's tiles, in pixels of the fine view."""

LEVELS = 4
"""Views of one turn: coarse, fine, and both again from closer."""

SEEN = 0.3
"""Answers above this speak for a turn, each with what it is above."""

SURE = 0.7
"""Answer of the fine view, in a photo that is taken for upright without asking further."""

ROOM = 1.0
"""Space around lying heads that are looked at again, in sides of their boxes."""


@dataclass(frozen=True, slots=True)
class Views:
    """A photo (uint8, height x width x 3) in three sizes; ``scale`` is fine view by photo."""

    pixels: Pixels
    scale: float
    fine: Floats
    coarse: Floats
    quarter: Floats


def fine_scale(width: int, height: int) -> float:
    """Fine view by photo of that size."""
    return float(min(GROWTH, (FINE_AREA / (height * width)) ** 0.5))


def reach(width: int, height: int) -> float:
    """The finest view in which a head of a photo of that size can be seen, by photo."""
    return min(GROWTH, CLOSER * fine_scale(width, height))


def views_of(pixels: Pixels) -> Views:
    """The views of a photo."""
    scale = fine_scale(pixels.shape[1], pixels.shape[0])
    fine = _sized(pixels, scale)
    coarse = halved(fine)
    small = halved(coarse)
    sides = [(0, 0), *((0, -side % 32) for side in small.shape[1:])]
    return Views(pixels, scale, fine, coarse, np.pad(small, sides))


def looks(session: Any, pixels: Pixels) -> Finds:
    """What a photo shows, in its pixels; the level of a find is LEVELS times its turn + view."""
    views = views_of(pixels)
    seen = {0: _whole(session, views, 0)}
    glances, whole = _glances(session, views, seen[0])
    if whole:
        seen[whole] = _whole(session, views, whole)
    known = joined(list(seen.values()))
    lying = [_lying(session, views, glances[turn], known) for turn in glances if turn not in seen]
    return joined([known, *(finds for finds in lying if finds is not None)])


def leaning(finds: Finds) -> Floats:
    """How far finds lean in the view that shows them, by the line through their eyes.

    One minus the cosine of the roll: 0 upright, 1 lying, 2 upside down. The network finds large
    heads that lean as well, but their landmarks only roughly.
    """
    across, down = (finds.points[:, 1] - finds.points[:, 0]).T
    roll = np.arctan2(down, across) - np.pi / 2 * (finds.level // LEVELS)
    lean: Floats = (1 - np.cos(roll)).astype(np.float32)
    return lean


def standing(finds: Finds) -> NDArray[np.bool_]:
    """Which finds stand upright in the view that shows them, by less than half a quarter turn."""
    upright: NDArray[np.bool_] = leaning(finds) < 1 - np.cos(np.pi / 4)
    return upright


def strength(finds: Finds) -> float:
    """How much speaks for the turn in which these were found: heads that stand in it."""
    return float((finds.scores[standing(finds)].clip(SEEN) - SEEN).sum())


def _sized(pixels: Pixels, scale: float) -> Floats:
    height, width = pixels.shape[:2]
    return resized(pixels, max(1, round(height * scale)), max(1, round(width * scale)))


def _glances(session: Any, views: Views, upright: Finds) -> tuple[dict[int, Finds], int]:
    """What the photo shows when turned, by turn, and the turn that suits it best.

    The quarter view is enough where the upright photo shows a sure face and no turned one
    shows more.
    """
    small = [_glance(session, views.quarter, views.scale / 4, turn) for turn in range(4)]
    sure = upright.scores[(upright.level == 1) & standing(upright)].max(initial=0) >= SURE
    if sure and max(map(strength, small[1:])) <= strength(small[0]):
        return dict(enumerate(small[1:], 1)), 0
    turned = [_glance(session, views.coarse, views.scale / 2, turn) for turn in (1, 2, 3)]
    strengths = [strength(finds) for finds in (upright[upright.level == 0], *turned)]
    return dict(enumerate(turned, 1)), int(np.argmax(strengths))


def _glance(session: Any, view: Floats, scale: float, turn: int) -> Finds:
    return look(session, view, LEVELS * turn, scale, turn=turn)


def _whole(session: Any, views: Views, turn: int) -> Finds:
    """What the views of a photo show in one turn, in photo pixels."""
    finds = _two_looks(session, views.fine, views.coarse, views.scale, LEVELS * turn)
    small = finds.tall() < SMALL / views.scale
    doubtful = finds[small & (finds.scores > DOUBT)]
    if views.scale * WORTH > GROWTH or not len(doubtful.scores):
        return finds
    return joined([finds[~small], *_close_looks(session, views, doubtful, turn)])


def _two_looks(session: Any, fine: Floats, coarse: Floats, scale: float, level: int) -> Finds:
    """Finds of two views: mirrored in the fine one (level + 1), and in the coarse one (level)."""
    turn = level // LEVELS
    near = look(session, fine, level + 1, scale, mirror=True, turn=turn)
    return joined([near, look(session, coarse, level, scale / 2, turn=turn)])


def _part(
    session: Any, views: Views, box: tuple[int, int, int, int], scale: float, level: int
) -> Finds:
    """Finds of a part of a photo (left, top, right, bottom) in pixels of the photo."""
    left, top, right, bottom = box
    view = _sized(views.pixels[top:bottom, left:right], scale)
    finds = _two_looks(session, view, halved(view), scale, level)
    by = np.array([left, top], np.float32)
    return Finds(finds.boxes + np.tile(by, 2), finds.scores, finds.points + by, finds.level)


def _close_looks(session: Any, views: Views, small: Finds, turn: int) -> Iterator[Finds]:
    """Closer finds of the small heads, tile by tile."""
    pitch, margin = int(TILE / views.scale), int(MARGIN / views.scale)
    closer = reach(views.pixels.shape[1], views.pixels.shape[0])
    centres = _centres(small)
    tiles, which = np.unique((centres // pitch).astype(int), axis=0, return_inverse=True)
    for index in range(len(tiles)):
        held = centres[which.reshape(-1) == index]  # numpy 2.0 gives n x 1
        left, top = (held.min(0) - margin).clip(0).astype(int).tolist()
        right, bottom = (held.max(0) + margin).astype(int).tolist()
        finds = _part(session, views, (left, top, right, bottom), closer, LEVELS * turn + 2)
        here = (_centres(finds) // pitch == tiles[index]).all(1)
        yield finds[here & (finds.tall() < margin)]


def _lying(session: Any, views: Views, glance: Finds, known: Finds) -> Finds | None:
    """A look at the part of a turned photo in which a glance saw more heads that stand."""
    known, glance = known[standing(known)], glance[standing(glance)]
    best = [known.scores[overlap(box, known.boxes) > 0.3].max(initial=0) for box in glance.boxes]
    heads = glance[(glance.scores > SEEN) & (glance.scores > np.array(best))]
    if not len(heads.scores):
        return None
    room = ROOM * (heads.boxes[:, 2:] - heads.boxes[:, :2]).max()
    left, top = (heads.boxes[:, :2].min(0) - room).clip(0).astype(int).tolist()
    right, bottom = (heads.boxes[:, 2:].max(0) + room).astype(int).tolist()
    return _part(session, views, (left, top, right, bottom), views.scale, int(heads.level[0]))


def _centres(finds: Finds) -> Floats:
    middle: Floats = (finds.boxes[:, :2] + finds.boxes[:, 2:]) * np.float32(0.5)
    return middle
