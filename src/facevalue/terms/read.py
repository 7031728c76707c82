"""A document of terms from a file: text, Markdown or a saved page, no larger than terms are."""

from __future__ import annotations

from pathlib import Path

from ..core.errors import Broken, CannotRead, NoSuchFile, NotAFile, TooBig
from .page import is_page, text_of_page
from .text import sentences

MOST = 5_000_000
"""Bytes of a document; the longest of the terms that were read has 290,000."""

LEAST = 5
"""Sentences of a document; a failed crawl leaves one or two."""


def read_text(path: Path) -> str:
    """The text of a file.

    Raises NoSuchFile, NotAFile, CannotRead, TooBig, and Broken when it is no text or too short
    for terms.
    """
    if not path.exists():
        raise NoSuchFile(f"there is nothing at {path}")
    if not path.is_file():
        raise NotAFile(f"{path} is not a file; a document of terms is wanted here")
    try:
        with path.open("rb") as file:
            untrusted_bytes = file.read(MOST + 1)
    except OSError as error:
        raise CannotRead(f"{path} cannot be read: {error.strerror or error}") from error
    if len(untrusted_bytes) > MOST:
        raise TooBig(f"{path} is larger than {MOST // 1_000_000} MB; no service's terms are")
    return text_of(untrusted_bytes, str(path))


def text_of(untrusted_bytes: bytes, name: str) -> str:
    """Bytes as a document; of a web page what people read of it.

    Raises Broken when they are no text or too short for terms.
    """
    try:
        text = untrusted_bytes.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Broken(f"{name} is no text in UTF-8; save the page as text or Markdown") from None
    if "\0" in text:
        raise Broken(f"{name} is no text: it holds bytes that text does not")
    if is_page(text):
        text = text_of_page(text)
    start = [sentence for sentence, _ in zip(sentences(text), range(LEAST), strict=False)]
    if len(start) < LEAST:
        raise Broken(f"{name} has fewer than {LEAST} sentences: an empty page or a failed download")
    return text
