"""Reading a whole photo: the right person, honest about what cannot be read, never a crash."""

from __future__ import annotations

import time
from dataclasses import replace

import numpy as np
import pytest
import skimage.data

from facevalue.core.errors import BadChoice
from facevalue.engines import face_finder
from facevalue.studio.likeness import read
from facevalue.studio.likeness.read import likeness
from facevalue.studio.likeness.settle import settle
from facevalue.studio.likeness.sight import UNIT, look
from facevalue.studio.traits import Traits
from tests.photographs import astronaut, group, smaller
from tests.studio.likeness.people import large


def test_the_astronaut_is_read() -> None:
    """Pale skin, brown hair, an orange suit, no beard, no glasses, a grown woman who smiles."""
    found = likeness(astronaut())
    traits, guesses = settle(found, {})
    assert found.faces == 1
    assert found.face is not None
    assert found.notes == ()
    assert (traits.beard, traits.glasses, traits.age) == ("none", "none", "adult")
    assert traits.smile > 0.6
    red, green, blue = (int(traits.top_colour[at : at + 2], 16) for at in (1, 3, 5))
    assert red > 170 > green > blue
    light = sum(int(traits.skin[at : at + 2], 16) for at in (1, 3, 5)) / 3
    dark = sum(int(traits.hair_colour[at : at + 2], 16) for at in (1, 3, 5)) / 3
    assert light > 170 > dark
    assert {guess.trait for guess in guesses if guess.by == "photo"} >= {"skin", "smile", "age"}


def test_every_guess_is_a_trait_that_a_doll_can_have() -> None:
    """All of them pass the check, and each confidence is in 0..1."""
    found = likeness(astronaut())
    settle(None, {name: value for name, (value, _) in found.guesses.items()})
    assert all(0 <= confidence <= 1 for _, confidence in found.guesses.values())


def test_the_same_photo_gives_the_same_answer() -> None:
    """Twice the same, to the last digit."""
    assert likeness(astronaut()) == likeness(astronaut())


@pytest.mark.parametrize("picture", ["chelsea", "coffee", "rocket"])
def test_a_photo_without_a_person_gives_a_neutral_figure(picture: str) -> None:
    """A cat, a cup, a rocket: neutral traits and a sentence."""
    found = likeness(getattr(skimage.data, picture)())
    assert settle(found, {})[0] == Traits()
    assert len(found.notes) == 1


@pytest.mark.parametrize("shape", [(1, 1), (2, 3000), (240, 320)])
def test_empty_pictures_do_no_harm(shape: tuple[int, int]) -> None:
    """Black and tiny pictures: no face, a sentence, no error."""
    found = likeness(np.zeros((*shape, 3), np.uint8))
    assert (found.faces, found.face, found.notes) == (0, None, (read.NOBODY,))


def test_persons_are_counted_from_the_largest() -> None:
    """Of three, the third is the smallest; of none, nobody can be asked for."""
    first, third = likeness(group(), 1), likeness(group(), 3)
    assert first.faces == third.faces == 3
    assert first.face is not None
    assert third.face is not None
    assert first.face.box[2] - first.face.box[0] > 2 * (third.face.box[2] - third.face.box[0])
    assert likeness(group()).face == first.face


@pytest.mark.parametrize("person", [0, -1, 4])
def test_a_person_who_is_not_there_is_refused(person: int) -> None:
    """With how many there are."""
    with pytest.raises(BadChoice, match=f"no person {person}: 3 faces were found"):
        likeness(group(), person)
    with pytest.raises(BadChoice, match="no face was found"):
        likeness(np.zeros((90, 90, 3), np.uint8), 1)


def test_a_tiny_face_gives_colours_only() -> None:
    """Under forty pixels nobody sees a beard: colours, and a sentence."""
    found = likeness(smaller(4))
    assert set(found.guesses) <= set(read.TRUSTED_WHEN_TINY)
    assert "skin" in found.guesses
    assert found.notes == (read.SMALL,)


def test_a_grey_photo_says_so() -> None:
    """Colours get little confidence: the figure keeps the neutral skin, and a sentence tells."""
    grey = np.repeat(astronaut().mean(2, keepdims=True), 3, 2).astype(np.uint8)
    found = likeness(grey)
    assert read.COLOURLESS in found.notes
    assert settle(found, {})[0].skin == Traits().skin


def test_an_animal_that_looks_like_a_face_is_neutral(monkeypatch: pytest.MonkeyPatch) -> None:
    """A weak find that the mesh does not know is nobody."""
    face = face_finder.Face((150, 100, 300, 250), 0.4, ((190.0, 150.0), (260.0, 150.0)))
    monkeypatch.setattr(face_finder, "find", lambda _: [face])
    found = likeness(skimage.data.rocket())
    assert (found.guesses, found.notes, found.faces) == ({}, (read.UNREADABLE,), 1)


def test_a_large_photo_is_read_quickly() -> None:
    """Twelve megapixels cost at most two processor seconds beyond the face finder."""
    large = np.repeat(np.repeat(astronaut(), 7, 0), 7, 1)
    likeness(astronaut())
    faces = face_finder.find(large)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(face_finder, "find", lambda _: faces)
        since = time.process_time()
        likeness(large)
        assert time.process_time() - since < 2


def test_long_hair_along_the_jaw_is_no_beard() -> None:
    """A doubtful beard beside long hair is that hair; a certain one, or a moustache, stays."""
    assert read._beside_hair(("full", 0.7)) == ("none", 0.5)
    assert read._beside_hair(("full", 0.9)) == ("full", 0.9)
    assert read._beside_hair(("moustache", 0.6)) == ("moustache", 0.6)


def test_a_place_between_two_heads_is_nobodys() -> None:
    """Half-way to a neighbour lies the neighbour's hair."""
    pixels = large()
    face = face_finder.find(pixels)[0]
    left, top, right, bottom = face.box
    wide = right - left
    other = replace(face, box=(left + 1.2 * wide, top, right + 1.2 * wide, bottom))
    alone, beside = look(pixels, face), look(pixels, face, [other])
    column, row = (int(v) for v in alone.at(10, 152))
    apart = 1.2 * wide * UNIT / alone.pixels
    own, between = int(column + 0.4 * apart), int(column + 0.49 * apart)
    assert alone.here[row, between]
    assert beside.here[row, own]
    assert not beside.here[row, between]
