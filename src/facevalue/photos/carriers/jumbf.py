"""Content credentials: the JUMBF superboxes of a C2PA manifest store, as tags and pictures.

Layout: ISO/IEC 19566-5 (jumb, jumd, bfdb, bidb), content credentials: C2PA specification
2.1. A tag's path is ("C2pa", label of the assertion, claim or signature, keys ...); entries
of a list share one path, and the instance number of a repeated assertion ("__2") is left
out. Signatures are not checked and nothing that a manifest points to is ever fetched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ...core.errors import Broken
from ...core.photo import Copy, Tag
from ...core.places import Field
from .. import limits
from ..sniff import described, media_type
from ..view import View
from .bmff import Box, Level, inside, shown, text, walk
from .claims import Leaf, pictures, signed, values

LABEL, ID, SIGNATURE, PRIVATE = 2, 4, 8, 16
"""Toggles of a description box: which of its optional parts are there."""

MANIFESTS = frozenset({b"c2ma", b"c2um", b"c2cm"})
"""First four bytes of the types of a manifest: standard, update, compressed."""


@dataclass(frozen=True, slots=True)
class _Content:
    """A content box with the label of the superbox that it is in."""

    label: str
    box: Box = field(repr=False)


def tags(untrusted: bytes) -> tuple[Tag, ...]:
    """All fields of the manifests. Never raises: what cannot be read is a tag."""
    found: list[Tag] = []
    for content in _contents(_level(untrusted), "", 0):
        if len(found) >= limits.ENTRIES:
            return (*found, Tag(Field(("C2pa", "unread")), "more fields than are read"))
        try:
            found += _tags(content)
        except Broken:
            path = ("C2pa", *filter(None, (content.label, shown(content.box.kind), "unreadable")))
            found.append(Tag(Field(path), described(content.box.body.whole())))
    return tuple(found)


def copies(untrusted: bytes) -> tuple[Copy, ...]:
    """The pictures inside the manifests: of the claim, of the ingredients. Never raises."""
    found: list[Copy] = []
    for content in _contents(_level(untrusted), "", 0):
        raw = content.box.body.whole()
        if content.box.kind in ("bidb", "jp2c"):
            found.append(_copy(content.label, raw))
        elif content.box.kind == "cbor":
            found += [_copy(content.label, picture) for picture in pictures(raw)]
    return tuple(found)


def _copy(label: str, raw: bytes) -> Copy:
    field = Field(("C2pa", label or "unlabelled"))
    return Copy(field, "provenance thumbnail", media_type(raw), raw)


def _level(untrusted: bytes) -> Level:
    return walk(View(memoryview(untrusted)[: limits.METADATA_BYTES]))


def _contents(level: Level, label: str, depth: int) -> Iterator[_Content]:
    """Every content box, outside in; too deep superboxes and stray bytes are contents too."""
    for box in level.boxes:
        if box.kind == "jumb" and depth < limits.NESTING:
            within = inside(box)
            own = _label(within.first("jumd")) or label
            yield from _contents(within, own, depth + 1)
        else:
            yield _Content(label, box)
    if len(level.rest):
        end = level.rest_at + len(level.rest)
        yield _Content(label, Box("rest", level.rest_at, level.rest_at, end, level.rest))


def _label(box: Box | None) -> str:
    """The label of a description box without its instance number; empty when it has none."""
    if box is None or len(box.body) < 17 or not box.body.u8(16) & LABEL:
        return ""
    return re.sub(r"__\d+(?=\.|$)", "", text(box.body, 17)[0][:200])


def _tags(content: _Content) -> Iterator[Tag]:
    kind, body, label = content.box.kind, content.box.body, content.label or "unlabelled"
    raw = body.whole()
    if kind == "jumd":
        yield from _description(content.box)
    elif kind == "bfdb":
        yield from _file(label, body)
    elif kind in ("json", "cbor"):
        is_signature = kind == "cbor" and label.startswith("c2pa.signature")
        for leaf in signed(raw) if is_signature else values(raw, kind):
            yield _leaf(label, leaf)
    elif kind not in ("bidb", "free", "skip") or (kind != "bidb" and any(raw)):
        yield Tag(Field(("C2pa", label, shown(kind))), described(raw))


def _leaf(label: str, leaf: Leaf) -> Tag:
    return Tag(Field(("C2pa", label, *leaf.path)), leaf.value)


def _description(box: Box) -> Iterator[Tag]:
    """A description box: a manifest's name, and whatever stands behind the label."""
    body = box.body
    toggles = body.u8(16)
    label, at = text(body, 17) if toggles & LABEL else ("", 17)
    if body.take(0, 4) in MANIFESTS:
        yield Tag(Field(("C2pa", "manifest")), label)
    for bit, name, count in ((ID, "id", 4), (SIGNATURE, "signature", 32)):
        if toggles & bit:
            yield Tag(Field(("C2pa", label or "unlabelled", name)), body.take(at, count).hex())
            at += count
    for private in walk(body.sub(at)).boxes:
        name = "salt" if private.kind == "c2sh" else shown(private.kind)
        yield Tag(Field(("C2pa", label or "unlabelled", name)), described(private.body.whole()))


def _file(label: str, body: View) -> Iterator[Tag]:
    """An embedded file's media type and, where the toggle says so, its name."""
    kind, at = text(body, 1)
    if kind:
        yield Tag(Field(("C2pa", label, "mediaType")), kind)
    if body.u8(0) & 1 and at < len(body):
        yield Tag(Field(("C2pa", label, "fileName")), text(body, at)[0])
