"""The whole path: what was found is gone, a second look says so, or there is no result."""

from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image

import facevalue
from facevalue.core.errors import Moving, Unsafe
from facevalue.core.finding import Finding, Kind
from facevalue.core.photo import Photo, Upload
from facevalue.core.places import Field
from facevalue.flows import protect as flow
from facevalue.flows.protect import protect
from facevalue.photos.fields import metadata
from facevalue.photos.open import open_photo
from facevalue.photos.pixels import decode, encode
from facevalue.protection.plan import Wanted
from facevalue.protection.strip import Strip
from tests.photographs import astronaut, group, phone_photo, saved, shown


def _saved_photo(form: str) -> Photo:
    exif = Image.Exif()
    exif[0x010F] = "Examplephone"
    exif[0x013B] = "E. Collins"
    return open_photo(saved(astronaut(), form, exif=exif))


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "AVIF", "TIFF"])
def test_everything_found_is_gone_in_every_format(form: str) -> None:
    """Metadata out, the face covered, nothing left, same format."""
    photo = _saved_photo(form)
    before = facevalue.check(photo.data)
    assert {found.kind for found in before.look.findings} >= {Kind.FACE, Kind.DEVICE, Kind.NAME}
    result = protect(Upload(photo), Wanted())
    assert result.left.clean
    assert result.photo is not None
    assert result.photo.format == photo.format
    assert facevalue.check(result.photo.data).look.clean


def test_no_second_picture_shows_a_covered_face() -> None:
    """Every raster of the result is decoded; none holds the face."""
    result = protect(Upload(phone_photo()), Wanted())
    assert result.photo is not None
    assert metadata(phone_photo()).copies
    assert metadata(result.photo).copies == ()
    covered = shown(result.photo.data)[60:170, 180:270].reshape(-1, 3)
    assert covered.std(axis=0).max() < 12


def test_without_a_face_to_cover_the_pixels_stay_bit_for_bit() -> None:
    """Strip alone changes no pixel."""
    result = protect(Upload(phone_photo()), Wanted(only=("strip",)))
    assert result.photo is not None
    assert (shown(result.photo.data) == shown(phone_photo().data)).all()
    assert [skip.by for skip in result.left.skips] == ["faces"]


def test_kept_faces_are_kept_and_said() -> None:
    """The largest face stays, the others are covered, and the result says both."""
    photo = open_photo(saved(group(), quality=92))
    result = protect(Upload(photo), Wanted(keep="largest"))
    assert len(result.kept) == 1
    assert result.left.clean
    assert result.photo is not None
    faces = [f for f in facevalue.check(result.photo.data).look.findings if f.kind is Kind.FACE]
    assert len(faces) == 1


def test_keeping_every_face_changes_no_pixel() -> None:
    """keep="all" is strip alone."""
    result = protect(Upload(phone_photo()), Wanted(keep="all"))
    assert result.photo is not None
    assert (shown(result.photo.data) == shown(phone_photo().data)).all()


def test_a_moving_picture_with_a_face_is_refused_or_becomes_still() -> None:
    """Half-covered films are not written."""
    frames = [Image.fromarray(astronaut()), Image.fromarray(astronaut()[:, ::-1])]
    out = io.BytesIO()
    frames[0].save(out, "WEBP", save_all=True, append_images=frames[1:], duration=90)
    photo = open_photo(out.getvalue())
    with pytest.raises(Moving, match="--still"):
        protect(Upload(photo), Wanted())
    still = protect(Upload(photo), Wanted(still=True)).photo
    assert still is not None
    assert still.header.frames == 1
    moving = protect(Upload(photo), Wanted(only=("strip",))).photo
    assert moving is not None
    assert moving.header.frames == 2


def test_frames_that_nobody_looked_at_are_not_handed_out() -> None:
    """A face that only a later frame shows, and a hidden first picture, are refused alike."""
    wall = Image.new("RGB", (512, 512), (200, 200, 200))
    for form, options in (("GIF", {}), ("PNG", {"default_image": True}), ("TIFF", {})):
        out = io.BytesIO()
        more = [Image.fromarray(astronaut())]
        wall.save(out, form, save_all=True, append_images=more, **options)
        photo = open_photo(out.getvalue())
        assert photo.header.frames == 2
        with pytest.raises(Moving, match="--still"):
            protect(Upload(photo), Wanted())
        result = protect(Upload(photo), Wanted(still=True))
        assert result.photo is not None
        assert result.photo.header.frames == 1
        assert result.left.clean
        assert (shown(result.photo.data) == 200).all()
        assert "only the first of 2 frames" in result.changes[0].says


def test_the_advice_for_a_film_that_cannot_be_rewritten_works() -> None:
    """A moving AVIF cannot be stripped as it is; the way out that the refusal names is one."""
    out = io.BytesIO()
    frames = [Image.new("RGB", (64, 64), (shade,) * 3) for shade in (40, 200)]
    frames[0].save(out, "AVIF", save_all=True, append_images=frames[1:])
    photo = open_photo(out.getvalue())
    with pytest.raises(Moving, match="--still"):
        protect(Upload(photo), Wanted(only=("strip",)))
    still = protect(Upload(photo), Wanted(only=("strip",), still=True)).photo
    assert still is not None
    assert still.header.frames == 1


def test_a_leak_found_in_the_second_look_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """When strip fails to take something out, nothing is handed out."""

    def broken(_: Strip, photo: Photo, findings: object) -> tuple[Photo, object]:
        return photo, facevalue_change()

    def facevalue_change() -> object:
        from facevalue.core.change import Change

        return Change("strip", "did nothing")

    monkeypatch.setattr(Strip, "protect", broken)
    with pytest.raises(Unsafe, match="second look"):
        protect(Upload(phone_photo()), Wanted(only=("strip",)))


def test_a_cover_that_is_not_in_the_file_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """The written file is decoded and compared with what was painted."""

    def forgets(picture: object, like: Photo) -> Photo:
        return encode(decode(phone_photo()), like)

    monkeypatch.setattr(flow, "encode", forgets)
    with pytest.raises(Unsafe):
        protect(Upload(phone_photo()), Wanted())


def test_every_change_is_measured() -> None:
    """Effects hold the numbers before and after."""
    result = protect(Upload(phone_photo()), Wanted())
    effects = {effect.measure: effect for change in result.changes for effect in change.effects}
    assert effects["covered faces that the face finder finds"].before == 1
    assert effects["covered faces that the face finder finds"].after == 0
    assert effects["metadata fields that tell something"].after == 0
    assert effects["second pictures in the file"].before >= 1
    assert effects["second pictures in the file"].after == 0
    assert effects["metadata fields that tell something"].before > 9


def test_orientation_survives_stripping() -> None:
    """A turned photo is still turned the right way afterwards."""
    exif = Image.Exif()
    exif[0x0112], exif[0x010F] = 6, "Examplephone"
    photo = open_photo(saved(astronaut()[:300], exif=exif))
    result = protect(Upload(photo), Wanted(only=("strip",)))
    assert result.photo is not None
    assert result.photo.size == photo.size
    assert (decode(result.photo).pixels == decode(photo).pixels).all()


def test_words_without_a_photo_are_said_to_be_unread() -> None:
    """What cannot be looked at is a skip, not silence."""
    result = protect(Upload(None, "I am a nurse"), Wanted())
    assert result.photo is None
    assert not result.left.clean


def test_marks_do_not_count_as_left() -> None:
    """A harmless mark may stay."""
    mark = Finding(Kind.MARK, Field(("C2pa",)), 1.0, "marks", "why")
    assert facevalue.check(saved(np.zeros((64, 64, 3), np.uint8), "PNG")).look.clean
    assert mark.kind is Kind.MARK
