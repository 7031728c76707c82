"""The whole box."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import numpy as np
import pytest

from facevalue.studio.doll.box import build as boxes
from facevalue.studio.doll.box.art import back, front, insert, marks, side
from facevalue.studio.doll.box.layout import BOTTOM_BAND, BoxLabel, Item, Room, planned
from facevalue.studio.doll.box.worlds import WORLDS, world

ROOM = Room(2.9, 4.95, 2.0, 0.8)
ITEMS = (Item("Camera", (1.0, 0.8, 0.5)), Item("Pediatric stethoscope", (0.6, 1.2, 0.3)))
HOSTILE = 'O\'Brien & "Sons" </path><script>x</script>\x00\u202e\ud800 <b>'
SMALL = 200


def made(label: BoxLabel | None = None, items: tuple[Item, ...] = ITEMS) -> boxes.Box:
    """A small box."""
    return boxes.build(label or BoxLabel("ANA", "Marine biologist", seed=1), items, ROOM, SMALL)


def test_a_box_is_complete() -> None:
    """Card with prints, stand, insert, backdrop; a place for every thing."""
    box = made()
    names = {part.name for part in box.parts}
    assert {
        "box_front",
        "box_back",
        "box_left",
        "box_right",
        "insert",
        "stand",
        "backdrop",
    } <= names
    assert len(box.places) == len(ITEMS)
    assert box.notes == ()
    prints = [part.material.texture for part in box.parts if part.material.texture is not None]
    assert len(prints) == 5
    assert all(one.dtype == np.uint8 and one.shape[2] == 3 for one in prints)
    assert next(iter(prints)).shape[0] == pytest.approx(SMALL, abs=2)


def test_everything_of_the_box_is_in_its_extents() -> None:
    """The camera is set by them; the studio is outside."""
    box = made()
    low, high = box.extents
    for part in box.parts:
        if part.name.startswith(("box", "in", "stand")):
            a, b = part.mesh.bounds()
            assert (a >= low - 1e-4).all(), part.name
            assert (b <= high + 1e-4).all(), part.name


def test_the_same_wish_gives_the_same_box() -> None:
    """Byte for byte; another seed gives another one."""
    one, two = made(), made()
    for a, b in zip(one.parts, two.parts, strict=True):
        assert (a.mesh.points == b.mesh.points).all()
        if a.material.texture is not None:
            assert (a.material.texture == b.material.texture).all()
    assert (one.film.normals == two.film.normals).all()
    other = made(BoxLabel("ANA", "Marine biologist", seed=2))
    assert other.accent != one.accent or (other.film.normals != one.film.normals).any()


@pytest.mark.parametrize("colours", WORLDS, ids=lambda one: one.name)
def test_words_never_enter_a_drawing(colours: object) -> None:
    """Hostile text leaves well-formed SVG of outlines only: no text, no element of its own."""
    label = BoxLabel(HOSTILE, HOSTILE, HOSTILE, HOSTILE)
    plan = planned([Item(HOSTILE, (1, 1, 1))], ROOM)
    chosen = world(getattr(colours, "name", None))
    for svg in (
        front.front(label, chosen, plan),
        back.back(label, chosen, plan),
        side.side(label, chosen, plan, 90),
        insert.insert(chosen, plan),
    ):
        found = {element.tag.partition("}")[2] for element in ET.fromstring(svg).iter()}
        assert found <= {"svg", "defs", "g", "path", "rect", "circle", "polygon", "clipPath",
                         "linearGradient", "radialGradient", "stop"}  # fmt: skip
        assert "Brien" not in svg
        assert "script" not in svg


def test_hostile_words_can_be_printed() -> None:
    """A box with them is built."""
    assert made(BoxLabel(HOSTILE, HOSTILE)).parts


@pytest.mark.parametrize("title", ["", "😀", "i", "W" * 40, "ليلى", "山田 花子"])
def test_any_title_gives_a_box(title: str) -> None:
    """Empty ones, emoji, and names of every length."""
    assert made(BoxLabel(title, title)).parts


def test_what_cannot_be_printed_is_told() -> None:
    """Characters without a font, and things beyond the sixth."""
    box = made(BoxLabel("ANA 😀"), (Item("Dog 🐕", (1, 1, 1)),) * 7)
    assert any("😀 🐕" in note for note in box.notes)
    assert any("1 left out" in note for note in box.notes)
    assert len(box.places) == 6


def test_the_bars_say_nothing() -> None:
    """They come from the seed alone, whatever the words, and say that they are for looks."""
    colours = world("coral")
    assert marks.bars(colours, 0, 0, 86, 62, 1) == marks.bars(colours, 0, 0, 86, 62, 1)
    assert marks.bars(colours, 0, 0, 86, 62, 1) != marks.bars(colours, 0, 0, 86, 62, 2)
    plan = planned((), ROOM)
    drawn = [front.front(BoxLabel(t, seed=4), colours, plan) for t in ("ANA", "MAX")]
    bars = marks.bars(
        colours, plan.width * 100 - 112, (plan.height - BOTTOM_BAND) * 100 + 31, 86, 62, 4
    )
    assert all(bars in one for one in drawn)
    assert marks.BARS_SAY == "JUST FOR LOOKS"


def test_the_box_says_what_it_is() -> None:
    """The front carries the line that this was drawn by software."""
    colours, plan = world("teal"), planned((), ROOM)
    whole = front.front(BoxLabel("ANA"), colours, plan)
    assert "not a photograph" in front.MADE_BY
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(front, "MADE_BY", "")
        assert len(front.front(BoxLabel("ANA"), colours, plan)) < len(whole) - 5000


def test_the_film_fills_the_window() -> None:
    """It is flat, a little wavy in its normals, and behind the card's front."""
    box = made()
    plan = planned(ITEMS, ROOM)
    low, high = box.film.bounds()
    assert low[0] <= plan.window.left
    assert high[1] >= plan.window.top
    assert high[2] < plan.front
    assert np.abs(np.linalg.norm(box.film.normals, axis=1) - 1).max() < 1e-5
    assert 0.9 < box.film.normals[:, 2].min() < 0.99999


def test_a_box_without_things_has_no_insert() -> None:
    """It is narrower, and its front is still printed to the edge."""
    narrow, broad = made(items=()), made()
    assert narrow.places == ()
    assert "insert" not in {part.name for part in narrow.parts}
    assert narrow.extents[1][0] < broad.extents[1][0] - 0.5
