"""What every detector must hold, whoever wrote it and whatever it looks at."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from facevalue.core.finding import Answer, Finding, Miss
from facevalue.core.photo import Copy, Metadata, Picture, Tag
from facevalue.core.places import Field, Region
from facevalue.core.roles import Detector
from facevalue.core.secret import Secret
from facevalue.findings.catalogue import METADATA, PICTURE
from facevalue.findings.metadata.look import look_metadata
from facevalue.photos.fields import metadata
from tests.findings.tables import CALM
from tests.photographs import astronaut, phone_photo

Seeing = Detector[Metadata] | Detector[Picture]
DETECTORS: list[Seeing] = [*METADATA, *PICTURE]
SENTENCE = re.compile(r"[a-z][^.\n{}]{15,110}")

NAMES = [
    "Exif.GPSInfo.GPSLatitude",
    "Exif.GPSInfo.GPSLongitude",
    "Exif.GPSInfo.GPSLatitudeRef",
    "Exif.GPSInfo.GPSAltitude",
    "Exif.Image.Artist",
    "Exif.Photo.DateTimeOriginal",
    "Exif.Image.Make",
    "Exif.Photo.BodySerialNumber",
    "Exif.Photo.UserComment",
    "Xmp.dc.creator",
    "Xmp.xmpMM.DocumentID",
    "Xmp.exif.GPSLatitude",
    "Xmp.exif.GPSLongitude",
    "Xmp.drone-dji.GpsLatitude",
    "Png.tEXt.parameters",
    "Iptc.Application2.City",
    "C2pa.c2pa.actions.when",
    "Xmp.mwg-rs.Regions.RegionList.Name",
    "Icc.desc",
    "Jpeg.Comment",
    "Xmp.plus.DataMining",
    "Xmp.mine.unknown",
    "Iptc.Application2.Contact",
]
HOSTILE = (
    "\0|\x1b[2J\x1b]0;x\x07|\u202egpj.exe|\u200f\u2066|\ud800|\udfff\udc00|1e999|-1e999|nan|-inf|"
    "1/0|0/0|\u0661\u0662|\u00b2|٣٫١٤|90 60 60|{n} {s} {0!r}|%s%n|${x}|<b>&amp;|+" + "9" * 400
).split("|")
LONG = ("1" * 10**6, "a@" * 5 * 10**5, "+1 " * 3 * 10**5, "Steps: 1" * 10**5, "\ud800" * 10**6)

letters = st.characters(exclude_categories=())
values = st.sampled_from(HOSTILE) | st.text(letters, max_size=60)
known = st.sampled_from(NAMES).map(lambda path: tuple(path.split(".")))
unknown = st.lists(st.text(letters, max_size=12), max_size=5).map(tuple)
tags = st.builds(Tag, st.builds(Field, known | known | unknown), values)
copies = st.builds(Copy, st.builds(Field, known | unknown), values, values, st.binary(max_size=9))
carried = st.builds(
    Metadata, st.lists(tags, max_size=12).map(tuple), st.lists(copies, max_size=2).map(tuple)
)


@cache
def everything() -> Metadata:
    """Every known name with a usual value, all that a telephone writes, and our own mark."""
    real = metadata(phone_photo())
    named = tuple(Tag(Field(tuple(path.split("."))), "12 30 5") for path in NAMES)
    ours = Tag(Field(("Xmp", "xmp", "CreatorTool")), "Facevalue 0.1.0")
    return Metadata((*real.tags, *named, ours), real.copies)


def things(detector: Seeing) -> list[Metadata] | list[Picture]:
    """What a detector is shown: nothing, little, and what it is made for."""
    if detector in list(METADATA):
        return [Metadata(), everything()]
    shapes = [(1, 1), (3, 500), (64, 64)]
    greys = [Picture(np.full((*shape, 3), 120, np.uint8)) for shape in shapes]
    rng = np.random.default_rng(5)
    noise = Picture(rng.integers(0, 255, (90, 120, 3), np.uint8), np.zeros((90, 120), np.uint8))
    return [*greys, noise, Picture(astronaut())]


def judge(detector: Seeing, answers: Sequence[Answer]) -> None:
    """Every finding is one that this detector may make; what it may have missed is in words."""
    assert all(each.says and each.by == detector.name for each in answers if type(each) is Miss)
    for one in answers:
        if not isinstance(one, Finding):
            continue
        assert one.kind in detector.kinds
        assert 0 <= one.score <= 1
        assert one.by == detector.name
        assert SENTENCE.fullmatch(one.because)
        assert isinstance(one.where, Region | Field)
        assert one.value is None or type(one.value) is Secret


@pytest.mark.parametrize("detector", DETECTORS, ids=lambda each: each.name)
class TestDetector:
    """One detector at a time; a new one joins by its line in the catalogue."""

    def test_it_has_a_short_name_and_says_what_it_can_find(self, detector: Seeing) -> None:
        """The name is a word in small letters, the kinds are a frozen set that is not empty."""
        assert re.fullmatch(r"[a-z][a-z_]{2,20}", detector.name)
        assert isinstance(detector.kinds, frozenset)
        assert detector.kinds

    def test_nothing_gives_no_finding(self, detector: Seeing) -> None:
        """Where nothing is there is nothing to find, and no error."""
        answers = list(detector.look(things(detector)[0]))  # type: ignore[arg-type]
        assert [each for each in answers if not isinstance(each, Miss)] == []

    def test_it_finds_what_it_is_made_for(self, detector: Seeing) -> None:
        """Its kinds only, scores in 0..1, in its own name, with a fixed sentence; and something."""
        found = [list(detector.look(thing)) for thing in things(detector)]  # type: ignore[arg-type]
        judge(detector, [one for each in found for one in each])
        assert any(isinstance(one, Finding) for one in found[-1])

    def test_looking_twice_is_looking_once(self, detector: Seeing) -> None:
        """A detector keeps nothing in mind."""
        thing = things(detector)[-1]
        first, second = (list(detector.look(thing)) for _ in range(2))  # type: ignore[arg-type]
        assert first == second


@given(carried)
@settings(CALM, max_examples=150)
@example(Metadata(tuple(Tag(Field(tuple(path.split("."))), "1e999") for path in NAMES)))
def test_no_field_can_break_a_detector(thing: Metadata) -> None:
    """Control characters, numbers out of range, half letters, turned text: findings or none."""
    for detector in METADATA:
        judge(detector, list(detector.look(thing)))


@given(carried)
@settings(CALM, max_examples=100)
def test_every_value_is_claimed_once_and_no_field_is_lost(thing: Metadata) -> None:
    """Of all detectors together: every field is found at least once, or is on the list."""
    from facevalue.findings.metadata.harmless import harmless

    found = look_metadata(thing)
    places = {one.where for one in found}
    for tag in thing.tags:
        assert harmless(tag) or tag.field in places
    assert len(found) <= len(thing.tags) + len(thing.copies)


@pytest.mark.parametrize("value", LONG, ids=lambda value: repr(value[:8]))
def test_a_million_letters_break_nothing(value: str) -> None:
    """In every known field at once, within seconds and kept secret."""
    thing = Metadata(tuple(Tag(Field(tuple(path.split("."))), value) for path in NAMES))
    for detector in METADATA:
        found = list(detector.look(thing))
        judge(detector, found)
        assert len(repr(found)) < 40_000


@given(st.sampled_from(NAMES), st.text(st.sampled_from("XQZ789"), min_size=12, max_size=20))
@settings(CALM, max_examples=100)
def test_no_value_gets_out_by_itself(path: str, value: str) -> None:
    """Neither the reason nor printing a finding shows what stands in the file."""
    for one in look_metadata(Metadata((Tag(Field(tuple(path.split("."))), value),))):
        assert value not in f"{one!r} {one} {one.because}"
        assert one.value is not None
        assert one.value.show() == value
