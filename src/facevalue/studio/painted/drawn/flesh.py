"""Whose skin is where, and how light it is: what a drawing must keep of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import gaussian_filter

from ...likeness import regions
from ..scene.planes import ramp
from ..scene.scene import Floats, Person, Scene
from . import quiet, tone
from .lines import Plane

FEATURES = (
    regions.LEFT_EYE, regions.RIGHT_EYE, regions.LEFT_BROW, regions.RIGHT_BROW, regions.LIPS,
)  # fmt: skip

BRIGHT = 0.86
"""Tone that a drawing gives to skin that is as light as its person's mean."""

RELIEF = 1.3
"""How much of the photo's shading on skin the drawing's own tones carry."""

LEAST = 0.06
"""Separate bits of skin smaller than so many square faces are somebody's hair or cloth."""

FEW = 80
"""Fewer pixels of hair than these have no tone of their own."""

HOLE = 0.1
"""Gaps in skin (a highlight, a lock of hair) up to this share of a face are skin too."""


@dataclass(frozen=True, eq=False)
class Flesh:
    """Everybody's skin.

    ``where`` (0..1) is skin; ``whose`` (height x width) the index of the person each place is
    nearest to; ``faces`` of each person rows and columns of the bare skin of the face;
    ``means`` (n x 3) its mean CIELAB in the photo. ``hair`` (0..1) is the hair of these people
    and ``locks`` (n x 3) its mean CIELAB: beside toned skin hair must not stay paper white.
    """

    where: Floats = field(repr=False)
    whose: NDArray[np.intp] = field(repr=False)
    faces: tuple[tuple[NDArray[np.intp], NDArray[np.intp]], ...] = field(repr=False)
    means: Plane = field(repr=False)
    hair: Floats = field(repr=False)
    locks: Plane = field(repr=False)


def flesh(scene: Scene, face: Floats) -> Flesh | None:
    """The skin of the people of a scene; ``face`` (0..1) is where faces are drawn. None: nobody."""
    spots = [(one, bare(scene, one)) for one in scene.people]
    spots = [(one, at) for one, at in spots if len(at[0])]
    if not spots:
        return None
    means = np.array([scene.lab[at].mean(0) for _, at in spots], np.float64)
    whose, near = _whose(scene, [one for one, _ in spots])
    others = [one.mesh[list(regions.OVAL), :2] for one, _ in spots if not one.drawn]
    face = np.maximum(face, quiet.mask(scene, others, 1.0)) if others else face
    tall = float(np.median([one.height for one, _ in spots]))
    where = _where(scene, face, means[whose], near, tall)
    hair, locks = _hair(scene, whose, near, means)
    return Flesh(where, whose, tuple(at for _, at in spots), means, hair, locks)


def _hair(
    scene: Scene, whose: NDArray[np.intp], near: Floats, means: Plane
) -> tuple[Floats, Plane]:
    """Where hair is toned, 0..1, and its mean CIELAB by person; nowhere where little is seen."""
    hair = scene.hair * scene.person * ramp(near, 2.2, 1.6)
    locks = means.copy()
    for index in range(len(means)):
        mine = (whose == index) & (hair > 0.6)
        if mine.sum() < FEW:
            hair = np.where(whose == index, 0, hair)
            continue
        locks[index] = scene.lab[mine].mean(0)
    soft: Floats = gaussian_filter(hair, 2.0).astype(np.float32)
    return soft, locks


def _where(scene: Scene, face: Floats, mean: Plane, near: Floats, tall: float) -> Floats:
    """Skin, 0..1: faces, and what of the same people has the colour of their face.

    The scene's mask leaves out ears and shaded necks, and takes in cloth of nearly that colour:
    near the head either will do, far from it both must agree. ``mean`` is the face's CIELAB for
    every place, ``near`` how many faces away that face is, ``tall`` a face's usual height.
    """
    from scipy.ndimage import grey_closing

    away = tone.calm(_unlike(scene.lab, mean).astype(np.float32), 4, 2e-2)
    alike = ramp(away, 1.9, 1.0) * scene.person
    beside = ramp(near, 1.6, 1.1)
    body = np.maximum(alike * np.maximum(scene.skin, beside), scene.skin * beside)
    body = body * (1 - scene.hair)
    found = np.maximum(body, face * (1 - scene.hair * ramp(away, 1.0, 2.0)))
    whole = grey_closing(found[::2, ::2], footprint=_disc(HOLE * tall / 4))
    whole = whole.repeat(2, 0).repeat(2, 1)
    found = np.maximum(found, whole[: found.shape[0], : found.shape[1]] * scene.person)
    found = found * (near < 6) * _large(found > 0.4, LEAST * tall**2)
    found = np.maximum(found, ~_large(found <= 0.4, LEAST * tall**2))
    soft: Floats = gaussian_filter(found, max(2.5, 0.008 * tall))
    return ramp(soft, 0.02, 0.6) * np.maximum(scene.person, face)


def _large(there: NDArray[np.bool_], least: float) -> NDArray[np.bool_]:
    """Everything but the small separate parts of what is there."""
    from scipy.ndimage import label

    parts, number = label(there)
    sizes = np.bincount(parts.ravel(), minlength=number + 1)
    sizes[0] = there.size
    answer: NDArray[np.bool_] = sizes[parts] >= least
    return answer


def _disc(radius: float) -> NDArray[np.bool_]:
    reach = max(round(min(radius, 12.0)), 1)
    y, x = np.mgrid[-reach : reach + 1, -reach : reach + 1]
    answer: NDArray[np.bool_] = x**2 + y**2 <= (reach + 0.5) ** 2
    return answer


def _unlike(lab: Floats, mean: Plane) -> Plane:
    """How far colours are from their face's, about 1 where they are surely its skin.

    In shade colour grows weaker with the light; highlights are paler.
    """
    light = np.maximum(mean[..., 0], 20)
    share = (lab[..., 0] / light).clip(0.25, 1.1)
    apart = lab[..., 1:] - mean[..., 1:] * share[..., None]
    darker = (0.55 * light - lab[..., 0]).clip(0)
    lighter = (lab[..., 0] - mean[..., 0] - 28).clip(0)
    answer: Plane = np.sqrt((apart**2).sum(-1) / 10.0**2 + (darker / 12) ** 2 + (lighter / 12) ** 2)
    return answer


def bare(scene: Scene, person: Person) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Rows and columns of a face without eyes, brows and lips."""
    from skimage.draw import polygon

    points = person.mesh[:, :2]
    mask = np.zeros((scene.height, scene.width), bool)
    for ring, times, value in ((regions.OVAL, 0.9, True), *((f, 1.15, False) for f in FEATURES)):
        corners = points[list(ring)]
        middle = corners.mean(0)
        x, y = (middle + times * (corners - middle)).T
        mask[polygon(y, x, mask.shape)] = value
    rows, columns = np.nonzero(mask)
    return rows, columns


def _whose(scene: Scene, people: Sequence[Person]) -> tuple[NDArray[np.intp], Floats]:
    """Who is nearest to each place, and how many heights of that face away."""
    rows, columns = np.ogrid[: scene.height, : scene.width]
    best = np.full((scene.height, scene.width), np.inf, np.float32)
    whose = np.zeros(best.shape, np.intp)
    for index, one in enumerate(people):
        x, y = (float(v) for v in one.mesh[[10, 152], :2].mean(0))
        down = ((rows - y) / one.height).astype(np.float32)
        away = np.hypot((columns - x) / one.height, np.where(down > 0, down / 2, down))
        whose[away < best] = index
        best = np.minimum(best, away).astype(np.float32)
    return whose, best


def lit(plain: Floats, scene: Scene, skin: Flesh | None) -> Floats:
    """Tones to draw (0..1), on skin only its shading: how dark it is the tint says."""
    if skin is None:
        return plain
    own = tone.calm(scene.lab[..., 0] * np.float32(0.01), 4, 2e-3)
    mean = skin.means[skin.whose, 0].astype(np.float32) * np.float32(0.01)
    shading = BRIGHT + RELIEF * (own - mean)
    answer: Floats = plain + skin.where * (shading - plain)
    return answer.clip(0, 1).astype(np.float32)
