"""The pressure suit of launch and entry, as astronauts wear it in their portraits. No agency's."""

from __future__ import annotations

import numpy as np

from ...parts import Mesh, rotation
from ...shapes.vectors import unit
from ..columns import Surface
from ..details import belt, patch, plate, strap
from ..fit import Fit, Vectors, band, part_of
from ..laid import Spot, badge, flat, spot
from ..legs import Trousers, shoes, trousers
from ..sheets import cord, joined
from ..torso import HIGH, Top, Worn, forearm, neck, top
from ..turned import block, button, turned

SUIT = Top(ease=0.080, hem=1.44, sleeve=0.88, loose=0.092, neck=HIGH, folds=0.019, straight=0.05,
           flare=0.0, hollow=0.02, rings=True)  # fmt: skip
LEGS = Trousers(length=0.82, loose=(0.078, 0.080), folds=0.022, waist=1.50, plain=True)

RING = (0.0, 2.395, -0.005)
"""Middle of the helmet ring."""

TILT = 9.0
"""Degrees that the ring leans forward, so that the chin keeps clear of it."""


def spacesuit(fit: Fit) -> None:
    """A padded suit with helmet ring, gloves, harness, patches, pockets; black boots."""
    legs = trousers(fit, LEGS, "suit")
    shoes(fit, "spaceboot")
    worn = top(fit, SUIT, "suit")
    neck(fit)
    _helmet_ring(fit)
    _gloves(fit)
    _zip(fit, worn)
    _harness(fit, worn)
    _valves(fit, worn)
    _patches(fit, worn)
    _pockets(fit, legs)


def _helmet_ring(fit: Fit) -> None:
    """The suit's throat, the metal ring a helmet locks to, its latches, the dark neck dam."""
    lean = rotation(TILT, 0, 0).astype(np.float64)
    up, at = lean @ [0, 1, 0], np.array(RING)
    throat = [(0.22, -0.24), (0.290, -0.17), (0.335, -0.10), (0.340, -0.05), (0.310, 0.0)]
    fit.wear("suit", turned(throat, at, up, 64))
    ring = [(0.320, -0.060), (0.358, -0.057), (0.366, -0.048), (0.366, -0.006), (0.359, 0.002),
            (0.344, 0.005), (0.341, 0.013), (0.341, 0.044), (0.333, 0.054), (0.302, 0.056),
            (0.292, 0.048), (0.288, 0.022), (0.280, 0.018)]  # fmt: skip
    fit.wear("metal", turned(ring, at, up, 64), *_latches(at, lean))
    dam = [(0.286, 0.010), (0.272, 0.026), (0.222, 0.040), (0.178, 0.070), (0.172, 0.080)]
    fit.wear("dam", turned(dam, at, up, 48))


def _latches(at: Vectors, lean: Vectors) -> list[Mesh]:
    """Four locks round the ring and the large one in front."""
    made = []
    for angle, wide in ((0, 0.062), (52, 0.036), (-52, 0.036), (128, 0.036), (-128, 0.036)):
        spin = lean @ rotation(0, angle, 0)
        made.append(block(at + spin @ [0, -0.026, 0.366], (wide, 0.030, 0.022), spin, 0.3))
    return made


def _gloves(fit: Fit) -> None:
    """Grey gloves that lock to the sleeves with a metal ring."""
    rings = []
    for arm in fit.joints.arms:
        fit.wear("glove", forearm(arm, 0.80, fit.fine, 0.009), name=f"hand{arm.side}")
        line = part_of(arm.path(), 0.80, 0.90, 3)
        way = unit(line[-1] - line[0])
        profile = [(0.11, -0.034), (0.140, -0.030), (0.146, -0.022), (0.146, 0.004),
                   (0.138, 0.010), (0.136, 0.026), (0.128, 0.032), (0.09, 0.034)]  # fmt: skip
        rings.append(turned(profile, line[-1], way, 40))
        gauntlet = [(0.09, 0.02), (0.122, 0.022), (0.121, 0.05), (0.112, 0.075), (0.08, 0.085)]
        fit.wear("glove", turned(gauntlet, line[-1], way, 32))
    fit.wear("metal", *rings)


def _zip(fit: Fit, worn: Worn) -> None:
    """The closed front zip on its tape, with a pull."""
    y = np.linspace(2.17, 1.60, 24)
    tape = patch(worn.surface, [(-0.028, 2.19), (-0.028, 1.59)], [(0.028, 2.19), (0.028, 1.59)],
                 0.002, 0.03, (26, 4))  # fmt: skip
    fit.wear("trim", tape)
    pull = worn.surface.front([0.0, 0.0], [2.15, 2.075], 0.028)
    fit.wear("metal", cord(worn.surface.front(0 * y, y, 0.013), 0.0115), cord(pull, 0.015))


def _harness(fit: Fit, worn: Worn) -> None:
    """Shoulder straps, chest strap and belt, with buckles."""
    straps, metal = [], []
    for side in (-1, 1):
        front = [(side * 0.225, 1.56), (side * 0.262, 1.85), (side * 0.270, 2.08),
                 (side * 0.245, 2.30)]  # fmt: skip
        back = [(side * 0.235, 2.30), (side * 0.18, 2.10), (side * 0.12, 1.58)]
        straps.append(strap(worn, front, back, 0.033, 0.020, 0.034))
        metal += [_buckle(worn, side * 0.268, 2.09, 0.030), _buckle(worn, side * 0.243, 1.70)]
    chest = band(worn.column, 1.795, 1.845, 0.034, lift=0.020)
    waist = dict(belt(worn.column, 1.485, 1.585, 0.016))
    middle = worn.column.front(0.0, 1.82, 0.045)
    metal += [block(middle, (0.062, 0.042, 0.020), edge=0.3), waist["metal"]]
    fit.wear("harness", *straps, chest, waist["belt"])
    fit.wear("metal", *metal)
    fit.wear("dam", block(middle + np.array([0, 0, 0.016]), (0.036, 0.020, 0.012), edge=0.4))


def _buckle(worn: Worn, x: float, y: float, lift: float = 0.040) -> Mesh:
    """A ladder buckle: a frame and a bar."""
    at, up, right = worn.column.front([x, x, x + 0.02], [y, y + 0.02, y], lift)
    out = unit(np.cross(right - at, up - at))
    side, high = unit(right - at) * 0.047, unit(up - at) * 0.036
    ring = [at + side * a + high * b for a, b in ((-1, -1), (-1, 1), (1, 1), (1, -1))]
    bar = cord([at - side + out * 0.004, at + side + out * 0.004], 0.011)
    return joined([cord(np.array(ring), 0.0125, closed=True), bar])


def _valves(fit: Fit, worn: Worn) -> None:
    """Two connectors for air and cooling below the chest strap."""
    for x, role in ((-0.115, "air"), (0.115, "cooling")):
        at, up, right = worn.surface.front([x, x, x + 0.02], [1.70, 1.72, 1.70], 0.010)
        out = np.cross(right - at, up - at)
        fit.wear("metal", button(at, out, 0.052, 0.05))
        fit.wear(role, button(at + unit(out) * 0.012, out, 0.031, 0.05))


def _patches(fit: Fit, worn: Worn) -> None:
    """The mission's patch and a blank name tag on the chest, one more on the left shoulder."""
    surface = worn.surface
    chest = spot(surface, (0.128, 1.985, 0.30), (0.12, 0, 1), (0, 1, 0))
    fit.wear("mission", badge(chest, 0.093))
    arm = fit.joints.arms[1]
    line = part_of(arm.path(), 0.20, 0.30, 3)
    shoulder = spot(surface, line[1], (0.75, 0.25, 0.75), line[0] - line[2])
    fit.wear("orbit", badge(shoulder, 0.088, 4.0))
    at = surface.front(-0.130, 2.02, 0.012)
    fit.wear("badge", plate(at, (-0.12, 0.02, 1), (0.078, 0.036)))
    middle = at + np.array([0, 0, 0.016])
    tips = [middle + np.array([x, 0.012, -0.002]) for x in (-0.054, 0.054)]
    wings = [cord([middle, tip], np.array([0.011, 0.006])) for tip in tips]
    fit.wear("metal", button(middle, (-0.12, 0, 1), 0.018, 0.02), *wings)


def _pockets(fit: Fit, legs: Surface) -> None:
    """A pocket with flap and stud on each thigh."""
    cloth, studs = [], []
    for leg in fit.joints.legs:
        line = part_of(leg.path(), 0.26, 0.36, 3)
        towards = (leg.side * 0.5, 1.0, 0.3) if fit.joints.seated else (leg.side * 0.5, 0, 1.0)
        place = spot(legs, line[1], towards, line[0] - line[2])
        cloth += _pocket(place)
        studs.append(button(place.on(0.0, 0.052, 0.054), place.out, 0.019, 0.03))
    fit.stand("suit", *cloth)
    fit.stand("metal", *studs)


def _pocket(place: Spot) -> list[Mesh]:
    bag = [(0.098, 0.095), (0.100, -0.02), (0.098, -0.10), (0.080, -0.125)]
    lid = [(0.108, 0.112), (0.110, 0.075), (0.106, 0.040), (0.070, 0.026)]
    return [flat(place, bag, 0.012, 0.040), flat(place, lid, 0.038, 0.036)]
