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
_PAIR = re.compile(r"([\w-]{1,40}:[\w-]{1,60})\s*=\s*(?:\"([^\"<>]{0,4096})\"|'([^'<>]{0,4096})')")
_CONTENT = re.compile(r"<([\w-]{1,40}:[\w-]{1,60})[^<>]{0,400}>([^<>]{1,4096})</")


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
    try:
        return base64.b64decode("".join(value.split()), validate=True)
    except (binascii.Error, ValueError):
        return b""


def _values(untrusted: bytes) -> Iterator[Value]:
    root = _root(untrusted)
    return _picked_out(untrusted) if root is None else _walked(root)


def _walked(root: Element) -> Iterator[Value]:
    """The values of every RDF block, then what the wrapping element says itself."""
    blocks = [root] if root.tag == f"{{{RDF}}}RDF" else list(root.iter(f"{{{RDF}}}RDF"))
    for block in blocks or [root]:
        for child in block:
            yield from _walk(child, (), 0)
    yield from _attributes(root, ())


def _walk(node: Element, path: tuple[str, ...], depth: int) -> Iterator[Value]:
    """Values of an element and of everything below it."""
    if depth > limits.NESTING:
        yield (*path, "deeper"), "nested deeper than is read"
        return
    here = path if _is_structure(node.tag) else (*path, *_name(node.tag, path))
    yield from _attributes(node, here)
    text = (node.text or "").strip()
    if text and here:
        yield here, text
    for child in node:
        yield from _walk(child, here, depth + 1)
        if child.tail and child.tail.strip() and here:
            yield here, child.tail.strip()


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
    data = untrusted.strip(b"\0 \t\r\n")
    for start, code in (
        (b"\xff\xfe\0\0", "utf-32"),
        (b"\0\0\xfe\xff", "utf-32"),
        (b"\xff\xfe", "utf-16"),
        (b"\xfe\xff", "utf-16"),
    ):
        if data.startswith(start):
            data = data.decode(code, "replace").encode()
            break
    else:
        if b"<\0x\0" in data[:200] or b"\0<\0x" in data[:200]:
            order = "utf-16-le" if b"<\0x\0" in data[:200] else "utf-16-be"
            data = untrusted.decode(order, "replace").encode()
    data = re.sub(rb"<\?xpacket[^>]{0,200}\?>", b"", data).strip(b"\0 \t\r\n\xef\xbb\xbf")
    end = data.rfind(b">")
    return data[: end + 1]


def _picked_out(untrusted: bytes) -> Iterator[Value]:
    """Names with values out of something that is no XML, by pattern."""
    text = untrusted[: limits.METADATA_BYTES].decode("utf-8", "replace")
    for match in _PAIR.finditer(text):
        name, value = match[1], match[2] or match[3]
        if value and not name.startswith(("xmlns:", "rdf:", "xml:")):
            yield tuple(name.split(":", 1)), value
    for match in _CONTENT.finditer(text):
        if match[2].strip() and not match[1].startswith("rdf:"):
            yield tuple(match[1].split(":", 1)), match[2].strip()
