"""Untrusted bytes as text for people: shown where they are text, described where not."""

from __future__ import annotations

import re

from ..sniff import described

LONGEST = 64 * 1024
"""Most bytes of a text that are shown; longer ones are described."""
_PLAIN = frozenset("\t\r\n\f\v")


def text(untrusted: bytes) -> str:
    """UTF-8, else Latin-1; parts separated by NULs are joined by semicolons."""
    try:
        words = untrusted.decode("utf-8")
    except UnicodeDecodeError:
        words = untrusted.decode("latin-1")
    return "; ".join(part.strip() for part in words.split("\0") if part.strip())


def utf16(untrusted: bytes, order: str = "be") -> str:
    """UTF-16 of a byte order (``be`` or ``le``), up to the first NUL."""
    return untrusted.decode(f"utf-16-{order}", "replace").split("\0", 1)[0].strip()


def text_or_described(untrusted: bytes) -> str:
    """The bytes as text when all of it is printable UTF-8, else how many they are.

    A few NULs between words are passed over: they end strings.
    """
    bare = untrusted.strip(b"\0 ")
    if not bare or len(bare) > LONGEST:
        return described(untrusted)
    try:
        words = bare.decode("utf-8")
    except UnicodeDecodeError:
        return described(untrusted)
    readable = all(c.isprintable() or c in _PLAIN for c in words.replace("\0", ""))
    return text(bare) if readable and 4 * words.count("\0") <= len(words) else described(untrusted)


def strings(untrusted: bytes) -> str:
    """The runs of four or more printable ASCII characters in binary data, with semicolons."""
    runs = re.findall(rb"[\x20-\x7e]{4,}", untrusted[:LONGEST])
    return "; ".join(run.decode("ascii").strip() for run in runs if run.strip())


def strings16(untrusted: bytes) -> str:
    """The same for UTF-16, little endian."""
    runs = re.findall(rb"(?:[\x20-\x7e]\0){4,}", untrusted[:LONGEST])
    return "; ".join(run.decode("utf-16-le").strip() for run in runs if run.strip())
