"""A canary sits in every carrier that is known: each is reported, and none outlives a strip."""

from __future__ import annotations

import io
from collections import Counter
from functools import cache

import pytest
from PIL import Image

from facevalue.core.photo import Copy, Stripped, Tag
from facevalue.findings.metadata.harmless import harmless
from facevalue.photos.formats.catalogue import FORMATS

from ..carriers.canary import Carrier, found
from ..carriers.photographs import PHOTOGRAPHS, Photograph, frames

EVERY = [(photo, carrier) for photo in PHOTOGRAPHS for carrier in photo.carriers]
ORIENTATION = "Exif.Image.Orientation"
STORED = {"ImageWidth", "ImageLength", "BitsPerSample", "Compression", "SamplesPerPixel"}
STORED |= {"PhotometricInterpretation", "StripOffsets", "RowsPerStrip", "StripByteCounts"}
STORED |= {"PlanarConfiguration"}
LEFT = {
    "jpeg": {ORIENTATION, *(f"Jfif.{name}" for name in ("Version", "ResolutionUnit"))}
    | {"Jfif.XDensity", "Jfif.YDensity"},
    "png": {ORIENTATION},
    "webp": {ORIENTATION},
    "tiff": {
        ORIENTATION,
        *(f"Exif.{page}.{tag}" for page in ("Image", "Image2") for tag in STORED),
    },
}
"""All that a stripped file may say: how its pixels are stored and which side is up."""

ROLES = {
    "jpeg": {"gain map": 1, "depth map": 1, "motion video": 1, "provenance thumbnail": 2}
    | {"thumbnail": 3, "preview": 1, "trailer": 2},
    "png": {"thumbnail": 1, "provenance thumbnail": 2, "trailer": 1},
    "webp": {"thumbnail": 1, "provenance thumbnail": 2, "trailer": 1},
    "webp lossless": {"thumbnail": 1, "provenance thumbnail": 2, "trailer": 1},
    "heic": {"gain map": 1, "depth map": 1, "motion video": 1, "provenance thumbnail": 2}
    | {"thumbnail": 3, "trailer": 2},
    "avif": {"motion video": 1, "provenance thumbnail": 2, "trailer": 1},
    "tiff": {"thumbnail": 1, "provenance thumbnail": 2, "trailer": 1},
    "tiff pages": {"preview": 1},
    "gif": {"trailer": 1},
}
"""How many second pictures of each kind a photograph holds."""

SECOND: tuple[bytes, ...] = (b"MPF\0", b"\xff\xd8\xff", b"jumb", b"ftyp", b"mdat", b"thmb", b"auxl")
SECOND += (b"SEFT", b"GDepth", b"hdrgm", b"hdrgainmap", b"GCamera", b"JFXX", b"8BIM")
"""Bytes by which other programs find a second picture."""

OWN = {"jpeg": {b"\xff\xd8\xff": 1}}
OWN |= {form: {b"ftyp": 1, b"mdat": 1} for form in ("heic", "avif")}
"""Those of them that the picture itself needs, and how often."""


@cache
def stripped(photo: Photograph) -> Stripped:
    """The photograph after its format's strip."""
    return FORMATS[photo.form].strip(photo.made())


@cache
def fields(photo: Photograph) -> tuple[Tag, ...]:
    """What the photograph says before."""
    return FORMATS[photo.form].fields(photo.made())


@cache
def embedded(photo: Photograph) -> tuple[Copy, ...]:
    """The second pictures of the photograph before."""
    return FORMATS[photo.form].embedded(photo.made())


@cache
def planted(photo: Photograph) -> set[str]:
    """The canaries that are really in the file."""
    return found(photo.made(), photo.canaries)


def named(pair: tuple[Photograph, Carrier]) -> str:
    return f"{pair[0]}: {pair[1].name}"


@pytest.mark.parametrize("pair", EVERY, ids=named)
def test_every_canary_is_planted_and_reported(pair: tuple[Photograph, Carrier]) -> None:
    """A field's value or a copy holds the canary, or a field stands for bytes not shown."""
    photo, carrier = pair
    assert carrier.canary in planted(photo)
    in_a_value = any(carrier.canary in tag.value for tag in fields(photo))
    in_a_copy = any(found(copy.data, [carrier.canary]) for copy in embedded(photo))
    described = carrier.field and any(carrier.field in str(tag.field) for tag in fields(photo))
    assert in_a_value or in_a_copy or described


@pytest.mark.parametrize("photo", PHOTOGRAPHS, ids=str)
def test_no_canary_survives(photo: Photograph) -> None:
    """The stripped bytes hold none, packed, as text or in UTF-16; the words kept hold none."""
    assert planted(photo) == set(photo.canaries)
    assert found(stripped(photo).data, photo.canaries) == set()
    assert found(" ".join(stripped(photo).kept).encode(), photo.canaries) == set()


@pytest.mark.parametrize("photo", PHOTOGRAPHS, ids=str)
def test_only_harmless_fields_stay(photo: Photograph) -> None:
    """What a stripped file still says is how its pixels are stored, and nothing else."""
    left = FORMATS[photo.form].fields(stripped(photo).data)
    assert {str(tag.field) for tag in left} <= LEFT.get(photo.form, set())
    assert all(harmless(tag) for tag in left)
    assert not all(harmless(tag) for tag in fields(photo))


@pytest.mark.parametrize("photo", PHOTOGRAPHS, ids=str)
def test_second_pictures_are_counted_and_gone(photo: Photograph) -> None:
    """MPF pictures, gain and depth maps, films, thumbnails of C2PA: so many before, 0 after."""
    before = Counter(copy.role for copy in embedded(photo))
    assert before == ROLES.get(photo.name, {})
    assert FORMATS[photo.form].embedded(stripped(photo).data) == ()
    signs = {sign: stripped(photo).data.count(sign) for sign in SECOND}
    assert {sign: count for sign, count in signs.items() if count} == OWN.get(photo.form, {})


@pytest.mark.parametrize("photo", PHOTOGRAPHS, ids=str)
def test_pixels_stay_to_the_bit(photo: Photograph) -> None:
    """Another program decodes the same samples before and after, in every frame and page."""
    if photo.form == "heic":
        pytest.importorskip("pi_heif")
    before = frames(photo.form, photo.made())
    after = frames(photo.form, stripped(photo).data)
    assert stripped(photo).lossless
    assert len(after) == photo.frames
    assert after == before[: photo.frames]
    assert len({frame[2] for frame in after}) == photo.frames


@pytest.mark.parametrize("photo", PHOTOGRAPHS, ids=str)
def test_the_way_up_and_the_frames_stay(photo: Photograph) -> None:
    """Size, orientation and number of frames are said as before."""
    form = FORMATS[photo.form]
    assert form.header(stripped(photo).data) == form.header(photo.made())
    assert form.header(photo.made()).frames == photo.frames


@pytest.mark.parametrize("photo", PHOTOGRAPHS, ids=str)
def test_a_second_strip_changes_nothing(photo: Photograph) -> None:
    """A stripped file is its own stripped form."""
    again = FORMATS[photo.form].strip(stripped(photo).data)
    assert again.data == stripped(photo).data


def test_the_pictures_behind_a_jpeg_are_gone_for_pillow_too() -> None:
    """A program that follows MPF sees three pictures before and one after."""
    jpeg = PHOTOGRAPHS[0]
    assert len(frames("jpeg", jpeg.made())) == 3
    with Image.open(io.BytesIO(stripped(jpeg).data)) as image:
        assert image.format == "JPEG"
        assert getattr(image, "n_frames", 1) == 1
        assert not image.info.keys() & {"icc_profile", "photoshop", "comment", "xmp"}
