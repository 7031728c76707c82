"""The look as a whole: everything is looked at, or a skip says what was not and why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from facevalue.core.errors import Broken, NoEngine
from facevalue.core.finding import Finding, Kind, Look, Skip
from facevalue.core.photo import Photo, Picture
from facevalue.core.places import Region, Span
from facevalue.engines import face_finder, weights
from facevalue.findings import look as module
from facevalue.findings.catalogue import METADATA, PICTURE
from facevalue.findings.look import look, look_photo, look_picture
from facevalue.photos.open import open_photo
from tests.photographs import astronaut, phone_photo, saved

GREY = Picture(np.full((64, 64, 3), 120, np.uint8))


@pytest.fixture
def no_weights(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """A machine on which the assets were never brought."""
    monkeypatch.setattr(weights, "FOLDER", tmp_path)
    face_finder._session.cache_clear()
    yield
    face_finder._session.cache_clear()


def bare() -> Photo:
    """A photo without metadata and without a face."""
    return open_photo(saved(GREY.pixels, "PNG"))


def said(skips: tuple[Skip, ...]) -> list[tuple[str, str]]:
    """Who did not look, and why."""
    return [(skip.by, skip.reason) for skip in skips]


def test_a_photo_with_everything_is_looked_at_completely() -> None:
    """Metadata and pixels together, without a skip."""
    seen = look(phone_photo())
    kinds = {found.kind for found in seen.findings}
    assert kinds >= {Kind.FACE, Kind.WHERE, Kind.WHEN, Kind.DEVICE, Kind.NAME, Kind.COPY, Kind.EDIT}
    assert seen.skips == ()
    assert not seen.clean


def test_a_photo_with_nothing_is_clean() -> None:
    """Nothing found and nothing left unlooked-at."""
    assert look(bare()).clean


@pytest.mark.usefixtures("no_weights")
def test_a_missing_engine_is_a_skip_and_never_silence() -> None:
    """Without weights no face is found, a skip says why and how to get them; the rest goes on."""
    seen = look(phone_photo())
    assert [skip.by for skip in seen.skips] == ["faces"]
    assert "centerface.onnx" in seen.skips[0].reason
    assert "do.py assets" in seen.skips[0].reason
    assert {found.kind for found in seen.findings} >= {Kind.WHERE, Kind.NAME}
    assert not look(bare()).clean


def test_a_missing_decoder_is_a_skip_of_every_look_at_pixels(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """HEIC without its decoder: metadata is looked at all the same."""

    def refuse(_: Photo) -> Picture:
        raise NoEngine("HEIC needs pi-heif")

    monkeypatch.setattr(module, "decode", refuse)
    seen = look(phone_photo())
    assert said(seen.skips) == [(name, "HEIC needs pi-heif") for name in PICTURE.names()]
    assert {found.kind for found in seen.findings} >= {Kind.WHERE, Kind.NAME}


def test_a_broken_picture_is_an_error_and_not_a_skip(monkeypatch: pytest.MonkeyPatch) -> None:
    """What cannot be decoded cannot be called looked at."""

    def refuse(_: Photo) -> Picture:
        raise Broken("cut short")

    monkeypatch.setattr(module, "decode", refuse)
    with pytest.raises(Broken):
        look(phone_photo())


def test_unasked_pixels_are_a_skip(monkeypatch: pytest.MonkeyPatch) -> None:
    """``pixels=False`` decodes nothing, says so for every detector, and is not clean."""
    monkeypatch.setattr(module, "decode", lambda _: pytest.fail("decoded"))
    seen = look(bare(), pixels=False)
    assert [skip.by for skip in seen.skips] == PICTURE.names()
    assert all("nobody asked" in skip.reason for skip in seen.skips)
    assert seen.findings == ()
    assert not seen.clean


@pytest.mark.parametrize("pixels", [True, False])
def test_words_are_looked_at_beside_the_photo_and_without_one(pixels: bool) -> None:
    """What they give away has its place in them; no words, no look."""
    words = "I am Dana, a pediatric nurse"
    for seen in (look(None, words), look(bare(), words, pixels=pixels)):
        told = [found for found in seen.findings if isinstance(found.where, Span)]
        assert {Kind.NAME, Kind.WORK} <= {found.kind for found in told}
    assert look(bare(), "", pixels=pixels).findings == ()
    assert look(None) == Look()


def test_later_frames_are_a_skip() -> None:
    """Of a moving picture one frame was looked at, and the others may show anything."""
    photo = bare()
    moving = replace(photo, header=replace(photo.header, frames=3))
    seen = look_photo(moving, GREY)
    assert [skip.by for skip in seen.skips] == ["faces"]
    assert "first of 3" in seen.skips[0].reason
    still = replace(photo, header=replace(photo.header, frames=1))
    assert look_photo(still, GREY).skips == ()


class _Blind:
    """A detector for pixels that lacks its engine."""

    name = "blind"
    kinds = frozenset({Kind.PLATE})

    def look(self, thing: Picture) -> Iterator[Finding]:
        yield Finding(Kind.PLATE, Region(0, 0, 1, 1), 1.0, "blind", "it began to look")
        raise NoEngine("the plate reader is not here")


def test_one_blind_detector_stops_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    """Also one that fails halfway is a skip, and the others find what they find."""
    monkeypatch.setattr(module, "PICTURE", (_Blind(), *PICTURE))
    seen = look_picture(Picture(astronaut()))
    assert said(seen.skips) == [("blind", "the plate reader is not here")]
    assert Kind.FACE in {one.kind for one in seen.findings}


def test_marks_come_behind_whatever_tells_of_a_person() -> None:
    """The order of the catalogue decides who has a field: a mark must not hide a place."""
    names = METADATA.names()
    assert all(names.index(each) < names.index("marks") for each in ("where", "names", "when"))
    assert names.index("prompts") < names.index("device") < names.index("marks")
