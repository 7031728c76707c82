"""Languages that are read in part, and what is said of those that are not."""

from __future__ import annotations

import pytest

from facevalue.core.finding import Kind
from facevalue.findings.words.elsewhere import elsewhere
from facevalue.findings.words.facets import Facet
from facevalue.findings.words.languages import language
from facevalue.findings.words.look import look_words

TEXTS = [
    ("de", "Ich heiße Sabine Kolb, bin 43 Jahre alt und arbeite als Krankenschwester in München."),
    ("fr", "Je m'appelle Solène Brun, j'ai 43 ans et je suis infirmière dans un hôpital à Lyon."),
    ("es", "Me llamo Rocío Vela, tengo 43 años y trabajo como enfermera en Sevilla, por favor."),
    ("he", "קוראים לי נעמה, אני בת 43 ועובדת בתור אחות בחיפה"),
    ("ar", "اسمي سلمى وعمري 43 سنة وأعمل ممرضة في القاهرة"),
]
OTHERS = [
    ("it", "Mi chiamo Elio e sono un falegname con una bottega nel centro della città di Torino."),
    ("pt", "Meu nome é Rui, sou professor e moro em Lisboa com a minha família, não é?"),
    ("nl", "Ik ben een leraar en ik woon met mijn gezin in een huis van het dorp bij Utrecht."),
    ("Cyrillic", "Меня зовут Оля, я учитель и живу в Киеве"),
    ("Japanese or Chinese", "私は東京に住む教師です"),
    ("Korean", "저는 서울에 사는 교사입니다"),
]
ENGLISH = [
    "A nurse in a box",
    "",
    "12345 !!!",
    "🎁🎁",
    "Anna, Berlin",
    "Draw die Mauer as a cake, the best",
]


@pytest.mark.parametrize(("code", "text"), [*TEXTS, *OTHERS])
def test_the_language_is_told(code: str, text: str) -> None:
    """By its letters or by its small words."""
    assert language(text) == code


@pytest.mark.parametrize("text", ENGLISH)
def test_what_speaks_for_no_language_is_read_as_english(text: str) -> None:
    """English is what can be read best, so that nothing is lost by trying."""
    assert language(text) == "en"


@pytest.mark.parametrize(("code", "text"), TEXTS)
def test_name_job_and_city_are_found(code: str, text: str) -> None:
    """In each of the five languages that are read in part."""
    assert {said.facet for said in elsewhere(text, code)} >= {
        Facet.PERSON,
        Facet.OCCUPATION,
        Facet.PLACE,
    }


@pytest.mark.parametrize(("code", "text"), TEXTS)
def test_what_is_not_read_is_said(code: str, text: str) -> None:
    """One Skip that names the language; ages are found all the same."""
    seen = look_words(text)
    (skip,) = seen.skips
    assert "English only" in skip.reason
    assert not skip.missing
    assert {found.kind for found in seen.findings} >= {Kind.AGE, Kind.WORK, Kind.WHERE}
    assert not seen.clean


@pytest.mark.parametrize("text", [text for _, text in OTHERS])
def test_other_languages_are_never_called_clean(text: str) -> None:
    """Nothing found beside a Skip is not nothing there."""
    seen = look_words(text)
    assert seen.skips
    assert not seen.clean
