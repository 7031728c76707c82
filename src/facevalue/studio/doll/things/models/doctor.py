"""What is used to look and listen: a stethoscope and a microscope."""

from __future__ import annotations

import numpy as np

from ...parts import Material, Mesh
from ...shapes.solids import curve, cylinder, spline, tube
from ...shapes.turned import joined, lathe, sweep
from ..kit import Look, Pieces, add, cast, glass, gloss, metal, piece, placed, posed, satin
from ..plates import brick, plate, rounded


def stethoscope(_step: float) -> Pieces:
    """Ear tubes above, a tube that swings round, and the chest piece in front."""
    ears, tips = [], []
    for side in (-1, 1):
        bow = spline([(0.03 * side, 0.02, 0), (0.15 * side, 0.10, 0), (0.27 * side, 0.30, 0.0),
                      (0.235 * side, 0.50, 0.03), (0.13 * side, 0.565, 0.07)], 30)  # fmt: skip
        ears.append(sweep(bow, 0.021, 12))
        tip = sweep([bow[-1], bow[-1] + [-0.06 * side, 0.012, 0.025]], [0.038, 0.03], 14)
        tips.append(tip)
    yoke = [
        sweep(curve([(0.15 * s, 0.10, 0), (0.10 * s, 0.02, 0), (0.0, -0.02, 0), (0, -0.10, 0)], 14),
              0.036, 12) for s in (-1, 1)
    ]  # fmt: skip
    hose = sweep(
        spline(
            [
                (0, -0.09, 0),
                (-0.02, -0.22, 0),
                (-0.16, -0.38, 0),
                (-0.10, -0.52, 0.01),
                (0.12, -0.53, 0.02),
                (0.27, -0.40, 0.03),
                (0.34, -0.22, 0.04),
                (0.40, -0.12, 0.06),
            ],
            60,
        ),
        0.036,
        14,
    )
    spring = sweep(curve([(-0.2, 0.17, -0.01), (0, 0.05, -0.05), (0.2, 0.17, -0.01)], 16), 0.014, 8)
    return [
        piece("ears", "metal", joined(*ears, spring)), piece("tips", "tip", joined(*tips)),
        piece("hose", "hose", joined(*yoke, hose)), *_chest(),
    ]  # fmt: skip


def _chest() -> Pieces:
    """The round piece that is laid on a chest."""
    bell = lathe([(0, -0.045), (0.06, -0.045), (0.075, -0.02), (0.155, -0.01), (0.155, 0.035),
                  (0.13, 0.05), (0, 0.05)], 56, 0.012)  # fmt: skip
    rim = lathe([(0.128, 0.03), (0.163, 0.03), (0.163, 0.06), (0.128, 0.06), (0.128, 0.03)], 56,
                0.012)  # fmt: skip
    skin = lathe([(0, 0.04), (0.13, 0.04), (0.13, 0.056), (0, 0.056)], 48)
    mark = lathe([(0, 0.05), (0.05, 0.05), (0.05, 0.06), (0, 0.06)], 36, 0.003)
    parts = [piece("bell", "metal", bell), piece("rim", "hose", rim), piece("skin", "skin", skin),
             piece("mark", "hose", mark)]  # fmt: skip
    stem = sweep([(0.38, -0.15, 0.055), (0.425, -0.02, 0.07)], 0.028, 12)
    return [*placed(parts, (0.44, 0.06, 0.10), (78, 0, 8)), piece("stem", "metal", stem)]


def stethoscope_look(accent: str) -> Look:
    """A hose in the accent's colour and chrome."""
    return {
        "hose": Material(accent, roughness=0.3, clearcoat=0.4),
        "metal": metal("#d7dadf", 0.18),
        "tip": satin("#2c2d33"),
        "skin": gloss("#f4f5f6"),
    }


def microscope(step: float) -> Pieces:
    """Foot, arm, stage with a slide, three lenses and an eyepiece."""
    foot = plate(rounded(0.26, 0.30, 0.12), 0.05, 0.03)
    arm = cast(
        "arm", "white", step,
        tube(spline([(0, -0.38, -0.2), (0, -0.2, -0.27), (0, 0.06, -0.24), (0, 0.26, -0.10),
                     (0, 0.30, 0.02)], 22), np.linspace(0.1, 0.085, 22)),
        add(cylinder((0, 0.30, 0.04), 0.105, 0.08, 0.03), 0.06),
    )  # fmt: skip
    stage = [brick((0.2, 0.022, 0.17), 0.014).placed((0, -0.16, 0.06)),
             brick((0.09, 0.035, 0.08), 0.02).placed((0, -0.19, -0.14))]  # fmt: skip
    slide = brick((0.12, 0.006, 0.04), 0.004).placed((0, -0.132, 0.07))
    drop = lathe([(0, 0), (0.025, 0), (0.02, 0.008), (0, 0.011)], 20).placed((0, -0.127, 0.07))
    lamp = lathe([(0, 0), (0.085, 0), (0.085, 0.05), (0.05, 0.06), (0, 0.055)], 36, 0.012)
    knob = lathe([(0, 0), (0.085, 0), (0.085, 0.05), (0, 0.05)], 60, 0.012, (20, 0.004))
    inner = lathe([(0, 0.04), (0.05, 0.04), (0.05, 0.085), (0, 0.085)], 40, 0.012, (14, 0.003))
    knobs = [
        part.mesh
        for side in (-1, 1)
        for mesh in (knob, inner)
        for part in placed(
            [piece("k", "dark", mesh)], (0.085 * side, -0.14, -0.25), (0, 0, -90 * side)
        )
    ]
    return [
        *placed([piece("foot", "white", foot)], (0, -0.42, -0.02), (90, 0, 0)), arm,
        piece("stage", "dark", joined(*stage)), piece("slide", "slide", slide),
        piece("drop", "accent", drop), piece("lamp", "lamp", lamp.placed((0, -0.37, 0.07))),
        piece("knobs", "dark", joined(*knobs)), *_optics(),
    ]  # fmt: skip


def _optics() -> Pieces:
    """The turret with its lenses, the tube and the eyepiece, leaning to the viewer."""
    turret = lathe([(0, 0.0), (0.10, 0.02), (0.11, 0.06), (0.07, 0.09), (0, 0.09)], 40, 0.012)
    lens = lathe([(0, -0.16), (0.022, -0.16), (0.032, -0.11), (0.042, -0.11), (0.042, 0.03),
                  (0, 0.03)], 28, 0.008)  # fmt: skip
    band = lathe(
        [(0.03, -0.06), (0.0445, -0.06), (0.0445, -0.035), (0.03, -0.035), (0.03, -0.06)], 28
    )
    lenses: list[Mesh] = []
    bands: list[Mesh] = []
    for spin, scale in ((0, 1.0), (125, 0.82), (235, 0.82)):
        for mesh, kept in ((lens, lenses), (band, bands)):
            lean = posed(mesh, (0, 0.02, 0.055), (-16, 0, 0), scale)
            kept.append(posed(lean, tilt=(0, spin, 0)))
    tube_ = lathe([(0, 0), (0.075, 0), (0.075, 0.22), (0, 0.22)], 40, 0.014)
    collar = lathe([(0, 0.19), (0.088, 0.19), (0.088, 0.235), (0, 0.235)], 40, 0.012)
    eye = lathe(
        [
            (0, 0.22),
            (0.066, 0.22),
            (0.072, 0.33),
            (0.085, 0.345),
            (0.085, 0.38),
            (0.05, 0.38),
            (0.045, 0.365),
            (0, 0.365),
        ],
        40,
        0.01,
    )
    pane = lathe([(0, 0.36), (0.05, 0.36), (0, 0.378)], 32)
    top = [piece("tube", "white", tube_), piece("collar", "accent", collar),
           piece("eye", "dark", eye), piece("pane", "glass", pane)]  # fmt: skip
    low = [piece("turret", "dark", turret), piece("lenses", "metal", joined(*lenses)),
           piece("bands", "accent", joined(*bands))]  # fmt: skip
    return [*placed(low, (0, 0.14, 0.07), (0, 0, 0)), *placed(top, (0, 0.33, 0.05), (24, 0, 0))]


def microscope_look(accent: str) -> Look:
    """White enamel, black and chrome."""
    return {
        "white": gloss("#f1f2ee"), "dark": satin("#2b2e37"), "metal": metal("#d3d6da"),
        "accent": gloss(accent), "glass": glass("#25467e"), "lamp": glass("#ffe9a8"),
        "slide": glass("#bfe3ea"),
    }  # fmt: skip
