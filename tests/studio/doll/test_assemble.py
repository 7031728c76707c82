"""Everything stands where it should: seen by the camera, things and labels do not meet."""

from __future__ import annotations

import numpy as np
import pytest

from facevalue.core.wish import Thing, Wish
from facevalue.studio.doll.assemble import Assembly, Grade, _item, _room, _thing, assembled
from facevalue.studio.doll.box.layout import BoxLabel, Plan, planned
from facevalue.studio.doll.cast import cast_hair
from facevalue.studio.doll.figure import Look, figure
from facevalue.studio.doll.head.tones import tones
from facevalue.studio.doll.parts import bounds
from facevalue.studio.doll.render.camera import projected
from facevalue.studio.doll.render.settings import settings
from facevalue.studio.shelf import Shelf
from facevalue.studio.traits import Traits

COARSE = Grade(0.06, 256)
DEEP = ("books", "shoes", "mug", "laptop", "suitcase")


def made(look: Look) -> Assembly:
    """An assembly as coarse as it can be."""
    return assembled(look, BoxLabel(look.wish.title), COARSE, Shelf(None))


def boxed(*names: str, hold: str | None = None, seated: bool = False) -> Assembly:
    """A box with these things in it."""
    things = tuple(Thing(name, name) for name in names)
    return made(Look(Traits(), Wish("ANA", "", things=things, hold=hold, seated=seated)))


def planned_for(whole: Assembly, things: tuple[str, ...]) -> Plan:
    """The box's measures, worked out again from the same things."""
    models = [_thing((name, name), COARSE, Shelf(None)) for name in things]
    return planned([_item(parts, label) for parts, label in models], _room(whole.solo))


@pytest.mark.parametrize("aspect", ["3:4", "9:16", "16:9"])
@pytest.mark.parametrize("count", [1, 3, 5])
def test_seen_by_the_camera_no_thing_touches_its_label(count: int, aspect: str) -> None:
    """What stands out far is seen lower and to the side; labels stay clear of it all the same."""
    things = DEEP[:count]
    whole = boxed(*things)
    plan, camera = planned_for(whole, things), settings("preview", aspect)
    for name, cell in zip(things, plan.cells, strict=True):
        parts = [part for part in whole.parts if part.name.startswith(f"thing_{name}_")]
        points = np.concatenate([part.mesh.points for part in parts])
        corners = [[x, cell.label.top, plan.insert_z] for x in (cell.label.left, cell.label.right)]
        thing = projected(points, whole.box.extents, camera)
        label = projected(np.array(corners), whole.box.extents, camera)
        assert thing[:, 1].max() < label[:, 1].max() + 1.0, name


def test_what_is_held_is_not_shown_twice() -> None:
    """A thing in the hand has no place on the card."""
    held = boxed("mug", "cat", hold="mug")
    names = {part.name.split("_")[1] for part in held.parts if part.name.startswith("thing_")}
    assert names == {"cat"}
    assert any(part.name.startswith("held_") for part in held.solo.parts)


def test_what_the_wish_prints_is_on_the_shirt() -> None:
    """And without it the cloth of the same doll is plain."""

    def cloth(printed: str | None) -> bool:
        solo = figure(Look(Traits(), Wish("ANA", printed=printed)), 0.06, 64, Shelf(None))
        (top,) = (part for part in solo.parts if part.name == "body_top")
        return top.material.texture is not None

    assert cloth("cat")
    assert not cloth(None)


@pytest.mark.parametrize("age", ["child", "teen", "adult", "older"])
def test_the_figure_stands_inside_the_box(age: str) -> None:
    """Every age, with raised arms too: nothing of it comes through the card."""
    for pose in ("relaxed", "cheer"):
        whole = made(Look(Traits(age=age), Wish("ANA"), pose))
        doll = [p for p in whole.parts if p.name.startswith(("body_", "head_", "held_"))]
        low, high = bounds(part.mesh for part in doll)
        inside_low, inside_high = whole.box.inside
        assert (low >= inside_low - 0.02).all()
        assert (high <= inside_high + 0.02).all()


def test_a_childs_figure_is_smaller_below_a_head_as_large() -> None:
    """That is what makes it a child's."""
    child, adult = (made(Look(Traits(age=age), Wish("ANA"))).solo for age in ("child", "adult"))
    assert child.bounds()[1][1] < 0.92 * adult.bounds()[1][1]


def test_a_wheelchair_user_gets_a_box_that_fits() -> None:
    """The box is made for the figure and its chair, not the figure for the box."""
    seated, standing = boxed("cat", seated=True), boxed("cat")
    assert any("chair" in part.name for part in seated.solo.parts)
    deep = [float(np.ptp([e[2] for e in each.box.extents])) for each in (seated, standing)]
    assert deep[0] > deep[1]
    low, high = bounds(p.mesh for p in seated.parts if p.name.startswith("body_"))
    assert (low >= seated.box.inside[0] - 0.02).all()
    assert (high <= seated.box.inside[1] + 0.02).all()


@pytest.mark.parametrize("hair", ["short", "long", "hijab", "afro", "turban"])
def test_the_five_points_lie_on_the_face(hair: str) -> None:
    """They are in front of the head's middle and inside its outline: recognisers look there."""
    whole = made(Look(Traits(hair=hair), Wish("ANA")))
    face = [part for part in whole.solo.parts if part.name in ("head_head", "head_eyes")]
    low, high = bounds(part.mesh for part in face)
    assert (whole.solo.face >= low - 0.05).all()
    assert (whole.solo.face <= high + 0.05).all()
    assert whole.solo.face[0, 0] < whole.solo.face[2, 0] < whole.solo.face[1, 0]
    assert whole.solo.face[3, 1] < whole.solo.face[2, 1] < whole.solo.face[0, 1]


def test_without_things_the_box_has_no_insert() -> None:
    """And no empty tiles."""
    assert not [part for part in boxed().parts if part.name.startswith("insert")]


@pytest.mark.parametrize("kind", ["short", "long"])
def test_hair_is_cast_darker_and_a_beard_is_not(kind: str) -> None:
    """Only what lies below the lamps is corrected for them, each kind by its own share."""
    traits = Traits(hair=kind, beard="full", hair_colour="#8a6a44")
    look = Look(traits, Wish("ANA", ""))
    parts = {part.name: part for part in figure(look, 0.06, 256, Shelf(None)).parts}
    assert parts["head_hair"].material.colour == cast_hair("#8a6a44", kind) != "#8a6a44"
    beards = [part.material.colour for name, part in parts.items() if "beard" in name]
    assert set(beards) == {tones(traits).beard}
