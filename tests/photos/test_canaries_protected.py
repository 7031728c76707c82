"""The same canaries through the public door: stripped only, and with the face covered."""

from __future__ import annotations

from functools import cache

import pytest

import facevalue
from facevalue.core.change import Protected
from facevalue.core.photo import Photo
from facevalue.photos.fields import metadata
from facevalue.photos.formats.catalogue import FORMATS

from ..carriers.canary import Carrier, found, views, word
from ..carriers.photographs import PHOTOGRAPHS, Photograph, frames

PROMISED = {"jpeg": 15, "png": 12, "webp": 7, "heic": 5}
"""How many carriers of a format are promised to be empty afterwards: 39 together."""

PROMISED_PICTURES = {
    "jpeg": ("gain map", "preview", "depth map", "motion video", "c2pa thumbnail", "c2pa original"),
    "png": ("c2pa thumbnail", "c2pa original"),
    "webp": ("c2pa thumbnail", "c2pa original"),
    "heic": ("gain map", "depth map", "motion video", "c2pa thumbnail", "c2pa original"),
}
"""Second pictures, beside those carriers: MPF, gain map, depth map, film, C2PA."""

BY_NAME = {photo.name: photo for photo in PHOTOGRAPHS}


def ways(photo: Photograph) -> dict[str, bytes]:
    """The results of every way out: the format's strip, and the door's two."""
    covered, stripped = protected(photo), protected(photo, only=("strip",))
    return {
        "format": FORMATS[photo.form].strip(photo.made()).data,
        "stripped": file_of(stripped).data,
        "covered": file_of(covered).data,
    }


@cache
def protected(photo: Photograph, only: tuple[str, ...] = ("strip", "cover")) -> Protected:
    """The photograph through the public door; a film becomes still where its face is covered."""
    if photo.form == "heic":
        pytest.importorskip("pi_heif")
    return facevalue.protect(photo.made(), only=only, still="cover" in only)


def file_of(result: Protected) -> Photo:
    """The photo of the result, which must be there."""
    assert result.photo is not None
    return result.photo


def carrier_of(form: str, name: str) -> Carrier:
    """The carrier of that name, which must be in the format's table."""
    return next(carrier for carrier in BY_NAME[form].carriers if carrier.name == name)


@pytest.mark.parametrize("photo", PHOTOGRAPHS, ids=str)
def test_strip_alone_leaves_no_canary(photo: Photograph) -> None:
    """The result has no canary, no second picture and every pixel, frame and page."""
    safer = file_of(protected(photo, only=("strip",)))
    assert found(safer.data, photo.canaries) == set()
    assert metadata(safer).copies == ()
    assert safer.format == photo.form
    before, after = frames(photo.form, photo.made()), frames(photo.form, safer.data)
    assert after == before[: photo.frames]


@pytest.mark.parametrize("photo", PHOTOGRAPHS, ids=str)
def test_a_covered_photo_has_no_canary(photo: Photograph) -> None:
    """The face is covered, the file written anew, and nothing planted came along."""
    result = protected(photo)
    assert "cover" in [change.by for change in result.changes]
    safer = file_of(result)
    assert found(safer.data, photo.canaries) == set()
    assert metadata(safer).copies == ()
    assert result.left.clean


@pytest.mark.parametrize("form", list(PROMISED))
def test_as_many_carriers_as_promised_and_none_survives(form: str) -> None:
    """15 carriers of JPEG, 12 of PNG, 7 of WebP, 5 of HEIC: planted, then 0 left in any way."""
    photo = BY_NAME[form]
    pictures = {carrier_of(form, name).canary for name in PROMISED_PICTURES[form]}
    canaries = [canary for canary in photo.canaries if canary not in pictures]
    assert len(found(photo.made(), canaries)) == len(canaries) >= PROMISED[form]
    assert {way: found(data, canaries) for way, data in ways(photo).items()} == {
        way: set() for way in ("format", "stripped", "covered")
    }


@pytest.mark.parametrize(
    ("form", "name"), [(form, name) for form, names in PROMISED_PICTURES.items() for name in names]
)
def test_no_second_picture_survives(form: str, name: str) -> None:
    """MPF pictures, gain map, depth map, film, C2PA thumbnails: 0 of each in any way."""
    photo, canary = BY_NAME[form], carrier_of(form, name).canary
    assert any(found(copy.data, [canary]) for copy in FORMATS[form].embedded(photo.made()))
    assert not any(found(data, [canary]) for data in ways(photo).values())


def test_the_promise_is_for_39_carriers() -> None:
    """The numbers of the promise belong to different canaries, none part of another."""
    assert sum(PROMISED.values()) == 39
    for photo in PHOTOGRAPHS:
        assert len(set(photo.canaries)) == len(photo.canaries)
        for canary in photo.canaries:
            assert [other for other in photo.canaries if canary in other] == [canary]


def test_the_search_sees_through_packing() -> None:
    """Deflate, base64, hexadecimal and UTF-16 inside each other hide no canary."""
    import base64
    import zlib

    canary = word("test", "hidden")
    inner = zlib.compress(b"some words before " + canary.encode() * 2)
    for hidden in (
        canary.encode("utf-16-le"),
        b"\0\1" + inner + b"\2",
        b'data="' + base64.b64encode(inner) + b'"',
        b"profile\n" + (b"40 bytes of words to be long enough " + canary.encode()).hex().encode(),
        zlib.compress(base64.b64encode(inner)),
    ):
        assert canary.encode() not in hidden
        assert found(hidden, [canary, "absent"]) == {canary}
    assert len(list(views(b"plain"))) == 1
