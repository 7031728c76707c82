"""What can be seen of each word: itself, its neighbours, its shape, lists, cues, meaning."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING

from .chunks import chunks
from .facets import Said
from .meaning import MEANINGS
from .tables import MOST_WORDS, cues, gazetteer, job_heads
from .tokens import Token

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Clues = list[str]

FAR = 14
"""Words that a cue reaches."""

SURE, LIKELY = 0.75, 0.4
"""Steps of how sure a meaning is."""


def clues(
    words: Sequence[Token],
    marks: Iterable[Said],
    meant: NDArray[np.float32] | None,
    lists: Sequence[Clues],
    named: Iterable[Said],
) -> list[Clues]:
    """The clues of every word.

    ``meant`` is ``meanings`` of the phrases, None without the model; ``lists`` is ``listed`` of
    the words, of which training hides some so that words in no list are learned too; ``named``
    is ``identity`` of the text, empty without that model.
    """
    seen = [_own(token) for token in words]
    for each, names in zip(seen, lists, strict=True):
        each += names
    _marked(words, marks, seen, "m")
    _marked(words, named, seen, "n")
    if meant is not None:
        _meant(words, meant, seen)
    whom, quoted = whose(words), False
    for each, cue, token in zip(seen, _cued(words), words, strict=True):
        quoted ^= token.low in QUOTES
        each += [f"i={whom}", *(["quoted"] if quoted else []), cue]
    return _around(words, seen, whom)


def phrases(words: Sequence[Token]) -> list[str]:
    """What ``meanings`` is asked of: one phrase for every chunk."""
    return [" ".join(token.low for token in words[first:last]) for first, last in chunks(words)]


def _own(token: Token) -> Clues:
    low = token.low
    found = [f"w={low}", f"s={shape(token.text)}"]
    if len(low) > 3:
        found += [f"e3={low[-3:]}", f"e2={low[-2:]}"]
    if token.first:
        found.append("first")
    elif token.text[:1].isupper():
        found.append("cap")
    if low in job_heads():
        found.append("head")
    found.append(f"r={_rank(low)}")
    return found


def shape(text: str) -> str:
    """Aa for Anna, A for USA, a for nurse, 9 for 12, aA for iPhone; marks are themselves."""
    short = ""
    for letter in text[:12]:
        kind = "A" if letter.isupper() else "a" if letter.isalpha() else letter
        kind = "9" if letter.isdigit() else kind
        if short[-1:] != kind:
            short += kind
    return short


@cache
def _vocabulary() -> dict[str, int]:
    from ...engines import sentence

    return dict(sentence.vocabulary())


def _rank(word: str) -> str:
    """How common a word is: the first vocabulary numbers are the commonest words."""
    number = _vocabulary().get(word)
    if number is None:
        return "none"
    return next((str(step) for step in (3000, 6000, 12000) if number < step), "rare")


def listed(words: Sequence[Token]) -> list[Clues]:
    """The lists that each word is in, alone or as a part of a longer phrase."""
    found: list[Clues] = [[] for _ in words]
    reach: dict[str, int] = {}
    for place, token in enumerate(words):
        for phrase, names in gazetteer().get(token.low, {}).items():
            if len(phrase) > 1 and not _stands(words, place, phrase):
                continue
            for name in sorted(names):
                for step in range(len(phrase)):
                    _put(found, place + step, name, step, len(phrase), reach)
    return found


def _put(
    found: list[Clues], place: int, name: str, step: int, size: int, reach: dict[str, int]
) -> None:
    """One list's clue for one word; a phrase inside a longer one of the same list adds nothing."""
    if step == 0 and reach.get(name, -1) >= place + size:
        return
    reach[name] = max(reach.get(name, -1), place - step + size)
    clue = f"g={name}{'+' if step else ''}"
    if clue not in found[place]:
        found[place].append(clue)
    if size > 1 and step == 0:
        found[place].append(f"g2={name}")


def _stands(words: Sequence[Token], place: int, phrase: tuple[str, ...]) -> bool:
    if place + len(phrase) > len(words) or len(phrase) > MOST_WORDS:
        return False
    return all(words[place + step].low == word for step, word in enumerate(phrase) if step)


def _marked(words: Sequence[Token], marks: Iterable[Said], seen: list[Clues], sign: str) -> None:
    """What rules have found there already."""
    rows = sorted(marks)
    first = 0
    for place, token in enumerate(words):
        while first < len(rows) and rows[first].end <= token.start:
            first += 1
        for said in rows[first : first + 8]:
            if said.start < token.end and token.start < said.end:
                seen[place].append(f"{sign}={said.facet}{'' if said.start >= token.start else '+'}")


def _meant(words: Sequence[Token], meant: NDArray[np.float32], seen: list[Clues]) -> None:
    for (first, last), row in zip(chunks(words), meant, strict=True):
        best = int(row.argmax())
        sure = "!" if row[best] >= SURE else "~" if row[best] >= LIKELY else "?"
        clue = f"c={MEANINGS[best]}{sure}"
        for place in range(first, last):
            seen[place] += [clue, f"{clue}{'B' if place == first else 'I'}"]
            if place == last - 1:
                seen[place].append(f"{clue}E")
            more = [MEANINGS[each] for each in (-row).argsort()[1:3] if row[each] > 0.1]
            seen[place] += [f"c2={name}" for name in more]


def _cued(words: Sequence[Token]) -> list[str]:
    """The last cue before each word in its sentence."""
    found, cue, since = [], "", 0
    for place, token in enumerate(words):
        if token.low in ".!?" and len(token.low) == 1:
            cue = ""
        found.append(f"q={cue}{_far(place - since)}" if cue and place - since <= FAR else "q=")
        new = cues().get(token.low)
        if new and new not in WEAK:
            cue, since = new, place
    return found


def whose(words: Sequence[Token]) -> str:
    """Whether anybody speaks of a person at all: "self", "other" or "none"."""
    lows = {token.low for token in words}
    return "self" if lows & SELF else "other" if lows & OTHER else "none"


SELF = frozenset(
    ["i", "me", "my", "i'm", "im", "i've", "i'd", "i'll", "we", "us", "our", "mine", "myself"]
)
OTHER = frozenset(
    [
        "she",
        "he",
        "her",
        "his",
        "him",
        "she's",
        "he's",
        "they",
        "their",
        "them",
        "name",
        "hobbies",
        "job",
        "age",
    ]
)
QUOTES = frozenset('"“”„«»')
WEAK = frozenset(("self", "have", "own"))
"""Cues that are in every sentence; they count only right before a word."""


def _weak(words: Sequence[Token], place: int) -> str:
    near = (cues().get(words[step].low, "") for step in range(place - 1, max(-1, place - 4), -1))
    return next((f"k={cue}" for cue in near if cue in WEAK), "k=")


def _far(steps: int) -> str:
    return "1" if steps <= 1 else "3" if steps <= 3 else "9"


NEAR = ("g=", "c=", "m=", "n=", "head", "s=")
"""Clues of a neighbour that are looked at beside its word."""


def _around(words: Sequence[Token], seen: list[Clues], whom: str) -> list[Clues]:
    """Each word's clues and those of the words beside it, and pairs of both."""
    edge = ["w=|"]
    found = []
    for place in range(len(words)):
        before = seen[place - 1] if place else edge
        after = seen[place + 1] if place + 1 < len(words) else edge
        far = words[place - 2].low if place > 1 else "|"
        beyond = words[place + 2].low if place + 2 < len(words) else "|"
        row = [*seen[place], "b"]
        row += [f"-1{clue}" for clue in before if clue.startswith(("w=", *NEAR))]
        row += [f"+1{clue}" for clue in after if clue.startswith(("w=", *NEAR))]
        row += [f"-2w={far}", f"+2w={beyond}", f"-12{far}_{before[0][2:]}"]
        row += [f"-1{before[0]}&{clue}" for clue in seen[place] if clue.startswith(("g=", "c="))]
        row += [f"{seen[place][1]}&-1{before[0]}"]
        cue = seen[place][-1]
        telling = [
            clue for clue in seen[place] if clue.startswith(("g=", "c=", "head", "m=", "n="))
        ]
        weak = _weak(words, place)
        row += [
            weak,
            *(f"{cue}&{clue}" for clue in telling),
            *(f"{weak}&{clue}" for clue in telling),
        ]
        row += [f"{whom}&{clue}" for clue in telling]
        found.append(row)
    return found
