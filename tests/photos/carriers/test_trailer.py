"""Trailers: every byte behind the picture belongs to a piece, and pictures among them are seen."""

from __future__ import annotations

import struct
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facevalue.photos.carriers import trailer

from ...carriers import parts
from ..formats.jpeg_files import CANARY, dataset, film, sef
from .trailers import JPEG, PNG, WEBP, afcp, foto

ROOT = "File.Trailer"


def found(untrusted: bytes) -> list[tuple[str, str]]:
    """Dotted names with their values."""
    return [(str(tag.field), tag.value) for tag in trailer.tags(untrusted)]


def copied(untrusted: bytes) -> list[tuple[str, str, str, bytes]]:
    """Name, role, type and bytes of the copies."""
    every = trailer.copies(untrusted)
    return [(str(one.field), one.role, one.media_type, one.data) for one in every]


@pytest.mark.parametrize(
    ("piece", "name", "role", "kind"),
    [
        (JPEG, ".JPEG", "alternate picture", "image/jpeg"),
        (parts.gain_map("any"), ".JPEG", "gain map", "image/jpeg"),
        (parts.jpeg("urn:photo:aux:depth"), ".JPEG", "depth map", "image/jpeg"),
        (parts.jpeg("disparity"), ".JPEG", "depth map", "image/jpeg"),
        (PNG, ".PNG", "alternate picture", "image/png"),
        (WEBP, ".WebP", "alternate picture", "image/webp"),
        (film(), ".Film", "motion video", "video/mp4"),
        (film().replace(b"mp42", b"qt  ", 1), ".Film", "motion video", "video/quicktime"),
        (b"PK\3\4 a folder", ".Zip", "trailer", "application/zip"),
        (b"%PDF-1.7", ".Pdf", "trailer", "application/pdf"),
        (b"Rar! \0\1", ".Rar", "trailer", ""),
        (b'vivo{"a":1}', ".Vivo", "trailer", ""),
        (b"~\x10\4\xfe0MIE", ".MIE", "trailer", ""),
        (b"AROT\0\0\1", ".AROT", "trailer", ""),
        (b"CANON OPTIONAL DATA\0", ".CanonVRD", "trailer", ""),
        (b"QDIOBS\1", ".Samsung", "trailer", ""),
        (b"\1\2\3\xff", "", "trailer", ""),
        (b"a note of Ada", "", "trailer", ""),
    ],
)
def test_each_kind_of_piece(piece: bytes, name: str, role: str, kind: str) -> None:
    """Pictures, films, archives, makers' blocks and unknown bytes are a tag and a copy each."""
    assert copied(piece) == [(ROOT + name, role, kind, piece)]
    assert found(piece)[0][0] == ROOT + name


def test_one_behind_the_other() -> None:
    """Pictures, notes and a film are told apart, and each byte stands in one of them."""
    whole = b"note" + JPEG + JPEG + b"\1\2" + PNG + film() + b"\0\0\0\0"
    pieces = [(piece.name, piece.data) for piece in trailer.pieces(whole)]
    assert pieces == [
        ((), b"note"),
        (("JPEG",), JPEG),
        (("JPEG",), JPEG),
        ((), b"\1\2"),
        (("PNG",), PNG),
        (("Film",), film()),
        ((), b"\0\0\0\0"),
    ]
    assert found(whole)[-1] == (f"{ROOT}.Padding", "(4 equal bytes)")
    assert len(copied(whole)) == 6


@pytest.mark.parametrize("piece", [JPEG[:-2], PNG[:20], WEBP[:14]])
def test_pieces_that_are_cut_off(piece: bytes) -> None:
    """A picture without its end goes on to the end of the file."""
    ((_, role, _, data),) = copied(piece)
    assert (role, data) == ("alternate picture", piece)


@pytest.mark.parametrize("byte", [b"\0", b"\xff", b" ", b"\n"])
def test_padding_is_a_tag_and_no_copy(byte: bytes) -> None:
    """Equal bytes carry nothing but their number."""
    assert found(byte * 9) == [(f"{ROOT}.Padding", "(9 equal bytes)")]
    assert copied(byte * 9) == []
    assert copied(b"xxxxx") != []
    assert (found(b""), copied(b"")) == ([], [])


def test_a_film_gives_its_fields() -> None:
    """The place in a film's user data is a tag under the film's name; boxes end where they end."""
    whole = parts.film("any") + b"\xff\xfe loose"
    assert (f"{ROOT}.Film.©xyz", "CANanyfilm0placeZ") in found(whole)
    assert [data for _, _, _, data in copied(whole)] == [parts.film("any"), b"\xff\xfe loose"]
    assert [name for name, *_ in copied(b"\0\0\0\xffftypmp42")] == [ROOT]
    strange = b"\0\0\0\x0c\xff\xfe\xfd\xfcAda!"  # a size, but no name of a box
    assert [data for *_, data in copied(film() + strange)] == [film(), strange]


@pytest.mark.parametrize("piece", [WEBP, JPEG, PNG, b""])
def test_a_film_does_not_begin_in_another_piece(piece: bytes) -> None:
    """The size in front of ``ftyp`` may be the end of another file; no byte counts twice."""
    whole = piece + b"ftypmp42\0\0\0\0"
    assert [data for *_, data in copied(whole)] == ([piece] if piece else []) + [
        whole[len(piece) :]
    ]


def test_samsung_blocks() -> None:
    """Blocks have the names they give themselves; only their contents are copies."""
    whole = sef(
        (b"Image_UTC_Data", CANARY), (b"Depth_Map", JPEG), (b"", b"\1"), (b"MotionPhoto", film())
    )
    assert (f"{ROOT}.Samsung.Image_UTC_Data", CANARY.decode()) in found(whole)
    assert copied(whole) == [
        (f"{ROOT}.Samsung.Image_UTC_Data", "trailer", "", CANARY),
        (f"{ROOT}.Samsung.Depth_Map", "depth map", "image/jpeg", JPEG),
        (f"{ROOT}.Samsung.unnamed", "trailer", "", b"\1"),
        (f"{ROOT}.Samsung.MotionPhoto", "motion video", "video/mp4", film()),
    ]
    names = [piece.name[-1] for piece in trailer.pieces(whole)]
    assert names.count("header") == 4
    assert names[-1] == "directory"


@pytest.mark.parametrize(
    ("name", "content"),
    [(b"directory", JPEG), (b"header", JPEG), (b" footer\0", JPEG), (b"x" * 65 + JPEG, b"")],
)
def test_a_block_cannot_hide_by_its_name(name: bytes, content: bytes) -> None:
    """Neither a name like those of the structure nor a name that is a picture hides one."""
    assert JPEG in [data for *_, data in copied(sef((b"Ada", b"x"), (name, content)))]


@pytest.mark.parametrize(
    ("at", "number"), [(8, 0), (8, 0xFFFFFFFF), (16, 0), (16, 0xFFFFFF), (20, 0xFFFFFF), (4, 9)]
)
def test_a_damaged_directory_loses_nothing(at: int, number: int) -> None:
    """With wrong counts, positions or sizes in it, contents are still copies."""
    whole = bytearray(sef((b"Depth_Map", JPEG)))
    head = whole.index(b"SEFH")
    whole[head + at : head + at + 4] = struct.pack("<I", number)
    assert any(JPEG in data for *_, data in copied(bytes(whole)))
    assert f"{ROOT}.Samsung.directory" in dict(found(bytes(whole)))
    assert b"".join(piece.data for piece in trailer.pieces(bytes(whole))) == whole


def test_fotostation_blocks() -> None:
    """IPTC in a trailer is read, with its preview; the other blocks are copies."""
    iptc = dataset(2, 80, b"Ada") + dataset(2, 202, JPEG)
    whole = b"loose" + foto((1, iptc), (3, JPEG), (9, b"own"))
    assert ("Iptc.Application2.By-line", "Ada") in found(whole)
    assert [(name, data) for name, _, _, data in copied(whole)] == [
        (ROOT, b"loose"),
        ("Iptc.Application2.ObjectPreviewData", JPEG),
        (f"{ROOT}.FotoStation.Thumbnail", JPEG),
        (f"{ROOT}.FotoStation.0x0009", b"own"),
    ]


@pytest.mark.parametrize("size", [0, 9, 99, 0xFFFFFFFF])
def test_fotostation_with_a_wrong_size(size: int) -> None:
    """A block that would be empty or begin outside is none; its bytes are still searched."""
    whole = JPEG + struct.pack(">HI", 3, size) + foto((3, b""))[-4:]
    assert JPEG in [data for *_, data in copied(whole)]
    assert b"".join(piece.data for piece in trailer.pieces(whole)) == whole


@pytest.mark.parametrize("mark", [b"AXS!", b"AXS*"])
def test_afcp_blocks(mark: bytes) -> None:
    """AFCP in either byte order: IPTC is read, the thumbnail is a copy."""
    made = afcp((b"IPTC", dataset(2, 80, b"Ada")), (b"Nail", JPEG), before=5000, mark=mark)
    assert found(b"loose" + made)[2] == ("Iptc.Application2.By-line", "Ada")
    kept = [(name, data) for name, _, _, data in copied(b"loose" + made)]
    assert kept == [(ROOT, b"loose"), (f"{ROOT}.AFCP.Nail", JPEG)]


PIECES = st.one_of(
    st.binary(max_size=6),
    st.sampled_from(
        [JPEG, PNG, WEBP, film(), JPEG[:9], b"ftyp", b"SEFH", b"SEFT", b"AXS!", b"RIFF"]
    ),
    st.sampled_from(
        [b"\xff\xd8\xff\xe0", b"\0\0\0\x08", b"\0\0\0\x0a\xa1\xb2\xc3\xd4", b"IEND", b"\0"]
    ),
    st.lists(
        st.tuples(st.sampled_from([b"", b"Ada", b"header"]), st.sampled_from([b"", JPEG, b"x"])),
        max_size=3,
    ).map(lambda made: sef(*made)),
    st.lists(
        st.tuples(st.sampled_from([1, 3, 9]), st.sampled_from([b"", JPEG, b"x"])), max_size=3
    ).map(lambda made: foto(*made)),
    st.builds(afcp, st.tuples(st.just(b"IPTC"), st.binary(max_size=9)), before=st.integers(0, 40)),
)
AWKWARD = st.lists(PIECES, max_size=9).map(b"".join)


@given(AWKWARD, st.lists(st.tuples(st.integers(0, 10_000), st.integers(0, 255)), max_size=3))
def test_every_byte_belongs_to_one_piece(whole: bytes, spoiled: list[tuple[int, int]]) -> None:
    """Pieces follow each other without gaps, however damaged; nothing is raised, none silent."""
    raw = bytearray(whole)
    for at, byte in spoiled:
        if raw:
            raw[at % len(raw)] = byte
    untrusted = bytes(raw)
    assert b"".join(piece.data for piece in trailer.pieces(untrusted)) == untrusted
    assert bool(trailer.tags(untrusted)) == bool(untrusted)
    trailer.copies(untrusted)


START = b"\0\0\0\x10ftypmp42\0\0\0\0"
HOSTILE = [
    START + b"\0\0\0\x08\xff\xff\xff\xff",
    START,
    b"ftyp",
    JPEG[:4],
    b"\xff\xd8\xff\xe0\0\2",
    PNG[:8],
    b"RIFF\0\0\0\0WEBP",
    sef((b"Ada", b"")),
    foto((1, b"")),
    afcp(),
    b"\0\0\0\x0a\xa1\xb2\xc3\xd4",
    b"\0",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_a_megabyte_of_anything_ends_soon(piece: bytes) -> None:
    """Repeated without end, no piece of a trailer keeps the readers busy."""
    raw = piece * (1_000_000 // len(piece))
    start = time.process_time()
    trailer.tags(raw)
    trailer.copies(raw)
    assert time.process_time() - start < 2
