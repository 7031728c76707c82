"""Ways to reach a person: fields made for that, and addresses and numbers in any text."""

from __future__ import annotations

import pytest

from facevalue.core.finding import Kind
from facevalue.findings.metadata.contact import LOOKED_AT
from tests.findings.tables import LIKELY, SURE, Row, called, judge, seen

NOTE = "Exif.Photo.UserComment"
FIELDS: list[Row] = [
    ("Iptc.Application2.Contact", "the desk", Kind.CONTACT, SURE),
    ("Xmp.Iptc4xmpCore.CreatorContactInfo.CiEmailWork", "x", Kind.CONTACT, SURE),
    ("Xmp.Iptc4xmpCore.CreatorContactInfo.CiAdrCity", "Munich", Kind.CONTACT, SURE),
    ("Xmp.Iptc4xmpCore.CreatorContactInfo.CiTelWork", "112", Kind.CONTACT, SURE),
    ("Xmp.plus.LicensorTelephone1Phone", "112", Kind.CONTACT, SURE),
    ("Xmp.xmp.BaseURL", "https://example.org/", Kind.CONTACT, SURE),
    ("Exif.Image.Artist", "jane@example.org", Kind.CONTACT, SURE),
    # near misses
    ("Exif.Image.Artist", "Jane", Kind.NAME, SURE),
    ("Xmp.mine.MicrophoneType", "built in", Kind.OTHER, (0.5, 0.5)),
    ("Xmp.mine.ContactSheet", "3 x 4", Kind.OTHER, (0.5, 0.5)),
    ("Film.©xyz", "+52.520012+013.405012/", Kind.WHERE, SURE),
    ("Exif.Photo.OffsetTime", "+02:00", Kind.WHEN, LIKELY),
]


@pytest.mark.parametrize("row", FIELDS, ids=called(FIELDS))
def test_fields_for_reaching_a_person(row: Row) -> None:
    """A field made for it counts whatever it holds; a microphone is no telephone."""
    judge(row, "contact")


@pytest.mark.parametrize(
    "text",
    [
        "jane@example.org",
        "write to jane.doe+photos@mail.example.co.uk, please",
        "<jane@xn--bcher-kva.example>",
        "jürgen@bücher.example",
        "jane@example.xn--p1ai",
        "+49 89 1234567",
        "+1 (212) 555-0123",
        "+44.2079460123",
        "call +49-171-1234567 after six",
        "tel:+491711234567",
    ],
)
def test_addresses_and_numbers_in_any_text(text: str) -> None:
    """A comment that holds a way to reach somebody is more than a comment."""
    (found,) = seen((NOTE, text))
    assert (found.kind, found.by) == (Kind.CONTACT, "contact")
    assert found.score >= 0.9
    assert text not in f"{found!r} {found.because}"


@pytest.mark.parametrize(
    "text",
    [
        "a lovely day @ the sea",
        "@jane",
        "icon@2x.png",
        "model@1.5.0",
        "jane@localhost",
        "1/80 s at f/1.8",
        "+2 EV",
        "+0.333333",
        "+12 345",
        "IMG_20260517_102431",
        "978-3-16-148410-0",
        "abc+491711234567",
    ],
)
def test_what_only_looks_like_one(text: str) -> None:
    """File names, versions and exposure corrections are no way to reach anybody."""
    (found,) = seen((NOTE, text))
    assert found.kind is Kind.TEXT


def test_only_the_start_of_a_long_value_is_searched() -> None:
    """A megabyte of letters ends quickly, and an address within the limit is still found."""
    inside = "x" * (LOOKED_AT - 40) + " jane@example.org"
    (found,) = seen((NOTE, inside + " y" * 500_000))
    assert found.kind is Kind.CONTACT
    (other,) = seen((NOTE, "+" * 1_000_000))
    assert other.kind is Kind.TEXT
