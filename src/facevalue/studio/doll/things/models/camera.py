"""A rangefinder camera."""

from __future__ import annotations

import numpy as np

from ...parts import Material
from ...shapes.solids import box
from ...shapes.turned import joined, lathe, sweep
from ..kit import Look, Pieces, add, cast, cut, glass, gloss, matte, metal, piece, placed
from ..plates import brick


def camera(step: float) -> Pieces:
    """Leather and silver, with a large lens, dials, finder and flash."""
    grip = sweep([(-0.47, -0.2, 0.13), (-0.47, 0, 0.135), (-0.47, 0.2, 0.13)], 0.085, 20)
    body = joined(brick((0.60, 0.30, 0.17), 0.07), grip)
    top = cast(
        "top", "silver", step,
        box((0, 0.33, 0), (0.605, 0.085, 0.175), 0.05),
        add(box((0.0, 0.43, 0), (0.2, 0.11, 0.15), 0.05), 0.06),
        cut(box((0, 0.445, 0.17), (0.125, 0.052, 0.05), 0.02), 0.01),
        cut(box((0.41, 0.335, 0.19), (0.085, 0.047, 0.04), 0.015), 0.01),
    )  # fmt: skip
    base = piece("base", "silver", brick((0.605, 0.045, 0.175), 0.03).placed((0, -0.315, 0)))
    finder = brick((0.123, 0.05, 0.02), 0.01).placed((0, 0.445, 0.128))
    window = brick((0.083, 0.045, 0.02), 0.01).placed((0.41, 0.335, 0.148))
    shoe = brick((0.07, 0.012, 0.06), 0.008).placed((0, 0.55, 0))
    panes = [piece("finder", "flash", finder), piece("window", "pane", window)]
    return [
        piece("body", "leather", body),
        top,
        base,
        piece("shoe", "black", shoe),
        *panes,
        *_dials(),
        *_lens(),
    ]


def _dials() -> Pieces:
    """What is turned and pressed on the top, and the dot on the front."""
    wheel = [(0, 0), (0.095, 0), (0.095, 0.07), (0, 0.07)]
    speed = lathe(wheel, 72, 0.012, (24, 0.004)).placed((-0.43, 0.41, 0.0))
    wind = lathe(wheel, 72, 0.012, (24, 0.004)).placed((0.44, 0.41, 0.0), scale=0.9)
    button = lathe([(0, 0), (0.045, 0), (0.045, 0.055), (0, 0.065)], 32, 0.015)
    collar = lathe([(0, 0), (0.065, 0), (0.065, 0.02), (0, 0.02)], 32, 0.008)
    at = (-0.265, 0.41, 0.05)
    return [
        piece("dials", "silver", joined(speed, wind, collar.placed(at))),
        piece("button", "accent", button.placed(at)),
        *placed([piece("dot", "accent", lathe([(0, -0.01), (0.026, 0), (0, 0.012)], 24, 0.01))],
                (-0.27, 0.19, 0.17), (90, 0, 0)),
    ]  # fmt: skip


def _lens() -> Pieces:
    """Barrels and rings turned on a lathe, a domed glass, and what it mirrors."""
    barrel = lathe([(0, 0), (0.315, 0), (0.315, 0.07), (0.28, 0.07), (0.28, 0.23), (0.24, 0.23),
                    (0.21, 0.165), (0, 0.165)], 56, 0.012)  # fmt: skip
    grip = lathe([(0.27, 0.08), (0.3, 0.08), (0.3, 0.155), (0.27, 0.155), (0.27, 0.08)], 144, 0.01,
                 (36, 0.006))  # fmt: skip
    ring = lathe([(0.26, 0.18), (0.289, 0.18), (0.289, 0.205), (0.26, 0.205), (0.26, 0.18)],
                 56, 0.006)  # fmt: skip
    mount = lathe([(0, -0.01), (0.34, -0.01), (0.34, 0.03), (0, 0.03)], 56, 0.012)
    rise = np.linspace(0, 1, 9)
    dome = np.column_stack(
        [0.21 * np.cos(rise * np.pi / 2), 0.16 + 0.07 * np.sin(rise * np.pi / 2)]
    )
    eye = lathe(np.vstack([[(0, 0.15), (0.21, 0.15)], dome]), 48)
    inner = lathe([(0.1, 0.215), (0.11, 0.2), (0.12, 0.216), (0.11, 0.224), (0.1, 0.215)], 48)
    parts = [
        piece("barrel", "black", barrel), piece("grip", "rubber", grip),
        piece("ring", "accent", ring), piece("mount", "silver", mount),
        piece("glass", "glass", eye), piece("inner", "coating", inner),
    ]  # fmt: skip
    return placed(parts, (0.02, -0.03, 0.16), (90, 0, 0))


def camera_look(accent: str) -> Look:
    """Black and silver with rings in the accent's colour."""
    return {
        "leather": Material("#2a2c31", roughness=0.55, specular=0.4),
        "silver": metal("#d3d6da", 0.22),
        "black": Material("#17181b", roughness=0.25, clearcoat=0.6),
        "rubber": matte("#26272b"),
        "accent": gloss(accent),
        "glass": glass("#101c3d"),
        "coating": glass("#7a4fb5"),
        "flash": glass("#f4f6ee"),
        "pane": glass("#3d5a74"),
    }
