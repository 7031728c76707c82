"""What is painted on a face is read from it: glasses, beards, freckles, skin."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from facevalue.studio.likeness import beard, colour, eyes, glasses, regions, shape, skin
from tests.studio.likeness.people import TIMES, at, large, mesh, painted, places, polygon, seen


def spectacles(thick: float) -> np.ndarray:
    """A dark frame: two rims, a bridge, two arms, as wide as ``thick`` pixels of the photo."""
    x, y = places()
    mask = np.zeros(large().shape[:2], bool)
    for eye, outer in (((33, 133), 127), ((362, 263), 356)):
        middle = at(*eye)
        away = np.hypot((x - middle[0]) / 1.15, y - middle[1])
        width = np.linalg.norm(at(eye[0]) - at(eye[1]))
        mask |= np.abs(away - 0.75 * width) < thick
        side = at(outer)
        between = (x - middle[0]) * (x - side[0]) < 0
        mask |= between & (np.abs(y - middle[1]) < thick) & (away > 0.75 * width)
    left, right, nose = at(133), at(362), at(168)
    mask |= (x > left[0] - 5) & (x < right[0] + 5) & (np.abs(y - nose[1]) < thick)
    return mask


def test_glasses_are_seen_and_a_bare_face_has_none() -> None:
    """A dark frame is one, in its colour; without it there is none."""
    bare = glasses.find(*seen(large()))
    assert bare["glasses"][0] == "none"
    worn = glasses.find(*seen(painted(spectacles(4), (25, 25, 30))))
    assert worn["glasses"][0] in ("round", "square")
    assert worn["glasses"][1] > 0.6
    assert int(str(worn["glasses_colour"][0])[1:3], 16) < 110


def test_dark_panes_are_sunglasses() -> None:
    """Where the eyes cannot be seen behind the glass."""
    panes = polygon(*regions.LEFT_EYE, grown=2.3) | polygon(*regions.RIGHT_EYE, grown=2.3)
    worn = glasses.find(*seen(painted(panes | spectacles(5), (20, 20, 24))))
    assert worn["glasses"][0] == "sunglasses"


def test_a_beard_is_seen_and_a_bare_face_has_none() -> None:
    """Dark jaw, chin and lip are a beard; a dark upper lip alone is a moustache."""
    assert beard.find(*seen(large()))["beard"][0] == "none"
    lower = polygon(234, 93, 132, 58, 172, 136, 150, 149, 176, 148, 152, 377, 400, 378, 379, 365,
                    397, 288, 361, 323, 454, 425, 327, 2, 98, 205)  # fmt: skip
    full = beard.find(*seen(painted(lower & ~polygon(*regions.LIPS), (48, 36, 30), 0.85)))
    assert full["beard"][0] in ("short", "full")
    lip = painted(polygon(*regions.UPPER_LIP), (45, 35, 30), 0.9)
    assert beard.find(*seen(lip))["beard"][0] == "moustache"


def test_a_covered_mouth_is_not_a_beard() -> None:
    """A blue mask tells nothing of a beard, and that surely."""
    lower = polygon(234, 132, 172, 150, 152, 379, 397, 361, 454, 195)
    answer = beard.find(*seen(painted(lower, (120, 170, 200))))
    assert answer["beard"][0] == "none"
    assert answer["beard"][1] < 0.45


def test_skin_of_which_nothing_is_in_the_photo_is_a_middle_tone_and_unsure() -> None:
    """A face that lies outside the photo, or behind another: never a colour that is no number."""
    sight = seen(large())[0]
    elsewhere = replace(sight, here=np.zeros_like(sight.here))
    lab, sure = skin.tone(elsewhere)
    assert sure == 0
    assert tuple(lab) == skin.UNSEEN


def test_the_skin_is_what_people_see() -> None:
    """Near the cheek's colour; where a mask covers the cheeks, the forehead's."""
    sight, tone = seen(large())
    cheek = np.median(sight.lab[regions.part(sight, regions.LEFT_CHEEK)], 0)
    assert np.linalg.norm(tone - cheek) < 8
    covered = polygon(234, 132, 172, 150, 152, 379, 397, 361, 454, 347, 6, 118)
    _, other = seen(painted(covered, (120, 170, 200)))
    assert np.linalg.norm(tone - other) < 16


def test_freckles_are_many_small_brown_spots() -> None:
    """Eighteen spots on each cheek are freckles; the bare face has none."""
    assert skin.freckles(seen(large())[0])["freckles"][0] is False
    random = np.random.default_rng(3)
    x, y = places()
    spots = np.zeros(large().shape[:2], bool)
    for points in (regions.LEFT_CHEEK, regions.RIGHT_CHEEK):
        rows, columns = np.nonzero(polygon(*points))
        for index in random.choice(len(rows), 18, replace=False):
            spots |= np.hypot(x - columns[index], y - rows[index]) < 1.1 * TIMES
    assert skin.freckles(seen(painted(spots, (120, 72, 45), 0.6))[0])["freckles"][0]


def test_a_laugh_is_more_than_a_closed_mouth() -> None:
    """The astronaut smiles with her teeth; with them painted over she smiles less."""
    sight, _ = seen(large())
    assert shape.smile(sight, 1.0)[0] > 0.7
    assert shape.teeth(sight) > 0.2
    closed, _ = seen(painted(polygon(*shape.INNER_LIPS, grown=1.2), (170, 90, 85)))
    assert shape.teeth(closed) < 0.1


def test_eyes_painted_blue_are_blue() -> None:
    """The colour of the iris, as one of those that a doll can have."""
    x, y = places()
    rings = np.zeros(large().shape[:2], bool)
    for points in (regions.LEFT_EYE, regions.RIGHT_EYE):
        middle = at(*points)
        rings |= (np.hypot(x - middle[0], y - middle[1]) < 4.2 * TIMES) & polygon(*points)
    answer = eyes.find(*seen(painted(rings, (70, 115, 170))))
    assert answer["eyes"][0] in ("#4a78a8", "#6f8390")


def test_a_colour_and_its_hexadecimal_agree() -> None:
    """CIELAB to sRGB as text."""
    assert colour.hexadecimal(np.array([53.24, 80.09, 67.2])) == "#ff0000"


def test_a_dark_band_over_the_mouth_is_a_moustache() -> None:
    """Also where the mesh took it for the lips; a chin as dark is a shadow over both."""
    banded = beard.Points(0.5, 0.0, 0.0, 0.0, band=0.6)
    assert beard.kind_of(banded)[0] == "moustache"
    assert beard.kind_of(beard.Points(0.5, 0.0, 0.0, 0.0, band=0.1))[0] == "none"
    assert beard.kind_of(banded, doubt=1.5)[0] == "none"


def test_lashes_need_dark_lids_and_red_lips() -> None:
    """Painted lips and lids are make-up; a beard, or lips alone, are not."""
    lips = polygon(*regions.LIPS)
    lids = np.zeros(large().shape[:2], bool)
    for points in ((246, 161, 160, 159, 158, 157, 173), (466, 388, 387, 386, 385, 384, 398)):
        corners = mesh()[list(points), :2]
        lids |= polygon(*points, grown=1.15)
        lids[corners[:, 1].astype(int), corners[:, 0].astype(int)] = True
    red = np.where(lips[..., None], painted(lips, (190, 20, 40)), large())
    dark = np.where(lids[..., None], painted(lids, (10, 5, 5)), red).astype(np.uint8)
    assert not eyes.lashes(*seen(large()))[0]
    assert not eyes.lashes(*seen(red.astype(np.uint8)))[0]
    made_up, sureness = eyes.lashes(*seen(dark))
    assert made_up
    assert sureness >= 0.6


def test_the_usual_face_is_in_the_middle() -> None:
    """Brows, width and jaw of an ordinary face are not at the ends of their ranges."""
    found = {name: value for name, (value, _) in shape.find(*seen(large())).items()}
    for name, low, high in (("brows", 0.75, 1.3), ("face_width", 0.95, 1.05), ("jaw", -0.5, 0.8)):
        assert low < float(str(found[name])) < high, name
