"""Which places of a drawing are the faces', and what may be drawn there."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from scipy.ndimage import gaussian_filter

from ..scene.scene import Floats, Person, Scene
from . import contours
from .landmarks import LOWER_LIP, UPPER_LIP
from .lines import Plane
from .marks import Marks
from .shapes import grown, hull

FINE = 110.0
"""Faces of fewer pixels than this have people around them that need a fine hand."""


TINY = 60.0
"""Faces of fewer pixels than this are cut out of the photo's own darks, not drawn anew."""


def mask(scene: Scene, shapes: Sequence[Plane], soft: float) -> Floats:
    """1 inside closed shapes (each n x 2, x and y), 0 outside, with a soft edge; float32."""
    from skimage.draw import polygon

    plane = np.zeros((scene.height, scene.width), np.float32)
    for shape in shapes:
        rows, columns = polygon(shape[:, 1], shape[:, 0], plane.shape)
        plane[rows, columns] = 1
    answer: Floats = gaussian_filter(plane, soft) if soft else plane
    return answer


def softened(strength: Floats, plane: Floats, scene: Scene, found: Sequence[Marks]) -> Floats:
    """A field of line strength with the faces made quiet.

    Where the marks are nothing is traced. In the rest of a face only what is coarse by the
    face's own size remains (folds of a smile, the jaw), and weakly.
    """
    answer = strength.copy()
    for one in found:
        reach = 0.35 * one.size
        (left, top), (right, bottom) = one.oval.min(0) - reach, one.oval.max(0) + reach
        box = (
            slice(max(int(top), 0), min(int(bottom), scene.height)),
            slice(max(int(left), 0), min(int(right), scene.width)),
        )
        coarse = contours.field(plane[box], scene.angle[box], max(0.0085 * one.size, 1.3), 0.7)
        face = mask(scene, [one.oval], 0.02 * one.size)[box]
        keep = 1 - mask(scene, _zone(one), 0.012 * one.size)[box]
        answer[box] = ((1 - face) * answer[box] + face * 0.75 * coarse) * keep.clip(0, 1) ** 2
    return answer


def _zone(found: Marks) -> Sequence[Plane]:
    """The closed shapes of the face in which only the marks are drawn, no traced edges."""
    eyes = [grown(np.concatenate([e.crease, e.lower[::-1]]), 1.25) for e in found.eyes]
    brows = [grown(b.shape, 1.3) for b in found.brows]
    mouth = grown(np.concatenate([found.mouth.top, found.mouth.bottom[::-1]]), 1.15)
    nose = np.concatenate([*found.wings, *found.nostrils])
    return [*eyes, *brows, mouth, grown(hull(nose), 1.3)]


def darker(scene: Scene, face: Floats) -> Floats:
    """Where a face is much darker than its own skin (beards, deep shade): 0..1."""
    answer = np.zeros_like(face)
    for person in scene.people:
        if person.drawn and person.height > 50:
            light = gaussian_filter(scene.lab[..., 0], 0.012 * person.height)
            lower = mask(scene, [_lower(person)], 0.03 * person.height)
            from_ = 14 if person.traits.beard != "none" else 27
            deep = ((person.skin[0] - from_ - light) / 22).clip(0, 1)
            answer = np.maximum(answer, lower * deep * face)
    lips = [
        np.concatenate([one[list(UPPER_LIP)], one[list(LOWER_LIP)][::-1]])
        for one in (person.mesh[:, :2] for person in scene.people if person.drawn)
    ]
    answer[mask(scene, lips, 0) > 0] = 0
    answer[answer < 0.15] = 0
    return answer


def _lower(person: Person) -> Plane:
    """The part of a face under the nose."""
    points = person.mesh[:, :2]
    down = points[152] - points[10]
    under = points[(points - points[2]) @ down > 0.01 * float(down @ down)]
    return hull(under)


def rim(person: Floats) -> Floats:
    """Where the outline of people runs, 0..1."""
    soft = gaussian_filter(person, 2.0)
    down, across = np.gradient(soft)
    answer: Floats = (np.hypot(down, across) * 8).clip(0, 1)
    return answer


def fine(scene: Scene, found: Sequence[Marks], under: float = FINE) -> Floats:
    """Where people are so small that tones must not be made broad, 0..1."""
    small = [one for one in found if one.size < under]
    around = [_about(one.oval, one.size) for one in small]
    return mask(scene, around, 4.0)


def _about(oval: Plane, size: float) -> Plane:
    """Head and shoulders around a face, roughly."""
    turn = np.linspace(0, 2 * np.pi, 40)
    reach = size * np.stack([1.1 * np.cos(turn), 1.4 * np.sin(turn)], 1)
    answer: Plane = oval.mean(0) + np.array([0, 0.3 * size]) + reach
    return answer


def pen(found: Sequence[Marks], points: Plane) -> Plane:
    """How wide the pen is at points (n x 2), 1 as a rule: finer around small faces."""
    width = np.ones(len(points))
    for one in found:
        fine = min(max(one.size / 130, 0.45), 1.0)
        far = np.linalg.norm(points - one.oval.mean(0), axis=1) / one.size
        width = np.minimum(width, fine + (1 - fine) * ((far - 1.5) / 2).clip(0, 1))
    return width
