"""Where the light comes from: what of the faces is lit.

A Lambertian fit: the lightness of the faces' skin is a linear function of the mesh's normals.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ...likeness.regions import FOREHEAD, LEFT_CHEEK, RIGHT_CHEEK
from .planes import Floats
from .scene import Light, Person, Points

PATCHES = (*LEFT_CHEEK, *RIGHT_CHEEK, *FOREHEAD, 1, 4, 5, 6, 50, 280, 101, 330, 132, 361, 58, 288,
           93, 323, 127, 356, 162, 389, 172, 397, 150, 379, 152, 200, 199)  # fmt: skip
FEWEST = 48.0
"""Height of a face, pixels, from which its shading tells anything."""


def light(lab: Floats, people: Sequence[Person]) -> Light:
    """The light of a picture; the usual one, with no sureness, where no face tells."""
    fits = [fit for each in people[:6] if each.drawn and each.height >= FEWEST
            for fit in [_fit(lab, each)] if fit is not None]  # fmt: skip
    if not fits:
        return Light()
    weights = np.array([fit[2] for fit in fits])
    total = np.sum([fit[0] * fit[2] for fit in fits], 0)
    length = float(np.linalg.norm(total))
    if length < 1e-6:
        return Light()
    x, y, z = (float(v) for v in total / length)
    warmth = float(np.average([fit[1] for fit in fits], weights=weights + 1e-6))
    return Light((x, y, z), warmth, float(np.clip(length / len(fits), 0, 1)))


def _fit(lab: Floats, person: Person) -> tuple[Points, float, float] | None:
    """Direction (unit), warmth, sureness of one face."""
    normals = person.mesh - person.mesh.mean(0)
    points = person.mesh[list(PATCHES)]
    at = points[:, :2].round().astype(int)
    inside = (at >= 0).all(1) & (at < [lab.shape[1], lab.shape[0]]).all(1)
    if inside.sum() < 20:
        return None
    out = normals[list(PATCHES)][inside] * [1, 1, -1]
    out = out / np.linalg.norm(out, axis=1, keepdims=True)
    seen = lab[at[inside, 1], at[inside, 0]].astype(np.float64)
    design = np.column_stack([out, np.ones(len(out))])
    answer, *_ = np.linalg.lstsq(design, seen[:, 0], rcond=None)
    left = seen[:, 0] - design @ answer
    explained = 1 - left.var() / max(seen[:, 0].var(), 1e-6)
    slope = float(np.linalg.norm(answer[:3]))
    if slope < 1e-6:
        return None
    lit = seen[:, 0] > np.median(seen[:, 0])
    warmth = float(seen[lit, 2].mean() - seen[~lit, 2].mean())
    return answer[:3] / slope, warmth, float(explained * min(1.0, slope / 12))
