"""XMP from hands that mean ill: entities, depth, floods, cuts, anything at all."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facevalue.photos import limits
from facevalue.photos.carriers import xmp

from .test_xmp import CODED, CODES, TREES, copied, found, packet


@given(TREES, st.data())
def test_a_packet_cut_anywhere_says_so(tree: tuple[str, list[str]], data: st.DataObject) -> None:
    """Cut short in any encoding, a packet is called unreadable and nothing is raised."""
    raw = packet(tree[0]).encode(data.draw(st.sampled_from(CODES)))
    cut = data.draw(st.integers(0, len(raw) - 4))
    assert found(raw[:cut])[0] == ("unreadable", f"(binary, {cut} bytes)")
    xmp.copies(raw[:cut])


LAUGHS = "".join(f"<!ENTITY e{n + 1} '{f'&e{n};' * 10}'>" for n in range(9))


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize(
    "declared",
    [
        "<!ENTITY e 'BOOM'>",
        "<!ENTITY e SYSTEM '{}'>",
        f"<!ENTITY e0 'BOOM'>{LAUGHS}",
        "<!ENTITY % p SYSTEM '{}'> %p;",
    ],
)
def test_declarations_are_never_followed(declared: str, code: str, tmp_path: Path) -> None:
    """A packet that declares entities is unreadable; neither text nor file comes in."""
    (tmp_path / "own.txt").write_text("BOOM", encoding="ascii")
    declared = declared.format((tmp_path / "own.txt").as_uri())
    whole = f"<!DOCTYPE x [{declared}]>{packet('<dc:a>&e;&e9;</dc:a>')}"
    start = time.process_time()
    answer = found(whole.encode(code))
    assert time.process_time() - start < 1
    assert [name for name, _ in answer] == ["unreadable", "dc.a"]
    assert answer[1][1] == "&e;&e9;"


def test_nesting_and_floods_end() -> None:
    """Too deep or too many: the rest is one tag, and what stands behind it is still read."""
    deep = "<dc:a>" * 9000 + "x" + "</dc:a>" * 9000 + "<dc:b>y</dc:b>"
    names, values = zip(*found(packet(deep)), strict=True)
    assert names[0].endswith(".deeper")
    assert values == ("nested deeper than is read", "y")
    flood = found(packet("<dc:a>x</dc:a>" * (limits.ENTRIES + 1)))
    assert len(flood) == limits.ENTRIES + 1
    assert flood[-1] == ("unread", "more fields than are read")


def test_blocks_in_blocks_do_not_multiply() -> None:
    """A picture inside many nested blocks is one copy."""
    nested = "<rdf:RDF>" * 25 + f"<GDepth:Data>{CODED}</GDepth:Data>" + "</rdf:RDF>" * 25
    assert len(copied(nested)) == 1


TOKENS = (
    b"<a:b |<|>|</a:b>|a:b='|'|\"|=|<?xpacket|?>|\0|\xff\xfe|\xfe\xff|<!DOCTYPE|&a;|]]>|:|x".split(
        b"|"
    )
)
AWKWARD = st.lists(st.sampled_from(TOKENS) | st.binary(max_size=5), max_size=30).map(b"".join)


@given(AWKWARD)
def test_no_bytes_make_the_readers_fail(raw: bytes) -> None:
    """Whatever stands there, tags and copies come back, and never silence."""
    assert xmp.tags(raw) or raw.startswith(b"<")
    xmp.copies(raw)
    xmp.digital_source_type(raw)


@pytest.mark.parametrize(
    "piece", [*TOKENS, b"<a:b>", b"<a:" + b"b" * 60 + b" " * 400, b"-", b"a:b ="]
)
def test_a_megabyte_of_anything_ends_soon(piece: bytes) -> None:
    """Repeated without end, no piece of a packet keeps the readers busy."""
    raw = piece * (1_000_000 // max(len(piece), 1))
    start = time.process_time()
    xmp.tags(raw)
    xmp.copies(raw)
    assert time.process_time() - start < 2
