"""The astronaut as a scene, as read and changed by hand."""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray

from facevalue.engines import face_finder, face_mesh
from facevalue.studio.painted.scene.scene import Person, Scene
from facevalue.studio.traits import Traits
from tests.studio.likeness.people import large

Pixels = NDArray[np.uint8]


@cache
def scene(tint: float = 1.0) -> Scene:
    """A photo with one face; ``tint`` scales its light (0.4: deep skin)."""
    from skimage.color import rgb2lab

    pixels = (large() * tint).astype(np.uint8)
    lab = rgb2lab(pixels / np.float32(255)).astype(np.float32)
    found = face_mesh.mesh(large(), face_finder.find(large())[0])
    empty = np.zeros(lab.shape[:2], np.float32)
    height = float(np.linalg.norm(found.points[152, :2] - found.points[10, :2]))
    cheek = found.points[50, :2].astype(int)
    skin = lab[cheek[1], cheek[0]]
    one = Person(
        face_finder.find(large())[0], found.points, height, 0.0, 0.0, found.angle,
        (float(skin[0]), float(skin[1]), float(skin[2])), Traits(), empty, (0, 0, 0, 0),
    )  # fmt: skip
    return Scene(
        pixels, 1.0, lab, empty, empty, empty, empty, empty, empty, empty, empty, empty,
        empty, empty, empty, people=(one,),
    )  # fmt: skip
