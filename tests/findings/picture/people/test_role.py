"""Whose photo it is: the same answer in any order, at any size, in the mirror."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from facevalue.core.person import Role
from facevalue.engines import face_finder
from facevalue.engines.face_finder import Face
from facevalue.findings.picture.people.prominence import measures
from facevalue.findings.picture.people.role import roles
from tests.findings.tables import CALM
from tests.photographs import astronaut, group, smaller

S, B = Role.SUBJECT, Role.BYSTANDER
Pixels = NDArray[np.uint8]
WIDTH, HEIGHT = 600, 400


def face(left: float, top: float, side: float, aside: float = 0.0) -> Face:
    """A square face whose nose lies ``aside`` (in distances of the eyes) beside their middle."""
    eyes = (left + 0.3 * side, top + 0.4 * side), (left + 0.7 * side, top + 0.4 * side)
    nose = (left + (0.5 + 0.4 * aside) * side, top + 0.6 * side)
    mouth = (left + 0.35 * side, top + 0.8 * side), (left + 0.65 * side, top + 0.8 * side)
    return Face((left, top, left + side, top + side), 0.8, (*eyes, nose, *mouth))


def plain() -> Pixels:
    """A picture without any detail: no face is sharper than another."""
    return np.full((HEIGHT, WIDTH, 3), 128, np.uint8)


def detailed() -> Pixels:
    """A picture that is sharp everywhere: random blocks of four pixels."""
    coarse = np.random.default_rng(5).integers(0, 256, (HEIGHT // 4, WIDTH // 4, 1), np.uint8)
    return np.repeat(np.repeat(np.repeat(coarse, 4, 0), 4, 1), 3, 2)


def blurred(pixels: Pixels, one: Face, times: int = 20) -> Pixels:
    """The picture with one face out of focus."""
    left, top, right, bottom = (int(side) for side in one.box)
    part = pixels[top:bottom, left:right].astype(np.float64)
    for _ in range(times):
        for axis in (0, 1):
            part = (np.roll(part, 1, axis) + part + np.roll(part, -1, axis)) / 3
    out = pixels.copy()
    out[top:bottom, left:right] = part.astype(np.uint8)
    return out


def answers(pixels: Pixels, faces: list[Face]) -> list[Role]:
    """The roles without their reasons."""
    return [role for role, _ in roles(pixels, faces)]


def mirrored(one: Face, width: int) -> Face:
    """The face in the mirrored picture, the left eye first again."""
    left, top, right, bottom = one.box
    right_eye, left_eye, nose, *mouth = ((width - x, y) for x, y in one.landmarks)
    box = (width - right, top, width - left, bottom)
    return Face(box, one.score, (left_eye, right_eye, nose, *reversed(mouth)))


def grown(one: Face, times: int) -> Face:
    """The face in the picture that many times larger."""
    left, top, right, bottom = (times * side for side in one.box)
    return Face(
        (left, top, right, bottom),
        one.score,
        tuple((times * x, times * y) for x, y in one.landmarks),
    )


SCENES = st.lists(
    st.builds(
        face,
        st.integers(-10, WIDTH - 20),
        st.integers(-10, HEIGHT - 20),
        st.integers(8, 200),
        st.sampled_from([-1.0, -0.25, 0.0, 0.25, 1.0]),
    ),
    min_size=1,
    max_size=14,
)


def test_nobody_is_asked_where_nobody_is() -> None:
    """No faces, no roles."""
    assert roles(plain(), []) == []


def test_a_single_face_is_a_subject() -> None:
    """The one face of a picture is whose picture it is."""
    assert roles(detailed(), [face(200, 100, 60)]) == [(S, "the only face")]


def test_a_single_tiny_face_is_a_bystander() -> None:
    """Who stands tiny in a landscape was not what the landscape is of."""
    assert answers(detailed(), [face(200, 100, 10)]) == [B]


def test_one_before_many() -> None:
    """A large face before small ones is the subject, alone."""
    small = [face(20 + 90 * step, 40, 40) for step in range(6)]
    told = roles(detailed(), [*small, face(240, 150, 160)])
    assert [role for role, _ in told] == [B] * 6 + [S]
    assert told[-1][1] == "the largest face"
    assert told[0][1] == "a quarter of the size of the largest"


def test_two_before_many() -> None:
    """Two large faces stand out from small ones behind them."""
    small = [face(20 + 90 * step, 40, 40, 1.0) for step in range(6)]
    faces = [face(100, 150, 140), face(330, 160, 100), *small]
    told = roles(detailed(), faces)
    assert [role for role, _ in told] == [S, S] + [B] * 6
    assert told[1][1] == "stands out from the rest, three quarters of the size of the largest"


def row(sides: list[int], aside: float = 0.0, pitch: int = 65) -> list[Face]:
    """Faces beside each other."""
    return [face(10 + pitch * step, 150, side, aside) for step, side in enumerate(sides)]


def test_a_row_is_a_group() -> None:
    """People of much the same size who look at the camera all belong to the picture."""
    told = roles(detailed(), row([50, 48, 46, 44, 42, 40, 38, 36, 50]))
    assert {role for role, _ in told} == {S}
    assert {why for _, why in told} == {"one of a group of similar size, turned to the camera"}


def test_a_crowd_has_no_subject() -> None:
    """Many faces far away, of all sizes and in all directions, are bystanders all."""
    sides = [44, 41, 38, 35, 32, 29, 26, 24, 22, 20, 18, 16]
    told = roles(detailed(), row(sides, aside=1.0, pitch=48))
    assert {role for role, _ in told} == {B}
    assert {why for _, why in told} == {"one of a crowd in which nobody stands out"}


def test_people_seen_from_above_are_a_crowd() -> None:
    """Faces alike but strewn all over the picture are no group unless all look at the camera."""
    strewn = [face(40 + 130 * (n % 4), 10 + 90 * (n // 4), 30, 1.0 * (n == 3)) for n in range(16)]
    assert set(answers(plain(), strewn)) == {B}
    assert set(answers(plain(), [one for n, one in enumerate(strewn) if n != 3])) == {S}


def test_a_blurred_face_in_front_is_a_bystander() -> None:
    """The largest face is nobody's subject when it is out of focus and another is in focus."""
    front, behind = face(380, 180, 150, 1.0), face(150, 100, 130)
    sharp = detailed()
    assert answers(sharp, [front, behind])[0] is S
    told = roles(blurred(sharp, front), [front, behind])
    assert [role for role, _ in told] == [B, S]
    assert told[0][1] == "the largest face, blurred"
    assert told[1][1].startswith("the sharpest of the large faces")


def test_a_face_cut_by_the_frame_counts_less() -> None:
    """Of two faces alike the one that the frame cuts is the bystander."""
    told = roles(plain(), [face(250, 100, 100, 1.0), face(-20, 100, 98)])
    assert [role for role, _ in told] == [S, B]
    assert told[1][1] == "about as large as the largest, cut by the edge of the picture"


@CALM
@given(SCENES, st.randoms(use_true_random=False))
def test_the_order_of_the_faces_does_not_matter(faces: list[Face], random: object) -> None:
    """Each face keeps its role and its reason however the faces are sorted."""
    order = list(range(len(faces)))
    random.shuffle(order)  # type: ignore[attr-defined]
    before = roles(detailed(), faces)
    assert roles(detailed(), [faces[at] for at in order]) == [before[at] for at in order]


@CALM
@given(SCENES)
def test_the_mirror_changes_nothing(faces: list[Face]) -> None:
    """Left and right are alike."""
    turned = [mirrored(one, WIDTH) for one in faces]
    assert answers(plain(), turned) == answers(plain(), faces)


@CALM
@given(SCENES, st.sampled_from([2, 4]))
def test_the_size_of_the_picture_does_not_matter(faces: list[Face], times: int) -> None:
    """A picture with more pixels is the same picture: the same roles, from the same measures."""
    larger, large = plain().repeat(times, 0).repeat(times, 1), [grown(one, times) for one in faces]
    assert answers(larger, large) == answers(plain(), faces)
    now, before = measures(larger, large), measures(plain(), faces)
    assert now.cut.tolist() == before.cut.tolist()
    assert now.side == pytest.approx(before.side)
    assert now.prominence == pytest.approx(before.prominence)


@CALM
@given(SCENES)
def test_every_answer_has_a_reason(faces: list[Face]) -> None:
    """Each face gets a role and some words, whatever the boxes."""
    told = roles(detailed(), faces)
    assert len(told) == len(faces)
    assert all(why and role in (S, B) for role, why in told)


@pytest.mark.parametrize("times", [1, 2, 3])
def test_a_real_face_before_smaller_ones(times: int) -> None:
    """In a real photo, too, the large face is the subject, at any size and in the mirror."""
    pixels = group(3).repeat(times, 0).repeat(times, 1)
    for shown in (pixels, np.ascontiguousarray(pixels[:, ::-1])):
        faces = sorted(face_finder.find(shown), key=lambda one: one.box[1] - one.box[3])
        assert answers(shown, faces) == [S, B, B]


def test_a_real_row_is_a_group() -> None:
    """Three real faces of one size beside each other are all subjects."""
    pixels = np.concatenate([astronaut()[:300]] * 3, 1)
    faces = face_finder.find(pixels)
    assert answers(pixels, faces) == [S, S, S]


def test_sharpness_is_seen_at_any_size() -> None:
    """A face made of few pixels and enlarged is less sharp than the same face taken large."""
    coarse = smaller(8).repeat(8, 0).repeat(8, 1)
    soft = blurred(coarse, Face((0, 0, 512, 512), 1, ()), times=12)
    pixels = np.concatenate([astronaut(), soft], 1)
    one = face_finder.find(astronaut())[0]
    left, top, right, bottom = one.box
    other = Face((left + 512, top, right + 512, bottom), 1, one.landmarks)
    seen = []
    for times in (1, 3):
        enlarged = pixels.repeat(times, 0).repeat(times, 1)
        sharp = measures(enlarged, [grown(one, times), grown(other, times)]).sharp
        assert sharp[0] == 1
        seen.append(float(sharp[1]))
    assert seen[0] < 0.75
    assert seen[1] == pytest.approx(seen[0], abs=0.05)
