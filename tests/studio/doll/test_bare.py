"""The bare scene is the same whatever is said and held, and has no word on it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from facevalue.core.wish import Thing, Wish
from facevalue.studio.doll.assemble import Assembly, Grade, assembled
from facevalue.studio.doll.box.layout import BoxLabel
from facevalue.studio.doll.figure import Look
from facevalue.studio.doll.render.packing import packed
from facevalue.studio.doll.render.scene import Scene
from facevalue.studio.shelf import Shelf
from facevalue.studio.traits import Traits

COARSE = Grade(0.06, 384)


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    """Shapes for all tests here."""
    return Shelf(tmp_path_factory.mktemp("shapes"))


def made(shelf: Shelf, title: str, things: str, hold: str, printed: str | None) -> Assembly:
    """A doll in its box."""
    chosen = tuple(Thing(name, name) for name in things.split())
    wish = Wish(title, f"{title} of the Sea", things=chosen, hold=hold, printed=printed)
    label = BoxLabel(title, wish.subtitle, held=1)
    return assembled(Look(Traits(), wish, "relaxed"), label, COARSE, shelf)


def stripped(whole: Assembly) -> list[bytes]:
    """All that the bare scene is made of."""
    box = whole.box
    scene = Scene(whole.parts, box.film, box.extents, 0, box.inside, whole.bare)
    head, arrays = packed(scene.stripped())
    return [repr(head).encode(), *(array.tobytes() for array in arrays)]


@pytest.mark.parametrize(
    ("title", "things", "hold", "printed"),
    [
        ("I", "mug camera", "guitar", "cat"),
        ("WOLFESCHLEGELSTEINHAUSENBERGERDORFF", "cat", "microphone", None),
        ("Maximiliana Konstantina", "books camera mug bicycle", "football", "guitar"),
    ],
)
def test_words_and_things_leave_no_trace(
    shelf: Shelf, title: str, things: str, hold: str, printed: str | None
) -> None:
    """Names of any length, other things, another number of them, another thing in the hand."""
    usual = stripped(made(shelf, "ANA", "mug cat", "palette", "camera"))
    assert stripped(made(shelf, title, things, hold, printed)) == usual


def test_all_that_is_said_or_held_is_left_out(shelf: Shelf) -> None:
    """Things are gone, and the prints differ from the real ones."""
    whole = made(shelf, "ANA", "mug cat", "palette", "camera")
    left_out = {whole.parts[index].name.split("_")[0] for index in whole.bare.without}
    assert left_out == {"thing", "held"}
    for index, blank in whole.bare.surfaces.items():
        real = whole.parts[index].material.texture
        assert real is not None
        assert blank.texture is None or not np.array_equal(real, blank.texture)
    names = {whole.parts[index].name for index in whole.bare.surfaces}
    assert {"box_front", "box_left", "box_right", "insert"} < names
    assert any(name.startswith("body_") for name in names)


def test_words_do_not_reach_the_cache(tmp_path: Path) -> None:
    """No file of the cache has a word, in any case, or a digest of one in it or in its name."""
    import hashlib

    import facevalue

    words = "Xaveria, marine biologist, I play guitar and drink tea"
    facevalue.make("doll", words=words, size=(96, 128), cache=tmp_path)
    said = [words, "Xaveria", "XAVERIA", "xaveria", "Marine biologist", "MARINE BIOLOGIST"]
    traces = [text.encode() for text in said] + [text.encode("utf-32-le") for text in said]
    for text in said:
        for way in ("md5", "sha1", "sha256", "blake2b"):
            digest = hashlib.new(way, text.encode())
            traces += [digest.digest()[:12], digest.hexdigest()[:24].encode()]
    files = [file for file in tmp_path.rglob("*") if file.is_file()]
    assert any(b"layers.npy" in file.read_bytes() for file in files)
    for file in files:
        held = file.read_bytes() + file.name.encode()
        assert not [trace for trace in traces if trace in held], file.name
