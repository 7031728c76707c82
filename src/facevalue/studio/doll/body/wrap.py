"""Texture coordinates of clothes: how flat cloth lies round a trunk, sleeves and legs."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..parts import Mesh
from ..shapes.vectors import carried, unit
from .columns import Column
from .patterns import MIDDLE, WIDE

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

    What lies nearest to the surface of a limb is wrapped along it, all else round the trunk,
    front in the middle. Triangles are cut along the border between the two, as at an armhole.
    """
    for limb in limbs:
        mesh = _cut(mesh, _nearness(mesh.points.astype(np.float64), limb, trunk))
    p, faces = mesh.points.astype(np.float64), mesh.faces.astype(np.int64)
    middles = p[faces].mean(1)
    kind = np.zeros(len(faces), np.int64)
    for number, limb in enumerate(limbs, 1):
        kind[_nearness(middles, limb, trunk) < 0] = number
    lines = [_round(p), *(_along(p, limb) for limb in limbs)]
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


def _cut(mesh: Mesh, side: Vectors) -> Mesh:
    """The mesh with its triangles cut where ``side`` (a number at each point) changes sign."""
    faces = mesh.faces.astype(np.int64)
    below = (side < 0)[faces]
    count = below.sum(1)
    mixed = (count == 1) | (count == 2)
    if not mixed.any():
        return mesh
    lone = np.argmax(below[mixed] == (count[mixed] == 1)[:, None], 1)
    turned = (lone[:, None] + np.arange(3)) % 3
    a, b, c = np.take_along_axis(faces[mixed], turned, 1).T
    ends = np.sort(np.concatenate([np.stack([a, b], 1), np.stack([a, c], 1)]), 1)
    edges, index = np.unique(ends, axis=0, return_inverse=True)
    one, two = edges.T
    share = (side[one] / (side[one] - side[two]))[:, None].astype(np.float32)
    ab, ac = (np.asarray(index).ravel() + len(mesh.points)).reshape(2, -1)
    points = mesh.points[one] * (1 - share) + mesh.points[two] * share
    normals = mesh.normals[one] * (1 - share) + mesh.normals[two] * share
    cut = [np.stack(f, 1) for f in ((a, ab, ac), (ab, b, c), (ab, c, ac))]
    return Mesh(
        np.concatenate([mesh.points, points]),
        np.concatenate([faces[~mixed], *cut]).astype(np.int32),
        np.concatenate([mesh.normals, unit(normals).astype(np.float32)]),
    )


def _round(p: Vectors) -> Vectors:
    """Across, height (units of cloth), angle, and what a whole turn is across; round the trunk."""
    turn = np.arctan2(p[:, 0], p[:, 2] + 0.03)
    whole = np.full(len(p), 2 * np.pi * ROUND)
    return np.stack([turn * ROUND, p[:, 1], turn, whole], 1)


def _nearness(p: Vectors, limb: Tube, trunk: Column) -> Vectors:
    """Below 0 where the surface of a limb is nearer than that of the trunk."""
    off = np.abs(trunk.beside(*p.T.astype(np.float32)).astype(np.float64))
    far, along, _, thick = _beside(p, limb)
    inwards = -p[:, 0] * np.sign(limb.line[-1, 0])
    answer: Vectors = np.maximum(np.maximum(np.abs(far - thick) - off, 0.10 - along), inwards)
    return answer


def _along(p: Vectors, limb: Tube) -> Vectors:
    """As ``_round``, along a limb."""
    _, along, turn, _ = _beside(p, limb)
    across = turn * 0.15 + ASIDE * np.sign(limb.line[-1, 0])
    whole = np.full(len(p), 2 * np.pi * 0.15)
    # A sitter's legs begin low; their cloth still has to fit on the texture.
    start = max(float(limb.line[0, 1]), 1.4)
    return np.stack([across, start - along, turn, whole], 1)


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
    # The frame turns smoothly along the limb, so that bends do not break the pattern.
    ahead = unit(np.gradient(line, axis=0))
    front = carried(ahead)
    part = np.clip(share, 0, 1)[:, None]
    ahead, front = (v[nearest] * (1 - part) + v[nearest + 1] * part for v in (ahead, front))
    turn = np.arctan2((out * np.cross(ahead, front)).sum(1), (out * front).sum(1))
    thick = limb.thick[nearest]
    return np.linalg.norm(out, axis=1), starts[nearest] + share * long[nearest], turn, thick
