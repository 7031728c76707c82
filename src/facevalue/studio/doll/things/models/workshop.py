"""Hand tools: a wrench with a screwdriver, scissors, a chef's knife on its board."""

from __future__ import annotations

import numpy as np

from ...parts import Material, Mesh, Piece
from ...shapes.solids import box, curve, cylinder
from ...shapes.turned import joined, lathe, mirrored, sweep
from ...shapes.vectors import normals
from ..kit import Look, Pieces, add, cast, cut, gloss, metal, piece, placed, posed, satin, slab
from ..plates import plate, rounded, sheet, smooth


def wrench(step: float) -> Pieces:
    """A spanner and a screwdriver, crossed."""
    jaw = [
        (0.10 * np.cos(a), 0.47 + 0.135 * np.sin(a))
        for a in np.linspace(0, 2 * np.pi, 24, endpoint=False)
    ]
    jaw = [(x * 1.35, y) for x, y in jaw]
    key = cast(
        "spanner",
        "steel",
        step,
        slab([(-0.062, -0.5), (0.062, -0.5), (0.052, 0.45), (-0.052, 0.45)], 0, 0.035, 0.016),
        add(slab(jaw, 0, 0.05, 0.02), 0.03),
        add(cylinder((0, -0.5, 0), 0.125, 0.05, 0.02, axis=2), 0.03),
        cut(
            slab(
                [(-0.062, 0.47), (0.0, 0.43), (0.062, 0.47), (0.075, 0.8), (-0.055, 0.8)],
                0,
                0.2,
                0.004,
            ),
            0.012,
        ),
        cut(
            slab(
                [(0.068 * np.cos(a), -0.5 + 0.068 * np.sin(a)) for a in np.arange(6) * np.pi / 3],
                0,
                0.2,
                0.004,
            ),
            0.012,
        ),
        cut(box((0, -0.02, 0.045), (0.026, 0.3, 0.022), 0.02), 0.008),
        cut(box((0, -0.02, -0.045), (0.026, 0.3, 0.022), 0.02), 0.008),
    )
    return [
        *placed([key], (0.0, 0.0, -0.035), (0, 0, -40)),
        *placed(_driver(), (0, 0, 0.11), (0, 0, 40)),
    ]


DRIVER = ("grip", "cap", "band", "shaft")
"""The screwdriver's pieces."""


def _driver() -> Pieces:
    """Along y, tip upwards."""
    grip = lathe(
        [
            (0, -0.6),
            (0.06, -0.6),
            (0.088, -0.53),
            (0.082, -0.36),
            (0.09, -0.22),
            (0.05, -0.14),
            (0.058, -0.08),
            (0, -0.08),
        ],
        72,
        0.03,
        (8, 0.009),
    )
    cap = lathe([(0, -0.625), (0.05, -0.625), (0.066, -0.58), (0, -0.56)], 32, 0.015)
    band = lathe(
        [(0.05, -0.205), (0.094, -0.205), (0.083, -0.17), (0.05, -0.17), (0.05, -0.205)], 40, 0.006
    )
    shaft = lathe([(0, -0.1), (0.03, -0.1), (0.03, 0.42), (0.026, 0.44), (0, 0.44)], 24, 0.004)
    tip = lathe([(0, 0.42), (0.03, 0.42), (0.044, 0.52), (0.04, 0.58), (0, 0.58)], 24)
    flat = tip.points.copy()
    flat[:, 2] *= np.interp(flat[:, 1], [0.42, 0.52, 0.6], [1.0, 0.34, 0.16]).astype(np.float32)
    return [
        piece("grip", "grip", grip), piece("cap", "dark", cap), piece("band", "dark", band),
        piece("shaft", "steel", joined(shaft, Mesh(flat, tip.faces, normals(flat, tip.faces)))),
    ]  # fmt: skip


def wrench_look(accent: str) -> Look:
    """Steel and a handle in the accent's colour."""
    return {"steel": metal("#cfd4da", 0.2), "grip": gloss(accent), "dark": satin("#2b2d35")}


def scissors(step: float) -> Pieces:
    """Open, with round handles."""
    one = _half(step, "a")
    other = [Piece(p.name, mirrored(p.mesh), p.role) for p in _half(step, "b")]
    screw = lathe([(0, -0.075), (0.05, -0.075), (0.05, 0.07), (0.035, 0.085), (0, 0.085)], 32, 0.01)
    slot = [(-0.032, -0.006), (0.032, -0.006), (0.032, 0.006), (-0.032, 0.006)]
    return [
        *placed(one, (0, 0, 0.026), (0, 0, 20)), *placed(other, (0, 0, -0.026), (0, 0, -20)),
        *placed([piece("screw", "brass", screw)], tilt=(90, 0, 0)),
        piece("slot", "dark", plate(slot, 0.004, 0.002).placed((0, 0, 0.085))),
    ]  # fmt: skip


def _half(step: float, name: str) -> Pieces:
    """A blade upwards, its shank and ring downwards to the right."""
    edge = smooth(
        [
            (0, 0.64),
            (-0.035, 0.42),
            (-0.062, 0.12),
            (-0.05, -0.04),
            (0.0, -0.09),
            (0.05, -0.05),
            (0.052, 0.1),
            (0.035, 0.35),
        ],
        44,
    )
    blade = cast(f"blade-{name}", "steel", step, slab(edge, 0, 0.024, 0.01))
    t = np.linspace(0, 2 * np.pi, 40, endpoint=False)
    ring = np.column_stack([0.155 + 0.105 * np.cos(t), -0.40 + 0.145 * np.sin(t), 0 * t])
    shank = [(0.0, -0.02, 0), (0.02, -0.12, 0), (0.055, -0.22, 0), (0.075, -0.30, 0)]
    return [
        blade, piece(f"ring-{name}", "grip", sweep(ring, 0.036, 14, closed=True)),
        piece(f"shank-{name}", "grip", sweep(shank, [0.035, 0.042, 0.04, 0.036], 14)),
    ]  # fmt: skip


def scissors_look(accent: str) -> Look:
    """Steel blades, handles in the accent's colour."""
    return {"steel": metal("#d6dade", 0.18), "grip": gloss(accent), "brass": metal("#e9c56a"),
            "dark": satin("#5e4a1e")}  # fmt: skip


def knife(step: float) -> Pieces:
    """A chef's knife in front of a cutting board."""
    board = cast(
        "board", "wood", step, slab(rounded(0.52, 0.36, 0.10), 0, 0.04, 0.018),
        cut(cylinder((0.42, 0.26, 0), 0.045, 0.2, 0.01, axis=2), 0.015),
    )  # fmt: skip
    inlay = [
        plate(rounded(0.03, 0.354, 0.01, 3), 0.004, 0.002).placed((x, 0, 0.0385))
        for x in (-0.43, -0.34)
    ]
    belly = curve([(-0.62, 0.055), (-0.40, -0.09), (-0.14, -0.115), (0.085, -0.115)], 20)
    blade = np.vstack([belly, [(0.105, -0.10), (0.105, 0.085), (-0.2, 0.088), (-0.5, 0.08)]])
    low = np.column_stack([belly[2:-1] + np.array([0.01, 0.014]), np.full(17, 0.0225)])
    wide = np.outer(np.linspace(0.3, 1, 17), (0.0, 0.034, 0.0))
    shine = np.stack([low, low + wide / 2, low + wide], 1)
    grip = cast(
        "grip",
        "grip",
        step,
        slab(
            smooth(
                [
                    (0.13, 0.085),
                    (0.30, 0.075),
                    (0.50, 0.08),
                    (0.585, 0.06),
                    (0.60, -0.03),
                    (0.56, -0.055),
                    (0.42, -0.015),
                    (0.28, -0.02),
                    (0.13, -0.01),
                ],
                48,
            ),
            0,
            0.05,
            0.034,
        ),
    )
    bolster = plate(rounded(0.03, 0.055, 0.02, 4), 0.05, 0.02).placed((0.118, 0.036, 0))
    rivet = lathe([(0, 0), (0.017, 0), (0.015, 0.01), (0, 0.012)], 20)
    rivets = [posed(rivet, (x, 0.032, 0.046), (90, 0, 0)) for x in (0.23, 0.35, 0.47)]
    cutter = [
        cast("blade", "steel", step, slab(blade, 0, 0.022, 0.012)),
        piece("edge", "shine", sheet(shine[::-1], np.tile((0, 0, 1.0), (17, 1)), 0.003)),
        grip, piece("bolster", "steel", bolster), piece("rivets", "steel", joined(*rivets)),
    ]  # fmt: skip
    return [
        board, piece("inlay", "inlay", joined(*inlay)),
        *placed(cutter, (0.0, 0.0, 0.13), (0, 0, -32), 1.04),
    ]  # fmt: skip


def knife_look(_accent: str) -> Look:
    """Steel, a dark handle, wood."""
    return {
        "steel": metal("#cdd2d8", 0.2), "shine": metal("#f3f5f7", 0.12),
        "grip": Material("#2a2526", roughness=0.3, clearcoat=0.5),
        "wood": Material("#d9a866", roughness=0.4, clearcoat=0.25), "inlay": satin("#96602f"),
    }  # fmt: skip
