"""GIF: pictures, their times and the loop stay; every other block goes."""

from __future__ import annotations

import io
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from facevalue.core.errors import Broken
from facevalue.core.photo import Header
from facevalue.core.places import Size
from facevalue.photos.formats.gif import GIF
from tests.carriers import icc as profiles
from tests.carriers import parts
from tests.carriers.gif import application, blocks
from tests.photos.formats.ends import stripped_for_good

CANARY = b"CANARY-7391"
WORDS = CANARY.decode()
MAGIC = bytes([1, *range(255, -1, -1), 0])
COMMENT, TEXT, CONTROL = b"!\xfe", b"!\1\x0c" + bytes(12), b"!\xf9\4\0\7\0\0\0"
LOOP = application(b"NETSCAPE2.0", b"\3\1\0\0\0")


@cache
def small(mode: str = "P") -> bytes:
    """One picture of 32 x 24."""
    return parts.saved(parts.face(32).convert(mode), "GIF")


@cache
def film() -> bytes:
    """Three frames with times, a transparent colour and a loop."""
    first, *more = (parts.noise().crop((at, 0, at + 32, 24)).quantize(60) for at in range(3))
    saved = {"save_all": True, "append_images": more, "duration": [70, 80, 90], "loop": 3}
    return parts.saved(first, "GIF", transparency=5, disposal=2, **saved)


def start(gif: bytes) -> int:
    """Where the blocks begin, behind the colours of the screen."""
    return 13 + (3 << (gif[10] & 7) + 1 if gif[10] & 0x80 else 0)


def put(gif: bytes, *extra: bytes) -> bytes:
    """The file with blocks before its first one."""
    return gif[: start(gif)] + b"".join(extra) + gif[start(gif) :]


def put_last(gif: bytes, *extra: bytes) -> bytes:
    """The file with blocks right before its end."""
    return gif[:-1] + b"".join(extra) + gif[-1:]


def pixels(gif: bytes, most: int = 9) -> list[tuple[bytes, object, object]]:
    """Every frame as Pillow decodes it, how long it is shown, how often the film repeats."""
    with Image.open(io.BytesIO(gif), formats=["GIF"]) as image:
        found = []
        for number in range(min(most, getattr(image, "n_frames", 1))):
            image.seek(number)
            shown = image.convert("RGBA").tobytes()
            found.append((shown, image.info.get("duration"), image.info.get("loop")))
        return found


def tags(gif: bytes) -> dict[str, str]:
    """Fields by their dotted names."""
    return {str(tag.field): tag.value for tag in GIF.fields(gif)}


@pytest.mark.parametrize("data", [small(), small("L"), film()], ids=["colours", "grey", "film"])
def test_a_plain_file_stays_as_it_is(data: bytes) -> None:
    """There is nothing to take out of what Pillow writes, so no byte changes."""
    assert GIF.fields(data) == ()
    assert GIF.embedded(data) == ()
    stripped = GIF.strip(data)
    assert stripped.data == data
    assert stripped.lossless
    assert stripped.kept == ()


def test_the_header_counts_frames() -> None:
    """Size of the screen, frames, and always upright."""
    assert GIF.header(small()) == Header(Size(32, 24))
    assert GIF.header(film()) == Header(Size(32, 24), 3)
    assert GIF.mine(small()[:64])
    assert not GIF.mine(b"GIF88a" + small()[6:64])


@pytest.mark.parametrize(
    ("extra", "name", "value"),
    [
        (COMMENT + blocks("Zürich".encode()), "Gif.Comment", "Zürich"),
        (COMMENT + blocks(b"Z\xfcrich"), "Gif.Comment", "Zürich"),
        (COMMENT + blocks(b"a" * 700), "Gif.Comment", "a" * 700),
        (TEXT + blocks(b"words"), "Gif.PlainText", "words"),
        (b"!\x77" + blocks(b"abc"), "Gif.extension0x77", "(binary, 3 bytes)"),
        (application(b"OWN DATA1.0", blocks(b"abc")), "Gif.OWN?DATA1.0", "(binary, 3 bytes)"),
        (application(b"XMP DataXMP", parts.xmp("gif") + MAGIC),
         "Xmp.mwg-rs.Regions.RegionList.Name", "CANgifxmpZ"),
        (application(b"ICCRGBG1012", blocks(profiles.talkative(WORDS))), "Icc.cprt", WORDS),
        (b"!\xf9\4abcd\x0b" + CANARY + b"\0", "Gif.extension0xf9", "(binary, 15 bytes)"),
        (application(b"NETSCAPE2.0", b"\3\1\0\0\x0b" + CANARY + b"\0"),
         "Gif.odd.NETSCAPE2.0", "(binary, 14 bytes)"),
        (application(b"ANIMEXTS1.0", b"\5\2abcd\0"), "Gif.odd.ANIMEXTS1.0", "(binary, 5 bytes)"),
    ],
)  # fmt: skip
def test_every_block_is_a_field(extra: bytes, name: str, value: str) -> None:
    """Comments, texts, XMP and profiles are read out, others described; all go."""
    for where in (put, put_last):
        data = where(film(), extra)
        assert tags(data)[name] == value
        stripped = GIF.strip(data).data
        assert CANARY not in stripped
        assert [tag for tag in GIF.fields(stripped) if str(tag.field) == name] == []
        assert [frame[0] for frame in pixels(stripped)] == [frame[0] for frame in pixels(film())]


def test_controls_and_loops_are_cut_to_their_own_bytes() -> None:
    """The time of a frame and the number of repeats stay, what is behind them does not."""
    at = start(film())
    loop = film().index(b"!\xff\x0bNETSCAPE2.0")
    long = film()[: loop + 18] + b"\x0b" + CANARY + film()[loop + 18 :]
    assert pixels(long)[0][2] == 3
    assert GIF.strip(long).data == film()
    control = film().index(b"!\xf9\4", at)
    longer = film()[: control + 2] + b"\x0f" + film()[control + 3 : control + 7] + CANARY
    longer += film()[control + 7 :]
    assert pixels(longer) == pixels(film())
    assert GIF.strip(longer).data == film()
    short = application(b"NETSCAPE2.0", b"\2\1\0\0")
    assert GIF.strip(put_last(film(), b"!\xf9\3abc\0", short)).data == film()


@pytest.mark.parametrize("behind", [b"loose", small(), b";", b"\0"])
def test_bytes_behind_the_end_go(behind: bytes) -> None:
    """They are a field, and a copy where they are more than padding."""
    data = film() + behind
    assert "File.Trailer" in " ".join(tags(data))
    assert [copy.data for copy in GIF.embedded(data)] == ([behind] if behind != b"\0" else [])
    assert GIF.strip(data).data == film()


@pytest.mark.parametrize("lost", range(1, 40))
def test_a_missing_end_is_added(lost: int) -> None:
    """A file cut off inside its last picture gets the end that it lacks, once."""
    stripped = GIF.strip(film()[:-lost]).data
    assert stripped.endswith(b"\0;")
    assert GIF.header(stripped).frames == 3
    assert GIF.strip(stripped).data == stripped
    assert pixels(stripped, 2) == pixels(film(), 2)
    if lost < 3:
        assert stripped == film()


@pytest.mark.parametrize(
    "data",
    [
        put(small(), b",\0\0\0\0\0\0\x18\0\0\2" + blocks(CANARY)),
        put(small(), b",\0\0\0\0\x20\0\0\0\0\2" + blocks(CANARY)),
        put(small(), b"\x77" + blocks(CANARY)),
        small()[: start(small())] + b";",
        small()[: start(small())] + COMMENT + blocks(CANARY),
        small()[:20],
        small()[:9],
    ],
    ids=["no width", "no height", "unknown", "no picture", "a comment", "no colours", "no screen"],
)
def test_what_cannot_be_done_wholly_is_refused(data: bytes) -> None:
    """Pictures that nobody sees and blocks of no known kind are not copied."""
    with pytest.raises(Broken):
        GIF.strip(data)


def test_many_blocks_end() -> None:
    """More blocks than any program writes are refused."""
    with pytest.raises(Broken, match="more parts"):
        GIF.strip(put(small(), (COMMENT + b"\0") * 30_000))


@pytest.mark.parametrize(
    "data", [film(), put(small(), COMMENT + blocks(CANARY), LOOP, CONTROL)], ids=["film", "still"]
)
def test_cut_off_anywhere(data: bytes) -> None:
    """A file that ends early is refused or done, at every length."""
    for length in range(0, len(data), 1 + len(data) // 1500):
        _refused_or_done(data[:length])


SIZES = st.sampled_from((b"\0", b"\1", b"\2ab", b"\xff", b"\4abcd\0", b"\3\1\0\0\0"))
NAMES = st.sampled_from((b"NETSCAPE2.0", b"ANIMEXTS1.0", b"XMP DataXMP", b"ICCRGBG1012"))
PIECES = st.one_of(
    st.sampled_from((COMMENT, TEXT, CONTROL, LOOP, b"!\xf9", b"!\xff", b"!", b",", b";", b"\x77")),
    st.builds(lambda name, data: application(name, data), NAMES, st.one_of(SIZES, st.binary())),
    st.sampled_from([b",\0\0\0\0%c\0\1\0\0\2\2L\1\0" % wide for wide in (0, 1, 32)]),
    st.sampled_from((small()[start(small()) : -1], film()[start(film()) : -1], MAGIC)),
    st.binary(max_size=20).map(blocks),
    SIZES,
)
HEADS = st.sampled_from((b"GIF89a\1\0\1\0\0\0\0", small()[: start(small())], b"GIF87a\1\0\0\0\x87"))
AWKWARD = st.builds(
    lambda head, pieces: head + b"".join(pieces), HEADS, st.lists(PIECES, max_size=8)
)


@settings(deadline=None)
@given(AWKWARD)
def test_any_bytes_are_refused_or_stripped_for_good(untrusted: bytes) -> None:
    """Every method ends, raises only Refused, and a second strip changes nothing."""
    _refused_or_done(untrusted)


def _refused_or_done(data: bytes) -> None:
    """Every method answers or refuses; a stripped file says nothing and stays as it is."""
    once = stripped_for_good(GIF, data)
    if once is not None:
        assert once.endswith(b";")
        assert GIF.fields(once) == ()
