"""Numbers of persons and banks; the samples are made here, none is anybody's."""

from __future__ import annotations

import pytest

from facevalue.findings.words import checks
from facevalue.findings.words.facets import Facet
from facevalue.findings.words.numbers import numbers

FOUND = [
    ("card 4111 1111 1111 1111", Facet.CARD, "4111 1111 1111 1111"),
    ("IBAN DE89 3704 0044 0532 0130 00 please", Facet.IBAN, "DE89 3704 0044 0532 0130 00"),
    ("ssn 123-45-6789", Facet.ID, "123-45-6789"),
    ("NI number QQ 12 34 56 C", Facet.ID, None),
    ("my DNI is 12345678Z", Facet.ID, "12345678Z"),
    ("badge number K-20394", Facet.ID, "K-20394"),
    ("the plate says B MW 1234", Facet.ID, "B MW 1234"),
    ("order RX-55821-B", Facet.ID, "RX-55821-B"),
]


@pytest.mark.parametrize(("text", "facet", "value"), FOUND)
def test_a_number_is_found(text: str, facet: Facet, value: str | None) -> None:
    """By its check digit, by what it is called, or by letters among its figures."""
    found = {(said.facet, text[said.start : said.end]) for said in numbers(text)}
    assert value is None or (facet, value) in found


@pytest.mark.parametrize(
    "text",
    ["4111 1111 1111 1112", "DE88 3704 0044 0532 0130 00", "12345678A", "1080P", "F-150", "4K"],
)
def test_a_wrong_check_digit_or_a_size_is_no_number(text: str) -> None:
    """One figure off, or a size: nothing."""
    assert numbers(text) == []


@pytest.mark.parametrize(
    ("fits", "right", "wrong"),
    [
        (checks.luhn, "79927398713", "79927398710"),
        (checks.iban, "GB82WEST12345698765432", "GB82WEST12345698765431"),
        (checks.spanish, "X1234567L", "X1234567A"),
        (checks.french, "255081416802538", "255081416802539"),
        (checks.polish, "44051401359", "44051401358"),
        (checks.german_tax, "86095742719", "86095742718"),
    ],
)
def test_check_digits(fits: object, right: str, wrong: str) -> None:
    """The published examples of each rule fit, and with one figure changed they do not."""
    assert callable(fits)
    assert fits(right)
    assert not fits(wrong)
