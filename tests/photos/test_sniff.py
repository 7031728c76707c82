"""What bytes are, by how they begin: for second pictures, which have no name of their own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facevalue.photos.formats.catalogue import FORMATS
from facevalue.photos.sniff import described, media_type
from tests.photographs import astronaut, saved

BEGINNINGS = [
    (b"\xff\xd8\xff\xe0", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"II*\0", "image/tiff"),
    (b"MM\0*", "image/tiff"),
    (b"BM\x36\0", "image/bmp"),
    (b"%PDF-1.7", "application/pdf"),
    (b"PK\3\4", "application/zip"),
    (b"RIFF\1\2\3\4WEBPVP8 ", "image/webp"),
    (b"\0\0\0\x18ftypavif", "image/avif"),
    (b"\0\0\0\x18ftypavis", "image/avif"),
    (b"\0\0\0\x18ftypheic", "image/heic"),
    (b"\0\0\0\x18ftypheix", "image/heic"),
    (b"\0\0\0\x18ftypmif1", "image/heif"),
    (b"\0\0\0\x18ftypqt  ", "video/quicktime"),
    (b"\0\0\0\x18ftypmp42", "video/mp4"),
    (b"\0\0\0\x18ftyp", "video/mp4"),
]
OTHERS = [
    b"",
    b"\xff\xd8",
    b"RIFF\1\2\3\4WAVE",
    b" \xff\xd8\xff",
    b"ftypmp42",
    b"<svg",
    b"MM*\0",
    b"GIF",
]


@pytest.mark.parametrize(("start", "kind"), BEGINNINGS)
def test_each_beginning_has_its_type(start: bytes, kind: str) -> None:
    """Pictures, films and archives are told apart by their first twelve bytes."""
    assert media_type(start) == media_type(start + bytes(99)) == kind
    assert described(start) == f"({kind}, {len(start)} bytes)"


@pytest.mark.parametrize("other", OTHERS)
def test_what_is_not_known_has_no_type(other: bytes) -> None:
    """Cut marks, other families of the same container, marks in another place: binary."""
    assert media_type(other) == ""
    assert described(other) == f"(binary, {len(other)} bytes)"


@pytest.mark.parametrize("form", ["JPEG", "PNG", "GIF", "TIFF", "WEBP", "AVIF", "BMP"])
def test_files_of_real_encoders(form: str) -> None:
    """What Pillow writes is known by its registered type, and the same as to the formats."""
    data = saved(astronaut()[:64, :64], form)
    assert media_type(data) == f"image/{form.lower()}"
    for own in FORMATS:
        if own.mine(data[:64]):
            assert media_type(data) == own.media_type


@given(st.sampled_from([start for start, _ in BEGINNINGS]) | st.binary(max_size=12), st.binary())
def test_only_the_beginning_counts(start: bytes, rest: bytes) -> None:
    """Whatever follows the first twelve bytes changes nothing, and nothing is raised."""
    start = start.ljust(12, b"\0")
    assert media_type(start + rest) == media_type(start)
    assert described(start + rest).endswith(f", {len(start + rest)} bytes)")
