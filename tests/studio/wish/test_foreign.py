"""Other languages: the name, the common jobs and pastimes; else an honest sentence."""

from __future__ import annotations

import pytest

from facevalue.studio.wish.known import STRANGE
from facevalue.studio.wish.read import wish


@pytest.mark.parametrize(
    ("words", "title", "below", "outfit", "things"),
    [
        ("Ich bin Jonas, Tischler aus Ulm, ich klettere und mag Kaffee",
         "JONAS", "TISCHLER", "overalls", {"saw", "knot", "mug"}),
        ("Bonjour, je m'appelle Zoé, je suis boulangère à Lyon, j'adore le vélo",
         "ZOÉ", "BOULANGÈRE", "chef", {"bread", "bicycle"}),
        ("Me llamo José, soy camarero y toco la guitarra",
         "JOSÉ", "CAMARERO", "apron", {"guitar"}),
        ("Mi chiamo Luca, sono ingegnere, amo il calcio e i gatti",
         "LUCA", "INGEGNERE", "shirt", {"football", "cat"}),
        ("Olá, meu nome é João, sou programador e adoro futebol",
         "JOÃO", "PROGRAMADOR", "hoodie", {"laptop", "football"}),
        ("Меня зовут Ольга, я врач и люблю читать",
         "ОЛЬГА", "ВРАЧ", "labcoat", {"stethoscope", "books"}),
        ("أنا ليلى، طبيبة، أحب القراءة", "ليلى", "طبيبة", "labcoat", {"books"}),
        ("שלום, אני דני, מתכנת, אוהב גיטרה וקפה", "דני", "מתכנת", "hoodie", {"guitar", "mug"}),
        ("私の名前はユキです。看護師です。", "ユキ", "看護師", "scrubs", {"stethoscope"}),
        ("Jag heter Erik och jag är snickare", "ERIK", "SNICKARE", "overalls", {"saw"}),
        ("Ich bin Mia und Kinderkrankenpflegerin",
         "MIA", "KINDERKRANKENPFLEGERIN", "scrubs", {"stethoscope"}),
    ],
)  # fmt: skip
def test_languages(words: str, title: str, below: str, outfit: str, things: set[str]) -> None:
    """Name and job stay as they were said; things are the catalogue's."""
    made = wish(words)
    assert (made.title, made.subtitle, made.outfit) == (title, below, outfit)
    assert things <= {thing.name for thing in made.things}


@pytest.mark.parametrize(
    "words",
    [
        "Ich bin schwanger und komme aus Köln",
        "Je suis musulmane et diabétique",
        "Σε αγαπώ πολύ φίλε",
    ],
)
def test_what_is_not_understood_is_said_and_not_printed(words: str) -> None:
    """The box is neutral, and a sentence says that English works best."""
    made = wish(words)
    assert made.title == "ONE OF A KIND"
    assert any(STRANGE in sentence for sentence in made.left_out)


def test_a_wheelchair_is_understood_elsewhere_too() -> None:
    """German and Spanish."""
    assert wish("Ich bin Mia und sitze im Rollstuhl").seated
    assert wish("Me llamo Ana y uso silla de ruedas").seated
