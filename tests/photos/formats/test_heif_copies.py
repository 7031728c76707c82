"""Second pictures inside a HEIF file: each is found once, with its role."""

from __future__ import annotations

from facevalue.core.places import Size
from facevalue.photos.carriers.bmff import box
from facevalue.photos.formats.heif.format import HEIC

from .heif_files import (
    GAIN_MAP,
    SLICES,
    Made,
    aux,
    coded,
    grid,
    heif,
    nal,
    picture,
)

JPEG = b"\xff\xd8\xff\xe0 a small picture \xff\xd9"

FILM = box("ftyp", b"isom", bytes(4)) + box("mdat", b"film")


def test_second_pictures_have_their_roles() -> None:
    """Thumbnail, gain map, depth map, tone map, a picture in mdat, films: each once."""
    depth = b"urn:mpeg:hevc:2015:auxid:2"
    items = [
        picture(1, SLICES),
        picture(2, b"thumb"),
        picture(3, b"gain", aux(GAIN_MAP)),
        picture(4, b"depth", aux(depth)),
        picture(5, b"matte", aux(b"urn:com:apple:photo:2018:aux:portraiteffectsmatte")),
        Made(6, "tmap", b"\0\0"),
        picture(7, b"gain two"),
        grid(8, 1, 1),
        picture(9, b"tile of another"),
        Made(10, "jpeg", JPEG),
        Made(11, "mime", JPEG, content_type="image/jpeg"),
    ]
    links = [
        ("thmb", 2, (1,)),
        ("auxl", 3, (1,)),
        ("auxl", 4, (1,)),
        ("auxl", 5, (1,)),
        ("dimg", 6, (1, 7)),
        ("dimg", 8, (9,)),
    ]
    data = heif(items, links, top=box("mpvd", FILM), loose=JPEG, tail=FILM)
    found = [(copy.field.path[1], copy.role, copy.media_type) for copy in HEIC.embedded(data)]
    heic = "image/heic"
    assert found[:10] == [
        ("thmb", "thumbnail", heic),
        ("auxl", "gain map", heic),
        ("auxl", "depth map", heic),
        ("auxl", "alternate picture", heic),
        ("tmap", "gain map", heic),
        ("grid", "alternate picture", heic),
        ("jpeg", "alternate picture", "image/jpeg"),
        ("mime", "alternate picture", "image/jpeg"),
        ("mpvd", "motion video", "video/mp4"),
        ("mdat", "alternate picture", "image/jpeg"),
    ]
    assert len(found) == 11  # the film behind the photo


def test_a_copy_is_a_file_of_its_own() -> None:
    """A thumbnail comes as a HEIC file with its coded pixels, so that it can be looked at."""
    data = heif([picture(1, SLICES), picture(2, b"thumb")], [("thmb", 2, (1,))])
    (copy,) = HEIC.embedded(data)
    assert coded(nal(19, b"thumb")) in copy.data
    assert HEIC.header(copy.data).size == Size(64, 48)


def test_a_thumbnail_behind_many_tiles_is_a_file_of_its_own() -> None:
    """The tiles of the picture itself do not use up the copies that are made files."""
    tiles = [picture(number, b"tile") for number in range(10, 60)]
    items = [grid(1, 5, 10), *tiles, picture(2, b"thumb")]
    links = [("dimg", 1, tuple(range(10, 60))), ("thmb", 2, (1,))]
    assert [copy.media_type for copy in HEIC.embedded(heif(items, links))] == ["image/heic"]


def test_pictures_that_are_only_in_a_cycle_are_seen() -> None:
    """Two grids made of each other hide nothing: they come out as alternate pictures."""
    items = [picture(1, SLICES), grid(2, 1, 1), grid(3, 1, 1)]
    data = heif(items, [("dimg", 2, (3,)), ("dimg", 3, (2,))])
    assert [str(copy.field) for copy in HEIC.embedded(data)] == ["Heif.grid"]
