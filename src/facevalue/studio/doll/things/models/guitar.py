"""An acoustic guitar."""

from __future__ import annotations

import numpy as np

from ...parts import Material, Piece
from ...shapes.turned import joined, lathe, sweep
from ..kit import Look, Pieces, gloss, metal, piece, placed, satin
from ..plates import Outline, brick, plate, smooth

NUT = 0.85
"""Height of the upper end of the fingerboard; the bridge is at -0.33."""


def _outline(grown: float) -> Outline:
    """The body: a narrow waist between two bouts."""
    half = np.array([(0.12, -0.60), (0.29, -0.53), (0.375, -0.34), (0.33, -0.14), (0.232, 0.02),
                     (0.255, 0.17), (0.225, 0.30), (0.10, 0.355)])  # fmt: skip
    whole = np.vstack([half, half[::-1] * [-1, 1]])
    middle = np.array([0, -0.12])
    out = whole - middle
    out = out * (1 + grown / np.linalg.norm(out, axis=1, keepdims=True))
    return smooth(out + middle, 88)


def guitar(_step: float) -> Pieces:
    """Wooden top with rosette, bridge, frets, six tuners and strings."""
    ring = [(0.122, 0), (0.165, 0), (0.165, 0.007), (0.122, 0.007), (0.122, 0)]
    dot = [(0, 0), (0.122, 0), (0.122, 0.004), (0, 0.004)]
    found = [
        piece("body", "side", plate(_outline(0), 0.10, 0.03)),
        piece("binding", "binding", plate(_outline(0.004), 0.012, 0.008).placed((0, 0, 0.088))),
        piece("top", "top", plate(_outline(-0.018), 0.012, 0.008).placed((0, 0, 0.096))),
        *placed([piece("rosette", "rosette", lathe(ring, 56, 0.003)),
                 piece("hole", "hole", lathe(dot, 48))], (0, 0.06, 0.107), (90, 0, 0)),
        piece("bridge", "dark", brick((0.15, 0.034, 0.02), 0.014).placed((0, -0.33, 0.118))),
        piece("saddle", "bone", brick((0.105, 0.008, 0.012), 0.005).placed((0, -0.318, 0.14))),
        piece("neck", "side", brick((0.06, 0.31, 0.045), 0.03).placed((0, 0.55, 0.085))),
        piece("board", "dark", brick((0.065, 0.355, 0.014), 0.008).placed((0, 0.5, 0.128))),
    ]  # fmt: skip
    return [*found, *_frets(), *_head(), _strings()]


def _frets() -> Pieces:
    """Metal bars that grow closer, as on a real neck, and dots between them."""
    heights = [NUT - (NUT + 0.32) * (1 - 2 ** (-at / 12)) for at in range(1, 13)]
    bars = [brick((0.063, 0.006, 0.006), 0.004, 2).placed((0, y, 0.142)) for y in heights]
    dot = lathe([(0, 0), (0.012, 0), (0.01, 0.004), (0, 0.005)], 16)
    dots = [
        part.mesh
        for at in (2, 4, 6, 8)
        for part in placed([piece("dot", "bone", dot)],
                           (0, (heights[at - 1] + heights[at]) / 2, 0.141), (90, 0, 0))
    ]  # fmt: skip
    nut = brick((0.065, 0.012, 0.014), 0.006).placed((0, NUT, 0.132))
    return [piece("frets", "metal", joined(*bars)), piece("dots", "bone", joined(*dots, nut))]


def _head() -> Pieces:
    """The headstock with its tuners."""
    line = [(-0.062, 0), (0.062, 0), (0.09, 0.06), (0.085, 0.24), (0.05, 0.27), (0, 0.255),
            (-0.05, 0.27), (-0.085, 0.24), (-0.09, 0.06)]  # fmt: skip
    head = piece("head", "side", plate(line, 0.026, 0.012))
    face = piece("face", "dark", plate(np.array(line) * 0.9 + [0, 0.012], 0.006, 0.004)
                 .placed((0, 0, 0.026)))  # fmt: skip
    peg = lathe([(0, 0), (0.014, 0), (0.014, 0.035), (0.02, 0.035), (0.018, 0.05), (0, 0.05)], 14)
    pegs, keys = [], []
    for side in (-1, 1):
        for y in (0.07, 0.135, 0.2):
            pegs += placed([piece("peg", "metal", peg)], (0.052 * side, y, 0.025), (90, 0, 0))
            keys.append(sweep([(0.08 * side, y, 0), (0.125 * side, y, 0)], 0.009, 8))
            keys.append(brick((0.026, 0.02, 0.011), 0.01).placed((0.142 * side, y, 0)))
    tuned = [piece("pegs", "metal", joined(*(p.mesh for p in pegs))),
             piece("keys", "bone", joined(*keys))]  # fmt: skip
    return placed([head, face, *tuned], (0, NUT, 0.10), (-9, 0, 0))


def _strings() -> Piece:
    """Six, from the bridge over the saddle and the nut to the pegs."""
    lines = []
    for at in range(6):
        x = (at - 2.5) * 0.019
        end = (
            0.052 * (-1 if at < 3 else 1),
            NUT + 0.07 + 0.065 * (at if at < 3 else 5 - at),
            0.125,
        )
        wide = 0.0052 - 0.0004 * at
        lines.append(sweep([(x * 1.9, -0.335, 0.136), (x * 1.9, -0.318, 0.155),
                            (x, NUT, 0.149), end], wide, 6))  # fmt: skip
    return piece("strings", "string", joined(*lines))


def guitar_look(accent: str) -> Look:
    """Spruce and mahogany."""
    return {
        "side": Material("#8a4522", roughness=0.25, clearcoat=0.7),
        "top": Material("#e9b56c", roughness=0.24, clearcoat=0.8),
        "binding": gloss("#fbf1dd"),
        "rosette": gloss(accent),
        "hole": satin("#1d120c"),
        "dark": satin("#3a221a"),
        "bone": gloss("#fbf3e2"),
        "metal": metal("#d9dbdf"),
        "string": metal("#efe9d8", 0.3),
    }
