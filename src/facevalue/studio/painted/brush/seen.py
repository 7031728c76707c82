"""The picture as brushes see it: simplified by size, values grouped, colours mixed."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import field as part

import numpy as np
from numpy.typing import NDArray

from .. import palette
from ..palette import Manner
from ..scene.scene import Scene
from . import simple, sky
from .field import Field, squared

Floats = NDArray[np.float32]


CRISP = 0.12
"""By how much (OKLab lightness) an edge is made clearer at most."""

SPREAD = np.array([45, 13, 13], np.float32)
"""How far (CIELAB L*, a*, b*) skin may be from its face's and still be taken for skin."""


@dataclass(frozen=True, eq=False)
class Seen:
    """OKLab planes (height x width x 3), each without what its brush is too broad for.

    ``sharp`` is the photo itself, its edges made clearer.
    """

    broad: Floats = part(repr=False)
    middle: Floats = part(repr=False)
    fine: Floats = part(repr=False)
    sharp: Floats = part(repr=False)


def read(
    scene: Scene, photo: Floats, manner: Manner, field: Field, groups: float = 0.6
) -> Seen:  # fmt: skip
    """What brushes see of a photo (OKLab) in a manner.

    Skin keeps the photo's colours. ``groups`` (0..1) says how firmly lightness is gathered
    into few values in the broader views.
    """
    keep = skin(scene, field.faces)
    half = np.ascontiguousarray(photo[::2, ::2])
    kept, heaven = keep[::2, ::2], scene.sky[::2, ::2]
    haze = sky.haze(scene, keep)
    near = simple.left_out(photo, 1.2, 0.12, 2)
    near += (photo - near) * field.small[..., None]
    fine = sky.aired(_coloured(near, manner, keep[..., None]), haze)
    firm = groups * (1 - 0.9 * kept)
    views = []
    for size, contrast in ((4.5, 0.16), (1.8, 0.14)):
        plain = _coloured(simple.left_out(half, size, contrast), manner, kept[..., None])
        grouped = _grouped(sky.aired(plain, haze[::2, ::2]), firm)
        grouped += (fine[::2, ::2] - grouped) * field.small[::2, ::2, None]
        views.append(sky.clouds(grouped, heaven, 0.2 if manner.ready else 0.6))
    shape = photo.shape[:2]
    broad, middle = (_twice(view, shape) for view in views)
    return Seen(broad, middle, fine, _sharp(scene, photo, fine, near))


def _sharp(scene: Scene, photo: Floats, fine: Floats, near: Floats) -> Floats:
    """The fine view with what it left out, and with clearer edges and glints."""
    from scipy.ndimage import gaussian_filter

    light = photo[..., 0]
    crisp = (light - gaussian_filter(light, 1.6)).clip(-CRISP, CRISP / 3)
    answer = fine + (photo - near)
    answer[..., 0] = (answer[..., 0] + 0.7 * crisp + glints(light) * (1 - scene.person)).clip(0, 1)
    return answer


def glints(light: Floats) -> Floats:
    """How much lighter small lights in small dark places are to be: an animal's eye looks.

    A light is under four pixels wide, the dark round it under thirty.
    """
    from scipy.ndimage import grey_closing, grey_opening

    half = np.ascontiguousarray(light[::2, ::2])
    around = grey_closing(half, size=(15, 15)) - half
    spot = light - grey_opening(light, size=(5, 5))
    deep = ((around - 0.2) / 0.1).clip(0, 1) * ((0.5 - half) / 0.1).clip(0, 1)
    wide = deep.repeat(2, 0).repeat(2, 1)[: light.shape[0], : light.shape[1]]
    answer: Floats = (spot - 0.03).clip(0, 0.1) * 4 * wide
    return answer


def skin(scene: Scene, faces: Floats) -> Floats:
    """Where colours must stay the photo's, 0..1: faces, skin of the same people, mostly hair.

    What the skin mask leaves out (a shaded neck, hands, a bald head) is found by its hue,
    which is that of the face. That cloth of that hue stays as it is too does no harm.
    """
    answer = np.maximum(np.maximum(scene.skin, faces), 0.6 * scene.hair)
    for person in scene.people:
        apart: Floats = (scene.lab - np.asarray(person.skin, np.float32)) / SPREAD
        answer = np.maximum(answer, scene.person * np.exp(-squared(apart)) * 1.3)
    kept: Floats = answer.clip(0, 1).astype(np.float32)
    return kept


def _twice(half: Floats, shape: tuple[int, ...]) -> Floats:
    return half.repeat(2, 0).repeat(2, 1)[: shape[0], : shape[1]]


def _coloured(lab: Floats, manner: Manner, keep: Floats) -> Floats:
    """Graded and pulled to the palette, except where colours must stay."""
    graded = lab if manner.ready else palette.graded(lab, manner)
    table, places = _table(graded)
    pulled = palette.mixed(table, manner)[places] + (graded - table[places])
    answer: Floats = (pulled + (lab - pulled) * keep).astype(np.float32)
    return answer


def _table(lab: Floats) -> tuple[Floats, NDArray[np.intp]]:
    """Colours that occur, coarsely (n x 3), and which of them each pixel is near."""
    cell = (lab * [50, 60, 60] + [0, 30, 30]).round().clip(0, 63).astype(np.int64)
    key = (cell[..., 0] * 64 + cell[..., 1]) * 64 + cell[..., 2]
    used, places = np.unique(key, return_inverse=True)
    steps = np.stack([used // 4096, used // 64 % 64, used % 64], 1).astype(np.float32)
    table = ((steps - [0, 30, 30]) / [50, 60, 60]).astype(np.float32)
    return table, places.reshape(lab.shape[:2])


def _grouped(lab: Floats, groups: Floats) -> Floats:
    answer = lab.copy()
    answer[..., 0] += (sky.stair(lab[..., 0], 0.095, 5.0) - lab[..., 0]) * groups
    return answer
