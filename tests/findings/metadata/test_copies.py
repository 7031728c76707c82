"""Second pictures inside the file."""

from __future__ import annotations

import pytest

from facevalue.core.finding import Kind
from facevalue.core.photo import Copy, Metadata
from facevalue.findings.metadata.copies import COPIES, REASONS, USUAL
from facevalue.findings.metadata.look import look_metadata
from tests.findings.tables import carried, field

ROLES = ["thumbnail", "preview", "gain map", "depth map", "alternate picture"]


def copy(role: str, path: str = "Mpf.Image2", data: bytes = b"12345") -> Copy:
    """A second picture of five bytes."""
    return Copy(field(path), role, "image/jpeg", data)


@pytest.mark.parametrize("role", [*ROLES, "provenance thumbnail", "motion video", "trailer"])
def test_every_copy_is_a_finding(role: str) -> None:
    """Whatever part it plays, it is found for certain, with what it is and how large."""
    (found,) = COPIES.look(Metadata(copies=(copy(role),)))
    assert (found.kind, found.score, found.where) == (Kind.COPY, 1.0, field("Mpf.Image2"))
    assert found.because == REASONS.get(role, USUAL)
    assert found.value is not None
    assert found.value.show() == f"{role}, image/jpeg, 5 bytes"
    assert "5 bytes" not in repr(found)


def test_bytes_of_no_known_type_are_a_copy_as_well() -> None:
    """Nobody can say that they are harmless, and an empty picture counts too."""
    (found,) = look_metadata(Metadata(copies=(Copy(field("File.Trailer"), "trailer", "", b""),)))
    assert found.value is not None
    assert found.value.show() == "trailer, unknown type, 0 bytes"


def test_a_copy_hides_no_field_and_no_other_copy() -> None:
    """Where a copy stands, a field of the same name is looked at all the same."""
    copies = (copy("preview", "C2pa.thumbnail"), copy("preview", "C2pa.thumbnail", b"1"))
    metadata = carried(("C2pa.thumbnail", "a note"), copies=copies)
    assert [one.kind for one in look_metadata(metadata)] == [Kind.COPY, Kind.COPY, Kind.MARK]


def test_without_a_copy_there_is_none() -> None:
    """Fields that speak of thumbnails are no second picture."""
    fields = carried(("Exif.Thumbnail.Compression", "6"), ("Mpf.NumberOfImages", "2"))
    assert list(COPIES.look(fields)) == []
    assert look_metadata(fields) == ()
