"""Words from outside, made fit to be read: no control signs, one kind of quote, not too long."""

from __future__ import annotations

import re
import unicodedata

MOST = 2000
"""Letters that are read; a box has room for a few dozen."""

MARKS = 3
"""Accents on one letter; more of them are a game, not a script."""

PLAIN: dict[str, str | int | None] = {
    "\u2019": "'",
    "\u2018": "'",
    "\u201b": "'",
    "\u02bc": "'",
    "\u00b4": "'",
    "`": "'",
}
PLAIN |= {"\u201c": '"', "\u201d": '"', "\u201e": '"', "\u2010": "-", "\u2011": "-"}


def cleaned(untrusted: str, most: int = MOST) -> str:
    """The words without control, format and unassigned characters, cut to ``most`` at a space.

    Escape sequences go with their letters, and so do marks that turn the reading direction.
    Line ends become full stops: they part one thought from the next.
    """
    # A cut before the costly steps, with room for what they take out.
    start = untrusted[: most * 4]
    start = re.sub(r"\x1b\[[0-9;?]*[ -/]*[@-~]", "", start)
    start = re.sub(r"[\r\n\u2028\u2029]+", ". ", start)
    letters = unicodedata.normalize("NFKC", start.translate(str.maketrans(PLAIN)))
    shown = "".join(_visible(letter) for letter in letters)
    shown = re.sub(rf"([\u0300-\u036f]{{{MARKS}}})[\u0300-\u036f]+", r"\1", shown)
    return shortened(" ".join(shown.split()), most)


def shortened(line: str, most: int) -> str:
    """At most ``most`` letters, cut at a space where there is one."""
    if len(line) <= most:
        return line
    start = line[: most + 1]
    at = start.rfind(" ")
    return (start[:at] if at > 0 else line[:most]).rstrip(" ,;:-&")


def emoji(text: str) -> tuple[str, tuple[str, ...]]:
    """The text without its pictographs, and their Unicode names in lower case.

    Skin tones and joiners are no pictographs of their own.
    """
    names = []
    rest = []
    for letter in text:
        if unicodedata.category(letter) == "So" and ord(letter) >= 0x2600:
            names.append(unicodedata.name(letter, "").lower())
            rest.append(". ")
        elif not (0x1F3FB <= ord(letter) <= 0x1F3FF or letter == "\N{VARIATION SELECTOR-16}"):
            rest.append(letter)
    return "".join(rest), tuple(name for name in names if name)


def _visible(letter: str) -> str:
    if letter == "\t":
        return " "
    return "" if unicodedata.category(letter)[0] == "C" else letter
