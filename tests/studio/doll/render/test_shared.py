"""Light of the bare scene is traced once, tells no words, and never changes the picture."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from facevalue.studio.doll.export.stand import disc
from facevalue.studio.doll.parts import Material
from facevalue.studio.doll.render import run
from facevalue.studio.doll.render.keep import place, write
from facevalue.studio.doll.render.probe import library
from facevalue.studio.doll.render.scene import Bare, Scene
from facevalue.studio.doll.render.settings import Settings
from tests.studio.doll.render.sample import scene, square

SMALL = Settings(96, 128, 4)
SECRET = np.frombuffer(b"Marie lives in Bonn!" * 3, np.uint8).reshape(4, 5, 3)


def boxed(colour: str = "#3355cc", words: np.ndarray = SECRET, seed: int = 0) -> Scene:
    """The sample with words printed on its card and a small thing before it."""
    whole = scene(seed=seed)
    card, figure, thing = whole.parts
    ground = np.full((40, 40, 3), (220, 120, 40), np.uint8)
    written = ground.copy()
    written[4:8, 18:23] = words
    blank = Material(texture=ground, clearcoat=0.3)
    printed = replace(card, material=replace(blank, texture=written))
    figure = replace(figure, material=Material("#c98d68", clearcoat=0.3))
    small = replace(thing, mesh=disc(0.12, 1.6), material=Material(colour, metallic=0.5))
    bare = Bare([2], {0: blank}, [square(0.2, -0.5, 1.7)])
    return replace(whole, parts=[printed, figure, small], bare=bare)


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Grows with every file of light that is written, which happens when some was traced."""
    files: list[Path] = []

    def counted(file: Path, kept: list[np.ndarray]) -> None:
        files.append(file)
        write(file, kept)

    monkeypatch.setattr(run, "write", counted)
    return files


def test_the_cache_does_not_change_the_picture(tmp_path: Path, written: list[Path]) -> None:
    """Cold, warm and without a cache: the same bytes."""
    cold, warm = (run.render(boxed(), SMALL, cache=tmp_path) for _ in range(2))
    assert len(written) == 1
    assert (cold == warm).all()
    assert (cold == run.render(boxed(), SMALL)).all()
    assert len(written) == 1


def test_another_thing_and_other_words_find_the_light_there(
    tmp_path: Path, written: list[Path]
) -> None:
    """Nothing of the bare scene is traced a second time, and the picture shows the other thing."""
    other = boxed("#cc3333", SECRET[::-1].copy())
    first = run.render(boxed(), SMALL, cache=tmp_path)
    second = run.render(other, SMALL, cache=tmp_path)
    assert len(written) == 1
    assert np.abs(first.astype(int) - second).max() > 20
    assert (second == run.render(other, SMALL)).all()


def test_a_thing_elsewhere_adds_what_it_uncovers(tmp_path: Path, written: list[Path]) -> None:
    """What the first thing hid is traced and added to what is kept; no second file is made."""
    low = boxed()
    moved = replace(low.parts[2], mesh=disc(0.12, 0.1))
    other = replace(low, parts=[*low.parts[:2], moved])
    run.render(low, SMALL, cache=tmp_path)
    assert (run.render(other, SMALL, cache=tmp_path) == run.render(other, SMALL)).all()
    assert len(written) == 2
    assert len(set(written)) == 1


def test_another_person_is_another_file(tmp_path: Path) -> None:
    """Shape, colour, seed, size and box are in the file's name; things and words are not."""
    llvm = library(tmp_path)
    usual = boxed()
    name = place(usual, SMALL, llvm, tmp_path)
    assert name == place(boxed("#cc3333", SECRET[::-1].copy()), SMALL, llvm, tmp_path)
    figure = usual.parts[1]
    paler = replace(figure, material=replace(figure.material, colour="#d9a07c"))
    others = [
        place(replace(usual, parts=[usual.parts[0], paler, usual.parts[2]]), SMALL, llvm, tmp_path),
        place(boxed(seed=1), SMALL, llvm, tmp_path),
        place(usual, Settings(96, 128, 8), llvm, tmp_path),
        place(replace(usual, inside=None), SMALL, llvm, tmp_path),
    ]
    assert len({name, *others}) == 5


def test_no_print_reaches_the_disk(tmp_path: Path) -> None:
    """The words' pixels are in no file of the cache."""
    run.render(boxed(), SMALL, cache=tmp_path)
    files = [file for file in tmp_path.rglob("*") if file.is_file()]
    assert any(file.parent.name == "shapes" for file in files)
    assert not [file for file in files if b"Marie" in file.read_bytes()]


def test_damaged_light_is_traced_again(tmp_path: Path, written: list[Path]) -> None:
    """A half file is no reason to stop or to show something else."""
    whole = run.render(boxed(), SMALL, cache=tmp_path)
    written[0].write_bytes(written[0].read_bytes()[:5000])
    assert (run.render(boxed(), SMALL, cache=tmp_path) == whole).all()
    assert len(written) == 2


def test_an_odd_width_makes_no_difference(tmp_path: Path) -> None:
    """Blocks and rows that do not divide the picture keep every pixel's light its own."""
    odd = Settings(97, 131, 8)
    cold, warm = (run.render(boxed(), odd, cache=tmp_path) for _ in range(2))
    assert (cold == warm).all()


def test_far_from_things_it_is_about_the_whole_scene() -> None:
    """The picture is close to the one of a scene that shares nothing."""
    shared = run.render(boxed(), SMALL).astype(float)
    alone = run.render(replace(boxed(), bare=None), SMALL).astype(float)
    assert np.abs(shared - alone).mean() < 1.5


def test_the_next_picture_compiles_nothing(tmp_path: Path) -> None:
    """Other surfaces, fewer shapes and lamps elsewhere run with the kernels of the first."""
    run.render(boxed(), SMALL, cache=tmp_path)
    before = kernels(tmp_path)
    other = boxed()
    fewer = [replace(part, material=Material(clearcoat=0.3)) for part in other.parts[1:]]
    low, high = other.extents
    moved = replace(other, parts=fewer, bare=Bare([1]), extents=(low * 1.1, high * 1.1))
    run.render(moved, SMALL, cache=tmp_path)
    assert kernels(tmp_path) == before


def kernels(cache: Path) -> set[str]:
    """Names of the large kernels: those that trace."""
    files = (cache / "kernels").glob("*.bin")
    return {file.name for file in files if file.stat().st_size > 20_000}
