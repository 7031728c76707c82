"""The mark that software made a picture: there, read back by others, and the pixels untouched."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
from importlib.metadata import version
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

import facevalue
from facevalue.core.errors import BadChoice
from facevalue.core.finding import Kind
from facevalue.core.report import Level
from facevalue.photos.fields import metadata
from facevalue.photos.mark import SOURCE, marked
from facevalue.photos.open import open_photo

SAYS = "a figure in a box"
PROGRAM = f"Facevalue {version('facevalue')}"
NOISE: NDArray[np.uint8] = np.random.default_rng(5).integers(0, 256, (37, 52, 4), np.uint8)
CLEAR = Image.fromarray(NOISE)
PLAIN = Image.fromarray(NOISE[..., :3])
FILM = {"save_all": True, "append_images": [PLAIN.rotate(180)], "duration": 90}


def saved(image: Image.Image, form: str, **options: object) -> bytes:
    """A file of the picture."""
    out = io.BytesIO()
    image.save(out, form, **options)
    return out.getvalue()


FILES = {
    "png": saved(PLAIN, "PNG"),
    "clear png": saved(CLEAR, "PNG"),
    "jpeg": saved(PLAIN, "JPEG"),
    "progressive jpeg": saved(PLAIN, "JPEG", progressive=True),
    "lossy webp": saved(PLAIN, "WEBP"),
    "lossless webp": saved(PLAIN, "WEBP", lossless=True),
    "clear webp": saved(CLEAR, "WEBP", lossless=True),
    "half clear webp": saved(CLEAR, "WEBP"),
    "webp film": saved(PLAIN, "WEBP", **FILM),
    "gif": saved(PLAIN, "GIF"),
    "gif film": saved(PLAIN, "GIF", loop=0, **FILM),
}


def frames(data: bytes) -> list[tuple[str, bytes, object]]:
    """Every frame as it is shown, with how long."""
    image = Image.open(io.BytesIO(data))
    found = []
    for number in range(getattr(image, "n_frames", 1)):
        image.seek(number)
        found.append((image.mode, image.tobytes(), image.info.get("duration")))
    return found


@pytest.mark.parametrize("name", FILES)
def test_the_mark_is_all_that_is_added(name: str) -> None:
    """Three fields: where it comes from, by which program, what it is; no date and no name."""
    given = {str(tag.field): tag.value for tag in metadata(open_photo(FILES[name])).tags}
    found = {
        str(tag.field): tag.value for tag in metadata(open_photo(marked(FILES[name], SAYS))).tags
    }
    assert {key: value for key, value in found.items() if key not in given} == {
        "Xmp.Iptc4xmpExt.DigitalSourceType": SOURCE,
        "Xmp.xmp.CreatorTool": PROGRAM,
        "Xmp.dc.description": "Made by software, not photographed: a figure in a box.",
    }


@pytest.mark.parametrize("name", FILES)
def test_the_pixels_are_the_same(name: str) -> None:
    """Bit for bit, in every frame, transparency and timing included."""
    assert frames(marked(FILES[name], SAYS)) == frames(FILES[name])


@pytest.mark.parametrize("name", FILES)
def test_marking_twice_leaves_one(name: str) -> None:
    """And a second phrase takes the place of the first."""
    once = marked(FILES[name], SAYS)
    assert marked(once, SAYS) == once
    assert marked(marked(FILES[name], "another thing"), SAYS) == once


def test_readers_find_it_where_the_standards_say() -> None:
    """Behind JFIF, announced in front of a WebP with its transparency, in a GIF of 1989."""
    assert marked(FILES["jpeg"], SAYS)[2:4] == b"\xff\xe0"
    flags = {name: marked(FILES[name], SAYS)[20] for name in FILES if "webp" in name}
    assert flags == {
        "lossy webp": 0x04,
        "lossless webp": 0x04,
        "clear webp": 0x14,
        "half clear webp": 0x14,
        "webp film": 0x06,
    }
    film = marked(FILES["gif"], SAYS)
    assert FILES["gif"].startswith(b"GIF87a")
    assert film.startswith(b"GIF89a")
    assert film.endswith(b'"r"?>\x01' + bytes(range(255, -1, -1)) + b"\0;")


def test_other_xmp_gives_way() -> None:
    """What a writer put there, long packets in several parts of a JPEG too."""
    packet = "<x:xmpmeta xmlns:x='adobe:ns:meta/'><!-- {} --></x:xmpmeta>".format("canary " * 9)
    for form in ("PNG", "JPEG", "WEBP"):
        with_xmp = saved(PLAIN, form, xmp=packet.encode())
        assert form == "PNG" or b"canary" in with_xmp
        assert b"canary" not in marked(with_xmp, SAYS)


@pytest.mark.parametrize("name", FILES)
def test_our_own_check_takes_it_for_a_harmless_mark(name: str) -> None:
    """Nothing but marks of origin stands on the bill."""
    report = facevalue.check(marked(FILES[name], SAYS))
    assert {found.kind for line in report.exposures for found in line.findings} == {Kind.MARK}
    assert report.level is Level.NOTE


@pytest.mark.skipif(shutil.which("exiftool") is None, reason="exiftool is not on this machine")
@pytest.mark.parametrize("name", FILES)
def test_exiftool_reads_the_same(name: str, tmp_path: Path) -> None:
    """An independent reader finds the three fields and nothing to warn of."""
    file = tmp_path / f"picture.{open_photo(FILES[name]).format}"
    file.write_bytes(marked(FILES[name], SAYS))
    words = ["exiftool", "-j", "-G", "-validate", "-warning", "-XMP:all", str(file)]
    answer = json.loads(subprocess.run(words, capture_output=True, check=True).stdout)[0]
    assert answer.pop("SourceFile")
    assert answer == {
        "ExifTool:Validate": "OK",
        "XMP:DigitalSourceType": SOURCE,
        "XMP:CreatorTool": PROGRAM,
        "XMP:Description": "Made by software, not photographed: a figure in a box.",
    }


@pytest.mark.parametrize("says", ["", "Dana", "a nurse named Dana", "<b>", "a figure 7", "a" * 200])
def test_words_of_people_do_not_get_in(says: str) -> None:
    """Names, numbers and markup are refused, not written."""
    with pytest.raises(ValueError, match="plain words"):
        marked(FILES["png"], says)


def test_other_formats_are_refused() -> None:
    """With a way out."""
    with pytest.raises(BadChoice, match="choose PNG"):
        marked(saved(PLAIN, "TIFF"), SAYS)
