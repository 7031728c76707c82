"""The JSON and CBOR inside a C2PA manifest, flattened to readable values.

CBOR (RFC 8949) is read by cbor2 with every built-in meaning of tags switched off, so that
no shared reference, huge number or date is ever built from untrusted bytes. Signatures are
COSE_Sign1 (RFC 9052); header numbers from the IANA COSE registries.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import cast

from ...core.errors import Broken
from .. import limits
from ..sniff import described, media_type

SIGNATURE_BYTES = 1024 * 1024
"""Largest signature taken apart; with certificates and a time stamp they have about 15 kB."""

TAGS_OF_CBOR2 = (*range(6), 25, 28, 29, 30, 35, 36, 37, 100, 256, 258, 260, 261, 1004, 43000)
"""Tags that cbor2 would turn into objects; here the plain value below them is enough."""

HEADERS = {
    "1": "alg",
    "2": "crit",
    "3": "contentType",
    "4": "kid",
    "33": "x5chain",
    "34": "x5t",
    "35": "x5u",
}
ALGORITHMS = {
    "-7": "ES256",
    "-8": "EdDSA",
    "-35": "ES384",
    "-36": "ES512",
    "-37": "PS256",
    "-38": "PS384",
    "-39": "PS512",
}
NAMES = {3: "CN", 4: "SN", 6: "C", 7: "L", 8: "ST", 10: "O", 11: "OU", 42: "GN"}
"""Last arc of the object identifiers 2.5.4.x in a certificate's names (X.520), as RFC 4514 writes
them: a certifier's country is no place where a photo was taken, and must not read like one."""

NAME_OID = b"\x06\x03\x55\x04"
TEXTS = frozenset({0x0C, 0x13, 0x14, 0x16})
"""How such an identifier begins, and the string types that may follow it."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """One value of a JSON or CBOR tree: its keys from the outside in, and its text."""

    path: tuple[str, ...]
    value: str = field(repr=False)


def values(untrusted: bytes, kind: str) -> Iterator[Leaf]:
    """All values of a ``json`` or ``cbor`` box. Raises Broken."""
    yield from _leaves(_parsed(untrusted, kind))


def pictures(untrusted: bytes) -> tuple[bytes, ...]:
    """The byte strings of a CBOR tree that are pictures or films. Never raises."""
    try:
        tree = _parsed(untrusted, "cbor")
    except Broken:
        return ()
    return tuple(
        value for _, value in _walk(tree) if isinstance(value, bytes) and media_type(value)
    )


def signed(untrusted: bytes) -> Iterator[Leaf]:
    """The headers of a signature and the names in its certificates. Raises Broken."""
    if len(untrusted) > SIGNATURE_BYTES:
        raise Broken("the signature is larger than any signature")
    tree = _untagged(_cbor(untrusted, strict=False))
    if not isinstance(tree, (list, tuple)) or len(tree) != 4:
        yield from _leaves(tree)
        return
    protected = tree[0] if isinstance(tree[0], bytes) else b""
    for header in (_cbor(protected, strict=False) if protected else {}, tree[1]):
        for leaf in _leaves(header):
            yield _named(leaf)
    yield from _leaves({"payload": tree[2], "signature": tree[3]})


def _named(leaf: Leaf) -> Leaf:
    """A header with the name of its number, an algorithm with its own."""
    name = HEADERS.get(leaf.path[0], leaf.path[0]) if leaf.path else "header"
    value = ALGORITHMS.get(leaf.value, leaf.value) if name == "alg" else leaf.value
    return Leaf((name, *leaf.path[1:]), value)


def _leaves(tree: object) -> Iterator[Leaf]:
    """Every value that is there, and the names in byte strings that hold certificates.

    Time stamps name only the public service that made them: those names are left out.
    """
    for path, value in _walk(tree):
        if value is None or _empty(value):
            continue
        yield Leaf(path, _text(value))
        if isinstance(value, bytes) and "tstTokens" not in path:
            for leaf in dict.fromkeys(_names(value)):
                yield Leaf((*path, *leaf.path), leaf.value)


def _names(certificate: bytes) -> Iterator[Leaf]:
    """The names in a certificate, found by their object identifiers (DER, X.690)."""
    at = certificate.find(NAME_OID)
    while at >= 0 and at + 7 <= len(certificate):
        arc, kind, count = certificate[at + 4 : at + 7]
        raw = certificate[at + 7 : at + 7 + count]
        if arc in NAMES and kind in TEXTS and count < 128:
            yield Leaf(("certificate", NAMES[arc]), raw.decode("utf-8", "replace"))
        at = certificate.find(NAME_OID, at + 4)


def _empty(value: object) -> bool:
    """Padding: a byte string of zeros only."""
    return isinstance(value, bytes) and not any(value)


def _text(value: object) -> str:
    return described(value) if isinstance(value, bytes) else str(value)


def _walk(tree: object) -> Iterator[tuple[tuple[str, ...], object]]:
    """Every leaf of a tree with its path; entries of a list share their list's path.

    Raises Broken after ``limits.ENTRIES`` nodes.
    """
    waiting: list[tuple[tuple[str, ...], object]] = [((), tree)]
    for _ in range(limits.ENTRIES):
        if not waiting:
            return
        path, value = waiting.pop()
        value = _untagged(value)
        if isinstance(value, Mapping):
            inner = [((*path, str(key)[:200]), one) for key, one in value.items()]
            waiting += reversed(inner)
        elif isinstance(value, (list, tuple)):
            waiting += [(path, one) for one in reversed(value)]
        else:
            yield path, value
    raise Broken("the content credentials have more fields than are read")


def _untagged(value: object) -> object:
    """The value below CBOR tags that mean nothing here."""
    import cbor2

    for _ in range(limits.NESTING):
        if not isinstance(value, cbor2.CBORTag):
            break
        value = value.value
    return value


def _parsed(untrusted: bytes, kind: str) -> object:
    return _cbor(untrusted, strict=True) if kind == "cbor" else _json(untrusted)


def _json(untrusted: bytes) -> object:
    """Numbers stay text: a number of a million digits is then only a long text."""
    try:
        tree: object = json.loads(untrusted, parse_int=str, parse_float=str)
    except (ValueError, RecursionError):
        raise Broken("a JSON part of the content credentials is damaged") from None
    return tree


def _cbor(untrusted: bytes, *, strict: bool) -> object:
    import cbor2

    plain = dict.fromkeys(TAGS_OF_CBOR2, _as_it_is)
    try:
        tree = cbor2.loads(
            untrusted,
            semantic_decoders=plain,
            max_depth=limits.NESTING,
            str_errors="replace",
            strict_hashable_types=strict,
        )
    except (cbor2.CBORError, ValueError, OverflowError, RecursionError, MemoryError):
        raise Broken("a CBOR part of the content credentials is damaged") from None
    return cast("object", tree)


def _as_it_is(value: object, _immutable: bool) -> object:
    return value
