"""The likeness receipt in words: what two recognisers said, and what that does not mean."""

from __future__ import annotations

from collections.abc import Sequence

from ..core.made import Match

FRIENDS = (
    "Friends may still recognise hair, glasses and clothes, and other recognisers may judge "
    "otherwise."
)
"""What no recogniser can promise; belongs to every receipt."""

NOTHING = (
    "Nothing could be compared: the photo or the picture has no face that is large enough "
    "to be measured. That is not the same as no match."
)


CHILDREN = (
    "Recognisers confuse children: dlib takes three in ten pairs of different children for one "
    "child, and dolls look like children, so a match may be chance. Take it for one all the same."
)
"""Measured by ``bench/verify.py`` on faces under thirteen."""

SMALL = 40.0
"""Below this height of the photo's face, in pixels, recognisers begin to miss people."""


def likeness_says(
    matches: Sequence[Match],
    height: float | None = None,
    *,
    childlike: bool = False,
    people: int = 1,
) -> tuple[str, ...]:
    """The receipt as sentences; none when no photo was given, so that nobody was asked.

    ``height`` is that of the face in the photo, in pixels, where it is known; ``childlike``
    says that a child is, or may be, in it; ``people`` counts those who were asked about.
    """
    if not matches:
        return ()
    if all(match.score is None for match in matches):
        return (NOTHING, FRIENDS)
    some = (_likest(people),) if people > 1 else ()
    seen = [match.recogniser for match in matches if match.match]
    if seen:
        return (_matched(seen), *some, *([CHILDREN] if childlike else []), FRIENDS)
    small = () if height is None or height >= SMALL else (_small(height),)
    return (_unmatched(matches), *some, *small, FRIENDS)


def _likest(people: int) -> str:
    return f"The answer is for the likest of the {people} largest faces; others may differ."


def _small(height: float) -> str:
    return (
        f"The face in the photo is only {height:.0f} pixels high. At that size recognisers miss "
        "people even in their own photos, so this answer says little."
    )


def _matched(names: Sequence[str]) -> str:
    some = " and ".join(names)
    takes, search = ("take", "such programs") if len(names) > 1 else ("takes", "such a program")
    return (
        f"{some} {takes} the picture and the photo for one person: whoever searches with "
        f"{search} can find the two together."
    )


def _unmatched(matches: Sequence[Match]) -> str:
    figures = ", ".join(
        f"{match.recogniser} {match.score:.2f}, its line {match.threshold:.2f}"
        for match in matches
        if match.score is not None
    )
    return (
        f"None of the {len(matches)} recognisers asked takes the picture and the photo for one "
        f"person ({figures})."
    )
