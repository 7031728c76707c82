"""Content credentials: what is in them comes out under stable names; bombs do not go off."""

from __future__ import annotations

import json
import time

import cbor2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from facevalue.photos import limits
from facevalue.photos.carriers import jumbf
from facevalue.photos.carriers.bmff import box

JPEG = b"\xff\xd8\xff\xe0 a small picture \xff\xd9"
PLAIN = b"\0\x11\0\x10\x80\0\0\xaa\0\x38\x9b\x71"


def super_box(label: str, *contents: bytes, kind: bytes = b"cbor", extra: bytes = b"") -> bytes:
    """A superbox with a label."""
    toggles = 3 | (16 if extra else 0)
    jumd = box("jumd", kind + PLAIN, bytes([toggles]), label.encode() + b"\0", extra)
    return box("jumb", jumd, *contents)


def cbor(label: str, tree: object) -> bytes:
    """A CBOR assertion."""
    return super_box(label, box("cbor", cbor2.dumps(tree)))


def store(*assertions: bytes) -> bytes:
    """A manifest store with one manifest."""
    inside = super_box("c2pa.assertions", *assertions, kind=b"c2as")
    return super_box("c2pa", super_box("urn:c2pa:1", inside, kind=b"c2ma"), kind=b"c2pa")


def found(untrusted: bytes) -> list[tuple[str, str]]:
    """Paths without the leading C2pa, with their values."""
    return [("/".join(tag.field.path[1:]), tag.value) for tag in jumbf.tags(untrusted)]


def test_claims_and_actions_come_out_by_their_keys() -> None:
    """A path is label and keys; entries of a list share their list's path."""
    actions = {"actions": [{"action": "c2pa.created", "when": "2026-01-02"}, {"action": "c2pa.x"}]}
    tags = found(store(cbor("c2pa.actions.v2", actions), cbor("c2pa.claim", {"dc:title": "A"})))
    assert tags == [
        ("manifest", "urn:c2pa:1"),
        ("c2pa.actions.v2/actions/action", "c2pa.created"),
        ("c2pa.actions.v2/actions/when", "2026-01-02"),
        ("c2pa.actions.v2/actions/action", "c2pa.x"),
        ("c2pa.claim/dc:title", "A"),
    ]


def test_an_author_in_json_comes_out() -> None:
    """The JSON assertion of authorship gives the author's name."""
    work = {"@type": "CreativeWork", "author": [{"name": "Ada Example"}], "n": 10**400}
    label = "stds.schema-org.CreativeWork"
    raw = super_box(label, box("json", json.dumps(work).encode()))
    tags = found(store(raw))
    assert (f"{label}/author/name", "Ada Example") in tags
    assert (f"{label}/n", str(10**400)) in tags


def test_instance_numbers_are_left_out() -> None:
    """A second assertion of one label has the same name as the first."""
    tags = found(store(cbor("c2pa.ingredient__2", {"title": "B"})))
    assert ("c2pa.ingredient/title", "B") in tags
    many = store(super_box("c2pa.thumbnail.ingredient__1.jpeg", box("bidb", JPEG)))
    assert str(jumbf.copies(many)[0].field) == "C2pa.c2pa.thumbnail.ingredient.jpeg"


def test_a_thumbnail_is_a_copy_with_its_name() -> None:
    """An embedded file is a provenance thumbnail; its media type and name are tags."""
    raw = store(
        super_box(
            "c2pa.thumbnail.claim",
            box("bfdb", b"\1image/jpeg\0me.jpg\0"),
            box("bidb", JPEG),
            kind=b"\x40\xcb\x0c\x32",
        )
    )
    (copy,) = jumbf.copies(raw)
    assert (copy.role, copy.media_type, copy.data) == ("provenance thumbnail", "image/jpeg", JPEG)
    assert ("c2pa.thumbnail.claim/mediaType", "image/jpeg") in found(raw)
    assert ("c2pa.thumbnail.claim/fileName", "me.jpg") in found(raw)


def test_a_picture_inside_cbor_is_a_copy() -> None:
    """Byte strings that begin like a picture are second pictures as well."""
    copies = jumbf.copies(store(cbor("com.example", {"a": [{"b": JPEG}]})))
    assert [copy.data for copy in copies] == [JPEG]


def test_a_signature_names_who_signed() -> None:
    """Algorithm and the names in the certificates come out; the bytes are described."""
    name = b"\x06\x03\x55\x04\x03\x0c\x0bAda Example"
    protected = cbor2.dumps({1: -7, 33: [b"0\x82" + name]})
    cose = cbor2.CBORTag(18, [protected, {"pad": bytes(9)}, None, b"\1" * 64])
    raw = super_box("c2pa.signature", box("cbor", cbor2.dumps(cose)), kind=b"c2cs")
    assert found(raw) == [
        ("c2pa.signature/alg", "ES256"),
        ("c2pa.signature/x5chain", "(binary, 20 bytes)"),
        ("c2pa.signature/x5chain/certificate/CN", "Ada Example"),
        ("c2pa.signature/signature", "(binary, 64 bytes)"),
    ]


def test_salts_ids_and_unknown_boxes_are_tags() -> None:
    """Nothing is passed over: a salt, an unknown content box, stray bytes at the end."""
    raw = super_box("x", box("zzzz", b"abc"), extra=box("c2sh", b"\1" * 16)) + b"stray"
    assert found(raw) == [
        ("x/salt", "(binary, 16 bytes)"),
        ("x/zzzz", "(binary, 3 bytes)"),
        ("unlabelled/rest", "(binary, 5 bytes)"),
    ]


@pytest.mark.parametrize(
    "bomb",
    [
        b"\x9b\x7f\xff\xff\xff\xff\xff\xff\xff",
        b"\x5b\x00\x00\x00\xff\xff\xff\xff\xff",
        b"\x81" * 100_000,
        b"\xd8\x1c\x81\xd8\x1d\x00",
        b"\xc4\x82\x1b\x00\x00\x00\xff\xff\xff\xff\xff\x01",
        b"\xc1\xfb\x7f\xf0\0\0\0\0\0\0",
        b"\xa1\x80\x01",
        b"\xff",
        b"",
        b"\x9a\x00\x01\x00\x00" + b"\x01" * 0x10000,
    ],
)
def test_cbor_bombs_do_not_go_off(bomb: bytes) -> None:
    """Huge lengths, deep nesting, self-references and odd dates end at once, as a tag."""
    start = time.process_time()
    assert found(super_box("x", box("cbor", bomb)))
    assert time.process_time() - start < 1


@pytest.mark.parametrize("bomb", [b"[" * 100_000, b'{"a":', b"\xff\xfe", b""])
def test_json_bombs_are_one_tag(bomb: bytes) -> None:
    """A damaged JSON assertion is described, not raised."""
    size = f"(binary, {len(bomb)} bytes)"
    assert found(super_box("x", box("json", bomb))) == [("x/json/unreadable", size)]


def test_deep_superboxes_are_not_followed_for_ever() -> None:
    """Beyond the limit of nesting, the rest is one tag."""
    raw = box("bidb", JPEG)
    for _ in range(limits.NESTING + 10):
        raw = super_box("x", raw)
    assert "x/jumb" in dict(found(raw))
    assert not jumbf.copies(raw)


PIECES = st.recursive(
    st.one_of(
        st.binary(max_size=20),
        st.binary(max_size=20).map(lambda body: box("cbor", body)),
        st.binary(max_size=20).map(lambda body: box("jumd", body)),
        st.binary(max_size=9).map(lambda body: box("bfdb", body)),
        st.just(box("jumd", b"c2ma" + PLAIN, b"\x1f", b"label")),
    ),
    lambda inner: st.lists(inner, max_size=4).map(lambda parts: box("jumb", *parts)),
    max_leaves=8,
)


@given(st.lists(PIECES, max_size=4).map(b"".join))
def test_no_bytes_make_the_readers_fail(raw: bytes) -> None:
    """Whatever the boxes hold, tags and copies come back."""
    jumbf.tags(raw)
    jumbf.copies(raw)
