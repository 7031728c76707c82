"""Text fitted into a space: on one line or two, as large as it may be."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from .fonts import EM
from .shape import Line, clean, line, script

GAP = 0.2
"""Between the ink of two lines, in ems."""

CAPITALS = (0.62, 0.82)
"""Heights of ink above the line, in ems, that are taken for capitals."""
LONG_WORD = 17
"""Letters; longer words may be broken."""
HYPHENATED = ("LATIN", "CYRILLIC", "GREEK")

ONE_LINE_BONUS = 1.12
"""Two lines are taken only when the letters grow by more than this."""


@dataclass(frozen=True, slots=True)
class Space:
    """Where text goes, in units of the drawing; ``most`` is the largest size of an em."""

    width: float
    height: float
    most: float
    least: float = 0.0
    lines: int = 2


@dataclass(frozen=True, slots=True)
class Fitted:
    """Lines and the em they are set at, with what could not be drawn."""

    lines: tuple[Line, ...]
    size: float

    @property
    def dropped(self) -> str:
        """Characters without a glyph."""
        return "".join(part.dropped for part in self.lines)

    @property
    def width(self) -> float:
        """Of the widest line's ink."""
        return max((part.width for part in self.lines), default=0.0) * self.size

    @property
    def top(self) -> float:
        """Of the ink, from the first baseline; negative is above."""
        return self.lines[0].box[1] * self.size

    @property
    def bottom(self) -> float:
        """Of the ink, from the first baseline."""
        return (self.baselines[-1] + self.lines[-1].box[3]) * self.size

    @property
    def baselines(self) -> tuple[float, ...]:
        """Of each line, from the first one, in ems: lines keep ``GAP`` between their ink."""
        found = [0.0]
        for above, below in zip(self.lines, self.lines[1:], strict=False):
            found.append(found[-1] + above.box[3] + GAP - below.box[1])
        return tuple(found)

    def svg(self, x: float, y: float, level: bool = False) -> str:
        """One path a line, the ink centred about a point; text never enters an SVG as text.

        ``level`` centres a line's capitals instead, so that labels beside each other agree
        whether their letters go below the line or not.
        """
        middle = (self.top + self.bottom) / 2
        if level and len(self.lines) == 1 and CAPITALS[0] < -self.lines[0].box[1] < CAPITALS[1]:
            middle = self.top / 2
        start = y - middle
        scale = self.size / EM
        parts = [
            f'<path transform="translate({x - (part.box[0] + part.box[2]) / 2 * self.size:.2f} '
            f'{start + down * self.size:.2f}) scale({scale:.5f})" d="{part.path}"/>'
            for part, down in zip(self.lines, self.baselines, strict=True)
        ]
        return "".join(parts)


def fitted(text: str, chain: str, space: Space, spacing: float = 0.0) -> Fitted:
    """The text as large as the space allows; what is too long even then ends in dots."""
    whole = clean(text)
    best = _best(whole, chain, space, spacing)
    while best.size < space.least and len(whole) > 4:
        whole = whole.rstrip("…")[:-2].rstrip() + "…"
        best = _best(whole, chain, space, spacing)
    return best


def _best(text: str, chain: str, space: Space, spacing: float) -> Fitted:
    best = _set((text,), chain, space, spacing)
    if space.lines > 1:
        for pair in _pairs(text):
            other = _set(pair, chain, space, spacing)
            bonus = ONE_LINE_BONUS if len(best.lines) == 1 else 1.0
            if other.size > best.size * bonus:
                best = other
    return best


def _set(words: tuple[str, ...], chain: str, space: Space, spacing: float) -> Fitted:
    lines = tuple(line(part, chain, spacing) for part in words)
    unit = Fitted(lines, 1.0)
    tall = max(unit.bottom - unit.top, 1e-6)
    size = min(space.most, space.width / max(unit.width, 1e-6), space.height / tall)
    return Fitted(lines, size)


def _pairs(text: str) -> Iterator[tuple[str, str]]:
    """Every way to break a text in two: at spaces, after hyphens, between ideographs.

    A very long word may be broken in its middle.
    """
    for at in range(1, len(text)):
        before, after = text[at - 1], text[at]
        if after == " ":
            yield text[:at], text[at + 1 :]
        elif before in "-–/" or (script(before) == script(after) == "EAST" and len(text) > 5):
            yield text[:at], text[at:]
    longest = max(text.split(), key=len, default="")
    if len(longest) > LONG_WORD and script(longest[0]) in HYPHENATED:
        at = text.index(longest) + len(longest) // 2
        yield text[:at] + "-", text[at:]


def capitals(text: str) -> str:
    """In capitals; Greek ones lose their accents, as is the custom."""
    out = []
    for letter in clean(text).upper():
        if "GREEK" in unicodedata.name(letter, ""):
            parts = unicodedata.normalize("NFD", letter)
            letter = unicodedata.normalize("NFC", parts.replace("\u0301", ""))
        out.append(letter)
    return "".join(out)
