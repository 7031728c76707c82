"""Lines are few and certain: on edges of the photo, long, without hooks, never in faces."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from facevalue.studio.painted import canvas
from facevalue.studio.painted.people.courses import apart, bridged, length, runs, steady
from facevalue.studio.painted.people.figure import figure
from facevalue.studio.painted.people.lines import certain, lines
from facevalue.studio.painted.people.ridges import crowd, steps
from facevalue.studio.painted.people.sides import kinds
from facevalue.studio.painted.scene.scene import Scene
from facevalue.studio.painted.touch import Touch
from tests.studio.painted.people import figures

SEEN = figures.scene()
ROWS, COLUMNS = np.mgrid[: figures.HEIGHT, : figures.WIDTH].astype(np.float32)


def found(scene: Scene = SEEN) -> NDArray[np.float64]:
    """All points of the lines of a scene, n x 2: x and y in the working picture."""
    people = figure(scene)
    assert people is not None
    answer = certain(people, kinds(people))
    assert answer
    return np.add(np.concatenate(answer), (people.left, people.top))


def near(points: NDArray[np.float64], x: float, y: float, away: float = 4.0) -> bool:
    """Whether a line passes a place."""
    return bool((np.hypot(*(points - (x, y)).T) < away).any())


def changed(where: NDArray[np.bool_], by: tuple[float, float, float]) -> Scene:
    """The scene with other colours (CIELAB) somewhere."""
    off = np.where(where[..., None], np.array(by), 0).astype(np.float32)
    return replace(SEEN, lab=SEEN.lab + off)


def test_every_line_lies_on_an_edge() -> None:
    """Within two pixels of each point the colour steps by a good amount."""
    from scipy.ndimage import maximum_filter, minimum_filter

    spread = np.stack(
        [maximum_filter(p, 5) - minimum_filter(p, 5) for p in np.moveaxis(SEEN.lab, 2, 0)], 2
    )
    x, y = found().astype(int).T.clip(0, [[figures.WIDTH - 1], [figures.HEIGHT - 1]])
    assert (np.linalg.norm(spread[y, x], axis=1) > 8).all()


def test_the_outline_is_drawn_and_where_skin_meets_cloth() -> None:
    """The arm's outer side, the arm against the shirt, the shirt's side have their lines."""
    points = found()
    for x, y in ((17, 240), (61, 240), (180, 240)):
        assert near(points, x, y)


def test_a_mask_that_is_off_draws_no_line_beside_the_edge() -> None:
    """People's mask reaches 9 pixels too far: the line stays at the shirt, none is beyond."""
    wide = SEEN.person.copy()
    wide[180:, 180:189] = 1
    points = found(replace(SEEN, person=wide))
    assert not near(points, 189, 250)
    assert near(points, 180, 250)


def test_no_edge_no_line() -> None:
    """A wall in the colour of the shirt leaves the shirt without a line on that side."""
    wall = (COLUMNS > 180) & (ROWS > 160)
    lab = np.where(wall[..., None], np.array(figures.SHIRT, np.float32), SEEN.lab)
    assert not near(found(replace(SEEN, lab=lab)), 181, 250)


def test_nothing_is_drawn_in_a_face_or_close_round_it() -> None:
    """A crack down the cheek and a scar at the temple are left out; so on cloth it is drawn."""
    for x, y in ((112, 110), (98, 96)):
        crack = (np.abs(COLUMNS - x) < 3) & (np.abs(ROWS - y) < 25)
        assert not near(found(changed(crack, (-40, 0, 0))), x, y, 8)
    stripe = (np.abs(COLUMNS - 120) < 12) & (np.abs(ROWS - 250) < 40)
    assert near(found(changed(stripe, (-40, -30, 0))), 108, 250)


def test_light_and_shade_have_no_line_between_them() -> None:
    """Neither on bare skin nor on cloth."""
    points = found(changed((COLUMNS > 120) & (COLUMNS < 180) & (ROWS > 170), (-13, 0, 0)))
    assert not near(points, 38, 250)
    assert not near(points, 121, 250)


def test_a_pattern_has_no_lines() -> None:
    """Stripes that would be lines alone are none in a crowd."""
    cloth = (COLUMNS > 70) & (COLUMNS < 170) & (ROWS > 190)
    one = cloth & (COLUMNS > 120)
    many = cloth & (COLUMNS % 16 < 8)
    assert near(found(changed(one, (-6, -14, 0))), 121, 260)
    points = found(changed(many, (-6, -14, 0)))
    inside = (points[:, 0] > 80) & (points[:, 0] < 160) & (points[:, 1] > 200)
    assert not inside.any()


def test_lines_taper_and_have_a_pens_width() -> None:
    """Across an outline it is 0.8 to 2.7 pixels wide, and thin where it begins."""
    people = figure(SEEN)
    assert people is not None
    picture = canvas.recorded(figures.WIDTH, figures.HEIGHT, lambda on: lines(on, people, Touch()))
    alpha = canvas.played(picture, 4.0, (0, 0, 4 * figures.HEIGHT, 4 * figures.WIDTH))[..., 3]
    across = (alpha[4 * 200 : 4 * 300, 4 * 174 : 4 * 188] > 127).sum(1) / 4
    assert 0.8 < np.median(across) < 2.7


def line(*points: tuple[float, float]) -> NDArray[np.float64]:
    """Points 2 pixels apart along straight stretches."""
    from facevalue.studio.painted.people.strokes import spaced

    return spaced(np.array(points, np.float64), 2.0)


def test_hooks_and_squiggles_are_not_steady_and_an_arc_is() -> None:
    """A confident pen draws arcs."""
    turn = np.linspace(0, np.pi, 160)
    assert steady(np.stack([100 * np.cos(turn), 100 * np.sin(turn)], 1), 20, 50).all()
    hook = line((0, 0), (100, 0), (100, 4), (80, 6))
    assert not steady(hook, 20, 50)[45:56].any()
    assert steady(hook, 20, 50)[:35].all()
    way = np.arange(0, 200, 2.0)
    assert not steady(np.stack([way, 6 * np.sin(way / 6)], 1), 20, 50)[20:80].any()


def test_little_loops_and_short_stretches_are_left_out() -> None:
    """They say nothing."""
    turn = np.linspace(0, 2 * np.pi, 60)
    loop = 20 * np.stack([np.cos(turn), np.sin(turn)], 1)
    assert not list(runs(loop, np.ones(60, bool), 40.0))
    straight = line((0, 0), (100, 0))
    keep = np.arange(len(straight)) < 30
    (run,) = runs(straight, keep, 40.0)
    assert length(straight[run]) == 58
    assert not list(runs(straight, keep, 60.0))


def test_short_breaks_are_bridged_and_short_stretches_are_not_kept() -> None:
    """Runs of a flag along a line are cleaned both ways."""
    keep = np.array([1] * 8 + [0] * 2 + [1] * 8 + [0] * 8 + [1] * 2 + [0] * 8, bool)
    assert bridged(keep, 4).tolist() == [True] * 18 + [False] * 18


def test_of_two_lines_side_by_side_the_weightier_stays_and_crossings_stay() -> None:
    """No contour is drawn twice."""
    first, beside = line((0, 0), (100, 0)), line((0, 3), (100, 3))
    through = line((50, -50), (50, 50))
    kept = apart([beside, first, through], [1.0, 3.0, 2.0], 5.0, 30.0)
    assert [length(each) for each in kept] == [100.0, 100.0]
    assert kept[0][:, 1].max() == 0
    assert apart([], [], 5.0, 30.0) == []


def test_an_edge_is_as_strong_as_its_step_and_one_pixel_thin() -> None:
    """A step of 30 L* reads 30 within a tenth; one edge is a crowd of one, three are three."""
    light = np.where(COLUMNS < 100, 50, 80)
    lab = np.stack([light, 0 * light, 0 * light], 2).astype(np.float32)
    edges = steps(lab, 2.0, np.ones(light.shape, bool), 6.0)
    assert abs(edges.strong[50, 99] - 30) < 3
    assert (edges.thin.sum(1) == 1).all()
    assert abs(crowd(edges, 10.0, 20.0)[100, 99] - 1) < 0.1
    thrice = edges.thin | np.roll(edges.thin, 8, 1) | np.roll(edges.thin, -8, 1)
    strong = np.full_like(edges.strong, 20)
    assert abs(crowd(replace(edges, thin=thrice, strong=strong), 10.0, 20.0)[100, 99] - 3) < 0.2
