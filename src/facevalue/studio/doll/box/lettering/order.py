"""Writing order: which stretches of a line run from the right to the left.

The Unicode bidirectional algorithm (UAX 9) for one line without embeddings: ``clean`` takes the
controls that ask for those away. Rules W1 to W7, N1 and N2, I1, I2 and L2; brackets (N0) are
treated as other neutrals.
"""

from __future__ import annotations

import unicodedata

RIGHTWARDS, LEFTWARDS = "L", "R"
NUMBERS = ("EN", "AN")
STRONG = ("L", "R", "AL")
NEUTRAL = ("B", "S", "WS", "ON", "BN", "ES", "ET", "CS")


def base(text: str) -> int:
    """The level of the line: 1 when its first letter is written from the right, else 0."""
    for letter in text:
        kind = unicodedata.bidirectional(letter)
        if kind in STRONG:
            return 0 if kind == RIGHTWARDS else 1
    return 0


def levels(text: str) -> list[int]:
    """The level of each character: odd ones run from the right to the left."""
    ground = base(text)
    kinds = _neutrals(_weak([_kind(letter) for letter in text], ground), ground)
    return [_level(kind, ground) for kind in kinds]


def visual(runs: list[int]) -> list[int]:
    """The order in which runs of these levels stand on the line from left to right (L2)."""
    order = list(range(len(runs)))
    for level in range(max(runs, default=0), 0, -1):
        start = 0
        while start < len(order):
            end = start
            while end < len(order) and runs[order[end]] >= level:
                end += 1
            order[start:end] = reversed(order[start:end])
            start = max(end, start + 1)
    return order


def _kind(letter: str) -> str:
    return unicodedata.bidirectional(letter) or RIGHTWARDS


def _level(kind: str, ground: int) -> int:
    if kind in NUMBERS:
        return 2
    if kind == RIGHTWARDS:
        return 0 if ground == 0 else 2
    return 1


def _weak(kinds: list[str], ground: int) -> list[str]:
    """W1 to W7: marks and numbers by what stands before them."""
    strong = LEFTWARDS if ground else RIGHTWARDS
    before = strong
    found: list[str] = []
    for at, kind in enumerate(kinds):
        if kind == "NSM":
            kind = before
        elif kind == "EN":
            kind = {"AL": "AN", "L": "L"}.get(strong, "EN")
        elif kind in ("ES", "CS", "ET"):
            kind = _between(found, kinds, at)
        if kind in STRONG:
            strong = kind if kinds[at] != "EN" else strong
        before = kind
        found.append(kind)
    return [LEFTWARDS if kind == "AL" else kind for kind in found]


def _between(found: list[str], kinds: list[str], at: int) -> str:
    """A sign inside of a number belongs to it; else it is neutral (W4 to W6)."""
    after = kinds[at + 1] if at + 1 < len(kinds) else "ON"
    if found and after == "EN" and kinds[at] != "ET":
        return found[-1] if found[-1] in (*NUMBERS, RIGHTWARDS) else "ON"
    return "ON"


def _neutrals(kinds: list[str], ground: int) -> list[str]:
    """N1 and N2: neutrals follow their neighbours where those agree, else the line."""
    line = LEFTWARDS if ground else RIGHTWARDS
    found = list(kinds)
    at = 0
    while at < len(found):
        end = at
        while end < len(found) and kinds[end] in NEUTRAL:
            end += 1
        if end > at:
            left = _side(kinds[at - 1]) if at else line
            right = _side(kinds[end]) if end < len(found) else line
            found[at:end] = [left if left == right else line] * (end - at)
        at = max(end, at + 1)
    return found


def _side(kind: str) -> str:
    return RIGHTWARDS if kind == RIGHTWARDS else LEFTWARDS
