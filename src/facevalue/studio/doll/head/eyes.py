"""Eyes: a glossy bulge in each opening, lids over and under it, and the line of the lashes."""

from __future__ import annotations

import numpy as np

from ..parts import Mesh, Piece
from ..shapes.field import with_uv
from ..spec import HeadSpec
from .face import face_uv
from .features import Eye, features
from .skull import Skull, skull
from .surfaces import Reals, dome, joined, swept, taper

LOOK = 0.30
"""Half the side of the square that the eye's texture covers, for an adult's eye."""


def eye_pieces(spec: HeadSpec) -> list[Piece]:
    """Eyeballs (``eye``), lids (``face``) and lash lines (``lash``) of both eyes."""
    s, eye = skull(spec), features(spec).eye
    balls = joined([_ball(s, eye, side) for side in (-1, 1)])
    lids = joined([_lid(s, eye, side, upper) for side in (-1, 1) for upper in (True, False)])
    lashes = joined([_lashes(s, eye, side, spec.lashes) for side in (-1, 1)])
    return [
        Piece("eyes", balls, "eye"),
        Piece("lids", with_uv(lids, face_uv(lids.points.astype(np.float64))), "face"),
        Piece("lashes", lashes, "lash"),
    ]


def _ball(s: Skull, eye: Eye, side: int) -> Mesh:
    """The bulge: highest in its middle, its rim under the lids."""
    turn = np.linspace(0, 2 * np.pi, 64, endpoint=False)[:, None]
    share = np.linspace(0, 1.12, 18)[None, :]
    rim = eye.outline(np.broadcast_to(turn, (64, 18)))
    flat = [eye.x, eye.y] + (rim - [eye.x, eye.y]) * share[..., None]
    z = s.front(flat[..., 0], flat[..., 1]) - 0.030 + 0.052 * (1 - np.minimum(share, 1.1) ** 2)
    outer = np.stack([side * flat[..., 0], flat[..., 1], z], -1)
    mesh = dome(outer, outer - [0, 0, 0.12])
    p = mesh.points.astype(np.float64)
    reach = LOOK * eye.iris / 0.150
    uv = np.stack([p[:, 0] - side * eye.x, p[:, 1] - eye.y - 0.018], 1) / (2 * reach) + 0.5
    return with_uv(mesh, np.clip(uv, 0, 1))


def _along(s: Skull, eye: Eye, side: int, turn: Reals, grow: float, off: float) -> Reals:
    """A line (1, n, 3) along the eye's edge, ``grow`` outside it, ``off`` before the skin."""
    flat = eye.outline(turn, grow)
    z = s.front(flat[:, 0], flat[:, 1]) + off
    return np.stack([side * flat[:, 0], flat[:, 1], z], 1)[None]


def _lid(s: Skull, eye: Eye, side: int, upper: bool) -> Mesh:
    span = (-0.10, np.pi + 0.12) if upper else (np.pi - 0.05, 2 * np.pi + 0.05)
    turn = np.linspace(*span, 36)
    girth = np.sin(np.linspace(0.0, 1.0, 36) * np.pi).clip(0) ** 0.6
    wide, thick = (0.036, 0.040) if upper else (0.014, 0.010)
    path = _along(s, eye, side, turn, 0.020 if upper else 0.010, -0.010 if upper else -0.014)
    # Both ends dive into the skin, so that the lids meet without stubs.
    path[0, :, 2] -= 0.045 * (1 - girth) ** 1.5
    return swept(path, s.normal(path), 0.015 + wide * girth, 0.015 + thick * girth, around=18)


def _lashes(s: Skull, eye: Eye, side: int, full: bool) -> Mesh:
    end = -0.20 if full else -0.06
    turn = np.linspace(end, np.pi + 0.02, 40)
    path = _along(s, eye, side, turn, -0.006, 0.034)
    swell = np.sin(np.linspace(0.02, 0.98, 40) * np.pi) ** 0.8
    girth = 0.006 + (0.024 if full else 0.017) * swell
    line = swept(path, [0, 0, 1], girth, girth * 0.9, around=10)
    if not full:
        return line
    return joined([line, *(_lash(s, eye, side, a) for a in (0.10, 0.42, 0.74))])


def _lash(s: Skull, eye: Eye, side: int, turn: float) -> Mesh:
    """One curved lash near the outer corner."""
    t = np.linspace(0, 1, 9)
    root = eye.outline(np.array([turn]))[0]
    away = np.array([np.cos(turn * 0.8 + 0.15), np.sin(turn * 0.8 + 0.15) + 0.15])
    flat = root + away * (0.088 * t)[:, None] + np.array([0, 0.035])[None] * (t**2)[:, None]
    z = s.front(flat[:, 0], flat[:, 1]) + 0.036 + 0.035 * t
    path = np.stack([side * flat[:, 0], flat[:, 1], z], 1)[None]
    return swept(path, [0, 0, 1], 0.017 * taper(9, 1, 0.6), 0.016, around=8)
