"""A picture that was made, as text for a terminal: what was understood, the receipt."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

import click

from ..core.made import Guess, Made, Match
from .clean import clean
from .text import WIDTH, photo_line


def made_lines(made: Made) -> Iterator[str]:
    """The lines of a making: the picture, the wish, the traits, the receipt, the cost."""
    yield photo_line(made.photo)
    yield from _list("understood", made.wish.understood)
    yield from _list("left out", made.wish.left_out)
    yield from _traits(made.traits)
    yield from _list("note", made.notes)
    yield from _receipt(made)
    low, high = made.energy_wh
    yield f"  cost  {made.seconds:.0f} CPU-seconds here, about {low:.2g} to {high:.2g} Wh"


def _list(name: str, lines: tuple[str, ...]) -> Iterator[str]:
    for index, line in enumerate(lines):
        start = f"  {name}  " if index == 0 else " " * (len(name) + 4)
        yield from _wrapped(start, clean(line, 300))


def _wrapped(start: str, text: str) -> Iterator[str]:
    yield from textwrap.wrap(
        text, WIDTH, initial_indent=start, subsequent_indent=" " * len(start)
    ) or [start]


def _traits(guesses: tuple[Guess, ...]) -> Iterator[str]:
    """What was taken from the photo or set by hand; what was neutral is named in one line."""
    for by, name in (("photo", "seen"), ("hand", "set")):
        found = [f"{g.trait.replace('_', ' ')} {g.value}" for g in guesses if g.by == by]
        if found:
            yield from _wrapped(f"  {name}  ", ", ".join(found))
    neutral = [g.trait.replace("_", " ") for g in guesses if g.by == "neutral"]
    if neutral and any(g.by == "photo" for g in guesses):
        yield from _wrapped("  neutral  ", f"{', '.join(neutral)} (not sure enough; set by hand)")


def _receipt(made: Made) -> Iterator[str]:
    """Whether recognisers still match the person, and what that means."""
    for match in made.likeness:
        yield f"  likeness  {match.recogniser}: {_answer(match)}"
    for line in made.receipt:
        yield from _wrapped("            ", line)


def _answer(match: Match) -> str:
    if match.score is None:
        return "could not compare"
    verdict = "still a match" if match.match else "no match"
    colour = "red" if match.match else "green"
    said = click.style(verdict, fg=colour, bold=True)
    return f"{said} (score {match.score:.2f}, the same person from {match.threshold:.2f})"
