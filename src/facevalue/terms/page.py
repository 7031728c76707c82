"""The text of a saved web page: what people read of it, a block of text on each line.

Any input ends in one pass. Scripts, styles and what is only there without scripts are left out;
nothing in the page is followed, loaded or run.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

HIDDEN = frozenset(
    ["script", "style", "template", "svg", "noscript", "iframe", "object", "select", "textarea"]
)
"""Elements whose content nobody reads as terms."""

INLINE = frozenset(
    re.split(
        " ",
        "a abbr b bdi bdo cite code data em font i img label mark q s small span strong sub sup "
        "time u var wbr",
    )
)
"""Elements that stand inside a sentence; every other one ends it."""

START = 1000
"""Characters in which a page says that it is one."""

_PAGE = re.compile(r"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_NAME = re.compile(r"/?[a-zA-Z][a-zA-Z0-9]*")
_SPACE = re.compile(r"\s+")


def is_page(text: str) -> bool:
    """Whether a text is a web page: it says so near its beginning."""
    return _PAGE.search(text, 0, START) is not None


def text_of_page(page: str) -> str:
    """What people read of a page; blocks become lines."""
    lines = "".join(_parts(page)).split("\n")
    return "\n".join(line for each in lines if (line := _SPACE.sub(" ", each).strip())) + "\n"


def _parts(page: str) -> Iterator[str]:
    """Text and line ends, in one walk from mark to mark; what does not end hides the rest."""
    lower = page.lower() if len(page.lower()) == len(page) else page
    at = 0
    while (mark := page.find("<", at)) >= 0:
        yield _words(page[at:mark])
        if page.startswith("<!--", mark):
            at = _after(page, "-->", mark + 4)
            continue
        name = _NAME.match(page, mark + 1)
        if name is None and page[mark + 1 : mark + 2] not in {"!", "?"}:
            yield "<"
            at = mark + 1
            continue
        tag = name.group().lower() if name else "!"
        at = _after(page, ">", mark)
        if tag in HIDDEN:
            at = _after(page, ">", _after(lower, f"</{tag}", at, keep=True))
        if tag.strip("/") not in INLINE:
            yield "\n"
    yield _words(page[at:])


def _after(page: str, end: str, at: int, *, keep: bool = False) -> int:
    """Where the next ``end`` is over, or begins with ``keep``; without one the end of the page."""
    found = page.find(end, at)
    if found < 0:
        return len(page)
    return found if keep else found + len(end)


def _words(text: str) -> str:
    """Text as it reads: entities become letters, line ends of the source are spaces."""
    return _SPACE.sub(" ", unescape(text))
