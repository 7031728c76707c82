"""Text of a file is made fit to be shown."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facevalue.show.clean import clean

AWKWARD = st.text(st.sampled_from("a\x1b[31m\x07\x00\x9b‮⁦​\r\n\t\ud800 é漢🙂\U000e0041"))


@given(AWKWARD)
def test_no_control_or_format_character_comes_out(text: str) -> None:
    """Neither a terminal nor a page can be steered by a found value."""
    shown = clean(text)
    assert all(unicodedata.category(letter)[0] != "C" for letter in shown)


@given(st.text(), st.integers(5, 200))
def test_it_is_one_line_of_at_most_that_length(text: str, longest: int) -> None:
    """Long values are cut, and the cut is shown."""
    shown = clean(text, longest)
    assert len(shown) <= longest
    assert len(shown.splitlines()) <= 1


def test_ordinary_text_stays() -> None:
    """Names in any script are left alone."""
    assert clean("Žofia 王 Müller-O'Brien") == "Žofia 王 Müller-O'Brien"


@pytest.mark.parametrize("size", [91, 100_000])
def test_a_cut_is_visible(size: int) -> None:
    """An ellipsis says that there was more."""
    assert clean("x" * size).endswith("…")
