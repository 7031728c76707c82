"""Canaries: unique strings, and the search that finds them wherever a reader could."""

from __future__ import annotations

import base64
import binascii
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

BASE64 = re.compile(rb"[A-Za-z0-9+/\r\n]{40,}={0,2}")
HEX = re.compile(rb"(?:[0-9a-fA-F]{2}\s?){30,}")
DEFLATED = re.compile(rb"\x78[\x01\x5e\x9c\xda]")
DEEPEST = 3
MOST = 4_000_000


def word(form: str, name: str) -> str:
    """The canary of one carrier: letters and digits only, none part of another."""
    return f"CAN{form}{name}Z".replace(" ", "0")


@dataclass(frozen=True)
class Carrier:
    """One place of a file that can hold a message.

    ``field`` is empty when the canary itself must be read out; else it is part of the
    path of the field that stands for bytes which are described and not shown.
    """

    form: str
    name: str
    field: str = ""

    @property
    def canary(self) -> str:
        return word(self.form, self.name)


def carriers(form: str, *names: str, **described: str) -> tuple[Carrier, ...]:
    """The rows of one format's table; ``described`` gives a field for those not shown."""
    readable = (Carrier(form, name) for name in names)
    return (*readable, *(Carrier(form, name, field) for name, field in described.items()))


def views(data: bytes, depth: int = 0) -> Iterator[bytes]:
    """The bytes, and whatever is compressed or written as text inside them."""
    yield data
    if depth == DEEPEST:
        return
    for inner in (*_inflated(data), *_decoded(data)):
        yield from views(inner, depth + 1)


def _inflated(data: bytes) -> Iterator[bytes]:
    for hit in DEFLATED.finditer(data):
        try:
            yield zlib.decompressobj().decompress(data[hit.start() :], MOST)
        except zlib.error:
            continue


def _decoded(data: bytes) -> Iterator[bytes]:
    for hit in BASE64.finditer(data):
        text = re.sub(rb"[\r\n=]", b"", hit.group())
        try:
            yield base64.b64decode(text + b"=" * (-len(text) % 4))
        except binascii.Error:
            continue
    for hit in HEX.finditer(data):
        yield bytes.fromhex(re.sub(rb"\s", b"", hit.group()).decode())


def found(data: bytes, canaries: list[str]) -> set[str]:
    """Those of the canaries that stand in the bytes, in ASCII or UTF-16."""
    seen = set()
    for view in views(data):
        for canary in canaries:
            forms = (canary.encode(code) for code in ("ascii", "utf-16-be", "utf-16-le"))
            if any(form in view for form in forms):
                seen.add(canary)
    return seen
