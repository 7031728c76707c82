"""Text from a file or a person, made fit to be shown."""

from __future__ import annotations

import unicodedata

LONGEST = 90
"""Characters shown of one value; prompts and histories run to hundreds of thousands."""


def clean(untrusted: str, longest: int = LONGEST) -> str:
    """One line without control, format or unassigned characters, cut to ``longest``.

    Escape sequences would move a terminal's cursor or colour its text; right-to-left marks
    would turn a file name around; both are replaced by a visible sign.
    """
    start = untrusted[: longest * 4]
    shown = "".join(_visible(letter) for letter in start)
    line = " ".join(shown.split())
    return line if len(line) <= longest and len(untrusted) == len(start) else _cut(line, longest)


def _visible(letter: str) -> str:
    if letter in "\n\r\t":
        return " "
    return "\N{REPLACEMENT CHARACTER}" if unicodedata.category(letter)[0] == "C" else letter


def _cut(line: str, longest: int) -> str:
    return line[: longest - 1].rstrip() + "…"
