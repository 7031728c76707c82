"""The contract of every cover, and what covering promises."""

from __future__ import annotations

import numpy as np
import pytest

from facevalue.core.errors import Unknown, Unsafe
from facevalue.core.finding import Finding
from facevalue.core.photo import Picture
from facevalue.core.places import Region
from facevalue.findings.look import look_picture
from facevalue.protection import cover as covers
from facevalue.protection.cover import cover
from facevalue.protection.covers.catalogue import COVERS
from facevalue.protection.heads import head_of
from tests.photographs import astronaut, group
from tests.protection.test_heads import face

NAMES = COVERS.names()


@pytest.mark.parametrize("style", NAMES)
class TestEveryCover:
    """Holds for each line of the catalogue, built in or plugged in."""

    def test_it_changes_what_is_under_the_mask_and_nothing_else(self, style: str) -> None:
        """Outside the head every pixel stays."""
        box = Region(60, 60, 140, 160)
        head = head_of(face(box))
        pixels = astronaut()[:300, :300].copy()
        bounds = head.bounds(Picture(pixels).size)
        assert bounds is not None
        mask = np.zeros(pixels.shape[:2], bool)
        part = (slice(bounds.top, bounds.bottom), slice(bounds.left, bounds.right))
        mask[part] = head.mask(bounds)
        before = pixels.copy()
        COVERS[style].paint(pixels[part], head.mask(bounds), head, bounds)
        assert (pixels[~mask] == before[~mask]).all()
        assert (pixels[mask] != before[mask]).any(axis=-1).mean() > 0.9

    def test_keeping_nothing_means_that_the_paint_does_not_depend_on_the_face(
        self, style: str
    ) -> None:
        """Two different people look the same under a cover that says it keeps nothing."""
        chosen = COVERS[style]
        head = head_of(face(Region(20, 20, 80, 90)))
        bounds = head.bounds(Picture(astronaut()[:128, :128]).size)
        assert bounds is not None
        part = (slice(bounds.top, bounds.bottom), slice(bounds.left, bounds.right))
        mask = head.mask(bounds)
        one, other = astronaut()[:128, :128].copy(), 255 - astronaut()[100:228, 50:178]
        for pixels in (one, other):
            chosen.paint(pixels[part], mask, head, bounds)
        same = (one[part][mask] == other[part][mask]).all()
        assert same == chosen.keeps_nothing

    def test_no_face_is_found_afterwards(self, style: str) -> None:
        """The face finder fails on the covered face, or finds only the drawn cover."""
        picture = Picture(astronaut())
        faces = look_picture(picture)[0]
        assert len(faces) == 1
        done = cover(picture, faces, style)
        left = [found for found in look_picture(done.picture)[0] if not done.hides(found)]
        assert left == []

    def test_tiny_and_cut_faces_are_covered_without_an_error(self, style: str) -> None:
        """A face of three pixels, and one over the rim."""
        picture = Picture(astronaut())
        faces = [face(Region(0, 0, 3, 3)), face(Region(480, 490, 540, 560))]
        assert cover(picture, faces, style).share > 0


def test_the_original_picture_is_not_touched() -> None:
    """Covering works on a copy."""
    picture = Picture(astronaut().copy())
    cover(picture, look_picture(picture)[0])
    assert (picture.pixels == astronaut()).all()


def test_every_chosen_face_of_a_group_is_covered_and_the_others_are_not() -> None:
    """Covers go where they were asked for."""
    picture = Picture(group())
    faces = look_picture(picture)[0]
    assert len(faces) == 3
    done = cover(picture, faces[1:], keep=faces[:1])
    left = look_picture(done.picture)[0]
    assert [found.where.overlap(faces[0].where) > 0 for found in left] == [True]  # type: ignore[union-attr, arg-type]


def test_a_transparent_face_is_covered_too() -> None:
    """Alpha under a cover becomes opaque: nothing shines through, nothing hides below."""
    alpha = np.full((512, 512), 40, np.uint8)
    picture = Picture(astronaut(), alpha)
    done = cover(picture, look_picture(Picture(astronaut()))[0])
    assert done.picture.alpha is not None
    assert (done.picture.alpha == 255).any()
    assert (alpha == 40).all()


def test_an_unknown_style_is_answered_with_the_known_ones() -> None:
    """A typing mistake is not a cover."""
    with pytest.raises(Unknown, match="solid"):
        cover(Picture(astronaut()), [], "blur")


def test_a_cover_that_does_not_hide_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """When the finder goes on finding the face, there is no result."""
    picture = Picture(astronaut())
    faces = look_picture(picture)[0]

    def stubborn(_: Picture) -> tuple[tuple[Finding, ...], tuple[()]]:
        return faces, ()

    monkeypatch.setattr(covers, "look_picture", stubborn)
    with pytest.raises(Unsafe):
        cover(picture, faces, "pixelate")
