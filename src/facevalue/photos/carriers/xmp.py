"""XMP packets: RDF in XML, flattened to fields; pictures inside them taken out.

XMP Specification part 1 (ISO 16684-1). Parsed without entities, DTDs or anything external.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from ...core.photo import Copy, Tag
from ...core.places import Field
from .. import limits
from ..sniff import described, media_type
from .xmp_names import RDF, XML, prefix_of

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

PICTURES: dict[tuple[str, ...], str] = {
    ("GDepth", "Data"): "depth map",
    ("GDepth", "Confidence"): "depth map",
    ("GImage", "Data"): "alternate picture",
    ("GAudio", "Data"): "trailer",
    ("xmpGImg", "image"): "thumbnail",
    ("apple-fi", "SemanticSegmentation"): "depth map",
}
"""Fields that hold a picture as base64, with the role it plays."""

Value = tuple[tuple[str, ...], str]
"""A path of names and the text that stands there."""

LONG = 4096
"""A value longer than this without a space is base64 or the like and is described."""

_DECLARATION = re.compile(rb"<!\s*(DOCTYPE|ENTITY)", re.IGNORECASE)
_PAIR = re.compile(
    r"(?<![\w-])([\w-]{1,200}+:[\w-]{1,200}+)\s*+=\s*+"
    r"(?:\"([^\"<>]{0,4096})\"|'([^'<>]{0,4096})')"
)
_CONTENT = re.compile(r"<([\w-]{1,40}+:[\w-]{1,60}+)[^<>]{0,400}+>([^<>]{0,4096}+)(?=<|\Z)")
_XML = re.compile(r"<\?xml\s[^>]{0,200}\?>")
LOOSE = ("text",)
"""The path of a text that stands in no property."""


def tags(untrusted: bytes) -> tuple[Tag, ...]:
    """Every value of a packet under its path: prefix, property, then names further down.

    Never raises. A packet that is no XML gives one tag that says so, and what can be
    picked out of it.
    """
    found = tuple(islice(_tags(untrusted), limits.ENTRIES))
    if len(found) < limits.ENTRIES:
        return found
    return (*found, Tag(Field(("Xmp", "unread")), "more fields than are read"))


def copies(untrusted: bytes) -> tuple[Copy, ...]:
    """Pictures that stand in a packet as base64. Never raises."""
    found = []
    for path, value in islice(_values(untrusted), limits.ENTRIES):
        role = PICTURES.get(path[:2]) or PICTURES.get(path[-2:]) or _by_name(path)
        data = _decoded(value) if role or len(value) > LONG else b""
        if data and (role or media_type(data)):
            field = Field(("Xmp", *path))
            found.append(Copy(field, role or "alternate picture", media_type(data), data))
    return tuple(found)


def digital_source_type(untrusted: bytes) -> str | None:
    """The IPTC code that says how a picture came about, such as trainedAlgorithmicMedia."""
    for path, value in islice(_values(untrusted), limits.ENTRIES):
        if path[-1] == "DigitalSourceType":
            return value.rsplit("/", 1)[-1]
    return None


def _by_name(path: tuple[str, ...]) -> str | None:
    return "thumbnail" if path[-1] == "image" and "Thumbnails" in path else None


def _tags(untrusted: bytes) -> Iterator[Tag]:
    root = _root(untrusted)
    if root is None:
        yield Tag(Field(("Xmp", "unreadable")), described(untrusted))
    for path, value in _picked_out(untrusted) if root is None else _walked(root):
        yield Tag(Field(("Xmp", *path)), _shown(value))


def _shown(value: str) -> str:
    if len(value) > LONG and " " not in value[:LONG]:
        return described(_decoded(value) or value.encode())
    return value


def _decoded(value: str) -> bytes:
    """Base64 to bytes; empty when it is none."""
    bare = "".join(value.split())
    try:
        return base64.b64decode(bare + "=" * (-len(bare) % 4), validate=True)
    except (binascii.Error, ValueError):
        return b""


def _values(untrusted: bytes) -> Iterator[Value]:
    root = _root(untrusted)
    return _picked_out(untrusted) if root is None else _walked(root)


def _walk(node: Element, path: tuple[str, ...], depth: int) -> Iterator[Value]:
    """Values of an element and of everything below it; an RDF block begins a path anew."""
    if depth > limits.NESTING:
        yield (*path, "deeper"), "nested deeper than is read"
    elif node.tag == f"{{{RDF}}}RDF":
        yield from _walked(node, (), depth)
    elif _is_structure(node.tag):
        yield from _walked(node, path, depth)
    else:
        yield from _walked(node, (*path, *_name(node.tag, path)), depth)


def _walked(node: Element, here: tuple[str, ...] = (), depth: int = 0) -> Iterator[Value]:
    """What stands in an element; the root, which only wraps the rest, adds no name."""
    yield from _attributes(node, here)
    yield from _text(node.text, here)
    for child in node:
        yield from _walk(child, here, depth + 1)
        yield from _text(child.tail, here)


def _text(words: str | None, here: tuple[str, ...]) -> Iterator[Value]:
    if words and words.strip():
        yield here or LOOSE, words.strip()


def _attributes(node: Element, path: tuple[str, ...]) -> Iterator[Value]:
    for name, value in node.attrib.items():
        if value and name not in _RDF_GRAMMAR and not name.startswith(f"{{{XML}}}"):
            yield (*path, *_name(name, path)), value


_RDF_GRAMMAR = frozenset(f"{{{RDF}}}{name}" for name in ("parseType", "nodeID", "datatype"))


def _is_structure(tag: str) -> bool:
    """Elements of RDF's own grammar add nothing to a path."""
    return not isinstance(tag, str) or tag.startswith(f"{{{RDF}}}")


def _name(tag: str, path: tuple[str, ...]) -> tuple[str, ...]:
    """The path parts of a name: prefix and name at the top, the name alone below."""
    space, _, name = tag.rpartition("}")
    prefix = prefix_of(space.lstrip("{"))
    return (prefix, name) if not path else (name,)


def _root(untrusted: bytes) -> Element | None:
    """The packet's XML, or None when it is none or declares entities."""
    from xml.etree.ElementTree import ParseError

    import defusedxml.ElementTree as safe  # noqa: N813 - it is named so
    from defusedxml.common import DefusedXmlException

    packet = _packet(untrusted)
    if len(packet) > limits.METADATA_BYTES or _DECLARATION.search(packet):
        return None
    try:
        root: Element = safe.fromstring(packet, forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError, LookupError, RecursionError):
        return None
    return root


def _packet(untrusted: bytes) -> bytes:
    """The XML between the wrapping processing instructions and padding, as UTF-8."""
    data = _as_utf8(untrusted)
    data = re.sub(rb"<\?xpacket[^>]{0,200}\?>", b"", data).strip(b"\0 \t\r\n\xef\xbb\xbf")
    end = data.rfind(b">")
    return data[: end + 1]


def _as_utf8(untrusted: bytes) -> bytes:
    """The packet in UTF-8, whichever of XMP's five encodings it is in (part 1, 7.3.2).

    Known by the zeros behind the first "<" and by where it stands; a byte order mark is a
    whole number of units and changes neither.
    """
    at = untrusted.find(b"<")
    if at < 0 or untrusted[at + 1 : at + 2] != b"\0":
        return untrusted
    unit = 4 if untrusted[at + 1 : at + 4] == bytes(3) else 2
    order = "le" if at % unit == 0 else "be"
    words = untrusted.decode(f"utf-{unit * 8}-{order}", "replace")
    return _XML.sub("", words, count=1).encode()  # it names the encoding that is no more


def _picked_out(untrusted: bytes) -> Iterator[Value]:
    """Names with values out of something that is no XML, by pattern."""
    text = _as_utf8(untrusted[: limits.METADATA_BYTES]).decode("utf-8", "replace")
    for match in _PAIR.finditer(text):
        name, value = match[1], match[2] or match[3]
        if value and not name.startswith(("xmlns:", "rdf:", "xml:")):
            yield tuple(name.split(":", 1)), value
    property_: tuple[str, ...] = LOOSE  # entries of a list belong to it
    for match in _CONTENT.finditer(text):
        if not match[1].startswith("rdf:"):
            property_ = tuple(match[1].split(":", 1))
        yield from _text(match[2], property_)
