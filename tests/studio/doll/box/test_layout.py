"""Where things are in the box."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from facevalue.studio.doll.box.layout import CLEAR, Item, Plan, Rect, Room, planned

ADULT = Room(2.9, 4.95, 2.0, 0.8)
CHILD = Room(2.6, 4.0, 1.9, 0.7)
SEATED = Room(3.6, 4.2, 2.8, 1.6)
LARGE_HAIR = Room(3.9, 5.9, 3.2, 0.8)

sides = st.floats(0.02, 3.0)
things = st.lists(
    st.tuples(sides, sides, sides).map(lambda size: Item("Thing", size)), min_size=0, max_size=6
)
rooms = st.sampled_from([ADULT, CHILD, SEATED, LARGE_HAIR])


def shown(item: Item, plan: Plan, at: int) -> Rect:
    """What a placed thing covers of the insert."""
    place = plan.cells[at].place
    x, y = (place.at[i] + item.middle[i] * place.scale for i in (0, 1))
    wide, tall = item.size[0] * place.scale / 2, item.size[1] * place.scale / 2
    return Rect(x - wide, y - tall, x + wide, y + tall)


def apart(one: Rect, other: Rect, by: float) -> bool:
    """Whether there is that much room between two rectangles."""
    across = max(one.left - other.right, other.left - one.right)
    return max(across, one.bottom - other.top, other.bottom - one.top) >= by - 1e-6


@given(things, rooms)
@example([Item("Ladder", (1.0, 0.5, 2.0))] * 6, SEATED)
@settings(max_examples=60, deadline=None)
def test_nothing_touches(items: list[Item], room: Room) -> None:
    """Things keep clear of every label, of each other, of the insert's edge and of the film."""
    plan = planned(items, room)
    boxes = [shown(item, plan, at) for at, item in enumerate(items)]
    assert all(apart(one, other, 0.1) for one, other in combinations(boxes, 2))
    for at, item in enumerate(items):
        assert all(apart(boxes[at], cell.label, CLEAR - 0.01) for cell in plan.cells)
        assert plan.insert is not None
        assert plan.insert.left < boxes[at].left
        assert boxes[at].right < plan.insert.right
        deep = item.size[2] * plan.cells[at].place.scale
        behind = plan.cells[at].place.at[2] - deep / 2
        assert plan.insert_z < behind
        assert behind + deep < plan.front - 0.1


@given(things, rooms)
@settings(max_examples=60, deadline=None)
def test_labels_are_in_the_window(items: list[Item], room: Room) -> None:
    """And none overlaps another one or a tile that is not its own."""
    plan = planned(items, room)
    for cell in plan.cells:
        assert plan.window.bottom - 0.05 < cell.label.bottom
        assert cell.tile.top < plan.window.top
        for other in plan.cells:
            if other is not cell:
                assert apart(cell.label, other.label, 0.02)
                assert apart(cell.label, other.tile, 0.02)


@pytest.mark.parametrize("room", [ADULT, CHILD, SEATED, LARGE_HAIR])
@pytest.mark.parametrize("count", range(7))
def test_the_figure_has_room(room: Room, count: int) -> None:
    """It is inside the window with its hair, before the card, and stands on its stand."""
    plan = planned([Item("Thing", (1, 1, 1))] * count, room)
    x, y, z = plan.figure_at
    assert plan.window.left + 0.1 < x - room.width / 2
    end = plan.insert.left if plan.insert else plan.window.right
    assert x + room.width / 2 < end - 0.1
    assert y == pytest.approx(plan.floor + plan.stand)
    assert y + room.height < plan.window.top - 0.2
    assert plan.back + 0.1 < z - room.depth / 2
    assert z + room.depth / 2 < plan.front - 0.1
    assert room.footprint < plan.stand_radius


def test_a_child_stands_higher_and_a_chair_gets_a_wider_window() -> None:
    """The box is made for whom it holds."""
    assert planned([], CHILD).stand > planned([], ADULT).stand + 0.3
    assert planned([], SEATED).window.width > planned([], ADULT).window.width + 0.3


def test_a_lopsided_figure_is_centred() -> None:
    """A raised arm does not reach the insert: the middle of the extents is what is placed."""
    straight = planned([], ADULT)
    waving = planned([], Room(2.9, 4.95, 2.0, 0.8, middle=(0.4, 0.1)))
    assert waving.figure_at[0] == pytest.approx(straight.figure_at[0] - 0.4)
    assert waving.figure_at[2] == pytest.approx(straight.figure_at[2] - 0.1)


def test_without_things_there_is_no_insert() -> None:
    """The box is narrower and the figure in its middle."""
    plan = planned([], ADULT)
    assert plan.insert is None
    assert plan.width < planned([Item("Thing", (1, 1, 1))], ADULT).width - 1
    assert abs(plan.figure_at[0]) < 0.1


def test_the_seventh_thing_is_left_out() -> None:
    """There are six cells at most."""
    assert len(planned([Item("Thing", (1, 1, 1))] * 9, ADULT).cells) == 6


def test_things_away_from_their_origin_are_placed_by_their_middle() -> None:
    """The same picture for a thing whose mesh is not centred."""
    here = planned([Item("Mug", (1, 1, 1))], ADULT).cells[0].place
    there = planned([Item("Mug", (1, 1, 1), middle=(5.0, -2.0, 1.0))], ADULT).cells[0].place
    assert there.scale == here.scale
    moved = [a + m * there.scale for a, m in zip(there.at, (5.0, -2.0, 1.0), strict=True)]
    assert moved == pytest.approx(here.at)
