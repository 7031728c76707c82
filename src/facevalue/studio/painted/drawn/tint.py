"""A flat tint of each person's own tone under the lines of a drawing.

Paper is lighter than anybody's skin, so lines alone would make everybody lighter, dark skin
most. Who draws on paper lays a tint first. Here its depth is found by looking: the drawing is
played over it, the mean colour of each face is compared with the photo's, and the tint is
mixed again.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.ndimage import gaussian_filter

from ..canvas import played, recorded
from ..scene.scene import Floats, Pixels, Scene, cielab
from .flesh import Flesh
from .lines import Plane
from .marks import Marks
from .tooth import Colour

ROUNDS = 3
"""How often the tint is mixed again."""

VIVID = 42.0
"""Skin of more chroma than this is lit by coloured light; the tint is not."""

GLEAM = 28.0
"""Whites of eyes are lighter than the skin round them by about so much, L*."""

HAIR = 0.75
"""How much of hair's own tone lies under its lines: some paper stays for the shine."""

DARKEST = 6.0
"""The deepest tint, L*."""


@dataclass(frozen=True, eq=False)
class Tint:
    """How skin is tinted: how much of its chroma, how much of its soft shading, by what."""

    chroma: float
    shading: float
    lay: Any


def tinted(canvas: Any, scene: Scene, skin: Flesh | None, how: Tint, sheet: Any, over: Any) -> None:
    """Paper, tint, drawing: ``sheet(canvas)`` lays the paper, ``over`` is a ``skia.Picture``.

    ``how.lay(canvas, pixels)`` lays a picture of the tint (half the size, straight alpha).
    """
    if skin is None:
        sheet(canvas)
        canvas.drawPicture(over)
        return
    soft = gaussian_filter(scene.lab[..., 0], 4.0)
    relief = how.shading * (soft - skin.means[skin.whose, 0]).astype(np.float32)
    much = how.chroma * np.minimum(1, VIVID / np.hypot(*skin.means.T[1:]).clip(1e-6))
    wanted = skin.means * np.stack([np.ones_like(much), much, much], 1)
    tints = wanted.copy()

    def draw(canvas: Any) -> None:
        sheet(canvas)
        how.lay(canvas, _colours(tints, skin, relief))
        canvas.drawPicture(over)

    for _ in range(ROUNDS):
        tints += wanted - seen(scene, skin, draw)
        tints[:, 0] = tints[:, 0].clip(DARKEST, 98)
        tints[:, 1:] = tints[:, 1:].clip(-45, 60)
    draw(canvas)


def seen(scene: Scene, skin: Flesh, draw: Any) -> Plane:
    """The mean CIELAB of each face as it comes out, n x 3."""
    picture = recorded(scene.width, scene.height, draw)
    means = []
    for rows, columns in skin.faces:
        top, left = int(rows.min()), int(columns.min())
        box = (top, left, int(rows.max()) + 1, int(columns.max()) + 1)
        part = played(picture, 1.0, box)[..., :3]
        means.append(cielab(part[rows - top, columns - left][None])[0].mean(0))
    return np.array(means, np.float64)


def _colours(tints: Plane, skin: Flesh, relief: Floats) -> Pixels:
    """The tint of every place, half the size: sRGB and alpha."""
    from skimage.color import lab2rgb

    lab = tints[skin.whose[::2, ::2]]
    lab[..., 0] = (lab[..., 0] + relief[::2, ::2]).clip(DARKEST, 99)
    hair = skin.hair[::2, ::2, None] * HAIR
    locks = skin.locks[skin.whose[::2, ::2]] * np.array([1, 0.6, 0.6])
    lab = gaussian_filter(lab + hair * (locks - lab), (2, 2, 0))
    there = np.maximum(skin.where[::2, ::2, None], hair)
    shown = np.concatenate([lab2rgb(lab), there], -1)
    answer: Pixels = (255 * shown.clip(0, 1) + 0.5).astype(np.uint8)
    return answer


def white(scene: Scene, one: Marks, paper: Colour) -> Colour:
    """What eyes and teeth are left in: paper, in dim light or before dark skin toned down."""
    x, y = one.oval.mean(0).astype(int)
    row, column = min(max(y, 0), scene.height - 1), min(max(x, 0), scene.width - 1)
    reach = max(int(0.3 * one.size), 1)
    part = scene.lab[max(row - reach, 0) : row + reach, max(column - reach, 0) : column + reach, 0]
    share = float(np.clip((np.median(part) + GLEAM) / 96, 0.5, 1.0))
    red, green, blue = (round(share * channel + (1 - share) * 40) for channel in paper)
    return red, green, blue
