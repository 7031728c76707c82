"""The contract of every cover, and what covering promises."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from facevalue.core.errors import Unknown, Unsafe
from facevalue.core.finding import Finding
from facevalue.core.photo import Picture
from facevalue.core.places import Region
from facevalue.engines.face_print.catalogue import RECOGNISERS
from facevalue.findings.picture.faces import FACES
from facevalue.flows.covers import COVERS
from facevalue.protection import cover as covers
from facevalue.protection.cover import cover
from facevalue.protection.covers.solid import SOLID
from facevalue.protection.heads import Head, head_of
from facevalue.protection.matched import Original
from facevalue.studio.covers import doll
from tests.photographs import astronaut, group
from tests.protection.test_heads import face

NAMES = COVERS.names()
Pixels = NDArray[np.uint8]
Mask = NDArray[np.bool_]


@pytest.fixture(autouse=True)
def _a_plain_doll(monkeypatch: pytest.MonkeyPatch) -> None:
    """The doll's picture is not rendered here: a disc takes its place."""
    monkeypatch.setattr(doll, "_bust", lambda yaw, pitch, side: disc(side))


def disc(side: int) -> NDArray[np.float32]:
    """A head as the renderer gives it: skin below, hair above."""
    down, across = np.mgrid[:side, :side] / side * 2 - 1
    there = down**2 + across**2 < 0.7
    hair = there & (down < -0.2)
    planes = [np.full((side, side), value) for value in (200, 150, 110)]
    return np.stack([*planes, there * 255, (there & ~hair) * 255, hair * 255], -1).astype("f4")


def painted(style: str, pixels: Pixels, head: Head) -> tuple[Pixels, Mask]:
    """The pixels with that head covered, and the mask."""
    bounds = head.bounds(Picture(pixels).size)
    assert bounds is not None
    more = Region(
        max(0, bounds.left - 12), max(0, bounds.top - 12), bounds.right + 12, bounds.bottom + 12
    )
    part = (slice(more.top, more.bottom), slice(more.left, more.right))
    mask, shown = np.zeros(pixels.shape[:2], bool), pixels.copy()
    mask[part] = head.mask(more)
    COVERS[style].paint(shown[part], mask[part], head, more, mask[part])
    return shown, mask


@pytest.mark.parametrize("style", NAMES)
class TestEveryCover:
    """Holds for each line of the catalogue, built in or plugged in."""

    def test_it_changes_what_is_under_the_mask_and_nothing_else(self, style: str) -> None:
        """Outside the head every pixel stays."""
        before = astronaut()[:300, :300]
        shown, mask = painted(style, before, head_of(face(Region(60, 60, 140, 160))))
        assert (shown[~mask] == before[~mask]).all()
        assert (shown[mask] != before[mask]).any(axis=-1).mean() > 0.9

    def test_keeping_nothing_means_that_the_paint_does_not_depend_on_the_face(
        self, style: str
    ) -> None:
        """What is under a cover that says so is the same whatever was there before."""
        head = head_of(face(Region(40, 40, 100, 110)))
        one = astronaut()[:160, :160].copy()
        bounds = head.bounds(Picture(one).size)
        assert bounds is not None
        other, full = one.copy(), np.zeros((160, 160), bool)
        part = (slice(bounds.top, bounds.bottom), slice(bounds.left, bounds.right))
        full[part] = head.mask(bounds)
        other[full] = 255 - astronaut()[100:260, 50:210][full] // 2
        (first, mask), (second, _) = (painted(style, pixels, head) for pixels in (one, other))
        same = bool((first[mask] == second[mask]).all())
        assert same == COVERS[style].keeps_nothing

    def test_a_cover_of_few_choices_tells_of_the_face_only_by_them(self, style: str) -> None:
        """Matched tones are a choice of a few: a pixel more or less of the face changes nothing."""
        if not style.endswith("-matched"):
            pytest.skip("has no tones to match")
        head = head_of(face(Region(40, 40, 100, 110)))
        inside = head.mask(Region(0, 0, 160, 160))
        flat = astronaut()[:160, :160].astype(np.int16)
        flat[inside] = (168, 124, 98)
        other = flat + np.random.default_rng(0).integers(-3, 4, flat.shape) * inside[..., None]
        (first, mask), (second, _) = (
            painted(style, pixels.astype(np.uint8), head) for pixels in (flat, other)
        )
        assert (first[mask] == second[mask]).all()

    def test_no_recogniser_knows_the_covered_face(self, style: str) -> None:
        """Below both lines, where the face was and wherever one is found, at two sizes."""
        picture = Picture(astronaut())
        faces = FACES.found(picture)
        done = cover(picture, faces, COVERS[style])
        original, again = Original(picture), FACES.found(done.picture)
        for recogniser in RECOGNISERS:
            (score,) = original.scores(recogniser, done.picture.pixels, done.faces, again)
            assert score is not None
            assert score < recogniser.threshold
        doubts = [covers._doubt(COVERS[style])]
        assert original.matched(done.picture, done.faces, again, doubts) == []

    def test_no_face_is_found_afterwards(self, style: str) -> None:
        """The face finder fails on the covered face, or finds only the drawn cover."""
        picture = Picture(astronaut())
        faces = FACES.found(picture)
        assert len(faces) == 1
        done = cover(picture, faces, COVERS[style])
        left = [found for found in FACES.found(done.picture) if not done.hides(found)]
        assert left == []

    def test_tiny_and_cut_faces_are_covered_without_an_error(self, style: str) -> None:
        """A face of three pixels, and one over the rim."""
        picture = Picture(astronaut())
        faces = [face(Region(0, 0, 3, 3)), face(Region(480, 490, 540, 560))]
        assert cover(picture, faces, COVERS[style]).share > 0


def test_the_original_picture_is_not_touched() -> None:
    """Covering works on a copy."""
    picture = Picture(astronaut().copy())
    cover(picture, FACES.found(picture), SOLID)
    assert (picture.pixels == astronaut()).all()


def test_every_chosen_face_of_a_group_is_covered_and_the_others_are_not() -> None:
    """Covers go where they were asked for."""
    picture = Picture(group())
    faces = FACES.found(picture)
    assert len(faces) == 3
    done = cover(picture, faces[1:], SOLID, keep=faces[:1])
    left = [found for found in FACES.found(done.picture) if not done.hides(found)]
    assert [found.where.overlap(faces[0].where) > 0 for found in left] == [True]  # type: ignore[union-attr, arg-type]


def test_a_transparent_face_is_covered_too() -> None:
    """Alpha under a cover becomes opaque: nothing shines through, nothing hides below."""
    alpha = np.full((512, 512), 40, np.uint8)
    picture = Picture(astronaut(), alpha)
    done = cover(picture, FACES.found(Picture(astronaut())), SOLID)
    assert done.picture.alpha is not None
    assert (done.picture.alpha == 255).any()
    assert (alpha == 40).all()


def test_an_unknown_style_is_answered_with_the_known_ones() -> None:
    """A typing mistake is not a cover."""
    with pytest.raises(Unknown, match="solid"):
        COVERS["blur"]


def test_a_cover_that_does_not_hide_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """When the finder goes on finding the face, there is no result."""
    picture = Picture(astronaut())
    faces = FACES.found(picture)

    class Stubborn:
        def found(self, _: Picture) -> tuple[Finding, ...]:
            return faces

    monkeypatch.setattr(covers, "FINDER", Stubborn())
    with pytest.raises(Unsafe, match="pixelate"):
        cover(picture, faces, COVERS["pixelate"])


def test_a_mosaic_that_a_recogniser_still_matches_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Blocks so small that the face stays are never handed out, whatever the finder says."""
    from facevalue.protection.covers import pixelate

    class Blind:
        def found(self, _: Picture) -> tuple[Finding, ...]:
            return ()

    picture = Picture(astronaut())
    faces = FACES.found(picture)
    monkeypatch.setattr(pixelate, "BLOCKS", 60)
    monkeypatch.setattr(pixelate, "LEVELS", 1)
    monkeypatch.setattr(covers, "FINDER", Blind())
    with pytest.raises(Unsafe):
        cover(picture, faces, COVERS["pixelate"])


def test_two_heads_side_by_side_are_both_seen() -> None:
    """Where covers meet, neither paints over the other's middle."""
    left, right = (face(Region(x, 150, x + 100, 270)) for x in (120, 220))
    done = cover(Picture(astronaut()), [left, right], COVERS["emoji"])
    one = cover(Picture(astronaut()), [left], COVERS["emoji"]).picture.pixels
    assert (done.picture.pixels[170:250, 130:150] == one[170:250, 130:150]).all()
