"""How light a person is in a photo."""

from __future__ import annotations

import numpy as np
import pytest
from skimage.color import rgb2lab

from facevalue.core.errors import NoEngine
from facevalue.core.photo import Picture
from facevalue.core.places import Region
from facevalue.engines import face_mesh
from facevalue.findings.picture.faces import FACES
from facevalue.protection.heads import head_of
from facevalue.studio.covers.skin import light_of, lightness
from tests.photographs import astronaut

ALL = np.ones((512, 512), bool)
WHOLE = Region(0, 0, 512, 512)


def test_lightness_is_that_of_cielab() -> None:
    """The same figures as scikit-image's."""
    for colour in ((0, 0, 0), (12, 8, 3), (120, 80, 60), (255, 255, 255)):
        expected = rgb2lab(np.array([[colour]], float) / 255)[0, 0, 0]
        assert lightness(np.array(colour, float)) == pytest.approx(expected, abs=0.05)


def test_a_face_is_as_light_as_its_cheeks(monkeypatch: pytest.MonkeyPatch) -> None:
    """By the mesh, and nearly so by the landmarks alone where there is no mesh."""
    head = head_of(FACES.found(Picture(astronaut()))[0])
    by_mesh = light_of(astronaut(), ALL, head, WHOLE)

    def missing(*_: object) -> None:
        raise NoEngine("not here")

    monkeypatch.setattr(face_mesh, "mesh", missing)
    by_landmarks = light_of(astronaut(), ALL, head, WHOLE)
    assert by_mesh is not None
    assert by_landmarks is not None
    assert 72 < by_mesh < 84
    assert abs(by_mesh - by_landmarks) < 8


def test_a_face_out_of_the_picture_has_no_lightness() -> None:
    """Nothing under the mask, nothing said."""
    head = head_of(FACES.found(Picture(astronaut()))[0])
    assert light_of(astronaut(), ~ALL, head, WHOLE) is None
