"""Faces in the pictures inside the file: found where it is cheap, and said where it is not."""

from __future__ import annotations

import zlib

import pytest

from facevalue.core.errors import NoEngine, TooSlow
from facevalue.core.finding import Finding, Kind
from facevalue.core.photo import Copy, Metadata, Photo
from facevalue.core.places import Field
from facevalue.findings.look import look
from facevalue.findings.metadata.copies import COPIES
from facevalue.findings.picture import copies as module
from facevalue.findings.picture.copies import MOST, with_faces
from tests.photographs import astronaut, group, phone_photo, saved


def copy(data: bytes, number: int = 0, media_type: str = "image/jpeg") -> Copy:
    """A thumbnail somewhere in a file."""
    return Copy(Field(("Exif", "Thumbnail", str(number))), "thumbnail", media_type, data)


def words(*copies: Copy) -> list[str]:
    """What the findings of these copies say last."""
    findings = tuple(COPIES.look(Metadata(copies=copies)))
    assert len(findings) == len(copies)
    return [found.because.split("; ")[-1] for found in with_faces(findings, copies)]


def bomb() -> bytes:
    """A PNG that declares 60,000 x 60,000 pixels."""
    body = (60_000).to_bytes(4, "big") * 2 + bytes([8, 2, 0, 0, 0])
    chunk = b"IHDR" + body
    return (
        b"\x89PNG\r\n\x1a\n"
        + len(body).to_bytes(4, "big")
        + chunk
        + zlib.crc32(chunk).to_bytes(4, "big")
    )


def test_the_thumbnail_of_a_telephone_photo_shows_its_face() -> None:
    """The finding of the copy says how many faces are in it, after what it said before."""
    found = [each for each in look(phone_photo()).findings if each.kind is Kind.COPY]
    assert [each.because.split("; ")[-1] for each in found] == ["in it a machine finds 1 face"]
    assert found[0].because.startswith("a second picture inside the file still shows")


def test_without_a_look_at_pixels_no_copy_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who asked for metadata only gets the finding as it was."""
    monkeypatch.setattr(module, "decode", None)
    found = [each for each in look(phone_photo(), pixels=False).findings if each.kind is Kind.COPY]
    assert found
    assert all("machine" not in each.because for each in found)


def test_each_copy_says_its_own_number() -> None:
    """Two portraits, a group, and a picture of nobody, which is said as well."""
    copies = [
        copy(saved(group()), 0),
        copy(saved(astronaut()[::4, ::4]), 1),
        copy(saved(astronaut()[300:, :100]), 2),
    ]
    assert words(*copies) == [
        "in it a machine finds 3 faces",
        "in it a machine finds 1 face",
        "in it a machine finds no face",
    ]


@pytest.mark.parametrize(
    ("data", "media_type", "why"),
    [
        (b"", "image/jpeg", "it cannot be opened as a picture"),
        (b"not a picture at all", "", "it cannot be opened as a picture"),
        (b"\xff\xd8\xff\xe0" + b"\x00" * 40, "image/jpeg", "it cannot be opened as a picture"),
        (bomb(), "image/png", "it is too large"),
        (b"....ftypmp42", "video/mp4", "films are not looked into"),
    ],
)
def test_what_cannot_be_opened_is_said(data: bytes, media_type: str, why: str) -> None:
    """Hostile or unknown bytes end in words, and the next copy is looked at all the same."""
    first, second = words(copy(data, 0, media_type), copy(saved(astronaut()[::4, ::4]), 1))
    assert first == f"whether a face is in it was not looked at, because {why}"
    assert second == "in it a machine finds 1 face"


def test_a_copy_cut_short_is_said_or_seen() -> None:
    """Half a thumbnail raises nothing."""
    data = saved(astronaut()[::2, ::2])
    (word,) = words(copy(data[: len(data) // 2]))
    assert "face" in word


def test_a_file_full_of_copies_costs_no_more_than_a_few() -> None:
    """From the seventh on nothing is opened, and that is said."""
    small = saved(astronaut()[::8, ::8])
    said = words(*(copy(small, number) for number in range(MOST + 2)))
    assert all(word.startswith("in it a machine") for word in said[:MOST])
    assert (
        said[MOST:]
        == [f"whether a face is in it was not looked at, because only the first {MOST} copies are"]
        * 2
    )


def test_after_one_slow_copy_no_other_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file of slow copies takes the time of one."""
    asked: list[Photo] = []

    def slow(photo: Photo) -> None:
        asked.append(photo)
        raise TooSlow("built to be slow")

    monkeypatch.setattr(module, "decode", slow)
    small = saved(astronaut()[::8, ::8])
    said = words(copy(small, 0), copy(small, 1))
    assert len(asked) == 1
    assert said[0].endswith("because opening it took too long")
    assert said[1].endswith("because opening another copy took too long")


def test_a_missing_engine_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing installed is no reason to be silent."""

    def missing(_: Photo) -> None:
        raise NoEngine("not here")

    monkeypatch.setattr(module, "decode", missing)
    (word,) = words(copy(saved(astronaut()[::8, ::8])))
    assert word.endswith("because what opens it or finds faces is not installed")


def test_other_findings_stay_as_they_are() -> None:
    """Only copies get a word on faces."""
    name = Finding(Kind.NAME, Field(("Exif", "Image", "Artist")), 1.0, "names", "a name")
    assert with_faces((name,), ()) == (name,)
