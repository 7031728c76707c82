"""Texture coordinates of clothes."""

from __future__ import annotations

import numpy as np
import pytest

from facevalue.studio.doll.body import build
from facevalue.studio.doll.body.patterns import WIDE
from facevalue.studio.doll.spec import BodySpec


@pytest.mark.parametrize("pose", ["relaxed", "cheer"])
def test_no_triangle_smears_the_cloth(pose: str) -> None:
    """A triangle never spans the cloth from one end to the other: cuts double their points."""
    top = next(p.mesh for p in build.build(BodySpec("tshirt", pose), 0.045) if p.name == "top")
    assert top.uv is not None
    corners = top.uv[top.faces]
    size = (corners.max(1) - corners.min(1)).max(1) * WIDE
    assert np.quantile(size, 0.95) < 0.12
    middle = top.points[top.faces].mean(1)
    outside = np.hypot(middle[:, 0], middle[:, 2]) > 0.2
    assert (size[outside] > 0.4).mean() < 0.002


def test_the_print_is_not_distorted() -> None:
    """On the chest, a unit of cloth is about a unit of surface, both ways, and not mirrored."""
    top = next(p.mesh for p in build.build(BodySpec("tshirt"), 0.03) if p.name == "top")
    assert top.uv is not None
    front = (top.points[:, 2] > 0.15) & (np.abs(top.points[:, 1] - 1.9) < 0.15)
    front &= np.abs(top.points[:, 0]) < 0.18
    x, u = top.points[front, 0], top.uv[front, 0] * WIDE
    y, v = top.points[front, 1], top.uv[front, 1] * WIDE
    assert np.polyfit(x, u, 1)[0] == pytest.approx(1.0, abs=0.2)
    assert np.polyfit(y, v, 1)[0] == pytest.approx(1.0, abs=0.05)


def test_sleeves_are_wrapped_along_themselves() -> None:
    """On a raised sleeve the cloth's height follows the arm, not the ground."""
    top = next(p.mesh for p in build.build(BodySpec("sweater", "cheer"), 0.03) if p.name == "top")
    assert top.uv is not None
    far = top.points[:, 0] > 0.8
    along = top.points[far] @ (0.64, 0.76, 0.1)
    assert np.corrcoef(along, top.uv[far, 1])[0, 1] < -0.9
