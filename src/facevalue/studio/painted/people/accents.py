"""The eyes over a painted face: the photo's own eyes painted finer, and hardly a line more.

An eye keeps its opening, its gaze and its colours. What a draughtsman adds is little: the line
of the upper lid where the photo has one, a clean iris where one is seen, one small glint.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..canvas import image, skia
from ..scene.scene import Person, Scene
from . import iris, lash, repaint
from .glimpse import Glimpse, Plane, glimpses
from .iris import Iris

SMALLEST = 36.0
"""Height of a face, pixels of the working picture, from which its eyes are drawn."""

VEILED = 0.45
"""Lightness around an eye, by the skin's, under which something dark lies before it."""


def accents(canvas: Any, scene: Scene) -> None:
    """Draw the eyes of everybody, in pixels of the working picture.

    ``scene`` has its people's proportions already: eyes are drawn at their own size.
    """
    for person in sorted(scene.people, key=lambda each: each.height):
        if person.drawn and person.height >= SMALLEST:
            _face(canvas, scene, person)


def _face(canvas: Any, scene: Scene, person: Person) -> None:
    if person.traits.glasses == "sunglasses":
        return
    eyes = [eye for eye in glimpses(scene, person) if not veiled(eye, person.skin[0])]
    irises = iris.agreed([iris.find(eye) for eye in eyes], eyes)
    for eye, disc in zip(eyes, irises, strict=True):
        canvas.save()
        (a, b, c), (d, e, f) = eye.matrix
        canvas.concat(skia().Matrix.MakeAll(a, b, c, d, e, f, 0, 0, 1))
        _eye(canvas, person, eye, disc)
        canvas.restore()


def veiled(eye: Glimpse, skin: float) -> bool:
    """Whether something dark lies before the eye: nothing around it is as light as skin."""
    around = eye.inside(0.3)
    return float(np.percentile(eye.lab[around, 0], 90)) < VEILED * skin


def _eye(canvas: Any, person: Person, eye: Glimpse, disc: Iris) -> None:
    """One eye, in grid pixels."""
    lid = lash.find(eye)
    smooth = skia().SamplingOptions(skia().CubicResampler.Mitchell())
    lab = repaint.painted(eye, disc, lid.line)
    canvas.drawImage(image(_pixels(lab, repaint.alpha(eye))), 0, 0, smooth)
    lash.draw(canvas, eye, lid, *_pen(person))


def _pixels(lab: Plane, alpha: Plane) -> NDArray[np.uint8]:
    from skimage.color import lab2rgb

    both = np.dstack([lab2rgb(lab), alpha])
    return np.asarray((both * 255).clip(0, 255).round().astype(np.uint8))


def _pen(person: Person) -> tuple[float, float]:
    """Thickness (by the eye's width) and alpha of the lid's line."""
    thick = 0.045 if person.traits.lashes else 0.03
    if person.traits.age in ("child", "older"):
        thick = 0.024
    small = float(np.clip((120 - person.height) / 80, 0, 1))
    worn = person.traits.glasses != "none"
    return thick * (1 + 0.7 * small), 0.5 if worn else 0.75
