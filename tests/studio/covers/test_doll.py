"""A doll's head laid over a head: which pose, which size, and what is kept."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import pytest

from facevalue.core.errors import NoEngine
from facevalue.core.places import Region
from facevalue.protection.heads import head_of
from facevalue.studio.covers import doll
from facevalue.studio.doll.render import run
from tests.photographs import astronaut
from tests.protection.test_heads import looking


@pytest.mark.parametrize(
    ("yaw", "pitch", "pose"),
    [(0, 0, (0, 0)), (-24, 3, (20, 0)), (75, -20, (60, -12)), (31, 9, (40, 12))],
)
def test_the_nearest_pose_is_taken(yaw: float, pitch: float, pose: tuple[float, float]) -> None:
    """Heads to the left use the mirror picture of those to the right."""
    assert doll._pose(math.radians(yaw), math.radians(pitch)) == pose


def test_a_head_is_rendered_once_and_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second cover, and the next process, take the picture from the cache folder."""
    made = []

    def rendered(poses: list[tuple[float, float]], side: int) -> object:
        made.append((poses, side))
        return np.full((1, side, side, 6), 200, np.uint8)

    monkeypatch.setenv("FACEVALUE_CACHE", str(tmp_path))
    monkeypatch.setattr(doll, "_rendered", rendered)
    for _ in range(2):
        doll._bust.cache_clear()
        assert doll._bust(20.0, 0.0, 384).shape == (384, 384, 6)
    doll._bust.cache_clear()
    assert made == [([(20.0, 0.0)], 384)]
    assert len(list((tmp_path / "busts").glob("*.npz"))) == 1


def test_without_the_renderer_it_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A clear sentence, and the picture is not half covered."""

    def missing(_: object) -> None:
        raise NoEngine(run.MISSING)

    monkeypatch.setenv("FACEVALUE_CACHE", str(tmp_path))
    monkeypatch.setattr(run, "_started", missing)
    doll._bust.cache_clear()
    pixels, head = astronaut().copy(), head_of(looking(0.0))
    with pytest.raises(NoEngine, match="renderer"):
        doll.DOLL.paint(pixels, np.ones((512, 512), bool), head, Region(0, 0, 512, 512))
    assert (pixels == astronaut()).all()
    doll._bust.cache_clear()
