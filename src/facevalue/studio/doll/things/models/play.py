"""Headphones and a game controller."""

from __future__ import annotations

import numpy as np

from ...parts import Material
from ...shapes.solids import capsule
from ...shapes.turned import joined, lathe, sweep
from ..kit import Look, Pieces, add, cast, glass, gloss, metal, piece, placed, posed, satin, slab
from ..plates import brick, plate, rounded


def headphones(_step: float) -> Pieces:
    """A padded band over two large cups."""
    turn = np.radians(np.linspace(-22, 202, 44))
    band = np.column_stack([0.45 * np.cos(turn), 0.47 * np.sin(turn) - 0.02, 0 * turn])
    part = np.abs(np.linspace(-1, 1, 44)) < 0.5
    pad = band[part] * [0.965, 0.965, 1]
    ends = [band[:7], band[-7:]]
    rails = [sweep(end * [1.0, 1, 1], 0.03, 14, flat=1.0) for end in ends]
    found = [
        piece("band", "shell", sweep(band[5:-5], 0.042, 16, flat=1.9)),
        piece("pad", "pad", sweep(pad, 0.052, 16, flat=1.8)),
        piece("rails", "metal", joined(*rails)),
    ]
    for side in (-1, 1):
        found += placed(_cup(), (0.425 * side, -0.26, 0), (0, 0, -90 * side + 6 * side))
    return found


def _cup() -> Pieces:
    """One cup about y: the cushion points down (inwards), the cap up."""
    shell = lathe(
        [(0, -0.01), (0.2, -0.01), (0.225, 0.03), (0.215, 0.09), (0.16, 0.135), (0, 0.15)], 56, 0.03
    )
    ring = lathe(
        [(0.12, 0.12), (0.163, 0.12), (0.163, 0.145), (0.12, 0.155), (0.12, 0.12)], 48, 0.01
    )
    cap = lathe([(0, 0.12), (0.122, 0.12), (0.12, 0.152), (0, 0.162)], 48, 0.01)
    cushion = lathe([(0.08, -0.14), (0.2, -0.14), (0.235, -0.08), (0.225, -0.01), (0.08, -0.01),
                     (0.08, -0.14)], 56, 0.05)  # fmt: skip
    inside = lathe([(0, -0.05), (0.1, -0.05), (0.1, -0.02), (0, -0.02)], 32)
    return [
        piece("shell", "shell", shell), piece("ring", "metal", ring), piece("cap", "cap", cap),
        piece("cushion", "pad", cushion), piece("inside", "mesh", inside),
    ]  # fmt: skip


def headphones_look(accent: str) -> Look:
    """A glossy shell, soft cushions."""
    return {
        "shell": gloss(accent), "pad": Material("#2e2f36", roughness=0.55, sheen=0.3),
        "metal": metal("#d9dce0", 0.18), "cap": satin("#fff4e2"), "mesh": satin("#15161a"),
    }  # fmt: skip


def controller(step: float) -> Pieces:
    """Two sticks, a cross, four buttons, shoulder keys."""
    body = cast(
        "body", "shell", step,
        slab(rounded(0.49, 0.2, 0.17) + np.array([0, 0.07]), 0, 0.12, 0.075),
        add(capsule((-0.34, -0.06, -0.01), (-0.46, -0.29, -0.03), 0.16, 0.125, (1, 1, 0.85)), 0.12),
        add(capsule((0.34, -0.06, -0.01), (0.46, -0.29, -0.03), 0.16, 0.125, (1, 1, 0.85)), 0.12),
    )  # fmt: skip
    keys = [
        brick((0.12, 0.045, 0.05), 0.04).placed((0.33 * side, 0.275, -0.03)) for side in (-1, 1)
    ]
    return [body, piece("keys", "dark", joined(*keys)), *_buttons(), *_sticks()]


def _buttons() -> Pieces:
    """On the front: the cross to the left, four round ones to the right, and small ones."""
    button = lathe([(0, 0), (0.045, 0), (0.045, 0.035), (0.03, 0.045), (0, 0.048)], 28, 0.01)
    found = []
    for at, (x, y) in enumerate(((0, 0.075), (0.075, 0), (0, -0.075), (-0.075, 0))):
        found += placed(
            [piece("button", f"button{at}", button)], (0.325 + x, 0.11 + y, 0.112), (90, 0, 0)
        )
    cross = [brick((0.095, 0.034, 0.024), 0.014), brick((0.034, 0.095, 0.024), 0.014)]
    plus = joined(*cross).placed((-0.33, 0.11, 0.125))
    dish = lathe([(0, 0), (0.14, 0), (0.14, 0.014), (0.12, 0.018), (0, 0.018)], 48, 0.006)
    dishes = [posed(dish, (x, 0.11, 0.103), (90, 0, 0)) for x in (-0.33, 0.33)]
    pad = plate(rounded(0.115, 0.075, 0.03), 0.012, 0.008).placed((0, 0.15, 0.135))
    small = [brick((0.012, 0.03, 0.01), 0.008).placed((x, 0.2, 0.135)) for x in (-0.16, 0.16)]
    light = brick((0.06, 0.008, 0.006), 0.005).placed((0, 0.062, 0.138))
    return [
        *found,
        piece("cross", "dark", plus),
        piece("dishes", "shade", joined(*dishes)),
        piece("pad", "shade", pad),
        piece("small", "dark", joined(*small)),
        piece("light", "light", light),
    ]


def _sticks() -> Pieces:
    """Two thumb sticks in their wells."""
    well = lathe(
        [(0, 0), (0.115, 0), (0.115, 0.02), (0.098, 0.024), (0.09, 0.008), (0, 0.008)], 48, 0.006
    )
    stick = lathe([(0, 0), (0.045, 0), (0.04, 0.05), (0.075, 0.065), (0.082, 0.09), (0.07, 0.1),
                   (0.05, 0.092), (0, 0.088)], 40, 0.01)  # fmt: skip
    ring = lathe([(0.066, 0.09), (0.082, 0.092), (0.076, 0.098), (0.066, 0.094), (0.066, 0.09)], 40)
    one = [
        piece("well", "shade", well), piece("stick", "dark", stick), piece("ring", "accent", ring)
    ]  # fmt: skip
    return [part for x in (-0.165, 0.165) for part in placed(one, (x, -0.055, 0.115), (90, 0, 0))]


def controller_look(accent: str) -> Look:
    """A light shell with dark keys and coloured buttons."""
    return {
        "shell": gloss("#dfe3ec"), "dark": satin("#2b2d36"), "shade": satin("#b9bfcc"),
        "accent": gloss(accent), "light": glass("#57c7ff"), "button0": gloss("#2fb56a"),
        "button1": gloss("#e8484f"), "button2": gloss("#3f7fe8"), "button3": gloss("#f2b632"),
    }  # fmt: skip
