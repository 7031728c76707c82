"""A dog, sitting."""

from __future__ import annotations

import numpy as np

from ...parts import Mesh, Piece
from ...shapes.solids import capsule, curve, ellipsoid, sphere, spline, tube
from ...shapes.turned import joined, lathe, stretched, sweep
from ..kit import Look, Pieces, add, both, cast, cut, gloss, piece, satin
from .animals import collar, details, eyes


def dog(step: float) -> Pieces:
    """A puppy with hanging ears, a pale muzzle, and its tongue out."""
    coat = [
        add(ellipsoid((0, -0.24, -0.06), (0.215, 0.27, 0.20))),
        add(ellipsoid((0, -0.06, 0.01), (0.165, 0.18, 0.15)), 0.12),
        add(ellipsoid((0, 0.23, 0.04), (0.265, 0.225, 0.225)), 0.07),
        add(ellipsoid((0, 0.14, 0.14), (0.21, 0.13, 0.14)), 0.08),
        *both(
            lambda s: add(
                capsule((0.10 * s, -0.12, 0.10), (0.105 * s, -0.42, 0.14), 0.075, 0.066), 0.06
            )
        ),
        *both(lambda s: add(ellipsoid((0.205 * s, -0.33, -0.02), (0.11, 0.155, 0.165)), 0.06)),
        *both(
            lambda s: add(
                capsule((0.215 * s, -0.445, 0.02), (0.235 * s, -0.45, 0.13), 0.058, 0.062), 0.04
            )
        ),
        add(
            tube(
                curve([(0.05, -0.36, -0.22), (0.28, -0.36, -0.28), (0.36, -0.12, -0.22)], 9),
                np.linspace(0.06, 0.045, 9),
            ),
            0.05,
        ),
    ]
    pale = cast(
        "pale", "pale", step,
        ellipsoid((0, 0.125, 0.235), (0.115, 0.085, 0.10)),
        *both(lambda s: add(ellipsoid((0.052 * s, 0.112, 0.29), (0.068, 0.055, 0.06)), 0.03)),
        add(ellipsoid((0, 0.05, 0.22), (0.075, 0.05, 0.075)), 0.04),
    )  # fmt: skip
    more = cast(
        "paws", "pale", step,
        ellipsoid((0, -0.10, 0.10), (0.125, 0.15, 0.095)),
        add(ellipsoid((0, -0.22, 0.09), (0.075, 0.13, 0.09)), 0.05),
        *both(lambda s: add(ellipsoid((0.107 * s, -0.45, 0.175), (0.075, 0.052, 0.092)))),
        *both(lambda s: add(ellipsoid((0.238 * s, -0.462, 0.165), (0.068, 0.045, 0.075)))),
        add(sphere((0.362, -0.105, -0.218), 0.05)),
    )  # fmt: skip
    ears = joined(*both(_ear))
    tongue = cast("tongue", "tongue", step, ellipsoid((0, 0.0, 0.285), (0.042, 0.062, 0.022)),
                  cut(capsule((0, 0.05, 0.315), (0, -0.03, 0.315), 0.01), 0.01))  # fmt: skip
    toes = [
        sweep([(x + dx, -0.43, z), (x + dx * 1.15, -0.462, z + 0.017)], 0.0065, 6)
        for x, z in ((0.107, 0.25), (-0.107, 0.25), (0.238, 0.225), (-0.238, 0.225))
        for dx in (-0.022, 0.022)
    ]
    return [
        cast("coat", "coat", step, *coat), pale, more, piece("ears", "ear", ears), tongue,
        piece("toes", "line", joined(*toes)), _nose(), *eyes(0.108, 0.245, 0.232, 0.046),
        *collar(0.045, 0.17), *_patch(step),
    ]  # fmt: skip


def _ear(side: int) -> Mesh:
    """A hanging ear, thickest near its end."""
    line = [(0.13, 0.39, 0.0), (0.26, 0.42, 0.02), (0.335, 0.30, 0.05), (0.345, 0.06, 0.07)]
    path = spline(np.array(line) * [side, 1, 1], 30)
    share = np.linspace(0, 1, 30)
    thick = np.interp(share, [0, 0.3, 0.7, 0.9, 1], [0.06, 0.075, 0.105, 0.10, 0.085])
    return sweep(path, thick, 24, flat=0.75)


def _patch(step: float) -> Pieces:
    """A darker spot round one eye and one on the haunch."""
    return [
        cast("patch", "ear", step, ellipsoid((0.118, 0.265, 0.145), (0.105, 0.105, 0.112))),
        cast("spot", "ear", step, ellipsoid((-0.222, -0.27, -0.03), (0.102, 0.088, 0.11))),
    ]


def _nose() -> Piece:
    """A wide shiny button."""
    nose = lathe([(0, -0.5), (0.7, -0.42), (1, 0), (0.75, 0.4), (0, 0.5)], 28, 0.3)
    return piece("nose", "nose", stretched(nose, (0.052, 0.062, 0.04), (0, 0.165, 0.325)))


def dog_look(accent: str) -> Look:
    """Caramel and cream."""
    return {
        "coat": satin("#d79a56"), "pale": satin("#fbead0"), "ear": satin("#8a5227"),
        "tongue": gloss("#f0788c"), "nose": gloss("#2a1c1a"), "line": satin("#c79c6a"),
        **details(accent),
    }  # fmt: skip
