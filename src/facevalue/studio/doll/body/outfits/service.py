"""Work clothes with a rank or a recipe: chef, uniform, apron, overalls, sports."""

from __future__ import annotations

import numpy as np

from ...parts import Mesh
from ..collars import scarf, stand
from ..details import belt, buttons, patch, plate, pocket, strap, tie
from ..fit import TRUNK, Fit, Vectors, band, cuff, part_of
from ..legs import SHORTS, TUCKED, WIDE, bare_legs, shoes, socks, trousers
from ..sheets import cord, joined, slab
from ..skirts import hanging, lap_panel, panel
from ..torso import HIGH, VEE, Top, Worn, hems, neck_band, skin, top
from ..turned import block, button
from .casual import COLLARED, SHIRT, buttoned


def chef(fit: Fit) -> None:
    """A double-breasted jacket with a neckerchief, wide trousers, clogs."""
    trousers(fit, WIDE)
    shoes(fit, "clog")
    worn = top(fit, Top(ease=0.055, hem=1.22, sleeve=0.90, loose=0.062, flare=0.03, neck=HIGH,
                        hollow=0.12))  # fmt: skip
    edge = [(-0.185, 2.27), (-0.155, 1.70), (-0.165, worn.hem + 0.03)]
    other = [(0.185, 2.27), (0.155, 1.70), (0.165, worn.hem + 0.03)]
    fit.wear(
        "top",
        patch(worn.surface, edge, other, 0.008, 0.034, (26, 14)),
        stand(2.37, 2.46, drop=0.05, lift=0.045),
        band(worn.column, worn.hem, worn.hem + 0.045),
    )
    turned = [cuff(path, worn.cuff_radius() + 0.004, 0.13, 0.044) for path in worn.sleeves]
    fit.wear("top", *turned)
    rows = [(x, y) for y in (2.14, 1.98, 1.82, 1.66) for x in (-0.115, 0.115)]
    fit.wear("button", buttons(worn.surface, rows, 0.030, 0.036))
    fit.wear("trim", scarf(worn))
    fit.wear(
        "trim", *[cuff(path, worn.cuff_radius() + 0.014, 0.022, 0.03) for path in worn.sleeves]
    )
    skin(fit, 0.9)


def uniform(fit: Fit) -> None:
    """A shirt with shoulder boards, tie and badge, a duty belt, boots. No real force's."""
    trousers(fit, TUCKED, "bottom")
    shoes(fit, "boot")
    worn = buttoned(fit, SHIRT, low=1.60, buttons_to=9)
    fit.wear("tie", tie(worn.surface, 2.315, 1.66))
    for side in (-1, 1):
        fit.wear("top", *pocket(worn.surface, (side * 0.195, 1.985), (0.075, 0.075), 0.012, 0.06))
    fit.wear("button", buttons(worn.surface, [(-0.195, 2.03), (0.195, 2.03)], 0.018, 0.036))
    boards, studs = _boards(worn)
    fit.wear("tie", *boards)
    fit.wear("metal", *studs, _badge(worn), _pin(worn))
    for role, mesh in belt(TRUNK.grown(0.032), 1.485, 1.585, 0.024):
        fit.wear(role, mesh)
    pouches = [
        block(TRUNK.ring(a, 1.53, 0.085), (0.065, 0.075, 0.04), edge=0.35) for a in (48, -48)
    ]
    fit.wear("belt", *pouches)
    skin(fit, SHIRT.sleeve)


def _boards(worn: Worn) -> tuple[list[Mesh], list[Mesh]]:
    """Shoulder boards with a button each."""
    made, studs = [], []
    for side in (-1, 1):
        x = side * np.array([0.185, 0.24, 0.30, 0.36, 0.405])
        lines = []
        for z in (-0.075, -0.025, 0.025, 0.075):
            start = np.stack([x, np.full(5, 2.8), np.full(5, z - 0.02)], 1)
            lines.append(worn.surface.seen(start, (0, -1, 0), 0.012))
        made.append(slab(np.stack(lines, 1), 0.036))
        at = worn.surface.seen(np.array([[side * 0.215, 2.8, -0.02]]), (0, -1, 0), 0.03)[0]
        studs.append(button(at, (side * 0.4, 1, 0), 0.022))
    return made, studs


def _badge(worn: Worn) -> Mesh:
    """A round badge with a raised star of five points."""
    at = worn.surface.front(0.195, 2.145, 0.016)
    turn = np.linspace(0, 2 * np.pi, 10, endpoint=False)
    far = np.where(np.arange(10) % 2 == 0, 0.050, 0.022)
    star = np.stack([far * np.sin(turn), far * np.cos(turn), np.full(10, 0.02)], 1) + at
    rays = [cord([at + np.array([0, 0, 0.02]), tip], np.array([0.016, 0.007])) for tip in star[::2]]
    return joined([button(at, (0.15, 0.1, 1), 0.062, 0.03), *rays])


def _pin(worn: Worn) -> Mesh:
    at = worn.surface.front(-0.195, 2.10, 0.012)
    return plate(at, (-0.15, 0.1, 1), (0.07, 0.02))


def apron(fit: Fit) -> None:
    """A bib apron over a shirt with rolled sleeves, jeans, boots."""
    trousers(fit, TUCKED)
    shoes(fit, "boot")
    cut = Top(ease=0.038, hem=1.51, sleeve=0.60, loose=0.048, neck=COLLARED, folds=0.012)
    worn = buttoned(fit, cut, low=2.02, buttons_to=2.1)
    rolls = [cuff(path, worn.cuff_radius() + 0.006, 0.085, 0.05) for path in worn.sleeves]
    fit.wear("top", *rolls)
    bib = [(-0.16, 2.06), (-0.20, 1.85), (-0.255, 1.60)]
    made = [patch(worn.surface, bib, [(-x, y) for x, y in bib], 0.022, 0.038, (18, 12))]
    column = TRUNK.grown(0.035)
    if fit.joints.seated:
        lap_panel(fit, "apron", (-0.32, 0.32), 0.16)
    else:
        made.append(panel(hanging(1.62, 0.70, (0.355, 0.262), (0.045, 0.055)), 96, 1.62, 0.80))
    made += pocket(worn.surface, (0.0, 1.90), (0.10, 0.07), 0.0, 0.0, 0.034)
    fit.wear("apron", *made)
    ties = [band(column, 1.555, 1.605, 0.036, lift=0.034)]
    for side in (-1, 1):
        front = [(side * 0.145, 2.05), (side * 0.135, 2.25), (side * 0.12, 2.36)]
        back = [(side * 0.12, 2.37), (side * 0.09, 2.40), (side * 0.04, 2.39)]
        ties.append(strap(worn, front, back, 0.024, 0.022))
    fit.wear("ties", *ties, *_bow())
    skin(fit, 0.6)


def _bow() -> list[Mesh]:
    """The apron's bow at the back."""
    at = TRUNK.ring(180.0, 1.58, 0.075)
    made = [block(at, (0.035, 0.03, 0.03), edge=0.8)]
    for side in (-1, 1):
        loop = [(0, 0, 0), (side * 0.09, 0.05, -0.03), (side * 0.14, -0.01, -0.02), (0, 0, 0)]
        tail = [(0, 0, 0), (side * 0.05, -0.10, -0.02), (side * 0.08, -0.22, 0.0)]
        made += [cord(at + np.array(loop), 0.02), cord(at + np.array(tail), 0.02)]
    return made


def overalls(fit: Fit) -> None:
    """Bib overalls over a long-sleeved tee, boots."""
    trousers(fit, TUCKED)
    shoes(fit, "boot")
    cut = Top(ease=0.036, hem=1.51, sleeve=0.95, loose=0.045)
    worn = top(fit, cut)
    fit.wear("top", *[cuff(path, worn.cuff_radius() - 0.006, 0.05) for path in worn.sleeves])
    fit.wear("trim", neck_band(worn))
    waist = TRUNK.grown(0.030)
    fit.wear("bottom", band(waist, 1.50, 1.66, 0.05, lift=0.014))
    edge = [(-0.185, 2.05), (-0.20, 1.90), (-0.275, 1.62), (-0.285, 1.55)]
    bib = [patch(worn.surface, edge, [(-x, y) for x, y in edge], 0.018, 0.04, (20, 12))]
    bib += pocket(worn.surface, (0.0, 1.87), (0.10, 0.085), 0.018, 0.0, 0.034)
    straps = []
    for side in (-1, 1):
        front = [(side * 0.155, 1.99), (side * 0.17, 2.16), (side * 0.185, 2.315)]
        back = [(side * 0.185, 2.33), (side * 0.165, 2.2), (side * 0.10, 1.66)]
        straps.append(strap(worn, front, back, 0.042, 0.026))
    fit.wear("bottom", *bib, *straps)
    fit.wear("stitch", _stitch(worn, [(-0.16, 2.025), (0.16, 2.025)]))
    fit.wear("metal", *_buckles(worn))
    skin(fit, 0.95)


def _stitch(worn: Worn, line: list[tuple[float, float]]) -> Mesh:
    """A row of single stitches on a bib."""
    (ax, ay), (bx, by) = line
    made = []
    for share in np.linspace(0, 1, 13)[:-1]:
        x = ax + (bx - ax) * (share + np.array([0.0, 0.04]))
        made.append(cord(worn.surface.front(x, [ay, by], 0.038), 0.008, sides=6))
    return joined(made)


def _buckles(worn: Worn) -> list[Mesh]:
    made = []
    for side in (-1, 1):
        at = worn.surface.front(side * 0.155, 2.0, 0.05)
        made.append(button(at, (side * 0.1, 0.15, 1), 0.034))
        ring = [(-0.048, 0.0), (-0.034, 0.065), (0.034, 0.065), (0.048, 0.0), (0.0, -0.03)]
        path = [at + np.array([x, y, 0.0]) for x, y in ring]
        made.append(cord(np.array(path), 0.0125, closed=True))
    for x in (-0.25, 0.25):
        at = worn.surface.front(x, 1.585, 0.05)
        made.append(button(at, (np.sign(x) * 0.5, 0, 1), 0.028))
    return made


def sports(fit: Fit) -> None:
    """A striped jersey, shorts, ribbed socks, running shoes."""
    trousers(fit, SHORTS)
    bare_legs(fit, 0.3)
    socks(fit, 0.24)
    shoes(fit, "runner")
    worn = top(fit, Top(ease=0.048, sleeve=0.42, loose=0.062, neck=VEE_HIGH, straight=0.02))
    fit.wear("top", *hems(worn, 0.035))
    fit.wear("trim", neck_band(worn, 0.055))
    fit.wear("trim", *[_ring(path, worn, 0.055) for path in worn.sleeves])
    fit.wear("trim", _chest(worn, 2.0, 1.885))
    skin(fit, 0.42)


VEE_HIGH = tuple((angle, height + 0.20 * max(0.0, 1 - angle / 50)) for angle, height in VEE)


def _ring(path: Vectors, worn: Worn, tall: float) -> Mesh:
    """A stripe round a sleeve, above its hem."""
    return cuff(part_of(path, 0, 0.86), worn.cuff_radius() + 0.0, tall, 0.03)


def _chest(worn: Worn, high: float, low: float) -> Mesh:
    """A broad slanted stripe over the chest."""
    one = [(-0.40, low - 0.0), (0.40, low + 0.0)]
    two = [(-0.40, high), (0.40, high)]
    return patch(worn.surface, one, two, -0.004, 0.03, (40, 5))
