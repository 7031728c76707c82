"""A background in watercolour: transparent washes on white paper."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from .. import palette
from ..scene.scene import Scene
from ..touch import Touch
from . import field as fields
from . import seen as views
from . import tips, washes
from .easel import Easel
from .field import Field, squared
from .lay import Layer, laid
from .seen import Seen
from .strokes import SPINE, Strokes
from .washes import Glaze

Floats = NDArray[np.float32]

PAPER = np.array([0.985, 0.0, 0.006], np.float32)
"""White paper, a little warm: OKLab."""

LEVELS = (0.90, 0.80, 0.69, 0.58, 0.46, 0.34, 0.23)
"""Lightness below which each further glaze is laid."""

SOFT = (2.0, 2.0, 1.6, 1.2, 1.0, 0.8, 0.7)
"""How much each glaze's outline is smoothed, pixels of its plane."""

COLOURS = 10
"""First washes, each of another colour."""

FRESH = 0.45
"""By how much weak colours are stronger in water than in the photo; not on skin."""

WARM, COOL = (0.005, 0.016), (0.006, -0.022)
"""What greys get in the light and in the shade (OKLab a, b): mixed greys are never dead."""

WET, DEEPEST = 0.03, 0.42
"""The first wash stays lighter than its surroundings by so much (OKLab), and than this."""

UNREST = 0.022
"""How far lightness wavers within a wash."""

MEET = 0.45
"""Share of a place at which neighbouring first washes end: under a half, they just overlap."""


def watercolour(canvas: Any, scene: Scene, touch: Touch) -> None:
    """Paint the whole picture in watercolour. Raises NoEngine without a drawing library."""
    photo = palette.oklab(scene.pixels)
    manner = palette.chosen(photo, touch)
    field = fields.read(scene)
    seen = views.read(scene, photo, manner, field, 0.45 * touch.strength)
    keep = views.skin(scene, field.faces)
    seen = Seen(*(_keyed(v, keep) for v in (seen.broad, seen.middle, seen.fine, seen.sharp)))
    easel = Easel(canvas, scene.width, scene.height)
    shake = washes.unrest(photo.shape[:2], touch.chance("washes"))
    before = _first(easel, scene, seen, shake, touch)
    _glazes(easel, scene, seen, field, shake, before)
    _accents(easel, scene, seen, field, touch)


def _keyed(lab: Floats, keep: Floats) -> Floats:
    """Colours as water carries them: lights are the paper, darks open; skin stays (``keep``)."""
    light = lab[..., 0].clip(0.02, 1)
    paper = 0.05 * ((light - 0.72) / 0.2).clip(0, 1)
    opened = light + 0.11 * np.sin(np.pi * light) * light + paper - 0.08 * (1 - light) ** 2
    opened = (opened + (light + 0.018 - opened) * keep).clip(0.02, 1)
    weak = np.exp(-((np.hypot(lab[..., 1], lab[..., 2]) / 0.09) ** 2)) * (1 - keep)
    more = np.minimum(opened / light, 1.4) * (1.08 - 0.08 * keep + FRESH * weak)
    colours = lab[..., 1:] * more[..., None]
    for axis in (0, 1):
        warm = ((light - 0.5) / 0.25).clip(0, 1) * ((0.92 - light) / 0.12).clip(0, 1)
        cool = ((0.6 - light) / 0.3).clip(0, 1)
        colours[..., axis] += weak * (WARM[axis] * warm + COOL[axis] * cool)
    answer: Floats = np.concatenate([opened[..., None], colours], -1)
    return answer.astype(np.float32)


def _first(easel: Easel, scene: Scene, view: Seen, shake: Floats, touch: Touch) -> Floats:
    """The paper, a breath of colour, and a first light wash for each colour in its own shape.

    Returns what is then on the paper: sRGB 0..1, half the working size.
    """
    from scipy.ndimage import gaussian_filter

    seen = view.middle[::2, ::2]
    breath = gaussian_filter(view.broad[::2, ::2], (3, 3, 0)) * np.array([1, 0.5, 0.5], np.float32)
    breath[..., 0] = 0.5 + 0.5 * _wet(breath[..., 0]) + 0.01 * shake[::2, ::2]
    ground = np.minimum(palette.srgb(breath), palette.srgb(PAPER))
    easel.ground(palette.oklab(ground))
    before: Floats = (ground / np.float32(255)).astype(np.float32)
    aim = seen.copy()
    aim[..., 0] = np.maximum(aim[..., 0], _wet(seen[..., 0])) + UNREST * shake[::2, ::2]
    ratio = np.minimum(palette.srgb(aim) / np.float32(255) / before, 1)
    place = _parted(seen, scene.sky[::2, ::2] > 0.5, touch)
    for kind in range(COLOURS + 1):
        inside = (place == kind).astype(np.float32)
        if not inside.any():
            continue
        share = gaussian_filter(inside, 1.0) + 0.02 * shake[::2, ::2]
        colours = washes.spread(ratio, inside, 2.5)
        washes.laid(easel, Glaze(share, MEET, 2, colours, 60.0, 0.25))
        before *= 1 + (colours - 1) * (share > MEET)[..., None]
    return before


def _wet(light: Floats) -> Floats:
    """The tone that is laid while the paper is wet: soft, and lighter than the lights nearby."""
    from scipy.ndimage import gaussian_filter, maximum_filter

    around: Floats = gaussian_filter(maximum_filter(light, 7), 6.0)
    return (around + WET).clip(DEEPEST, 1.0)


def _parted(seen: Floats, sky: NDArray[np.bool_], touch: Touch) -> NDArray[np.intp]:
    """Which first wash each pixel belongs to; the sky is one of its own, small bits are not."""
    from scipy.ndimage import gaussian_filter

    lively = seen * np.array([0.45, 1, 1], np.float32)
    tubes = palette.tubes(lively, COLOURS, touch.chance("first washes"))
    apart = [squared((lively - tube) * np.array([1, 2, 2], np.float32)) for tube in tubes]
    place = np.argmin(apart, 0)
    place[sky] = COLOURS
    kinds = range(COLOURS + 1)
    shares = [gaussian_filter((place == kind).astype(np.float32), 3.2) for kind in kinds]
    answer: NDArray[np.intp] = np.argmax(shares, 0)
    return answer


def _glazes(
    easel: Easel, scene: Scene, view: Seen, field: Field, shake: Floats, before: Floats
) -> None:
    """From light to dark, each inside its shape, each a little crisper than the last."""
    from scipy.ndimage import gaussian_filter

    edges = gaussian_filter(scene.edge * scene.order, 3.0) * 3
    close = np.maximum(gaussian_filter((field.matters > 0.3).astype(np.float32), 4.0), edges)
    close = close.clip(0.35, 1) * (1 - scene.sky)
    plane = view.middle[..., 0] + (view.fine[..., 0] - view.middle[..., 0]) * close
    plane += (gaussian_filter(plane, 9.0) - plane) * scene.sky
    seen = view.middle[::2, ::2]
    seen = seen + (view.fine[::2, ::2] - seen) * close[::2, ::2, None]
    spare = (1 - 0.875 * field.faces + 200 * scene.sky).astype(np.float32)
    for number, level in enumerate(LEVELS):
        below = (*LEVELS, -1.0)[number + 1]
        crisp = gaussian_filter(plane, SOFT[number])
        crisp += (plane - crisp) * field.close**2 + shake * 0.012 * (1 - field.close)
        inside = (crisp[::2, ::2] < level).astype(np.float32)
        aim = seen.copy()
        aim[..., 0] = np.maximum(aim[..., 0], (level + below) / 2) + UNREST * shake[::2, ::2]
        target = np.minimum(palette.srgb(aim) / np.float32(255), before)
        ratio = washes.spread(target / before.clip(0.02), inside, 1.2)
        least = (50 if number > 2 else 150) * spare
        washes.laid(easel, Glaze(-crisp, -level, 1, ratio, least))
        before = before * (1 + (ratio - 1) * inside[..., None])


def _accents(easel: Easel, scene: Scene, seen: Seen, field: Field, touch: Touch) -> None:
    """The darks put in last with the point of the brush."""
    from scipy.ndimage import gaussian_filter

    chance = touch.chance("accents")
    fine = seen.fine
    edges = fields.room(fine, 0.05)
    sure = gaussian_filter(scene.order * scene.edge, 3.0) * 4
    tip = tips.wash(touch.chance("wash tip"), 8, 32, 128)
    for radius, look, error in ((2.4, 0.2, 0.05), (1.4, 0.2, 0.045)):
        so_far = easel.seen()
        darker = (so_far[..., 0] - fine[..., 0] > 0.015).astype(np.float32)
        near = np.exp(-((edges / 5) ** 2))
        need = darker * near * (look * sure + field.faces)
        layer = Layer(radius, gap=1.1, reach=6, error=error, tolerance=0.08, least=0.3, jitter=0.0)
        strokes = laid(layer, fine, so_far, need.astype(np.float32), edges, field, chance)
        strokes = strokes.take(_worth(strokes, field))
        easel.strokes(_thinned(strokes, so_far).thin(), tip, "kMultiply")


def _thinned(strokes: Strokes, so_far: Floats) -> Strokes:
    """Strokes whose colour, multiplied with what is there, gives the colour wanted."""
    middle = strokes.spine[:, SPINE // 2].round().astype(np.intp)
    x = middle[:, 0].clip(0, so_far.shape[1] - 1)
    y = middle[:, 1].clip(0, so_far.shape[0] - 1)
    there = palette.srgb(so_far[y, x]) / np.float32(255)
    wanted = palette.srgb(strokes.colour) / np.float32(255)
    ratio = (wanted / there.clip(0.02)).clip(0.25, 1)
    colour = palette.oklab((ratio * 255).astype(np.uint8))
    return Strokes(strokes.spine, strokes.width, colour, strokes.opacity, strokes.row)


def _worth(strokes: Strokes, field: Field) -> NDArray[np.bool_]:
    """Long ones anywhere, short ones only in faces: flecks are not drawing."""
    ends = strokes.spine[:, -1] - strokes.spine[:, 0]
    long = np.hypot(ends[:, 0], ends[:, 1]) > 7 * strokes.width.max(1)
    x, y = strokes.spine[:, SPINE // 2].round().astype(np.intp).T
    faces = field.faces[y.clip(0, field.faces.shape[0] - 1), x.clip(0, field.faces.shape[1] - 1)]
    answer: NDArray[np.bool_] = long | (faces > 0.5)
    return answer
