"""A photo's person as coarse traits."""

from __future__ import annotations

from dataclasses import dataclass, field

from ...core.errors import BadChoice
from ...engines import face_finder
from ...engines.face_finder import Face
from . import beard, clothes, eyes, glasses, hair, shape, skin, years
from .found import Found
from .sight import Pixels, Sight, look

TINY = 40
"""Faces lower than this (pixels of the photo) show colours and little else."""

READABLE = 0.3
"""Score of the mesh under which the face is turned away or covered: colours only."""

FACE = 0.6
"""Score of the face finder under which an unreadable face is taken for none."""

NOBODY = "No face was found: the figure is a neutral one."
UNREADABLE = "What was found does not look like a person's face: the figure is a neutral one."
SMALL = "The face is very small: only colours were taken from it."
HIDDEN = "The face is turned away or covered: only colours were taken from it."
COLOURLESS = "The photo has no colours: skin, hair, eyes and clothes are guessed from grey."

TRUSTED_WHEN_TINY = ("skin", "hair_colour", "top_colour")

HANGING = ("bob", "long", "wavy")
"""Hair that lies along the jaw."""

FINDERS = (shape.find, eyes.find, beard.find, glasses.find)
"""Each gives traits from what is seen and the skin's colour."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """What a photo says of one person.

    ``guesses`` has for each trait that was looked for its value and how sure it is (0..1);
    ``notes`` are sentences about what could not be read; ``face`` is where the person is, or
    None; ``faces`` counts all that the photo shows.
    """

    guesses: Found = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    face: Face | None = None
    faces: int = 0


def likeness(pixels: Pixels, person: int | None = None) -> Likeness:
    """Read one person of a photo (uint8, height x width x 3, RGB).

    ``person`` counts from 1, the largest face first; None is the largest.
    Raises BadChoice when there is no such person, NoEngine when something that looks is not
    installed, BadAsset when a weight file is not the one that was pinned.
    """
    faces = sorted(face_finder.find(pixels), key=_area, reverse=True)
    if person is not None and not 1 <= person <= len(faces):
        raise BadChoice(_nobody(person, len(faces)))
    if not faces:
        return Likeness(notes=(NOBODY,))
    face = faces.pop((person or 1) - 1)
    sight = look(pixels, face, faces)
    if sight.score < READABLE and face.score < FACE:
        return Likeness({}, (UNREADABLE,), face, len(faces) + 1)
    guesses, notes = _read(pixels, sight)
    return Likeness(guesses, tuple(notes), face, len(faces) + 1)


def _read(pixels: Pixels, sight: Sight) -> tuple[Found, list[str]]:
    """Every finder's answer, and sentences about what to mistrust."""
    tone, certain = skin.tone(sight)
    strands, mask = hair.find(sight, tone)
    guesses = skin.find(sight, tone, certain) | strands | clothes.find(sight, tone, mask)
    for find in FINDERS:
        guesses |= find(sight, tone)
    notes = []
    if sight.pixels < TINY or sight.score < READABLE:
        notes.append(SMALL if sight.pixels < TINY else HIDDEN)
        guesses = {name: guess for name, guess in guesses.items() if name in TRUSTED_WHEN_TINY}
    else:
        guesses |= years.find(pixels, sight)
        if guesses["age"][0] == "child":
            guesses["beard"] = ("none", 0.95)
        elif guesses["hair"][0] in HANGING and guesses["hair"][1] > 0.6:
            guesses["beard"] = _beside_hair(guesses["beard"])
    if sight.grey:
        notes.append(COLOURLESS)
    return guesses, notes


def _beside_hair(beard: tuple[object, float]) -> tuple[object, float]:
    """A beard that is seen where long hair lies along the jaw: mostly it is that hair."""
    kind, sureness = beard
    return beard if kind in ("none", "moustache") or sureness > 0.8 else ("none", 0.5)


def _area(face: Face) -> float:
    left, top, right, bottom = face.box
    return (right - left) * (bottom - top)


def _nobody(person: int, faces: int) -> str:
    if faces == 0:
        return f"person {person} was asked for, and no face was found in the photo"
    one = "one face was" if faces == 1 else f"{faces} faces were"
    return f"there is no person {person}: {one} found, counted from 1, the largest first"
