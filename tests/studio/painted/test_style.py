"""A painted picture: its size, its dials, its tiles, and photos of every odd kind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from facevalue.core.errors import BadChoice
from facevalue.studio.painted import canvas
from facevalue.studio.painted import style as styles
from facevalue.studio.painted.names import PAINTED
from facevalue.studio.painted.style import Painted, touch
from facevalue.studio.painted.touch import Touch
from facevalue.studio.styles import Ask
from tests.photographs import astronaut

Pixels = NDArray[np.uint8]

GOUACHE = Painted("gouache", PAINTED["gouache"])

SMALL = 352
"""Longer side at which photos are understood here: nothing that is tested depends on it."""


@pytest.fixture(autouse=True)
def small_scenes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read and compose at a ninth of the usual pixels."""
    monkeypatch.setattr("facevalue.studio.painted.scene.read.LONGEST", SMALL)


def ask(pixels: Pixels | None, **by_hand: Any) -> Ask:
    """What somebody wants."""
    return Ask(pixels=pixels, by_hand=by_hand)


def small() -> Pixels:
    """A photo of 128 x 128 with a face in it."""
    picture: Pixels = np.ascontiguousarray(astronaut()[:256:2, 96:352:2])
    return picture


def painted(wanted: Ask, style: Painted = GOUACHE) -> Pixels:
    """The picture."""
    return style.draw(wanted, style.read(wanted)).pixels


def test_every_style_paints_and_each_in_its_own_way() -> None:
    """All names have a file that paints; no two give the same picture."""
    seen = GOUACHE.read(ask(small()))
    pictures = [
        Painted(name, says).draw(ask(small()), seen).pixels for name, says in PAINTED.items()
    ]
    for picture in pictures:
        assert picture.shape == (256, 256, 3)
        assert picture.std() > 10
    for one in range(len(pictures)):
        for other in range(one):
            assert (pictures[one] != pictures[other]).mean() > 0.5


def test_a_seed_gives_the_same_bytes_and_another_seed_other_strokes() -> None:
    """As is promised."""
    first, again = painted(ask(small())), painted(ask(small()))
    assert (first == again).all()
    assert (first != painted(replace(ask(small()), seed=1))).mean() > 0.05


def test_the_picture_has_the_photos_size_or_the_longer_side_asked_for() -> None:
    """Small photos come out at least SMALLEST wide or high."""
    assert painted(ask(astronaut()[:300, :400])).shape == (300, 400, 3)
    assert painted(ask(small(), longest=300)).shape == (300, 300, 3)
    assert painted(ask(small()[:64])).shape == (128, 256, 3)


@pytest.mark.parametrize("name", list(PAINTED))
def test_tiles_meet_without_a_seam(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """By tiles or in one piece the picture, people and paper too, is the same but for rounding.

    Skia smooths some edges otherwise where a path is cut; a seam would be a pixel in 256.
    """
    style = Painted(name, PAINTED[name])
    wanted = ask(np.ascontiguousarray(small()[30:94]), longest=1200)
    settled = style.read(wanted)
    assert settled.sources, "a person is in it"
    monkeypatch.setattr(canvas, "TILE", 256)
    tiled = style.draw(wanted, settled).pixels.astype(int)
    monkeypatch.setattr(canvas, "TILE", 4096)
    apart = np.abs(tiled - style.draw(wanted, settled).pixels).max(2)
    assert (apart > 2).mean() < 2e-3
    assert (apart > 16).mean() < 1e-4


def test_faces_of_the_receipt_lie_on_the_faces_of_the_picture() -> None:
    """Landmarks in the photo and in a picture three times as large are the same places."""
    wanted = ask(small(), longest=384)
    settled = GOUACHE.read(wanted)
    assert len(settled.sources) == 1
    (there,) = GOUACHE.draw(wanted, settled).faces
    assert np.array(there) == pytest.approx(3 * np.array(settled.sources[0]), abs=0.01)


def odd() -> Iterator[tuple[str, Pixels]]:
    """Photos that nobody would call one."""
    chance = np.random.default_rng(0)
    yield "black", np.zeros((40, 30, 3), np.uint8)
    yield "white", np.full((40, 30, 3), 255, np.uint8)
    yield "grey", small().mean(2, keepdims=True).astype(np.uint8).repeat(3, 2)
    yield "noise", chance.integers(0, 256, (50, 60, 3)).astype(np.uint8)
    yield "one pixel", np.full((1, 1, 3), 90, np.uint8)
    yield "a thin strip", np.full((4, 900, 3), (30, 90, 200), np.uint8)
    yield "a line of pixels", np.full((1, 900, 3), (30, 90, 200), np.uint8)
    yield "half a face", np.ascontiguousarray(astronaut()[:230, 205:340])


@pytest.mark.parametrize(("name", "pixels"), list(odd()), ids=[name for name, _ in odd()])
@pytest.mark.parametrize("style", list(PAINTED))
def test_odd_photos_are_painted(style: str, name: str, pixels: Pixels) -> None:
    """Never a crash, never a hole; body colour is as light as the photo, pens leave paper."""
    picture = painted(ask(pixels), Painted(style, PAINTED[style]))
    assert max(picture.shape) >= 256
    if style in ("film", "gouache"):
        assert np.abs(picture.mean() - pixels.mean()) < 40


@pytest.mark.parametrize(
    "wrong",
    [
        {"strength": 1.5},
        {"strength": "much"},
        {"likeness": -0.1},
        {"likeness": float("nan")},
        {"longest": 100},
        {"longest": 7000},
        {"longest": True},
        {"like": 7},
    ],
)
def test_wrong_dials_are_refused_before_the_work(
    wrong: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """With a sentence that says what is right."""
    monkeypatch.setattr("facevalue.studio.painted.scene.read.scene", lambda _: pytest.fail("read"))
    with pytest.raises(BadChoice):
        GOUACHE.read(ask(small(), **wrong))


def test_without_a_photo_or_with_words_nothing_is_painted() -> None:
    """Words would be ignored, which nobody expects."""
    with pytest.raises(BadChoice, match="give one"):
        GOUACHE.read(ask(None))
    with pytest.raises(BadChoice, match="leave them out"):
        GOUACHE.read(replace(ask(small()), words="make me young"))


def test_a_person_who_is_not_there_is_refused() -> None:
    """Counted from 1, the largest first."""
    for number in (0, 2):
        with pytest.raises(BadChoice, match="1 face"):
            GOUACHE.read(replace(ask(small()), person=number))


def test_a_painting_lends_its_colours() -> None:
    """A picture painted like a blue painting is bluer than without it."""
    row, column = np.mgrid[:64, :64]
    blue = np.stack([40 + row, 60 + row, 150 + column], 2).astype(np.uint8)
    from tests.photographs import saved

    plain, bluer = painted(ask(small())), painted(ask(small(), like=saved(blue, "PNG")))
    tint = [picture[..., 2].mean() - picture[..., 0].mean() for picture in (plain, bluer)]
    assert tint[1] > tint[0] + 8


def test_the_moving_picture_boils() -> None:
    """Three frames of one drawing whose strokes lie differently."""
    import io

    from PIL import Image, ImageSequence

    wanted = replace(ask(small()), endings=frozenset({".webp"}))
    drawn = GOUACHE.draw(wanted, GOUACHE.read(wanted))
    film = Image.open(io.BytesIO(drawn.further(lambda *_: None)[".webp"]))
    frames = [
        np.asarray(frame.convert("RGB")).astype(int) for frame in ImageSequence.Iterator(film)
    ]
    assert len(frames) == styles.FRAMES
    for one, other in pairwise(frames):
        assert 0.5 < np.abs(one - other).mean() < 25


def test_the_dials_reach_the_touch() -> None:
    """What is set is what painters get; what is not has its usual value."""
    assert touch(ask(small(), strength=0.25)).strength == 0.25
    assert touch(ask(small())).likeness == Touch().likeness
