"""What most metadata detectors do: the first rule that fits the end of a path decides."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facevalue.core.finding import Kind
from facevalue.findings.catalogue import METADATA
from facevalue.findings.metadata.by_name import LONGEST, PLACEHOLDERS, ByName, Rule
from tests.findings.tables import CALM, carried, seen

THINGS = ByName(
    "things",
    Kind.TASTE,
    (Rule("Hat", 0.9, "it is a hat"), Rule(r"(Red)?Hat|Shoe(\.\w+)*", 0.4, "it is clothing")),
)


@pytest.mark.parametrize(
    ("path", "fits"),
    [
        ("Hat", True),
        ("Xmp.mine.Hat", True),
        ("Xmp.mine.hat", True),
        ("Png.tEXt.mine:Hat", True),
        ("Xmp.mine.Hats", False),
        ("Xmp.mine.Chat", False),
        ("Xmp.Hat.size", False),
        ("Xmp.mine.That Hat", False),
        ("x" * LONGEST + ".Hat", False),
    ],
)
def test_a_rule_fits_the_end_of_a_path(path: str, fits: bool) -> None:
    """Whole names only, in capitals or not, behind a dot or a colon."""
    assert Rule("Hat", 1.0, "it is a hat").fits(path) is fits


def test_the_first_rule_that_fits_decides() -> None:
    """One finding per field, in the order of the fields."""
    found = list(THINGS.look(carried(("a.Hat", "x"), ("a.Shoe.size", "41"), ("a.Coat", "x"))))
    assert [(str(one.where), one.score, one.because) for one in found] == [
        ("a.Hat", 0.9, "it is a hat"),
        ("a.Shoe.size", 0.4, "it is clothing"),
    ]
    assert {one.by for one in found} == {"things"}
    assert THINGS.kinds == {Kind.TASTE}


@pytest.mark.parametrize("dummy", sorted(PLACEHOLDERS))
@pytest.mark.parametrize("around", ["{}", "  {} ", "{}\0", "{}."])
def test_a_dummy_in_place_of_a_value_counts_little(dummy: str, around: str) -> None:
    """It is still reported with what stands there, at most at 0.2."""
    value = around.format(dummy.upper())
    (found,) = THINGS.look(carried(("a.Hat", value)))
    assert found.score == 0.2
    assert found.value is not None
    assert found.value.show() == value


@pytest.mark.parametrize("value", ["Unknown Soldier", "01", "no", "users", "x", "+00:00"])
def test_a_value_that_begins_like_a_dummy_counts_in_full(value: str) -> None:
    """Only the whole value is a dummy."""
    (found,) = THINGS.look(carried(("a.Hat", value)))
    assert found.score == 0.9


@given(st.text())
@CALM
def test_the_reason_never_depends_on_the_value(value: str) -> None:
    """Sentences are fixed, so that no value gets into a log or a report through them."""
    (found,) = THINGS.look(carried(("a.Hat", value)))
    assert found.because == "it is a hat"
    assert repr(found.value) == "Secret(•••)"


@pytest.mark.parametrize("name", ["MP.", "mwg-rs.", "Look.", "photoshop.", "Iptc4xmpExt.", "a:"])
def test_endless_names_take_no_time(name: str) -> None:
    """An XML name may have 64 MB; a hostile one must not keep the patterns busy for minutes."""
    path = "Xmp." + name * 100_000 + "-"
    since = time.process_time()
    (found,) = seen((path, "x"))
    assert time.process_time() - since < 2
    assert found.kind is Kind.OTHER


def test_many_fields_take_no_time() -> None:
    """As many fields as a carrier reads out are looked through in a few seconds at most."""
    since = time.process_time()
    assert len(seen(*((f"Xmp.mine.field{number}", "x") for number in range(5_000)))) == 5_000
    assert time.process_time() - since < 3


def test_every_rule_of_the_catalogue_has_its_sentence() -> None:
    """Reasons go behind "because": small letters first, no full stop, no field name in them."""
    detectors = [each for each in METADATA if isinstance(each, ByName)]
    assert len(detectors) >= 5
    for rule in (rule for each in detectors for rule in each.rules):
        assert rule.because[0].islower()
        assert not rule.because.endswith(".")
        assert 20 < len(rule.because) < 100
        assert 0 < rule.score <= 1
