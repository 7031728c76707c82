"""Texture coordinates of clothes: how flat cloth lies round a trunk, sleeves and legs."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..parts import Mesh
from .columns import Column
from .patterns import MIDDLE, WIDE
from .sheets import unit

Vectors = NDArray[np.float64]

ROUND = 0.30
"""Units of cloth per radian round the trunk."""

ASIDE = 1.35
"""Where on the cloth the sleeves are cut from, away from the print."""


@dataclass(frozen=True, slots=True, eq=False)
class Tube:
    """A limb that cloth is wrapped along: its middle line (n x 3) and its radius there."""

    line: Vectors
    thick: Vectors


def wrapped(mesh: Mesh, limbs: tuple[Tube, ...], trunk: Column) -> Mesh:
    """The mesh with texture coordinates; points on a cut of the cloth are doubled.

    Points that lie nearest to the surface of a limb are wrapped along it, all others round the
    trunk, front in the middle.
    """
    p = mesh.points.astype(np.float64)
    kinds, lines = _kinds(p, limbs, trunk)
    votes = kinds[mesh.faces]
    kind = np.where(votes[:, 1] == votes[:, 2], votes[:, 1], votes[:, 0])
    faces = mesh.faces.astype(np.int64)
    turns = np.stack([line[:, 2] for line in lines])[kind[:, None], faces]
    behind = (turns.max(1) - turns.min(1) > np.pi)[:, None] & (turns < 0)
    keys = (faces * len(lines) + kind[:, None]) * 2 + behind
    unique, index = np.unique(keys.ravel(), return_inverse=True)
    point, own = unique // 2 // len(lines), unique // 2 % len(lines)
    found = np.stack(lines)[own, point]
    across = found[:, 0] + (unique % 2) * found[:, 3]
    flat = np.stack([across / WIDE + 0.5, (found[:, 1] - MIDDLE) / WIDE + 0.5], 1)
    return Mesh(
        mesh.points[point],
        np.ascontiguousarray(index.reshape(-1, 3), np.int32),
        mesh.normals[point],
        np.ascontiguousarray(np.clip(flat, 0, 1), np.float32),
    )


def _round(p: Vectors) -> Vectors:
    """Across, height (units of cloth), angle, and what a whole turn is across; round the trunk."""
    turn = np.arctan2(p[:, 0], p[:, 2] + 0.03)
    whole = np.full(len(p), 2 * np.pi * ROUND)
    return np.stack([turn * ROUND, p[:, 1], turn, whole], 1)


def _kinds(
    p: Vectors, limbs: tuple[Tube, ...], trunk: Column
) -> tuple[NDArray[np.int64], list[Vectors]]:
    """Which cloth each point belongs to (0 trunk, then limbs) and its places on each."""
    kinds = np.zeros(len(p), np.int64)
    off = np.abs(trunk.beside(*p.T.astype(np.float32)).astype(np.float64))
    lines = [_round(p)]
    for number, limb in enumerate(limbs, 1):
        far, along, turn, thick = _beside(p, limb)
        side = np.sign(limb.line[-1, 0])
        nearer = (np.abs(far - thick) < off) & (along > 0.10) & (p[:, 0] * side > 0)
        kinds[nearer] = number
        off = np.where(nearer, np.abs(far - thick), off)
        across, whole = turn * 0.15 + ASIDE * side, np.full(len(p), 2 * np.pi * 0.15)
        lines.append(np.stack([across, limb.line[0, 1] - along, turn, whole], 1))
    return kinds, lines


def _beside(p: Vectors, limb: Tube) -> tuple[Vectors, Vectors, Vectors, Vectors]:
    """Distance from a limb's line, how far along it, the angle round it, and its radius there."""
    line, ways = limb.line, np.diff(limb.line, axis=0)
    long = np.linalg.norm(ways, axis=1)
    away = p[:, None] - line[None, :-1]
    share = np.clip((away * ways).sum(2) / long**2, 0, None)
    share = np.where(np.arange(len(ways)) < len(ways) - 1, np.minimum(share, 1), share)
    out = away - share[..., None] * ways
    nearest = np.argmin((out**2).sum(2), 1)
    rows = np.arange(len(p))
    out, share = out[rows, nearest], share[rows, nearest]
    starts = np.concatenate([[0], np.cumsum(long)])
    # One frame for the whole limb: a frame of its own at each bend would break the pattern.
    ahead = unit(line[-1] - line[0])
    front = unit(np.cross(ahead, [1.0, 0, 0]))
    turn = np.arctan2((out * np.cross(ahead, front)).sum(1), (out * front).sum(1))
    thick = limb.thick[nearest]
    return np.linalg.norm(out, axis=1), starts[nearest] + share * long[nearest], turn, thick
