"""Writing order of mixed lines."""

from __future__ import annotations

import pytest

from facevalue.studio.doll.box.lettering import order


def seen(text: str) -> str:
    """The characters from left to right as they stand on the line."""
    levels = order.levels(text)
    return "".join(text[at] for at in order.visual(levels))


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        ("ANA 7", "ANA 7"),
        ("דנה", "הנד"),
        ("דנה 42", "42 הנד"),
        ("דנה 4.2", "4.2 הנד"),
        ("דנה abc", "abc הנד"),
        ("abc דנה כהן def", "abc ןהכ הנד def"),
        ("abc דנה, 42", "abc 42 ,הנד"),
        ("ليلى ١٢", "١٢ ىليل"),
        ("سن 12-15", "12-15 نس"),
        ("", ""),
    ],
)
def test_a_line_stands_in_its_writing_order(text: str, stands: str) -> None:
    """Hebrew and Arabic run from the right, numbers and Latin words in them from the left."""
    assert seen(text) == stands


def test_the_first_letter_says_where_a_line_begins() -> None:
    """Digits and signs before it do not."""
    assert order.base("12 - דנה") == 1
    assert order.base("12 - Dana דנה") == 0
    assert order.base("12") == 0
