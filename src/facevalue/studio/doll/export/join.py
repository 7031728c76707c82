"""One body from many: united, and what would float pegged to its nearest neighbour."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ....core.errors import Refused
from ..parts import Part
from .solids import bodies

PEG = 0.045
"""Radius of a peg in units: a peg of 1.8 mm in a print of 100 mm."""

FARTHEST = 0.6
"""A part that is farther away than this, in units, is not joined."""

DUST = 2e-6
"""Below this share of the whole volume a loose crumb is left out."""

FIRST = 0.002
"""How far surfaces may move before they are united, in units: it makes that quicker."""

CLOSE = 0.08
"""Points of a surface are at most about this far apart where a peg's ends are looked for."""

BITE = 0.06
"""How deep a peg goes into what it joins."""

Vectors = NDArray[np.float64]


def united(parts: Sequence[Part]) -> Any:
    """All parts as one closed body without hollows. Raises Refused when one floats too far."""
    from manifold3d import Manifold, OpType

    solids = [body.simplify(FIRST) for part in parts for body in _solid(part)]
    whole, loose = _apart(Manifold.batch_boolean(solids, OpType.Add))
    while loose:
        pegs, far = _pegs(whole, loose)
        if not pegs:
            raise _floats(parts, far[0])
        whole, _ = _apart(Manifold.batch_boolean([whole, *loose, *pegs], OpType.Add))
        loose = far
    return whole


def _apart(body: Any) -> tuple[Any, list[Any]]:
    """The largest of the bodies in one, and the others; crumbs and hollows are left out."""
    found = sorted(body.decompose(), key=lambda each: -float(each.volume()))
    least = DUST * float(found[0].volume())
    return found[0], [each for each in found[1:] if each.volume() > least]


def _pegs(whole: Any, loose: Sequence[Any]) -> tuple[list[Any], list[Any]]:
    """Pegs from the whole to each loose body in reach, and the bodies that are not."""
    from scipy.spatial import cKDTree

    mine = corners(whole.refine_to_length(CLOSE))
    tree = cKDTree(mine)
    pegs, far = [], []
    for body in loose:
        theirs = corners(body.refine_to_length(CLOSE))
        away, place = tree.query(theirs)
        closest = int(np.argmin(away))
        if away[closest] > FARTHEST:
            far.append(body)
        else:
            pegs.append(peg(mine[place[closest]], theirs[closest]))
    return pegs, far


def peg(start: Vectors, end: Vectors) -> Any:
    """A round rod from one point to the other and a little on, into both sides."""
    from manifold3d import Manifold

    along = end - start
    length = float(np.linalg.norm(along))
    way = along / length if length > 1e-9 else np.array([0.0, 1.0, 0.0])
    rod = Manifold.cylinder(length + 2 * BITE, PEG, PEG, 24)
    side = np.cross(way, [1.0, 0, 0] if abs(way[0]) < 0.9 else [0, 1.0, 0])
    side /= np.linalg.norm(side)
    at = start - way * BITE
    return rod.transform(np.stack([side, np.cross(way, side), way, at], 1))


def _solid(part: Part) -> list[Any]:
    found = list(bodies(part.mesh))
    if not found:
        raise Refused(f"{_plain(part.name)} has no closed surface, so it cannot be printed in 3D")
    return found


def corners(body: Any) -> Vectors:
    """A body's corners, n x 3."""
    found: Vectors = np.asarray(body.to_mesh64().vert_properties, np.float64)[:, :3]
    return found


def _floats(parts: Sequence[Part], body: Any) -> Refused:
    """The refusal, with the name of the part that the loose body comes from."""
    from scipy.spatial import cKDTree

    sample = corners(body)[:200]
    away = [float(cKDTree(part.mesh.points).query(sample)[0].mean()) for part in parts]
    name = _plain(parts[int(np.argmin(away))].name)
    return Refused(
        f"{name} would float free of the figure, so no printable file was made; "
        "choose another pose or leave that thing out"
    )


def _plain(name: str) -> str:
    return "the part " + name.replace("_", " ")
