"""Things by name, and things in a hand."""

from __future__ import annotations

import numpy as np
import pytest

from facevalue.core.errors import Unknown
from facevalue.studio.doll.parts import Floats, Mesh
from facevalue.studio.doll.things import build, icons
from facevalue.studio.doll.things.catalogue import MODELS

GRAIN = 0.03


def in_hand(name: str, piece: str) -> Floats:
    """The points of one piece in the hand's coordinates."""
    held = build.held(name, GRAIN)
    assert held is not None
    mesh = next(p.mesh for p in build.build(name, GRAIN) if p.name == piece)
    return mesh.placed(held.at, held.turn, held.scale).points


def test_a_name_that_is_not_there() -> None:
    """Neither a model nor an icon: the names that come close are offered."""
    with pytest.raises(Unknown, match=r"no icon named 'octopuss'; choose from: octopus"):
        build.build("octopuss", GRAIN)


ROWS = {"cat": ("", "octopus", "octopus"), "tea": ("mug", "", "teapot")}


def test_rows_come_before_icons(monkeypatch: pytest.MonkeyPatch) -> None:
    """A row's name leads to its model or its icon."""
    monkeypatch.setattr(build, "_rows", lambda: ROWS)
    assert build._kind("cat") == ("", "octopus")
    assert build._kind("tea") == ("mug", "")
    assert build._kind("camera") == ("camera", "")
    assert build._kind("rocket") == ("", "rocket")


def test_every_row_can_be_built() -> None:
    """things.toml names only models and icons that are there, and each model has a row."""
    rows = build._rows()
    assert {model for model, *_ in rows.values() if model} <= set(MODELS)
    assert {icon for _, icon, _ in rows.values() if icon} <= set(icons.names())
    assert all(bool(model) != bool(icon) for model, icon, _ in rows.values())


def test_a_mug_is_held_by_its_handle() -> None:
    """The fist is round the handle, and the cup is beyond the palm."""
    handle, cup = in_hand("mug", "handle"), in_hand("mug", "cup")
    assert np.linalg.norm(handle, axis=1).min() < 0.08
    assert cup[:, 2].mean() > 0.1
    assert np.abs(cup[:, 0].mean()) < 0.02
    assert np.ptp(cup[:, 1]) > np.ptp(cup[:, 2]) * 0.9


def test_a_knife_is_held_without_its_board() -> None:
    """The blade points upwards out of the fist, and the board stays behind."""
    held = build.held("knife", GRAIN)
    assert held is not None
    assert set(held.without) == {"board", "inlay"}
    names = {piece.name for piece in build.build("knife", GRAIN)}
    assert set(held.without) < names
    assert in_hand("knife", "blade")[:, 1].min() > 0
    assert np.linalg.norm(in_hand("knife", "grip"), axis=1).min() < 0.08


def test_what_no_hand_can_hold() -> None:
    """A bicycle has no grip."""
    assert build.held("bicycle", GRAIN) is None


@pytest.mark.parametrize("name", [name for name, model in MODELS.items() if model.grip])
def test_things_in_hand_have_their_size(name: str) -> None:
    """The largest side is what the grip says, and the hand reaches the thing."""
    grip, held = MODELS[name].grip, build.held(name, GRAIN)
    assert grip is not None
    assert held is not None
    taken: list[Mesh] = [
        piece.mesh.placed(held.at, held.turn, held.scale)
        for piece in build.build(name, GRAIN)
        if piece.name not in held.without
    ]
    points = np.concatenate([mesh.points for mesh in taken])
    assert np.ptp(points, axis=0).max() == pytest.approx(grip.size, rel=0.35)
    assert np.linalg.norm(points, axis=1).min() < 0.16


def test_a_long_charm_is_held_by_its_end() -> None:
    """A microphone stands upright in the fist, most of it above."""
    points = in_hand("microphone", "charm")
    assert points[:, 1].max() > 0.4
    assert points[:, 1].min() > -0.2
    assert np.ptp(points[:, 1]) > 1.5 * np.ptp(points[:, 0])
    head, handle = points[:, 1] > 0.3, points[:, 1] < 0
    assert np.ptp(points[head, 0]) > 1.3 * np.ptp(points[handle, 0])


def test_a_wide_charm_lies_before_the_palm() -> None:
    """A pizza is in front of the hand."""
    points = in_hand("pizza", "charm")
    assert points[:, 2].mean() > 0.02
