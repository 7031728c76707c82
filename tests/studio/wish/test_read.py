"""Free words become a title, a line below it, clothes and things."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from facevalue.core.errors import NoEngine, Unknown
from facevalue.core.wish import Wish
from facevalue.engines.sentence import WIDTH, Floats
from facevalue.studio.wish import nearest
from facevalue.studio.wish.read import LINE, wish

DANA = "I'm Dana, pediatric nurse, mother of two, I run marathons and bake sourdough"


def held(made: Wish) -> list[str]:
    """Names of the things in a box."""
    return [thing.name for thing in made.things]


def test_the_example_of_the_issue() -> None:
    """Name, job, clothes and things are found; people of the family are not put on the box."""
    made = wish(DANA)
    assert (made.title, made.subtitle, made.outfit) == ("DANA", "PEDIATRIC NURSE", "scrubs")
    assert held(made) == ["stethoscope", "shoes", "bread"]
    assert made.hold == "stethoscope"
    assert "run marathons: running shoes" in made.understood
    assert any("mother of two" in sentence for sentence in made.left_out)


def test_without_words_the_box_is_neutral() -> None:
    """A title, no second line, and what fits everybody."""
    made = wish()
    assert (made.title, made.subtitle, made.outfit) == ("ONE OF A KIND", "", "tshirt")
    assert held(made) == ["heart", "star", "gift"]
    assert made.left_out == ()


def test_without_a_name_the_job_is_the_title() -> None:
    """The line below it then says that there is no second."""
    made = wish("falconer")
    assert (made.title, made.subtitle) == ("FALCONER", "ONE OF A KIND")
    assert held(made)[0] == "eagle"


def test_what_is_given_goes_before_what_is_said() -> None:
    """Title, line, outfit and things by hand; the words fill in the rest."""
    made = wish(DANA, title="Dr. D", subtitle="Hero", outfit="hoodie", things=["cat", "guitar"])
    assert (made.title, made.subtitle, made.outfit) == ("DR. D", "HERO", "hoodie")
    assert held(made) == ["cat", "guitar"]
    assert made.hold == "guitar"


def test_things_given_in_any_words_are_found() -> None:
    """By a synonym, by a part, by meaning; what exceeds the box is told."""
    made = wish(things=["golden retriever", "my old camera", "hawks", "mug", "laptop"], most=4)
    assert held(made) == ["dog", "camera", "eagle", "mug"]
    assert made.left_out == ("'laptop': not in the box, which holds 4",)


def test_an_outfit_that_is_not_there_is_refused() -> None:
    """The message lists those that are."""
    with pytest.raises(Unknown, match="there is no outfit named 'kilt'; choose from: tshirt"):
        wish(outfit="kilt")


def test_capitals_follow_unicode_and_lines_are_cut_at_a_space() -> None:
    """German sharp s, accents, a script without capitals, and a line that is too long."""
    assert wish(title="Jürgen Weiß").title == "JÜRGEN WEISS"
    assert wish(title="ليلى").title == "ليلى"
    long = wish(title="Bartholomew Featherstonehaugh the Third of Cholmondeley").title
    assert long == "BARTHOLOMEW FEATHERSTONEHAUGH THE THIRD"
    assert len(wish(title="x" * 90).title) == LINE


def test_a_child_like_doll_has_no_name_from_the_words() -> None:
    """A child's name is on the box only when somebody gives it as the title."""
    made = wish("I'm Noa, astronaut", childlike=True)
    assert "NOA" not in made.title
    assert any("child's name" in sentence for sentence in made.left_out)
    assert wish("I'm Noa, astronaut", title="Noa", childlike=True).title == "NOA"


def test_a_wheelchair_is_understood_and_is_no_thing() -> None:
    """Said in words or by a pictograph; a wheelchair technician stands."""
    for words in ("I use a wheelchair and paint", "wheelchair user, lawyer", "Theo 🦽 plumber"):
        assert wish(words).seated, words
    made = wish("wheelchair basketball, code")
    assert made.seated
    assert "basketball" in held(made)
    assert not wish("I repair wheelchairs").seated


def test_pictographs_alone_are_read() -> None:
    """By their Unicode names, skin tones and joiners aside."""
    assert held(wish("🎸🐱☕")) == ["guitar", "cat", "mug"]
    assert held(wish("👨🏽‍🍳🍕"))[:2] == ["cooking", "pizza"]


def test_pictographs_given_by_hand() -> None:
    """Among the things they are things; on a line there is no letter for them."""
    made = wish(title="Dana 🎸", things=["🎸", "🐱"])
    assert made.title == "DANA"
    assert held(made) == ["guitar", "cat"]


def test_without_the_model_words_are_still_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the catalogue has is found, the rest is left out, and why is told."""

    def missing(*_: object) -> None:
        raise NoEngine("minilm_l6.onnx is not here")

    monkeypatch.setattr(nearest, "directions", missing)
    nearest._directions.cache_clear()
    made = wish("I'm Zed, zorbing instructress, I love zorbing and cats")
    assert "cat" in held(made)
    assert any("by their letters only: minilm" in sentence for sentence in made.left_out)


def test_things_liked_go_before_more_of_the_job() -> None:
    """With as many wishes as places the job is told by its clothes."""
    made = wish("Flight attendant: sunglasses, chess, sushi, guitar")
    assert made.outfit == "uniform"
    assert held(made) == ["sunglasses", "chess", "sushi", "guitar"]


def test_what_is_disliked_is_not_in_the_box() -> None:
    """Hated things are left out and told."""
    made = wish("Mathematician, loves tea, hates shoes")
    assert "shoes" not in held(made)
    assert any("hates shoes" in sentence for sentence in made.left_out)


def test_clothes_asked_for_go_before_the_jobs() -> None:
    """A sommelier in a red dress wears a dress."""
    assert wish("Sommelier wearing a red dress").outfit == "dress"
    assert wish("Sommelier").outfit == "shirt"


def test_the_same_words_give_the_same_wish() -> None:
    """Nothing is left over from one wish to the next."""
    first = wish(DANA)
    wish("a plumber called Zed who loves frogs")
    assert wish(DANA) == first


def test_words_that_the_catalogue_has_open_no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    """The costly look by meaning happens only when the words fail."""

    def refuse(*_: object) -> None:
        raise AssertionError("the model was asked")

    monkeypatch.setattr(nearest, "directions", refuse)
    assert held(wish(DANA)) == ["stethoscope", "shoes", "bread"]


def test_only_the_catalogues_words_are_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The cache holds numbers of the catalogue; a second look takes them; damaged ones go."""
    asked: list[int] = []

    def counted(texts: Sequence[str]) -> Floats:
        asked.append(len(texts))
        return np.full((len(texts), WIDTH), WIDTH**-0.5, np.float32)

    monkeypatch.setattr(nearest, "directions", counted)
    other = io.BytesIO()
    np.save(other, np.zeros((3, WIDTH), np.float16))
    for damage in (None, b"", b"no numbers", b"\x93NUMPY", other.getvalue()):
        nearest._directions.cache_clear()
        for file in tmp_path.iterdir():
            file.write_bytes(file.read_bytes() if damage is None else damage)
        wish("zorbing", cache=tmp_path)
    nearest._directions.cache_clear()
    wish("zorbing", cache=tmp_path)
    nearest._directions.cache_clear()
    (file,) = tmp_path.iterdir()
    assert b"zorbing" not in file.read_bytes()
    assert len([count for count in asked if count > 1]) == 5
    assert len([count for count in asked if count == 1]) == 6


def test_a_wish_shows_none_of_its_words() -> None:
    """Neither in its representation nor in that of its things."""
    shown = repr(wish(DANA))
    assert "Dana" not in shown
    assert "DANA" not in shown
    assert "bread" not in shown


@pytest.mark.parametrize(
    ("words", "things"),
    [
        ("I live with a cat", {"cat"}),
        ("Ben, nurse, lives with two dogs", {"stethoscope", "dog"}),
        ("we live in the mountains", {"mountain"}),
        ("I love live music", {"tickets"}),
    ],
)
def test_to_live_is_no_concert(words: str, things: set[str]) -> None:
    """To "live with" and "live in" put no tickets into the box; live music does."""
    found = set(held(wish(words)))
    assert things <= found
    assert ("tickets" in found) is ("tickets" in things)


def test_what_is_grown_is_shown() -> None:
    """Tomatoes are tomatoes, not any plant."""
    assert held(wish("I grow tomatoes"))[0] == "tomato"
    assert held(wish("growing tomatoes on the balcony"))[0] == "tomato"


@pytest.mark.parametrize("job", ["astronaut", "cosmonaut"])
def test_astronauts_wear_a_spacesuit(job: str) -> None:
    """Who flies to space gets the suit, and is told so."""
    made = wish(f"Eileen, {job}")
    assert made.outfit == "spacesuit"
    assert any("a spacesuit" in sentence for sentence in made.understood)


@pytest.mark.parametrize("words", ["Mia, baker, wearing a spacesuit", "Mia in a white space suit"])
def test_anybody_can_ask_for_a_spacesuit(words: str) -> None:
    """Clothes that are asked for go before those of the job; a space suit is no blazer."""
    assert wish(words).outfit == "spacesuit"
