"""What the body's painters share of a scene: where people are and how large."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from ..scene.scene import Floats, Scene

LEAST_FACE = 24.0
"""Height of a face, pixels, under which its person is left to the background's painting."""

_CLEAR_FACE = 60.0
"""Height of a face, pixels, under which its person is drawn only where the mask is sure."""

_USUAL_FACE = 180.0
"""Height of a face, pixels, for which the sizes in these files are meant."""


@dataclass(frozen=True, eq=False)
class Figure:
    """The part of the working picture that holds the people.

    ``top`` and ``left`` are where it lies; ``mask``, ``skin`` and ``hair`` (0..1) and ``lab``
    (CIELAB) are cut to it. ``unit`` (0.35..2) is how large the faces are.
    """

    scene: Scene
    top: int
    left: int
    mask: Floats
    skin: Floats
    hair: Floats
    lab: Floats
    unit: float

    @property
    def near(self) -> Floats:
        """People and a little round them, 0..1."""
        from scipy.ndimage import maximum_filter

        near: Floats = maximum_filter(self.mask, 2 * round(3 + 3 * self.unit) + 1)
        return near


def figure(scene: Scene) -> Figure | None:
    """The people of a scene, or None where there are none to draw."""
    whole = _cleaned(scene)
    rows, columns = np.nonzero(whole.max(1) > 0.5)[0], np.nonzero(whole.max(0) > 0.5)[0]
    if not len(rows):
        return None
    top, left = (max(int(found[0]) - 6, 0) // 2 * 2 for found in (rows, columns))
    bottom, right = int(rows[-1]) + 7, int(columns[-1]) + 7
    mask, lab, skin, hair = (
        plane[top:bottom, left:right] for plane in (whole, scene.lab, scene.skin, scene.hair)
    )
    return Figure(scene, top, left, mask, skin, hair, lab, _unit(scene))


def _unit(scene: Scene) -> float:
    heights = [person.height for person in scene.people if person.height >= LEAST_FACE]
    return float(np.clip(np.median(heights or [_USUAL_FACE]) / _USUAL_FACE, 0.35, 2.0))


def _cleaned(scene: Scene) -> Floats:
    """The people's mask without scraps: parts that hold a face, or are large and sure."""
    from scipy.ndimage import gaussian_filter, label

    mask = np.asarray(gaussian_filter(scene.person, 1.2), np.float32)
    parts, count = label(mask > 0.5)
    if not count:
        return mask
    flat = parts.ravel()
    area = np.bincount(flat, minlength=count + 1)
    sure = np.bincount(flat, scene.person.ravel(), count + 1) / area.clip(1)
    keep = (area > 0.01 * mask.size) & (sure > 0.95)
    for person in scene.people:
        if person.height >= LEAST_FACE:
            under = _under(parts, person.mesh)
            keep[under] |= sure[under] > (0.94 if person.height < _CLEAR_FACE else 0.7)
    keep[0] = True
    return np.where(keep[parts], mask, np.minimum(mask, 0.4)).astype(np.float32)


def _under(parts: Any, mesh: Any) -> Any:
    """The parts on which the middle of a face lies."""
    places = mesh[[1, 4, 6, 50, 280], :2].round().astype(int)
    places = places.clip(0, [parts.shape[1] - 1, parts.shape[0] - 1])
    return parts[places[:, 1], places[:, 0]]
