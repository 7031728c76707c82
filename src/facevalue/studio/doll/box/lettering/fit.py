"""Text fitted into a space: on one line or two, as large as it may be."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from .shape import EAST, Line, clean, line, script

LEADING = 0.98
"""From baseline to baseline, in ems."""

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
        return (self.lines[-1].box[3] + (len(self.lines) - 1) * LEADING) * self.size

    def svg(self, x: float, y: float) -> str:
        """One path with the ink centred about a point; text never enters the SVG as text."""
        start = y - (self.top + self.bottom) / 2
        scale = self.size / 1000
        parts = [
            f'<path transform="translate({x - (part.box[0] + part.box[2]) / 2 * self.size:.2f} '
            f'{start + at * LEADING * self.size:.2f}) scale({scale:.5f})" d="{part.path}"/>'
            for at, part in enumerate(self.lines)
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
    """Every way to break a text in two: at spaces, after hyphens, between ideographs."""
    for at in range(1, len(text)):
        before, after = text[at - 1], text[at]
        if after == " ":
            yield text[:at], text[at + 1 :]
        elif before in "-–/" or (script(before) == script(after) == "EAST" and len(text) > 5):
            yield text[:at], text[at:]


def capitals(text: str) -> str:
    """In capitals; Greek ones lose their accents, as is the custom."""
    out = []
    for letter in clean(text).upper():
        if "GREEK" in unicodedata.name(letter, ""):
            parts = unicodedata.normalize("NFD", letter)
            letter = unicodedata.normalize("NFC", parts.replace("\u0301", ""))
        out.append(letter)
    return "".join(out)


__all__ = ["EAST", "Fitted", "Space", "capitals", "fitted"]
