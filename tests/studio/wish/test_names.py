"""A name is found by how it is given, and nothing else is taken for one."""

from __future__ import annotations

import pytest

from facevalue.studio.wish.read import wish


@pytest.mark.parametrize(
    ("words", "title", "below"),
    [
        ("Hi, I'm Zephyrine, a glassblower", "ZEPHYRINE", "GLASSBLOWER"),
        ("my name is oluwaseun adeyemi", "OLUWASEUN ADEYEMI", "ONE OF A KIND"),
        ("i'm dana, nurse", "DANA", "NURSE"),
        ("I'M DANA AND I AM A NURSE", "DANA", "NURSE"),
        ("Max, 34, data journalist who loves tea", "MAX", "DATA JOURNALIST"),
        ("Emma is a lawyer", "EMMA", "LAWYER"),
        ("Hairdresser Mia loves frogs", "MIA", "HAIRDRESSER"),
        ("Baker. Name: Olivia", "OLIVIA", "BAKER"),
        ("a plumber called Zed", "ZED", "PLUMBER"),
        ("For my dad Robert, retired carpenter", "ROBERT", "RETIRED CARPENTER"),
        ("Rose, botanist", "ROSE", "BOTANIST"),
        ("Anna Baker, lawyer", "ANNA BAKER", "LAWYER"),
        ("Dr. Amara O'Neill-Nwosu, cardiologist", "AMARA O'NEILL-NWOSU", "CARDIOLOGIST"),
        ("Nguyễn Văn An, software engineer", "NGUYỄN VĂN AN", "SOFTWARE ENGINEER"),
        ("I'm Ludwig van der Berg, pilot", "LUDWIG VAN DER BERG", "PILOT"),
    ],
)
def test_names_are_found(words: str, title: str, below: str) -> None:
    """However they are given, and whether or not anybody has heard them before."""
    made = wish(words)
    assert (made.title, made.subtitle) == (title, below)


@pytest.mark.parametrize(
    "words",
    [
        "I'm Brazilian, I love tea",
        "I'm vegan",
        "i'm tired",
        "I'm Catholic and I love tea",
        "Coffee. Cats. Chess.",
        "a dog called Biscuit",
        "that's my daughter Noa",
        "Tel Aviv, skateboard",
        "my son's name Leo is secret",
    ],
)
def test_what_is_no_name_is_not_taken_for_one(words: str) -> None:
    """Origins, states, animals, children and places."""
    assert wish(words).title == "ONE OF A KIND"
