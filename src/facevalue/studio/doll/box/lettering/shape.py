"""Words shaped into outlines by HarfBuzz: joined, kerned, in writing order."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from . import fonts, order
from .fonts import EM, Font

MOST_MARKS = 3
"""Marks that may pile up on one letter; more are taken away."""

JOINERS = "\u200c\u200d"
JOINED = ("ARABIC", "DEVANAGARI")
"""Scripts whose letters hang together: never spaced out."""

EAST = {"CJK", "HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA", "IDEOGRAPHIC"}


@dataclass(frozen=True, slots=True)
class Line:
    """One line as outlines. Lengths are in ems, y downwards, the baseline is y = 0.

    ``path`` is SVG path data in thousandths of an em. ``box`` is what ink covers: left, top,
    right, bottom. ``dropped`` are the characters that no font has.
    """

    text: str
    path: str
    box: tuple[float, float, float, float]
    dropped: str = ""

    @property
    def width(self) -> float:
        """Of the ink."""
        return self.box[2] - self.box[0]

    @property
    def height(self) -> float:
        """Of the ink."""
        return self.box[3] - self.box[1]


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of one font, script and direction."""

    text: str
    font: Font
    script: str
    level: int


def clean(text: str) -> str:
    """One line of printable text: no controls, no direction marks, no towers of marks."""
    kept: list[str] = []
    marks = 0
    for letter in unicodedata.normalize("NFC", text):
        kind = unicodedata.category(letter)
        marks = marks + 1 if kind in ("Mn", "Me") else 0
        if kind[0] == "Z" or letter in "\t\n\r":
            kept.append(" ")
        elif (kind[0] != "C" or letter in JOINERS) and marks <= MOST_MARKS:
            kept.append(letter)
    return " ".join("".join(kept).split())


@cache
def script(letter: str) -> str:
    """The script's name as Unicode's character names begin; "" for what all scripts share."""
    if unicodedata.category(letter)[0] not in "LM" or letter in JOINERS:
        return ""
    first = unicodedata.name(letter, "").split(" ")[0]
    if first in ("COMBINING", "MODIFIER", "VARIATION", "MASCULINE", "FEMININE"):
        return ""
    return "EAST" if first in EAST else first


@lru_cache(maxsize=512)
def line(text: str, chain: str, spacing: float = 0.0) -> Line:
    """Shape a text in the fonts of a chain; ``spacing`` in ems is put between letters."""
    runs, dropped = _runs(clean(text), chain)
    pen = _Pen()
    for at in order.visual([run.level for run in runs]):
        _draw(runs[at], pen, spacing)
    return Line(text, "".join(pen.path), pen.box(), dropped)


def _runs(text: str, chain: str) -> tuple[list[Run], str]:
    """The runs in reading order, and what no font can draw."""
    scripts = _spread([script(letter) for letter in text])
    chosen = {
        name: fonts.best(
            chain,
            frozenset(
                c for c, s in zip(text, scripts, strict=True) if s == name and c not in JOINERS
            ),
        )
        for name in set(scripts)
    }
    runs: list[Run] = []
    dropped = ""
    for letter, name, level in zip(text, scripts, order.levels(text), strict=True):
        font = chosen[name] or _any(chain, letter)
        if font is None:
            dropped += letter
            continue
        run = Run(letter, font, name, level)
        last = runs[-1] if runs else None
        if last and (last.font, last.script, last.level) == (font, name, level):
            runs[-1] = Run(last.text + letter, font, name, level)
        else:
            runs.append(run)
    return runs, dropped


def _any(chain: str, letter: str) -> Font | None:
    return fonts.best(chain, frozenset() if letter in JOINERS else frozenset(letter))


def _spread(scripts: list[str]) -> list[str]:
    """Signs and spaces belong to the script before them, at the start to the one after."""
    first = next((name for name in scripts if name), "LATIN")
    found: list[str] = []
    for name in scripts:
        found.append(name or (found[-1] if found else first))
    return found


def _draw(run: Run, pen: _Pen, spacing: float) -> None:
    """Shape one run and put its outlines after what the pen has drawn."""
    import uharfbuzz as hb

    buffer = hb.Buffer()
    buffer.add_str(run.text)
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if run.level % 2 else "ltr"
    font = fonts.opened(run.font)
    hb.shape(font, buffer, {})
    extra = 0.0 if run.script in JOINED else spacing * EM
    for glyph, at in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        pen.glyph(font, glyph.codepoint, (at.x_offset, at.y_offset), run.font.grow)
        if at.x_advance:
            pen.x += at.x_advance * run.font.grow + extra


class _Pen:
    """Collects outlines as SVG path data, and the box around them."""

    def __init__(self) -> None:
        self.path: list[str] = []
        self.x = 0.0
        self.low = [float("inf")] * 2
        self.high = [float("-inf")] * 2
        self.from_: tuple[float, float, float] = (0.0, 0.0, 1.0)

    def glyph(self, font: Any, number: int, shift: tuple[int, int], grow: float) -> None:
        """Draw one glyph at the pen's place."""
        self.from_ = (self.x + shift[0] * grow, shift[1] * grow, grow)
        font.draw_glyph(number, _funcs(), self)

    def put(self, command: str, *numbers: float) -> None:
        """One command of the path with its points."""
        x0, y0, grow = self.from_
        words = [command]
        for x, y in zip(numbers[::2], numbers[1::2], strict=True):
            at = (x0 + x * grow, -(y0 + y * grow))
            for axis in (0, 1):
                self.low[axis] = min(self.low[axis], at[axis])
                self.high[axis] = max(self.high[axis], at[axis])
            words.append(f"{at[0]:.0f} {at[1]:.0f}")
        self.path.append(" ".join(words))

    def box(self) -> tuple[float, float, float, float]:
        """Left, top, right, bottom in ems; all 0 when nothing was drawn."""
        if not self.path:
            return (0.0, 0.0, 0.0, 0.0)
        return (self.low[0] / EM, self.low[1] / EM, self.high[0] / EM, self.high[1] / EM)


@cache
def _funcs() -> Any:
    """HarfBuzz's callbacks that hand outlines to a pen."""
    import uharfbuzz as hb

    made = hb.DrawFuncs()
    made.set_move_to_func(lambda x, y, pen: pen.put("M", x, y))
    made.set_line_to_func(lambda x, y, pen: pen.put("L", x, y))
    made.set_quadratic_to_func(lambda a, b, x, y, pen: pen.put("Q", a, b, x, y))
    made.set_cubic_to_func(lambda a, b, c, d, x, y, pen: pen.put("C", a, b, c, d, x, y))
    made.set_close_path_func(lambda pen: pen.path.append("Z"))
    return made
