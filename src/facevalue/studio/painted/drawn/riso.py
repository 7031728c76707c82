"""A stencil print: three inks on toned paper, flats and dots, a little out of register."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import gaussian_filter

from ..canvas import recorded, skia
from ..scene.scene import Floats, Scene
from ..touch import Touch
from . import areas, contours, cuts, flesh, kit, plates, quiet, tint, tone, tooth, trace
from .lines import CELL, Lines, filled, stroked, tapered
from .marks import Marks, marks
from .visage import Paints, drawn

KIT = kit.Kit(plates.PAPER, plates.KEYS[0], plates.KEYS[0])

PITCH = 4.0
"""From dot to dot, working pixels."""

ANGLES = (0.26, 1.31, 0.79)
"""Of the screens, radians: thirty degrees apart, so that no pattern shows between them."""

SLIPS = ((0.0, 0.0), (1.5, -1.0), (-1.2, 1.3))
"""How far each plate has slipped at full strength, working pixels."""

LEAST = 0.14
"""Less of the dark ink than this is left away."""

ONSKIN = 0.06
"""The same on skin."""

OWN = 0.8
"""How far skin keeps the photo's own lightness."""

LIFT = 0.17
"""The darkest tone that is asked for; a print of three inks is heavy enough."""

PROOFS, EDGE = 2, 8
"""How often the print is looked at and skin corrected, and what is printed round a face for it."""

SOLID = 0.88
"""From this coverage on a plate is printed without dots."""


_RADIUS = np.concatenate([np.linspace(0, 0.5, 40), np.linspace(0.505, 0.71, 40)])
_COVER = np.pi * _RADIUS**2
_LENS = _RADIUS[40:]
_COVER[40:] -= 4 * (
    _LENS**2 * np.arccos(0.5 / _LENS) - 0.5 * np.sqrt(_LENS**2 - 0.25)
)  # fmt: skip
"""Radius of a dot by the share of its square that it is to cover: from a half on dots meet."""


def riso(canvas: Any, scene: Scene, touch: Touch) -> None:
    """Print the scene; skin is printed again until it is as dark as in the photo."""
    faces = [marks(scene, one, touch.likeness) for one in scene.people if one.drawn]
    face = quiet.mask(scene, [one.oval for one in faces], 2.0)
    plain = tone.tones(scene)
    flat = flesh.flesh(scene, face)
    skin = np.maximum(scene.skin, face if flat is None else flat.where) * (1 - scene.hair)
    lab = _poster(scene, tone.with_skin(plain, scene, face), skin)
    tools = kit.chosen(KIT, scene, touch)
    inks = plates.chosen(lab, skin, touch.chance("riso inks"), plates.drums(touch, tools))
    key = recorded(
        scene.width, scene.height, lambda over: _key(over, scene, plain, faces, inks, tools)
    )
    sheet = Print(lab, skin, inks, tools, touch.strength)
    if flat is not None:
        _proofed(scene, flat, sheet, key)
    sheet.on(canvas)
    canvas.drawPicture(key)


@dataclass(eq=False)
class Print:
    """What is printed: ``lab`` may be changed between proofs."""

    lab: Floats
    skin: Floats
    inks: plates.Inks
    tools: kit.Kit
    slip: float

    def on(self, canvas: Any, only: Floats | None = None) -> None:
        """Paper and three plates; a proof has ink ``only`` where that is 1."""
        tooth.sheet(canvas, self.tools.paper, 0.035 * self.tools.rough)
        covers = self.inks.coverage(self.lab, self.skin)
        if only is not None:
            covers = [cover * only for cover in covers]
        covers[0] = _dark(covers[0], self.skin)
        for number in (1, 2, 0):
            canvas.save()
            canvas.translate(*(self.slip * np.array(SLIPS[number])).tolist())
            ink = _ink(self.inks.colours[number])
            _plate(canvas, covers[number], self.skin, ink, ANGLES[number])
            canvas.restore()


def _poster(scene: Scene, light: Floats, skin: Floats) -> Floats:
    """The colours to print: calm ones, with the drawing's tones."""
    lab = np.empty_like(scene.lab)
    lab[..., 0] = 100 * (LIFT + (1 - LIFT) * tone.calm(light, 4, 2e-3))
    own = tone.calm(scene.lab[..., 0] * np.float32(0.01), 4, 2e-3)
    lab[..., 0] += OWN * skin * (100 * own - lab[..., 0])
    for plane in (1, 2):
        lab[..., plane] = 1.15 * gaussian_filter(scene.lab[..., plane], 1.5)
    return lab


def _proofed(scene: Scene, flat: flesh.Flesh, sheet: Print, key: Any) -> None:
    """Look at proofs and ask for other colours of skin until they come out as wanted."""
    proof = np.zeros_like(flat.where)
    for rows, columns in flat.faces:
        proof[max(rows.min() - EDGE, 0) : rows.max() + EDGE,
              max(columns.min() - EDGE, 0) : columns.max() + EDGE] = 1  # fmt: skip

    def draw(canvas: Any) -> None:
        sheet.on(canvas, proof)
        canvas.drawPicture(key)

    for _ in range(PROOFS):
        off = (flat.means - tint.seen(scene, flat, draw)).astype(np.float32)
        sheet.lab += off[flat.whose] * flat.where[..., None]


def _dark(cover: Floats, skin: Floats) -> Floats:
    """The dark plate: nothing in the lights, and on skin only in deep shade (no dirt)."""
    least = LEAST * (1 - skin) + ONSKIN * skin
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
        for across in range(int((column - size) // CELL), int((column + size) // CELL) + 1):
            for down in range(int((row - size) // CELL), int((row + size) // CELL) + 1):
                path = groups.setdefault((across, down), library.Path())
                path.addCircle(column, row, size)
    # Dots that meet over the border of two cells would be printed twice there.
    for across, down in sorted(groups):
        canvas.save()
        canvas.clipRect(
            library.Rect.MakeXYWH(CELL * across, CELL * down, CELL, CELL),
            library.ClipOp.kIntersect, False,
        )  # fmt: skip
        canvas.drawPath(groups[across, down], paint)
        canvas.restore()


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
    keep = (share > 0.08) & ~flat[y.astype(np.intp), x.astype(np.intp)]
    radius = PITCH * np.interp(share[keep], _COVER, _RADIUS)
    return x[keep], y[keep], radius


def _key(
    canvas: Any, scene: Scene, plain: Floats, faces: Sequence[Marks], inks: plates.Inks,
    tools: kit.Kit,
) -> None:  # fmt: skip
    """The drawing on the dark plate."""
    library = skia()
    pen = _ink(inks.colours[0])
    soft = tone.calm(plain, 3, 1e-3)
    strength = contours.field(soft, scene.angle, 1.2, 1.0, scene.lab[..., 1:])
    strength = quiet.softened(strength, soft, scene, faces)
    strength *= 1 - quiet.fine(scene, faces, quiet.TINY)
    strength *= 1 + 0.8 * quiet.rim(scene.person)
    found = trace.traced(strength, 0.14, 0.36, 18, 8.0)
    width = tools.weight * (0.6 + 2.6 * found.width) * quiet.pen(faces, found.points)
    stroked(canvas, tapered(Lines(found.points, width, found.starts)), pen)
    filled(canvas, cuts.tiny(scene, plain, faces), pen, holes=True)
    # Faces are drawn where dark and warm ink lie over each other.
    dark, warm = inks.colours[0], _warm(inks.colours)
    both = (dark[0] * warm[0] // 255, dark[1] * warm[1] // 255, dark[2] * warm[2] // 255)
    lips = tooth.dry(warm, 0.5, 1.0)
    lips.setBlendMode(library.BlendMode.kMultiply)
    for one in faces:
        colour = library.Color(*tint.white(scene, one, tools.paper))
        white = library.Paint(AntiAlias=True, Color=colour)
        paints = Paints(tooth.dry(both, 0.97, 1.0, 0.3), white, tooth.dry(both, 0.6, 1.0), lips)
        if one.size >= quiet.TINY:
            drawn(canvas, one, paints)
        if one.glasses:
            filled(canvas, cuts.frames(scene, one), pen, holes=True)


def _warm(inks: Sequence[tuple[int, int, int]]) -> tuple[int, int, int]:
    """The redder of the light inks."""
    return max(inks[1:], key=lambda ink: ink[0] - ink[1])
