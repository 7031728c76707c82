"""From guesses and choices by hand to the traits of a doll."""

from __future__ import annotations

import re
from dataclasses import asdict

from ...core.errors import BadChoice
from ...core.made import Guess
from .. import traits
from ..traits import Traits
from .read import Likeness

SURE = {
    "skin": 0.3,
    "hair_colour": 0.3,
    "top_colour": 0.35,
    "age": 0.3,
    "beard": 0.45,
    "glasses": 0.5,
    "lashes": 0.6,
    "freckles": 0.6,
    "fringe": 0.7,
    "pattern": 0.75,
    "eyes": 0.35,
}
"""How sure a guess must be before a doll gets it.

A fringe is one only when its reading is plain: seven of eight foreheads are bare, and shadow and
receding hair look like thin ones. On the tuning half of ``bench/likeness.py`` every threshold
under 0.89 (above it none is ever said) is right at least as often as always "no"; this is the
middle of 0.5, the least that is said, and 0.89.
"""

USUAL = 0.4
"""The same for traits not named above."""

NAMES = {
    "hair": traits.HAIR,
    "beard": traits.BEARDS,
    "glasses": traits.GLASSES,
    "pattern": traits.PATTERNS,
    "age": traits.AGES,
}
RANGES = {"brows": (0.7, 1.4), "face_width": (0.92, 1.08), "jaw": (-0.6, 1.0), "smile": (0.0, 1.0)}
SWITCHES = {"true": True, "yes": True, "false": False, "no": False}
COLOUR = re.compile(r"#[0-9a-f]{6}")


def settle(
    likeness: Likeness | None, by_hand: dict[str, object]
) -> tuple[Traits, tuple[Guess, ...]]:
    """The traits to use, and of each where it comes from.

    A trait set by hand wins; then a guess from the photo that is sure enough; else the
    neutral choice. Raises BadChoice for a trait or a value that there is not.
    """
    neutral = asdict(Traits())
    chosen = {name: checked(name, value) for name, value in by_hand.items()}
    seen = likeness.guesses if likeness else {}
    values, guesses = {}, []
    for name, usual in neutral.items():
        value, confidence, by = usual, 0.0, "neutral"
        guess = seen.get(name)
        if name in chosen:
            value, confidence, by = chosen[name], 1.0, "hand"
        elif guess and guess[1] >= SURE.get(name, USUAL):
            value, confidence, by = checked(name, guess[0]), guess[1], "photo"
        values[name] = value
        guesses.append(Guess(name, str(value), round(confidence, 3), by))
    return Traits(**values), tuple(guesses)


def checked(name: str, value: object) -> object:
    """A trait's value as the doll takes it; text from a command line is understood.

    Raises BadChoice with a sentence that says what would be right.
    """
    neutral = asdict(Traits())
    if name not in neutral:
        raise BadChoice(f"there is no trait {name!r}; the traits are: {', '.join(neutral)}")
    if name in NAMES:
        return _name(name, value)
    if name in RANGES:
        return _number(name, value)
    return _switch(name, value) if isinstance(neutral[name], bool) else _colour(name, value)


def _name(name: str, value: object) -> object:
    if value not in NAMES[name]:
        raise BadChoice(f"{name} is one of {', '.join(NAMES[name])}, not {value!r}")
    return value


def _number(name: str, value: object) -> object:
    low, high = RANGES[name]
    try:
        number = float(value)  # type: ignore[arg-type]
    except (TypeError, ValueError):
        number = float("nan")
    if not low <= number <= high:
        raise BadChoice(f"{name} is a number from {low:g} to {high:g}, not {value!r}")
    return number


def _switch(name: str, value: object) -> object:
    if isinstance(value, bool):
        return value
    if str(value).lower() not in SWITCHES:
        raise BadChoice(f"{name} is yes or no, not {value!r}")
    return SWITCHES[str(value).lower()]


def _colour(name: str, value: object) -> object:
    if not isinstance(value, str) or not COLOUR.fullmatch(value.lower()):
        raise BadChoice(f"{name} is a colour such as #d08a5e, not {value!r}")
    return value.lower()
