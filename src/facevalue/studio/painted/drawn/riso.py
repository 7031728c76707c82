"""A stencil print: three inks on toned paper, flats and dots, a little out of register."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import gaussian_filter

from ..canvas import skia
from ..scene.scene import Floats, Scene
from ..touch import Touch
from . import areas, contours, cuts, plates, quiet, tone, tooth, trace
from .lines import CELL, Lines, filled, stroked, tapered
from .marks import Marks, marks
from .visage import Paints, drawn

PITCH = 4.0
"""From dot to dot, working pixels."""

ANGLES = (0.26, 1.31, 0.79)
"""Of the screens, radians: thirty degrees apart, so that no pattern shows between them."""

SLIPS = ((0.0, 0.0), (1.5, -1.0), (-1.2, 1.3))
"""How far each plate has slipped at full strength, working pixels."""

LEAST = 0.14
"""Less of the dark ink than this is left away."""

OWN = 0.8
"""How far skin keeps the photo's own lightness."""

LIFT = 0.17
"""The darkest tone that is asked for; a print of three inks is heavy enough."""

SOLID = 0.74
"""From this coverage on a plate is printed without dots."""


def riso(canvas: Any, scene: Scene, touch: Touch) -> None:
    """Print the scene."""
    faces = [marks(scene, one, touch.likeness) for one in scene.people if one.drawn]
    face = quiet.mask(scene, [one.oval for one in faces], 2.0)
    plain = tone.tones(scene)
    light = tone.with_skin(plain, scene, face)
    skin = np.maximum(scene.skin, face) * (1 - scene.hair)
    lab = _poster(scene, light, skin)
    inks = plates.chosen(lab, skin, touch.chance("riso inks"))
    tooth.sheet(canvas, plates.PAPER)
    covers = inks.coverage(lab)
    covers[0] = _dark(covers[0], skin)
    for number in (1, 2, 0):
        slip = np.array(SLIPS[number]) * touch.strength
        canvas.save()
        canvas.translate(*slip.tolist())
        _plate(canvas, covers[number], skin, _ink(inks.colours[number]), ANGLES[number])
        canvas.restore()
    _key(canvas, scene, plain, faces, inks.colours)


def _poster(scene: Scene, light: Floats, skin: Floats) -> Floats:
    """The colours to print: calm ones, with the drawing's tones."""
    lab = np.empty_like(scene.lab)
    lab[..., 0] = 100 * (LIFT + (1 - LIFT) * tone.calm(light, 4, 2e-3))
    own = tone.calm(scene.lab[..., 0] * np.float32(0.01), 4, 2e-3)
    lab[..., 0] += OWN * skin * (100 * own - lab[..., 0])
    for plane in (1, 2):
        lab[..., plane] = 1.15 * gaussian_filter(scene.lab[..., plane], 1.5)
    return lab


def _dark(cover: Floats, skin: Floats) -> Floats:
    """The dark plate: nothing in the lights, and on skin only in deep shade (no dirt)."""
    least = LEAST + 0.22 * skin
    answer: Floats = ((cover - least) / (1 - least)).clip(0, 1)
    return answer


def _ink(colour: tuple[int, int, int]) -> Any:
    """A paint that multiplies, with the fine specks of a stencil."""
    paint = tooth.dry(colour, 0.97, 1.0, 0.3)
    paint.setBlendMode(skia().BlendMode.kMultiply)
    return paint


def _plate(canvas: Any, cover: Floats, skin: Floats, paint: Any, angle: float) -> None:
    """One ink: flats where there is much of it, dots where there is less, and on skin."""
    library = skia()
    soft = gaussian_filter(cover, 1.0)
    open_ = SOLID + skin - soft
    filled(canvas, areas.below(open_, 0.0, 60.0, 1.2), paint, holes=True)
    x, y, radius = _dots(soft, areas.inside(open_, 0.0, 60.0, 1.2), angle)
    groups: dict[tuple[int, int], Any] = {}
    for column, row, size in zip(x.tolist(), y.tolist(), radius.tolist(), strict=True):
        path = groups.setdefault((int(column // CELL), int(row // CELL)), library.Path())
        path.addCircle(column, row, size)
    for cell in sorted(groups):
        canvas.drawPath(groups[cell], paint)


def _dots(cover: Floats, flat: NDArray[np.bool_], angle: float) -> tuple[Floats, Floats, Floats]:
    """Centres and radii of the dots of one screen, pixels; none where it is ``flat``."""
    height, width = cover.shape
    reach = np.hypot(height, width) / 2
    steps = np.arange(-reach, reach, PITCH)
    u, v = np.meshgrid(steps, steps)
    x = width / 2 + u * np.cos(angle) - v * np.sin(angle)
    y = height / 2 + u * np.sin(angle) + v * np.cos(angle)
    within = (x >= 0) & (x < width) & (y >= 0) & (y < height)
    x, y = x[within], y[within]
    share = cover[y.astype(np.intp), x.astype(np.intp)]
    keep = (share > 0.05) & ~flat[y.astype(np.intp), x.astype(np.intp)]
    radius = PITCH * np.sqrt(share[keep] / np.pi)
    return x[keep], y[keep], radius


def _key(
    canvas: Any, scene: Scene, plain: Floats, faces: Sequence[Marks],
    inks: Sequence[tuple[int, int, int]],
) -> None:  # fmt: skip
    """The drawing on the dark plate."""
    library = skia()
    pen = _ink(inks[0])
    soft = tone.calm(plain, 3, 1e-3)
    strength = contours.field(soft, scene.angle, 1.2, 1.0, scene.lab[..., 1:])
    strength = quiet.softened(strength, soft, scene, faces)
    strength *= 1 - quiet.fine(scene, faces, quiet.TINY)
    strength *= 1 + 0.8 * quiet.rim(scene.person)
    found = trace.traced(strength, 0.14, 0.36, 18, 8.0)
    width = (0.6 + 2.6 * found.width) * quiet.pen(faces, found.points)
    stroked(canvas, tapered(Lines(found.points, width, found.starts)), pen)
    filled(canvas, cuts.tiny(scene, plain, faces), pen, holes=True)
    white = library.Paint(AntiAlias=True, Color=library.Color(*plates.PAPER))
    # Faces are drawn where dark and warm ink lie over each other.
    warm = _warm(inks)
    both = (inks[0][0] * warm[0] // 255, inks[0][1] * warm[1] // 255, inks[0][2] * warm[2] // 255)
    lips = tooth.dry(warm, 0.5, 1.0)
    lips.setBlendMode(library.BlendMode.kMultiply)
    paints = Paints(tooth.dry(both, 0.97, 1.0, 0.3), white, tooth.dry(both, 0.6, 1.0), lips)
    for one in faces:
        if one.size >= quiet.TINY:
            drawn(canvas, one, paints)
        if one.glasses:
            filled(canvas, cuts.frames(scene, one), pen, holes=True)


def _warm(inks: Sequence[tuple[int, int, int]]) -> tuple[int, int, int]:
    """The redder of the light inks."""
    return max(inks[1:], key=lambda ink: ink[0] - ink[1])
