"""Hate and anything sexual near a child are refused; ordinary words that look alike pass."""

from __future__ import annotations

import codecs

import pytest

from facevalue.core.errors import Unwanted
from facevalue.studio.wish.read import wish


def plain(turned: str) -> str:
    """Words that are not to be read by accident."""
    return codecs.decode(turned, "rot13")


@pytest.mark.parametrize(
    "turned",
    ["v'z n avttre", "a v t t r e", "A1TT3E", "snttbg, cyhzore", "urvy uvgyre", "qrngu gb nyy wrjf",
     "cebhq anmv", "xvyy nyy zhfyvzf", "jngre, ergneq"],
)  # fmt: skip
def test_hate_is_refused_and_not_repeated(turned: str) -> None:
    """Spelled out, spaced, or with digits for letters."""
    words = plain(turned)
    with pytest.raises(Unwanted) as caught:
        wish(words)
    assert words.lower() not in str(caught.value).lower()
    with pytest.raises(Unwanted):
        wish("plumber", title=words)
    with pytest.raises(Unwanted):
        wish("plumber", things=["mug", words])


@pytest.mark.parametrize(
    "turned",
    ["frkl fpubbytvey", "17 lrnef byq, ubeal", "v'z 15 naq anxrq", "ybyv", "zl qnhtugre, frkl"],
)
def test_sexual_words_near_a_child_are_refused(turned: str) -> None:
    """Where the words speak of somebody young."""
    with pytest.raises(Unwanted, match="child"):
        wish(plain(turned))


def test_sexual_words_for_a_child_like_doll_are_refused() -> None:
    """Whatever else the words say, also where they are given by hand."""
    for options in (
        {"words": plain("frkl")},
        {"title": plain("frkl")},
        {"things": [plain("gvgf")]},
    ):
        with pytest.raises(Unwanted, match="child"):
            wish(**options, childlike=True)


def test_sexual_words_are_kept_off_a_grown_ups_box() -> None:
    """The rest of the wish is done, and that something is left out is told."""
    made = wish(plain("frkl avtug jvgu n cvmmn, V'z Naa, cyhzore"))
    assert (made.title, made.subtitle) == ("ANN", "PLUMBER")
    assert "sexual words are left out" in made.left_out
    made = wish(plain("19 lrnef byq, frkl"), title=plain("frkl"))
    assert made.title == "ONE OF A KIND"


@pytest.mark.parametrize(
    "words",
    [
        "I'm Dick Turner, pilot in a cockpit",
        "assistant from Scunthorpe",
        "Essex, Sussex and Middlesex farmer",
        "cocker spaniel breeder",
        "class assistant, bass player, grass analyst",
        "bird watcher: great tits, blue tits, boobies of Galapagos"[:40],
        "fire retardant engineer",
        "spicy Pakistani food",
        "Maine coon lover",
        "therapist who eats grapes by the canal",
        "Nazi hunter and historian",
        "sexual health nurse",
        "minor league baseball",
        "Moby Dick, analytics, shiitake mushrooms",
        "chink in the armour, knight",
    ],
)
def test_ordinary_words_pass(words: str) -> None:
    """Words that only look like one of the list, even for a child-like doll."""
    made = wish(words)
    assert "sexual words are left out" not in made.left_out
    if "sexual" not in words:
        wish(words, childlike=True)
