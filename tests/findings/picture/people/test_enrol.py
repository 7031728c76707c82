"""Who can be enrolled: good faces yes, smears no, and the reasons are those that hold."""

from __future__ import annotations

import sys

import numpy as np
import pytest
from numpy.typing import NDArray
from scipy.ndimage import gaussian_filter

from facevalue.core.errors import NoEngine
from facevalue.core.person import Enrol
from facevalue.engines import face_finder, face_mesh, weights
from facevalue.engines.face_finder import Face
from facevalue.findings.picture.people.enrol import UNKNOWN, Verdict, verdicts
from tests.photographs import astronaut, group, smaller

Pixels = NDArray[np.uint8]


def asked(pixels: Pixels) -> Verdict:
    """The verdict on the surest face that the finder finds."""
    face = face_finder.find(pixels)[0]
    return verdicts(pixels, [face], [face_mesh.mesh(pixels, face)])[0]


def softened(sigma: float) -> Verdict:
    """The astronaut's face blurred, at the place where it was."""
    face = face_finder.find(astronaut())[0]
    soft = gaussian_filter(astronaut().astype(np.float32), (sigma, sigma, 0))
    return verdicts(np.rint(soft).astype(np.uint8), [face], [None])[0]


def test_a_good_portrait_can_be_enrolled() -> None:
    """And the first reason is its size."""
    verdict, because = asked(astronaut())
    assert verdict is Enrol.YES
    assert because[0].endswith("pixels high and clear enough")
    assert len(because) == 1


def test_a_smear_cannot() -> None:
    """A blur that leaves eyes and mouth as shadows leaves no person to a recogniser."""
    verdict, because = softened(12)
    assert verdict is Enrol.NO
    assert "blurred" in because


def test_less_blur_is_more() -> None:
    """The verdict does not jump back as the blur grows."""
    order = [Enrol.YES, Enrol.POORLY, Enrol.NO]
    found = [order.index(softened(sigma)[0]) for sigma in (0.1, 2, 4, 8, 16)]
    assert found == sorted(found)
    assert (found[0], found[-1]) == (0, 2)


def test_a_tiny_face_says_its_height() -> None:
    """A tenth of the size is eleven pixels, and no longer a clear yes."""
    verdict, because = asked(smaller(10))
    assert verdict is not Enrol.YES
    assert because[0].startswith("only 1")
    assert because[0].endswith("pixels high")


def test_every_face_gets_its_own_answer_in_order() -> None:
    """A smear between two good faces."""
    pixels = group()
    faces = sorted(face_finder.find(pixels), key=lambda face: face.box[0])
    left, top, right, bottom = (round(edge) for edge in faces[1].box)
    near = (slice(top - 20, bottom + 20), slice(left - 20, right + 20))
    pixels[near] = gaussian_filter(pixels[near].astype(np.float32), (9, 9, 0)).astype(np.uint8)
    told = [verdict for verdict, _ in verdicts(pixels, faces, [None] * 3)]
    assert told[0] is told[2] is Enrol.YES
    assert told[1] is Enrol.NO


def test_what_hides_a_face_is_said() -> None:
    """Dark glasses, a mask and the edge of the picture, each in words."""
    face = face_finder.find(astronaut())[0]
    eyes, mouth = face.landmarks[0][1], face.landmarks[3][1]
    left, right = round(face.box[0]), round(face.box[2])

    def barred(top: float, bottom: float, colour: int) -> str:
        pixels = astronaut().copy()
        first, last = (round(eyes + share * (mouth - eyes)) for share in (top, bottom))
        pixels[first:last, left:right] = colour
        return " ".join(verdicts(pixels, [face], [None])[0][1])

    assert "dark glasses" in barred(-0.3, 0.3, 10)
    assert "lower face seems covered" in barred(0.5, 1.8, 210)
    half = np.ascontiguousarray(astronaut()[:, : round(face.landmarks[2][0])])
    assert "cut by the edge" in " ".join(verdicts(half, [face], [None])[0][1])
    dark = (astronaut() * 0.08).astype(np.uint8)
    assert "very dark" in " ".join(verdicts(dark, [face], [None])[0][1])


def test_a_face_without_landmarks_is_not_said_to_be_safe() -> None:
    """Nothing could be asked, so it is not "no"."""
    box = face_finder.find(astronaut())[0].box
    faces = [Face(box, 0.9, ()), Face(box, 0.9, ((5.0, 5.0),) * 5)]
    assert verdicts(astronaut(), faces, [None, None]) == [(Enrol.POORLY, (UNKNOWN,))] * 2
    assert verdicts(astronaut(), [], []) == []


def test_nothing_of_a_print_is_kept() -> None:
    """After the call no module of the package holds an array of a print's length."""
    asked(astronaut())
    for name, each in sys.modules.items():
        if name.startswith("facevalue."):
            for value in vars(each).values():
                assert not (isinstance(value, np.ndarray) and value.shape in ((128,), (512,)))


def test_missing_weights_are_said(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Rather than a verdict that no recogniser gave."""
    from facevalue.engines.face_print import fr_feature

    face = face_finder.find(astronaut())[0]
    fr_feature._session.cache_clear()
    monkeypatch.setattr(weights, "FOLDER", tmp_path_factory.mktemp("assets"))
    with pytest.raises(NoEngine):
        verdicts(astronaut(), [face], [None])
