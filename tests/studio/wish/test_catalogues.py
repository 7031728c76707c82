"""The lists that wishes are read by are sound."""

from __future__ import annotations

import codecs
import io
import json
import re
import zipfile

import pytest

from facevalue.engines import weights
from facevalue.studio.doll.spec import OUTFITS
from facevalue.studio.wish import catalogue, languages
from facevalue.studio.wish.clothes import WORDS

MODELS = {
    "camera", "laptop", "mug", "books", "guitar", "stethoscope", "football", "bicycle",
    "palette", "plant", "headphones", "dog", "cat", "controller", "knife", "microscope",
    "bread", "shoes", "wrench", "phone", "basketball", "suitcase", "scissors",
}  # fmt: skip
PEOPLE = {
    "person", "people", "man", "woman", "men", "women", "boy", "girl", "baby", "child", "hand",
    "hands", "finger", "fingers", "foot", "leg", "ear", "eye", "eyes", "mouth", "nose",
    "tongue", "skin", "face", "health", "worker", "church", "mosque", "synagogue", "kaaba",
    "menorah", "om", "khanda", "david", "orthodox", "latin", "islam", "flag",
}  # fmt: skip
FINE = {
    "ear-of-corn",
    "poultry-leg",
    "pirate-flag",
    "chequered-flag",
    "flag-in-hole",
    "baby-bottle",
    "front-facing-baby-chick",
}


def rows() -> list[dict[str, object]]:
    """The rows of things.toml as they are written."""
    found: list[dict[str, object]] = catalogue.toml("things.toml")["thing"]
    return found


def icons() -> set[str]:
    """Names of the icons in the asset, whichever way it is stored."""
    with zipfile.ZipFile(io.BytesIO(weights.load("fluent-emoji.zip"))) as stored:
        names = stored.namelist()
        if names == ["icons.json"]:
            return set(json.loads(stored.read("icons.json"))["icons"])
    return {name.rsplit("/", 1)[-1].removesuffix(".svg") for name in names}


def test_there_are_enough_things_and_each_has_one_shape() -> None:
    """At least 300 things, names and labels once, a model or an icon and never both."""
    assert len(rows()) >= 300
    for key in ("name", "label"):
        said = [row[key] for row in rows()]
        assert len(said) == len(set(said)), [each for each in said if said.count(each) > 1]
    assert all(("model" in row) != ("icon" in row) for row in rows())
    assert {row["model"] for row in rows() if "model" in row} == MODELS


def test_every_icon_is_in_the_asset() -> None:
    """A charm that nobody can draw is in no box, and every model has a drawing for a T-shirt."""
    wanted = {str(row["icon"] if "icon" in row else row["print"]) for row in rows()}
    assert wanted - icons() == set()


def test_no_icon_shows_a_person_a_flag_or_a_religious_sign() -> None:
    """The doll is the only person in its box."""
    wanted = {str(row["icon"]) for row in rows() if "icon" in row} - FINE
    assert [icon for icon in wanted if PEOPLE & set(icon.split("-"))] == []


def test_a_word_stands_for_one_thing() -> None:
    """No two rows share a word, so that the order of rows does not matter."""
    owners: dict[str, str] = {}
    for name, row in catalogue.things().items():
        for word in row.words:
            assert owners.setdefault(word, name) == name, word


def test_labels_are_short() -> None:
    """A label fits under its thing."""
    assert [row.label for row in catalogue.things().values() if len(row.label) > 22] == []


def test_jobs_wear_and_hold_what_there_is() -> None:
    """Outfits and things of every family exist; a job is in one family; all outfits are worn."""
    assert len(catalogue.jobs()) >= 100
    words = [word for job in catalogue.jobs() for word in job.words]
    assert len(words) == len(set(words))
    for job in catalogue.jobs():
        assert job.outfit in OUTFITS
        assert set(job.things) <= set(catalogue.things()), job.name
    assert {job.outfit for job in catalogue.jobs()} == set(OUTFITS)
    assert set(WORDS.values()) <= set(OUTFITS)


@pytest.mark.parametrize("language", languages.languages(), ids=lambda each: each.code)
def test_foreign_words_lead_to_something(language: languages.Language) -> None:
    """Each English word behind a foreign one is a job or a thing of the catalogues."""
    lost = [
        english
        for english in set(language.words.values())
        if not (catalogue.job_of(english) or catalogue.thing_of(english))
    ]
    assert lost == []


def test_the_block_list_is_made_of_patterns_and_not_to_be_read_by_accident() -> None:
    """Every row compiles; the plainest of them stands nowhere in plain letters."""
    lists = catalogue.table("blocked")
    for row in (row for every in lists.values() for row in every):
        re.compile(codecs.decode(row, "rot13"))
    text = (catalogue.FOLDER / "blocked.toml").read_text(encoding="utf-8")
    assert codecs.decode("urvy uvgyre", "rot13") not in text
