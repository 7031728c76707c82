"""What every image format must hold, whoever wrote it: one class, asked of each in turn."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from facevalue.core.errors import NotAPhoto, Refused
from facevalue.core.photo import Copy, Header, Stripped, Tag
from facevalue.core.places import Size
from facevalue.core.roles import Format
from facevalue.photos.formats.catalogue import FORMATS
from facevalue.photos.open import START, format_of, open_photo
from tests.carriers import icc, parts
from tests.carriers.photographs import PHOTOGRAPHS
from tests.photos.formats.heif_files import Made, exif, heif, nclx
from tests.photos.formats.hevc_pcm import BLOCK, flat, real

LYING, STANDING = Size(192, 144), Size(144, 192)
HEADERS = {
    "jpeg": Header(STANDING, orientation=6),
    "png": Header(STANDING, orientation=6),
    "apng": Header(LYING, 2),
    "webp": Header(STANDING, orientation=6),
    "webp lossless": Header(STANDING, orientation=6),
    "webp moving": Header(LYING, 2),
    "heic": Header(Size(192, 192)),
    "avif": Header(STANDING),
    "tiff": Header(STANDING, orientation=6),
    "tiff pages": Header(LYING, 2),
    "gif": Header(LYING, 2),
}
"""What each photograph is: 192 x 144, and where its orientation is 6 shown standing."""

SLOW = 3.0
"""Seconds of a processor that no question about such a file may take, on a slow machine."""

HUGE = 1 << 20
MARKS = (0, 1, 2, 0x0A, 0x2C, 0x3B, 0x7F, 0x80, 0xD8, 0xD9, 0xDA, 0xE1, 0xFE, 0xFF)
CHANGES = st.lists(
    st.tuples(st.floats(0, 1, exclude_max=True), st.sampled_from(MARKS)), min_size=1, max_size=6
)
"""Where in the file, as a part of its length, and the byte that stands there then."""

FEW = settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.differing_executors]
)


@cache
def samples(name: str) -> tuple[bytes, ...]:
    """Files of a format: photographs with everything in them, and a little one."""
    many = [photo.made() for photo in PHOTOGRAPHS if photo.form == name]
    return (little(name), *many)


@cache
def little(name: str) -> bytes:
    """A file of few bytes with Exif and a colour profile."""
    if name == "heic":
        return heif([real(1, [flat(9)], BLOCK, BLOCK, nclx()), Made(2, "Exif", exif(b"Acme"))])
    more: dict[str, object] = {"exif": parts.exif(name), "icc_profile": icc.talkative("words")}
    if name == "gif":
        more = {"comment": b"words"}
    return parts.saved(parts.face(16), name.upper(), **more)


def asked(form: Format, data: bytes) -> Iterator[object]:
    """What the four questions give; a refusal gives nothing, and none takes long."""
    questions: tuple[Callable[[bytes], object], ...] = (
        *(form.header, form.fields),
        *(form.embedded, form.strip),
    )
    for question in questions:
        since = time.process_time()
        try:
            yield question(data)
        except Refused as error:
            assert len(str(error)) > 20  # noqa: PT017 - every refusal has its sentence
        assert time.process_time() - since < SLOW, question


def survives(form: Format, data: bytes) -> None:
    """The questions are answered or refused; what is written is right and stays as it is."""
    answers = {type(answer): answer for answer in asked(form, data)}
    stripped, header = answers.get(Stripped), answers.get(Header)
    if not isinstance(stripped, Stripped):
        return
    again = form.strip(stripped.data)
    assert again.data == stripped.data
    assert form.embedded(stripped.data) == ()
    if isinstance(header, Header):
        assert form.header(stripped.data) == header


@pytest.mark.parametrize("form", list(FORMATS), ids=lambda form: str(form.name))
class TestEveryFormat:
    """The contract of ``core.roles.Format``."""

    def test_it_says_what_it_is(self, form: Format) -> None:
        """Names, endings and a sentence for people are there and belong to it alone."""
        assert FORMATS[form.name] is form
        assert form.name == form.name.lower()
        assert form.media_type.startswith("image/")
        assert form.suffixes
        assert all(end.startswith(".") and end == end.lower() for end in form.suffixes)
        others = [one for one in FORMATS if one is not form]
        assert not {end for one in others for end in one.suffixes} & set(form.suffixes)
        assert form.media_type not in [one.media_type for one in others]
        assert len(form.carries.split()) > 5

    def test_it_knows_its_own_files_only(self, form: Format) -> None:
        """Its first bytes are claimed by it and by no other, and short ones do no harm."""
        for data in samples(form.name):
            assert [one.name for one in FORMATS if one.mine(data[:START])] == [form.name]
            assert format_of(data) is form
            for length in range(START):
                form.mine(data[:length])
        for nothing in (b"", b"\0" * START, b"\xff" * START, b"hello"):
            assert not form.mine(nothing)

    def test_the_header_is_right(self, form: Format) -> None:
        """Upright size, frames and orientation are those the file was made with."""
        for photo in PHOTOGRAPHS:
            if photo.form == form.name:
                assert form.header(photo.made()) == HEADERS[photo.name]
                assert open_photo(photo.made()).header == HEADERS[photo.name]
        assert form.header(little(form.name)).size.pixels in (16 * 12, BLOCK * BLOCK)

    def test_fields_and_copies_are_named(self, form: Format) -> None:
        """There are some, each under a path of words, each copy with its role and bytes."""
        for data in samples(form.name):
            tags, copies = form.fields(data), form.embedded(data)
            assert tags
            assert all(isinstance(tag, Tag) and all(tag.field.path) for tag in tags)
            assert all(isinstance(copy, Copy) and copy.role and copy.data for copy in copies)

    def test_a_strip_opens_again_and_stays(self, form: Format) -> None:
        """The same header, nothing embedded, and the same bytes from every further strip."""
        for data in samples(form.name):
            stripped = form.strip(data)
            assert form.strip(data) == stripped
            assert format_of(stripped.data) is form
            assert open_photo(stripped.data).header == open_photo(data).header
            assert form.embedded(stripped.data) == ()
            assert form.strip(stripped.data).data == stripped.data
            assert len(form.fields(stripped.data)) < len(form.fields(data))
            assert len(stripped.data) < len(data)

    def test_cut_off_anywhere(self, form: Format) -> None:
        """A little file is cut at every byte, a large one here and there."""
        for data in samples(form.name):
            step = 1 if data is little(form.name) else 1 + len(data) // 20
            for length in range(0, len(data), max(step, len(data) // 400)):
                survives(form, data[:length])

    @FEW
    @given(CHANGES, st.integers(0, 9))
    def test_changed_bytes(
        self, form: Format, changes: list[tuple[float, int]], which: int
    ) -> None:
        """Whatever byte is wrong, there is an answer or a refusal, and no half-done file."""
        every = samples(form.name)
        data = bytearray(every[which % len(every)] if which < 3 else every[0])
        for part, byte in changes:
            data[int(part * len(data))] = byte
        survives(form, bytes(data))

    @FEW
    @given(st.binary(max_size=200), st.integers(0, START))
    def test_noise_behind_its_first_bytes(self, form: Format, noise: bytes, own: int) -> None:
        """What only begins like a file of the format is refused, or a file after all."""
        for data in samples(form.name)[:2]:
            survives(form, data[:own] + noise)

    @pytest.mark.parametrize("filler", ["zeros", "ones", "noise", "itself"])
    def test_megabytes_of_anything_end(self, form: Format, filler: str) -> None:
        """A megabyte behind the first bytes, or behind the file, take no long time."""
        own = little(form.name)
        fillers = {
            "zeros": bytes(HUGE),
            "ones": b"\xff" * HUGE,
            "noise": random.Random(7).randbytes(HUGE),
            "itself": own * (HUGE // len(own)),
        }
        for length in (START, len(own)):
            survives(form, own[:length] + fillers[filler])


def test_what_is_no_photo_is_nobodys() -> None:
    """Bytes that no format knows are refused by name, and the sentence lists the formats."""
    with pytest.raises(NotAPhoto, match="JPEG, PNG"):
        format_of(b"hello, this is a letter and no photo")


def test_every_format_has_a_photograph_with_canaries() -> None:
    """A new format comes with a file that has something planted in every carrier."""
    assert {photo.form for photo in PHOTOGRAPHS} == set(FORMATS.names())
    assert {photo.name for photo in PHOTOGRAPHS} == set(HEADERS)
