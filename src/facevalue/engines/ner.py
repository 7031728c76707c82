"""Names, streets and numbers in words: Rampart, a small BERT that tags each word.

Rampart (National Design Studio, 2026, CC BY 4.0; redistributed by Arcjet) has six layers with
weights in 4 bits and was taught on forms, letters and chats. Longer texts are read in windows,
as its keepers advise, that overlap; a word takes the reading of the window it is deeper in.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from . import weights
from .runtime import quiet_session
from .wordpiece import CLS, SEP, UNKNOWN, cut, words

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

MODEL, VOCABULARY = "rampart.onnx", "rampart_vocabulary.txt"

LABELS = (
    "GIVEN_NAME",
    "SURNAME",
    "EMAIL",
    "PHONE",
    "URL",
    "TAX_ID",
    "BANK_ACCOUNT",
    "ROUTING_NUMBER",
    "GOVERNMENT_ID",
    "PASSPORT",
    "DRIVERS_LICENSE",
    "BUILDING_NUMBER",
    "STREET_NAME",
    "SECONDARY_ADDRESS",
    "CITY",
    "STATE",
    "ZIP_CODE",
)
"""In the model's order; each has a class for a first piece and one for the pieces behind."""

MOST, SHARED = 110, 16
"""Pieces of a window and of what two windows share; about 480 and 64 letters."""

Reading = tuple[str, float]
"""A label or "" for none, and how probable it is."""


def readings(parts: Sequence[str]) -> list[Reading]:
    """What each word (a letter run or a sign, in order) is part of.

    About 15 ms of one core for 300 letters. Raises NoEngine or BadAsset.
    """
    known = vocabulary()
    pieces = [_cut(part, known) for part in parts]
    found: list[Reading] = [("", 1.0)] * len(parts)
    for first, last, skip in _windows([len(each) for each in pieces]):
        rows = _run(pieces[first:last])
        for place, row in enumerate(rows):
            if place >= skip:
                found[first + place] = row
    return found


def _cut(part: str, known: Mapping[str, int]) -> list[int]:
    """The pieces of one word, at most a third of a window."""
    names = [piece for word in words(part) for piece in cut(word, known)]
    return [known[name] for name in (names or [UNKNOWN])[: MOST // 3]]


def _windows(sizes: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    """First and last-plus-one word of each window, and how many of its first words to leave."""
    first, skip = 0, 0
    while first < len(sizes):
        last, room = first, MOST
        while last < len(sizes) and sizes[last] <= room:
            room -= sizes[last]
            last += 1
        yield first, last, skip
        if last == len(sizes):
            return
        again, room = last, SHARED
        while again - 1 > first and sizes[again - 1] <= room:
            again -= 1
            room -= sizes[again]
        skip = (last - again) // 2
        first = again


def _run(pieces: Sequence[Sequence[int]]) -> list[Reading]:
    """One window: the label of each word's most certain piece."""
    import numpy as np

    known = vocabulary()
    flat = [known[CLS], *(piece for each in pieces for piece in each), known[SEP]]
    ids = np.array([flat], np.int64)
    session = _session()
    given = {"input_ids": ids, "attention_mask": np.ones_like(ids)}
    if any(one.name == "token_type_ids" for one in session.get_inputs()):
        given["token_type_ids"] = np.zeros_like(ids)
    raised = session.run(None, given)[0][0].astype(np.float64)
    sure = np.exp(raised - raised.max(1, keepdims=True))
    sure /= sure.sum(1, keepdims=True)
    found, place = [], 1
    for each in pieces:
        found.append(_best(sure[place : place + len(each)]))
        place += len(each)
    return found


def _best(sure: NDArray[np.float64]) -> Reading:
    """Begin and inside of a label count together; the mean over the pieces decides."""
    both = sure[:, 1:].reshape(len(sure), -1, 2).sum(2).mean(0)
    best = int(both.argmax())
    return (LABELS[best], float(both[best])) if both[best] > sure[:, 0].mean() else ("", 1.0)


@cache
def vocabulary() -> Mapping[str, int]:
    """The 19,730 pieces and their numbers."""
    rows = weights.load(VOCABULARY).decode("utf-8").split("\n")
    return {piece: number for number, piece in enumerate(rows) if piece}


@cache
def _session() -> Any:
    return quiet_session(weights.load(MODEL))
