"""Whether a recogniser still knows a face."""

from __future__ import annotations

import numpy as np

from facevalue.core.photo import Picture
from facevalue.core.places import Region
from facevalue.engines.face_print.catalogue import RECOGNISERS
from facevalue.findings.picture.faces import FACES
from facevalue.protection.matched import Original, comparable, halved
from tests.photographs import astronaut
from tests.protection.test_heads import face


def test_a_face_matches_itself_and_no_wall() -> None:
    """What is compared is the face: the picture itself matches, an empty one does not."""
    picture = Picture(astronaut())
    faces = FACES.found(picture)
    original = Original(picture)
    assert original.matched(picture, faces, ()) == list(faces)
    assert original.matched(Picture(np.full_like(astronaut(), 120)), faces, ()) == []


def test_the_face_is_looked_for_where_it_went() -> None:
    """A face that was moved a little is found and matched, not only at its old landmarks."""
    picture = Picture(astronaut())
    faces = FACES.found(picture)
    moved = np.roll(astronaut(), 40, 1)
    again = FACES.found(Picture(moved))
    original = Original(picture)
    for recogniser in RECOGNISERS:
        (blind,) = original.scores(recogniser, moved, faces, ())
        (score,) = original.scores(recogniser, moved, faces, again)
        assert blind is not None
        assert score is not None
        assert score > max(blind, recogniser.threshold)


def test_what_is_too_small_or_a_blur_is_not_judged() -> None:
    """None is not a low score: nobody could say."""
    tiny = face(Region(10, 10, 22, 26))
    assert not comparable(tiny)
    original = Original(Picture(astronaut()))
    assert original.scores(RECOGNISERS[0], astronaut(), [tiny], ()) == [None]
    flat = Picture(np.full((512, 512, 3), 90, np.uint8))
    faces = FACES.found(Picture(astronaut()))
    for recogniser in RECOGNISERS:
        assert Original(flat).scores(recogniser, flat.pixels, faces, ()) == [None]


def test_half_a_picture_is_the_mean_of_four() -> None:
    """Odd sides lose their last row and column."""
    pixels = np.arange(5 * 5 * 3, dtype=np.uint8).reshape(5, 5, 3)
    assert halved(pixels).shape == (2, 2, 3)
    assert halved(pixels)[0, 0, 0] == round((0 + 3 + 15 + 18) / 4)
