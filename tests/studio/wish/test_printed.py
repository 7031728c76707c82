"""What is printed on a T-shirt."""

from __future__ import annotations

import pytest

from facevalue.core.errors import Unwanted
from facevalue.studio.wish.read import wish

LIKES = "I love cats, guitars, bicycles, plants"


@pytest.mark.parametrize(
    ("words", "printed"),
    [
        (f"{LIKES} and football", "football"),
        ("I love cats and guitars", "cat"),
        ("I love guitars and cats", "cat"),
        ("I love guitars", "guitar"),
        ("", None),
        ("I'm Dana", None),
    ],
    ids=["no-room", "first", "not-in-the-hand", "only-one", "nothing", "a-name"],
)
def test_something_liked_is_printed(words: str, printed: str | None) -> None:
    """What the box has no room for, else what is not in the hand; never what fills the box."""
    made = wish(words)
    assert made.outfit == "tshirt"
    assert made.printed == printed
    assert any("on the T-shirt" in line for line in made.understood) == (printed is not None)


def test_things_by_hand_are_printed_by_the_same_rule() -> None:
    """The one too many first."""
    assert wish(things=["cat", "dog"]).printed == "cat"
    assert wish(things=["cat", "dog", "plant", "mug", "laptop"]).printed == "laptop"


def test_a_print_by_hand() -> None:
    """In any words, on a box that has other things; none for none."""
    assert wish(LIKES, chest="golden retriever").printed == "dog"
    assert wish(chest="cat").printed == "cat"
    assert wish(LIKES, chest="none").printed is None
    assert wish(LIKES, chest="none").left_out == ()


def test_other_clothes_have_no_print() -> None:
    """Nothing is said unless somebody asked for one."""
    made = wish(LIKES, outfit="hoodie")
    assert (made.printed, made.left_out) == (None, ())
    made = wish(LIKES, outfit="hoodie", chest="cat")
    assert made.printed is None
    assert made.left_out == ("'cat': not printed, only a T-shirt has a print",)


def test_a_print_is_checked_like_all_words() -> None:
    """Nothing sexual on a child's chest, and no hate on anybody's."""
    with pytest.raises(Unwanted):
        wish(chest="sexy lingerie", childlike=True)
