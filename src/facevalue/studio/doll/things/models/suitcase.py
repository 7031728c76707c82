"""A suitcase."""

from __future__ import annotations

import numpy as np

from ...shapes.solids import curve
from ...shapes.turned import joined, lathe, sweep
from ..kit import Look, Pieces, gloss, metal, piece, posed, satin
from ..plates import Outline, brick, plate, rounded


def suitcase(_step: float) -> Pieces:
    """A ribbed hard shell on four wheels, with its handle drawn out and stickers."""
    shell = plate(rounded(0.30, 0.40, 0.085), 0.145, 0.06)
    seam = plate(rounded(0.305, 0.405, 0.088), 0.012, 0.006)
    ribs = [
        brick((0.016, 0.33, 0.02), 0.014).placed((x, 0, 0.142))
        for x in (-0.225, -0.135, -0.045, 0.045, 0.135, 0.225)
    ]
    rods = [sweep([(x, 0.36, -0.06), (x, 0.64, -0.06)], 0.014, 10) for x in (-0.12, 0.12)]
    grip = sweep(
        curve(
            [(-0.13, 0.64, -0.06), (-0.13, 0.68, -0.06), (0.13, 0.68, -0.06), (0.13, 0.64, -0.06)],
            18,
        ),
        0.028,
        12,
    )
    top = sweep(
        curve(
            [(-0.09, 0.395, 0.03), (-0.08, 0.46, 0.03), (0.08, 0.46, 0.03), (0.09, 0.395, 0.03)], 16
        ),
        0.02,
        10,
    )
    side = sweep(
        curve(
            [(0.295, -0.09, 0.03), (0.36, -0.08, 0.03), (0.36, 0.08, 0.03), (0.295, 0.09, 0.03)], 16
        ),
        0.02,
        10,
    )
    corners = [
        brick((0.06, 0.06, 0.075), 0.045).placed((0.262 * x, 0.362 * y, 0.09 * z))
        for x in (-1, 1) for y in (-1, 1) for z in (-1, 1)
    ]  # fmt: skip
    return [
        piece("shell", "shell", shell),
        piece("seam", "metal", seam),
        piece("ribs", "shell", joined(*ribs)),
        piece("rods", "metal", joined(*rods)),
        piece("grips", "dark", joined(grip, top, side)),
        piece("corners", "corner", joined(*corners)),
        *_casters(),
        *_stickers(),
    ]


def _casters() -> Pieces:
    """Four wheels in their forks."""
    disc = lathe([(0, -0.025), (0.045, -0.025), (0.045, 0.025), (0, 0.025)], 28, 0.012)
    wheel = posed(disc, tilt=(0, 0, 90))
    fork = brick((0.034, 0.03, 0.034), 0.015)
    places = [(x, z) for x in (-0.22, 0.22) for z in (-0.09, 0.09)]
    return [
        piece("wheels", "dark", joined(*(wheel.placed((x, -0.455, z)) for x, z in places))),
        piece("forks", "metal", joined(*(fork.placed((x, -0.42, z)) for x, z in places))),
    ]


def _stickers() -> Pieces:
    """A sun, a heart and a stripe, stuck on from journeys."""
    found: Pieces = []
    for name, role, line, (x, y), spin, lift in _sticker_rows():
        sticker = posed(plate(line, 0.006, 0.003), (x, y, 0.166 + lift), (0, 0, spin))
        found.append(piece(name, role, sticker))
    return found


Row = tuple[str, str, Outline, tuple[float, float], float, float]


def _sticker_rows() -> list[Row]:
    """Name, role, outline, place, turn and lift of each."""
    rays = np.linspace(0, 2 * np.pi, 32, endpoint=False)
    reach = np.where(np.arange(32) % 2, 0.085, 0.062)
    star = np.column_stack([reach * np.cos(rays), reach * np.sin(rays)])
    t = np.linspace(2 * np.pi, 0, 36, endpoint=False)
    y = 13 * np.cos(t) - 5 * np.cos(2 * t) - 2 * np.cos(3 * t) - np.cos(4 * t) + 2.5
    heart = np.column_stack([16 * np.sin(t) ** 3, y]) * 0.0052
    return [
        ("sun", "yellow", star, (-0.12, 0.18), 0, 0),
        ("core", "cream", star * 0.55, (-0.12, 0.18), 0, 0.006),
        ("heart", "pink", heart, (0.13, -0.12), 14, 0),
        ("ticket", "cream", rounded(0.1, 0.05, 0.02, 4), (-0.07, -0.2), -16, 0),
        ("stripe", "blue", rounded(0.1, 0.014, 0.006, 3), (-0.07, -0.2), -16, 0.006),
    ]


def suitcase_look(accent: str) -> Look:
    """A shell in the accent's colour."""
    return {
        "shell": gloss(accent), "metal": metal("#d6dade", 0.2), "dark": satin("#2a2c33"),
        "corner": satin("#7a4a2c"), "yellow": gloss("#ffcf3f"), "cream": gloss("#fff6e2"),
        "pink": gloss("#ff8fb1"), "blue": gloss("#2f80d8"),
    }  # fmt: skip
