"""A picture is made on this machine, says what it is, and carries nothing of photo or words."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

import facevalue
from facevalue.core.errors import BadChoice, Refused, Unknown
from facevalue.core.made import Made
from facevalue.core.photo import Header, Photo, Picture
from facevalue.core.places import Size
from facevalue.photos.fields import metadata
from facevalue.photos.open import open_photo
from facevalue.photos.pixels import decode, encode
from tests.flows.recognisers import Answers
from tests.photographs import phone_photo

SMALL: dict[str, Any] = {"size": (96, 128)}
SECRET = "Zebulon"


def plain(pixels: np.ndarray[Any, np.dtype[np.uint8]]) -> bytes:
    """A PNG of some pixels."""
    return encode(Picture(pixels), Photo(b"", "png", Header(Size(1, 1)))).data


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Shapes are modelled once for all tests of this file."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="module")
def portrait(cache: Path) -> Made:
    """The doll of a real photograph with a telephone's metadata."""
    words = f"I'm {SECRET}, baker at Crumb & Sons, I love cats"
    return facevalue.make("doll", phone_photo().data, words, cache=cache, **SMALL)


def test_the_picture_is_a_png_of_the_size_asked_for(portrait: Made) -> None:
    """And not a flat one."""
    assert portrait.photo.format == "png"
    assert portrait.photo.size == Size(96, 128)
    pixels = decode(portrait.photo).pixels
    assert len(np.unique(pixels.reshape(-1, 3), axis=0)) > 1000


def test_it_carries_nothing_but_what_it_is(portrait: Made) -> None:
    """No field of the photo, no word; only the mark that software made it."""
    tags = metadata(portrait.photo).tags
    assert tags
    assert {tag.field.path[0] for tag in tags} <= {"Xmp", "Png"}
    assert any("DigitalSourceType" in str(tag.field) for tag in tags)
    assert SECRET.lower().encode() not in portrait.photo.data.lower()
    assert b"Crumb" not in portrait.photo.data
    report = facevalue.check(portrait.photo.data)
    assert {found.kind.value for found in report.look.findings} <= {"mark", "face", "child"}


def test_both_recognisers_were_asked(portrait: Made) -> None:
    """Each gives a score on its own scale, and neither sees the person."""
    assert len(portrait.likeness) == 2
    for answer in portrait.likeness:
        assert answer.score is not None
        assert answer.score < answer.threshold
        assert not answer.match


def test_traits_say_where_they_come_from(portrait: Made) -> None:
    """Every trait once, seen or neutral."""
    names = [guess.trait for guess in portrait.traits]
    assert len(set(names)) == len(names) > 15
    assert {guess.by for guess in portrait.traits} <= {"photo", "neutral"}
    assert any(guess.by == "photo" for guess in portrait.traits)


def test_what_was_understood_is_told_and_the_employer_is_left_out(portrait: Made) -> None:
    """The box gets name and job; the words about the employer are named as left out."""
    assert portrait.wish.title == SECRET.upper()
    assert "CRUMB" not in f"{portrait.wish.title} {portrait.wish.subtitle}".upper()
    assert any("Crumb" in line for line in portrait.wish.left_out)


def test_the_same_again_is_the_same_bytes(portrait: Made, cache: Path) -> None:
    """Photo, words, seed and version decide every byte."""
    words = f"I'm {SECRET}, baker at Crumb & Sons, I love cats"
    again = facevalue.make("doll", phone_photo().data, words, cache=cache, **SMALL)
    assert again.photo.data == portrait.photo.data


def test_the_photo_is_not_in_the_picture(portrait: Made, cache: Path) -> None:
    """A photo gives traits and nothing else: with those set by hand the picture is the same."""
    by_hand: dict[str, Any] = {guess.trait: _value(guess.value) for guess in portrait.traits}
    words = f"I'm {SECRET}, baker at Crumb & Sons, I love cats"
    alone = facevalue.make("doll", None, words, cache=cache, **SMALL, **by_hand)
    top = next(guess for guess in portrait.traits if guess.trait == "top_colour")
    if top.by == "photo":
        assert alone.photo.data == portrait.photo.data


def _value(text: str) -> object:
    """A trait's value as it is set by hand."""
    if text in ("True", "False", "yes", "no"):
        return text in ("True", "yes")
    try:
        return float(text)
    except ValueError:
        return text


def test_cost_is_measured(portrait: Made) -> None:
    """Seconds include the rendering process, and energy is an interval."""
    low, high = portrait.energy_wh
    assert portrait.seconds > 0.5
    assert 0 < low < high


@pytest.mark.parametrize(
    "pixels",
    [
        np.zeros((64, 64, 3), np.uint8),
        np.full((40, 300, 3), 255, np.uint8),
        np.random.default_rng(1).integers(0, 255, (90, 90, 3), np.uint8),
        np.zeros((1, 1, 3), np.uint8),
    ],
    ids=["black", "white", "noise", "one-pixel"],
)
def test_a_photo_without_a_face_gives_a_neutral_doll_and_a_note(
    pixels: np.ndarray[Any, np.dtype[np.uint8]], cache: Path
) -> None:
    """Never a crash, and never a claim about a likeness that nobody compared."""
    made = facevalue.make("doll", plain(pixels), cache=cache, **SMALL)
    assert made.likeness == ()
    assert made.notes
    assert all(guess.by == "neutral" for guess in made.traits)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "\N{OCTOPUS}\N{PARTY POPPER}",
        "a" * 5000,
        "\u202e\u0007\x1b[31mred",
        "\u05d0\u05e0\u05d9 \u05d3\u05e0\u05d4",
        "<svg onload=alert(1)>&\"'",
    ],
    ids=["empty", "emoji", "long", "control", "hebrew", "markup"],
)
def test_odd_words_still_make_a_picture(words: str, cache: Path) -> None:
    """Whatever is typed, there is a box, and it says what was made of it."""
    made = facevalue.make("doll", None, words, cache=cache, **SMALL)
    assert made.photo.size == Size(96, 128)
    assert made.wish.title
    assert not {letter for letter in made.wish.title if ord(letter) < 32}


def test_wrong_settings_are_refused_before_any_work() -> None:
    """With the names that there are."""
    for wrong in ({"hair": "green"}, {"pose": "fly"}, {"outfit": "armour"}, {"colour": "x"}):
        with pytest.raises((BadChoice, Unknown), match=r".+"):
            facevalue.make("doll", None, "", **SMALL, **wrong)  # type: ignore[arg-type]
    for wrong in ({"quality": "best"}, {"aspect": "5:4"}):
        with pytest.raises((BadChoice, Unknown), match=r"preview|3:4"):
            facevalue.make("doll", None, "", **wrong)  # type: ignore[arg-type]
    with pytest.raises(Unknown, match="doll"):
        facevalue.make("statue")


def test_a_person_who_is_not_there_is_refused() -> None:
    """With a sentence, with and without a photo."""
    with pytest.raises(BadChoice, match="photo"):
        facevalue.make("doll", None, "", person=1, **SMALL)
    with pytest.raises(BadChoice, match=r"person|face"):
        facevalue.make("doll", phone_photo().data, "", person=7, **SMALL)


def test_sexual_words_about_a_childs_figure_are_refused() -> None:
    """Nothing is made, and the words are not repeated."""
    with pytest.raises(Refused) as caught:
        facevalue.make("doll", None, "sexy schoolgirl in lingerie", age="child", **SMALL)
    assert "lingerie" not in str(caught.value)


def test_a_broken_photo_is_refused() -> None:
    """As check refuses it."""
    with pytest.raises(Refused):
        facevalue.make("doll", phone_photo().data[:3000], "", **SMALL)


def test_files_for_viewer_printer_and_turntable(cache: Path) -> None:
    """Each is of its kind, and none says a word of what was asked for."""
    made = facevalue.make(
        "doll",
        None,
        f"{SECRET}, baker",
        files=(".glb", ".stl"),
        cache=cache,
        **SMALL,
    )
    assert made.extras[".glb"].startswith(b"glTF")
    assert len(made.extras[".stl"]) > 10000
    for data in made.extras.values():
        assert SECRET.lower().encode() not in data.lower()


def test_what_is_made_can_be_read_as_a_photo(portrait: Made) -> None:
    """Its bytes open like any other file."""
    assert open_photo(portrait.photo.data).digest == portrait.photo.digest


def test_a_matched_doll_gets_a_neutral_face(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """But for what was set by hand, and it says so; hair and clothes stay as they were seen."""
    monkeypatch.setattr("facevalue.engines.face_print.compare.compare", Answers(1))
    made = facevalue.make("doll", phone_photo().data, "", cache=cache, eyes="#112233", **SMALL)
    by = {guess.trait: guess.by for guess in made.traits}
    assert [by[name] for name in ("smile", "jaw", "eyes", "hair")] == [
        "neutral",
        "neutral",
        "hand",
        "photo",
    ]
    assert sum("made again" in note for note in made.notes) == 1
    assert not made.likeness[0].match
