"""Closed surfaces made straight from curves."""

from __future__ import annotations

import numpy as np
import pytest

from facevalue.studio.doll.head.surfaces import Reals, dome, joined, rings, sheet, swept, through

from .checks import open_edges, volume


def straight(lines: int = 1) -> Reals:
    """Parallel lines of length one."""
    t = np.linspace(0, 1, 9)
    return np.stack([np.stack([0 * t + k, t, 0 * t], 1) for k in range(lines)])


def bowl(off: float) -> Reals:
    """Half a sphere as a grid from its pole."""
    turn = np.arange(24)[:, None] * 2 * np.pi / 24
    down = np.linspace(0, np.pi / 2, 9)[None, :]
    r = 1 + off
    x, z = np.sin(turn) * np.sin(down), np.cos(turn) * np.sin(down)
    return r * np.stack([x, np.cos(down) + 0 * x, z], -1)


def test_a_swept_lock_is_closed_and_has_its_volume() -> None:
    """A plain tube holds about pi r^2 h, its faces look outwards, and it has no hole."""
    mesh = swept(straight(3), [0, 0, 1], 0.1, 0.1, around=48)
    assert open_edges(mesh) == 0
    assert volume(mesh) == pytest.approx(3 * np.pi * 0.01, rel=0.02)


def test_ridges_take_material_away() -> None:
    """Grooves are cut into a lock; they never make it thicker."""
    plain = swept(straight(), [0, 0, 1], 0.1, 0.1, around=40)
    grooved = swept(straight(), [0, 0, 1], 0.1, 0.1, strands=5, depth=0.4, around=40)
    assert open_edges(grooved) == 0
    assert volume(grooved) < 0.95 * volume(plain)


def test_grooves_follow_the_lock() -> None:
    """Without a twist a valley runs straight along the lock: the same at each step."""
    grooved = swept(straight(), [0, 0, 1], 0.1, 0.1, strands=4, depth=0.4, around=40)
    section = grooved.points[: 9 * 40].reshape(9, 40, 3)[..., [0, 2]]
    assert np.abs(section - section[:1]).max() < 1e-5


def test_bowls_sheets_and_rings_are_closed() -> None:
    """Each thick surface is closed along its border and looks outwards."""
    flat = np.stack([*np.meshgrid(np.arange(4.0), np.arange(5.0), indexing="ij"), np.zeros((4, 5))])
    grid = flat.transpose(1, 2, 0)
    raised = grid + np.array([0, 0, 0.1])
    turn = np.linspace(0, 2 * np.pi, 20, endpoint=False)
    r = 2 + 0.3 * np.cos(turn)[None, :]
    c, s = np.cos(turn)[:, None], np.sin(turn)[:, None]
    ring = np.stack([c * r, 0.3 * np.sin(turn)[None, :] + 0 * c, s * r], -1)
    for mesh in (dome(bowl(0.1), bowl(0.0)), sheet(raised, grid), rings(ring)):
        assert open_edges(mesh) == 0
        assert volume(mesh) > 0
        assert np.allclose(np.linalg.norm(mesh.normals, axis=1), 1, atol=1e-4)


def test_joining_keeps_every_triangle() -> None:
    """Joined meshes are still closed and hold as much as their parts."""
    one = swept(straight(), [0, 0, 1], 0.1, 0.1)
    assert volume(joined([one, one])) == pytest.approx(2 * volume(one), rel=1e-5)
    assert open_edges(joined([one, one])) == 0


def test_a_line_goes_through_its_controls() -> None:
    """The first and the last control point are the ends of the line."""
    controls = np.array([[[0.0, 0, 0], [1, 1, 0], [2, 0, 0]]])
    line = through(controls, 11)
    assert np.allclose(line[0, [0, -1]], controls[0, [0, -1]])
    assert line[0, :, 1].max() == pytest.approx(1, abs=0.05)
