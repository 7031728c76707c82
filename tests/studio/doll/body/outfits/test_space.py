"""The astronaut's suit: gloved, ringed, and orange unless the photo says otherwise."""

from __future__ import annotations

import numpy as np
import pytest

from facevalue.studio.doll.anatomy import CHIN_TO_MIDDLE, HEAD_SCALE
from facevalue.studio.doll.body.build import build, stance
from facevalue.studio.doll.body.materials import palette
from facevalue.studio.doll.parts import Floats
from facevalue.studio.doll.spec import POSES, BodySpec
from facevalue.studio.traits import Traits

GRAIN = 0.045
ORANGE = "#e8692a"


def points(spec: BodySpec, role: str) -> Floats:
    """All points of one role."""
    found = [piece.mesh.points for piece in build(spec, GRAIN) if piece.role == role]
    return np.concatenate(found)


@pytest.mark.parametrize("seated", [False, True])
@pytest.mark.parametrize("pose", POSES)
def test_no_skin_shows_but_the_neck(pose: str, seated: bool) -> None:
    """Hands are gloved in every pose; skin is within the helmet ring or inside the suit."""
    spec = BodySpec("spacesuit", pose, seated=seated)
    neck = np.array(stance(spec).neck)
    skin = points(spec, "skin") - neck.astype(np.float32)
    assert np.abs(skin[skin[:, 1] > -0.2]).max() < 0.28
    assert {p.role for p in build(spec, GRAIN) if p.name.startswith("hand")} == {"glove"}


@pytest.mark.parametrize("pose", POSES)
def test_gloves_can_grip(pose: str) -> None:
    """The thicker fingers of the glove leave the held thing its place."""
    spec = BodySpec("spacesuit", pose, holds=True)
    hand = next(p.mesh for p in build(spec, GRAIN) if p.name == "hand1")
    away = np.array(stance(spec).hand.at, np.float32) - hand.points
    far = np.linalg.norm(away, axis=1)
    nearest = int(far.argmin())
    assert 0.02 < far[nearest] < 0.08
    assert away[nearest] @ hand.normals[nearest] > 0


@pytest.mark.parametrize("age", ["child", "adult"])
def test_the_helmet_ring_is_wide_and_below_the_chin(age: str) -> None:
    """The ring goes all round the neck, wider than it, and does not touch the chin."""
    spec = BodySpec("spacesuit", age=age)
    neck = stance(spec).neck
    metal = points(spec, "metal") - np.array(neck, np.float32)
    ring = metal[metal[:, 1] > -0.32 * stance(spec).scale]
    turn = np.degrees(np.arctan2(ring[:, 0], ring[:, 2]))
    assert np.histogram(turn, 12, (-180, 180))[0].min() > 0
    far = np.hypot(ring[:, 0], ring[:, 2])
    assert far[far > 0.05].min() > 0.2 * stance(spec).scale
    chin = (CHIN_TO_MIDDLE - 1) * HEAD_SCALE
    assert ring[:, 1].max() < chin - 0.02


@pytest.mark.parametrize(
    ("seen", "suit"),
    [(None, ORANGE), ("#2a5fb8", "#2a5fb8"), ("#e0702c", "#e0702c"), ("#8a8d92", ORANGE),
     ("#f4f4f2", ORANGE), ("#16161a", ORANGE), ("#c98d68", ORANGE)],
)  # fmt: skip
def test_only_strong_colours_tint_it(seen: str | None, suit: str) -> None:
    """A blue or orange top colours the suit; grey, white, black and skin-like tops do not."""
    assert palette(BodySpec("spacesuit"), Traits(), seen)["suit"] == suit
