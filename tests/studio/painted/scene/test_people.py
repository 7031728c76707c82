"""People, hair, skin and clothes of the astronaut, whole, cut and in company."""

from __future__ import annotations

import numpy as np

from facevalue.studio.painted.scene import heads, person
from facevalue.studio.painted.scene.read import scene
from facevalue.studio.painted.scene.scene import Floats
from tests.photographs import astronaut, group
from tests.studio.painted.scene.pictures import portrait


def _at(plane: Floats, x: int, y: int) -> float:
    """A mask near a place of the photo (512 x 512)."""
    return float(plane[2 * y - 4 : 2 * y + 4, 2 * x - 4 : 2 * x + 4].mean())


def test_the_person_is_in_and_the_wall_is_out() -> None:
    """Face, hair and suit; not the flag, the wall, the shuttle."""
    mask = portrait().person
    assert all(_at(mask, *place) > 0.9 for place in ((225, 110), (225, 40), (200, 400)))
    assert all(_at(mask, *place) < 0.1 for place in ((330, 60), (20, 100), (410, 130)))


def test_hair_skin_and_cloth_are_where_they_are() -> None:
    """One place of each, and the others low there."""
    seen = portrait()
    for mask, places in (
        (seen.hair, ((225, 25), (185, 60), (265, 60))),
        (seen.skin, ((225, 120), (205, 135), (245, 135))),
        (seen.cloth, ((130, 330), (200, 380), (60, 420))),
    ):
        for place in places:
            assert _at(mask, *place) > 0.8
            assert sum(_at(plane, *place) for plane in (seen.hair, seen.skin, seen.cloth)) < 1.2


def test_the_parts_lie_inside_the_person() -> None:
    """Nothing of hair, skin and clothes is beside the people."""
    seen = portrait()
    parts = seen.hair + seen.skin + seen.cloth
    assert (parts <= seen.person + 0.02).all()


def test_a_person_has_pose_skin_traits_and_own_hair() -> None:
    """The astronaut: frontal, light skin, much hair; the window holds the hair."""
    (one,) = portrait().people
    top, left, bottom, right = one.window
    assert one.drawn
    assert one.why == ""
    assert abs(one.yaw) < 0.2
    assert 55 < one.skin[0] < 85
    assert one.hair.shape == (bottom - top, right - left)
    assert one.hair.max() <= 1
    assert one.hair.sum() > 0.9 * portrait().hair.sum()
    assert one.traits.beard == "none"


def test_a_person_cut_by_the_frame_is_still_drawn() -> None:
    """Half the hair and the lower body away: the face is whole."""
    seen = scene(astronaut()[60:300, 100:400])
    assert [each.drawn for each in seen.people] == [True]
    assert seen.person.mean() > 0.2


def test_a_group_has_a_person_each_and_empty_space_between() -> None:
    """Three astronauts of falling size: three people, the grey beside them is nobody."""
    seen = scene(group())
    assert len(seen.people) == 3
    heights = [each.height for each in seen.people]
    assert heights == sorted(heights, reverse=True)
    below = seen.person[int(0.75 * seen.height) :, int(0.72 * seen.width) :]
    assert below.mean() < 0.1


def test_a_picture_without_a_face_has_nobody() -> None:
    """A cup is no person, however sure the network for selfies is."""
    import skimage.data

    seen = scene(skimage.data.coffee())
    assert seen.people == ()
    assert seen.person.max() == 0
    assert seen.skin.max() == 0


def test_what_hangs_together_with_no_face_is_nobody() -> None:
    """A second shape beside the person, however sure, is left out; the person stays."""
    found = heads.heads(astronaut())
    plane = np.zeros((256, 256), np.float32)
    plane[10:250, 60:160] = 1
    plane[150:250, 190:240] = 1
    kept = person._ours(plane, found)
    assert kept[60:100, 90:130].min() > 0.9
    assert kept[150:250, 190:240].max() < 0.05


def test_all_planes_have_the_working_size_and_range() -> None:
    """Height x width, float32, 0..1."""
    seen = portrait()
    assert max(seen.height, seen.width) == 1024
    for name in ("person", "hair", "skin", "cloth", "sky", "plants", "water", "ground", "away"):
        plane = getattr(seen, name)
        assert plane.shape == (seen.height, seen.width)
        assert plane.dtype == np.float32
        assert 0 <= plane.min() <= plane.max() <= 1.001
    for plane in (seen.angle, seen.order, seen.edge):
        assert plane.shape == (seen.height, seen.width)
        assert plane.dtype == np.float32


def test_the_studio_wall_behind_the_astronaut_is_no_sky() -> None:
    """Indoors nothing outdoors is invented."""
    seen = portrait()
    assert seen.sky.max() == 0
    assert seen.water.max() == 0
    assert seen.ground.max() == 0
