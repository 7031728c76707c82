"""People given a character's proportions before anything is painted: larger eyes, smaller nose.

The photo is bent, not the painting: strokes and lines are then laid on what was bent, so that
the face stays one with its hair, its light and its expression. Nothing is bent at likeness 1.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..scene.scene import Person, Points, Scene
from ..touch import Touch

EYES = ((33, 133, 159, 145), (263, 362, 386, 374))
"""Corners and lids of both eyes, by MediaPipe's numbers."""

LARGER, SMALLER, SLIMMER = 0.62, 0.2, 0.12
"""At likeness 0: how much larger eyes become, how much smaller the nose, slimmer the jaw."""

HINT = 0.6
"""How much of the bending is done where only a hint is wanted."""

SMALLEST = 24.0
"""Height of a face, pixels of the working picture, under which it stays as it is."""


@dataclass(frozen=True)
class Lens:
    """A round place that is made larger (``times`` > 1) or smaller, along x and y.

    ``centre`` (x, y) and ``reach`` are in pixels; the change is whole in the middle and fades
    to nothing at the reach.
    """

    centre: Points
    reach: float
    times: tuple[float, float]

    def pulled(self, points: Points) -> Points:
        """Where each place (n x 2) takes its picture from."""
        away = points - self.centre
        near = (1 - (away**2).sum(1) / self.reach**2).clip(0)[:, None] ** 2
        answer: Points = points - away * near * (1 - 1 / np.array(self.times))
        return answer

    def pushed(self, points: Points) -> Points:
        """Where places go: the inverse of ``pulled``, by a few steps of iteration."""
        answer = points.copy()
        for _ in range(8):
            answer = answer + (points - self.pulled(answer))
        return answer


def character(scene: Scene, touch: Touch) -> Scene:
    """The scene with every drawn face bent to a character's proportions."""
    dial = 1 - touch.likeness
    if dial < 0.02:
        return scene
    lenses = [list(_lenses(each, dial)) if _bent(each) else [] for each in scene.people]
    all_of_them = [lens for some in lenses for lens in some]
    if not all_of_them:
        return scene
    people = tuple(
        replace(person, mesh=_moved(person.mesh, some))
        for person, some in zip(scene.people, lenses, strict=True)
    )
    names = ("lab", "person", "hair", "skin", "cloth", "angle", "order", "edge")
    bent = _bending(scene, all_of_them)
    planes: dict[str, Any] = {name: bent.plane(getattr(scene, name)) for name in names}
    pixels = bent.plane(scene.pixels)
    return replace(scene, pixels=pixels, people=people, **planes)


def hinted(scene: Scene, touch: Touch) -> Scene:
    """The scene with a hint of it: for styles that show people as they are."""
    return character(scene, replace(touch, likeness=1 - HINT * (1 - touch.likeness)))


def _bent(person: Person) -> bool:
    return person.drawn and person.height >= SMALLEST


def _lenses(person: Person, dial: float) -> Iterator[Lens]:
    """Eyes, nose and jaw of one face. What is turned away is bent less."""
    points = person.mesh[:, :2]
    small = np.clip((person.height - SMALLEST) / 40, 0, 1)
    for side, eye in zip((-1, 1), EYES, strict=True):
        hidden = np.clip(side * person.yaw / 0.9, 0, 1)
        width = float(np.linalg.norm(points[eye[0]] - points[eye[1]]))
        grown = 1 + LARGER * dial * (1 - hidden) * (0.5 + 0.5 * small)
        if width > 0.05 * person.height:
            reach = max(1.15 * width, 0.2 * person.height)
            yield Lens(points[list(eye)].mean(0), reach, (1 + 0.75 * (grown - 1), grown))
    times = 1 - SMALLER * dial * small * float(np.cos(person.yaw))
    yield Lens(points[[1, 2, 4, 5]].mean(0), 0.24 * person.height, (times, times))
    slim = 1 - SLIMMER * dial * small * float(np.cos(person.yaw))
    yield Lens(points[[152, 17]].mean(0), 0.75 * person.height, (slim, 1.0))


def _moved(mesh: Points, lenses: list[Lens]) -> Points:
    flat = mesh[:, :2]
    for lens in reversed(lenses):
        flat = lens.pushed(flat)
    return np.column_stack([flat, mesh[:, 2]])


@dataclass(frozen=True, eq=False)
class _Bending:
    """Boxes of the picture (rows, columns) with the places that their pixels come from.

    Places are 2 x n, row and column, in the box itself: a lens never reaches out of its box.
    """

    boxes: list[tuple[tuple[slice, slice], NDArray[np.float64]]]

    def plane(self, plane: NDArray[Any]) -> NDArray[Any]:
        """A plane (height x width, or x n) of the scene, bent."""
        answer = plane.copy()
        layers = answer[..., None] if plane.ndim == 2 else answer
        for box, places in self.boxes:
            for layer in range(layers.shape[2]):
                layers[(*box, layer)] = _taken(layers[(*box, layer)], places)
        return answer


def _taken(part: NDArray[Any], places: NDArray[np.float64]) -> NDArray[np.float32]:
    """Values at places of a part of a plane: cubic for pixels, linear for masks."""
    from scipy.ndimage import map_coordinates

    fine = part.dtype == np.uint8
    found = map_coordinates(part.astype(np.float32), places, order=3 if fine else 1, mode="nearest")
    answer: NDArray[np.float32] = (found.clip(0, 255).round() if fine else found).reshape(
        part.shape
    )
    return answer


def _bending(scene: Scene, lenses: list[Lens]) -> _Bending:
    """One box a lens, bent one after the other."""
    boxes = []
    for lens in lenses:
        low = np.floor(lens.centre - lens.reach).astype(int).clip(0)
        high = np.ceil(lens.centre + lens.reach).astype(int) + 1
        rows = slice(int(low[1]), min(int(high[1]), scene.height))
        columns = slice(int(low[0]), min(int(high[0]), scene.width))
        if rows.start >= rows.stop or columns.start >= columns.stop:
            continue
        row, column = np.mgrid[rows, columns].reshape(2, -1).astype(np.float64)
        from_ = lens.pulled(np.stack([column, row], 1)) - [columns.start, rows.start]
        boxes.append(((rows, columns), from_[:, ::-1].T))
    return _Bending(boxes)
