"""Everyday clothes: T-shirt, shirt, sweater, hoodie, blazer, dress."""

from __future__ import annotations

from ...parts import Mesh
from ..collars import collar, hood, hood_cords, lapels
from ..details import belt, buttons, patch, placket, pocket
from ..fit import TRUNK, Fit, Vectors, band, cuff, part_of
from ..legs import JEANS, SLIM, TUCKED, bare_legs, shoes, trousers
from ..skirts import skirt
from ..torso import HIGH, SCOOP, Neck, Top, Worn, hems, knit, neck_band, skin, top

COLLARED: Neck = ((0, 2.29), (10, 2.36), (30, 2.405), (90, 2.43), (180, 2.44))


def tshirt(fit: Fit) -> None:
    """A T-shirt over turned-up jeans and sneakers."""
    trousers(fit, JEANS)
    shoes(fit, "sneaker")
    worn = top(fit, Top())
    fit.wear("top", *hems(worn))
    fit.wear("trim", neck_band(worn))
    skin(fit, worn.cut.sleeve)


def buttoned(
    fit: Fit, cut: Top, role: str = "top", low: float = 1.0, buttons_to: float = 0.0
) -> Worn:
    """A shirt with collar, placket, cuffs, and buttons down to a height."""
    worn = top(fit, cut, role)
    bottom = max(low, worn.hem + 0.02)
    front = [collar(worn), placket(worn.surface, 0.0, bottom, 2.285)]
    if cut.sleeve > 0.8:
        front += [cuff(path, worn.cuff_radius() - 0.004, 0.10, 0.04) for path in worn.sleeves]
    fit.wear(role, *front)
    places = [
        (0.0, y) for y in (2.22, 2.05, 1.88, 1.71, 1.54) if y > max(bottom + 0.02, buttons_to)
    ]
    if places:
        fit.wear("button", buttons(worn.surface, places, 0.024, 0.024))
    return worn


SHIRT = Top(ease=0.038, hem=1.51, sleeve=0.95, loose=0.042, neck=COLLARED, folds=0.012)


def shirt(fit: Fit) -> None:
    """A shirt tucked into belted trousers, loafers."""
    trousers(fit, SLIM)
    shoes(fit, "loafer")
    worn = buttoned(fit, SHIRT, low=1.60)
    fit.wear("top", *pocket(worn.surface, (0.17, 2.0), (0.068, 0.07)))
    for role, mesh in belt(TRUNK.grown(0.032), 1.485, 1.575):
        fit.wear(role, mesh)
    skin(fit, SHIRT.sleeve)


def sweater(fit: Fit) -> None:
    """A knitted sweater with ribbed edges, boots."""
    trousers(fit, TUCKED)
    shoes(fit, "boot")
    worn = top(fit, Top(ease=0.07, hem=1.36, sleeve=0.95, loose=0.07, folds=0.016, straight=0.02))
    fit.wear("trim", *knit(worn), neck_band(worn, 0.08, 0.05, 48, 0.022))
    skin(fit, 0.95)


def hoodie(fit: Fit) -> None:
    """A hoodie with a pouch and cords, jeans, sneakers."""
    trousers(fit, JEANS)
    shoes(fit, "sneaker")
    worn = top(fit, Top(ease=0.078, hem=1.36, sleeve=0.95, loose=0.08, folds=0.018,
                        straight=0.03, neck=HIGH))  # fmt: skip
    for role, mesh in (*hood(worn), *hood_cords(worn)):
        fit.wear(role, mesh)
    fit.wear("trim", *knit(worn, 0.10, 40))
    pouch = [(-0.13, 1.76), (-0.145, 1.74), (-0.235, 1.57), (-0.235, 1.50)]
    fit.wear("top", patch(worn.surface, pouch, [(-x, y) for x, y in pouch], 0.012, 0.042))
    skin(fit, 0.95)


JACKET = Top(
    ease=0.085, hem=1.20, sleeve=0.94, loose=0.068, flare=0.035, neck=HIGH,
    hollow=0.12,
    open=((1.1, 0.17), (1.30, 0.10), (1.52, 0.022), (1.62, 0.016), (2.25, 0.165), (2.5, 0.19)),
)  # fmt: skip


def blazer(fit: Fit) -> None:
    """A blazer over an open-necked shirt, trousers, loafers."""
    trousers(fit, SLIM)
    shoes(fit, "loafer")
    under = Top(ease=0.03, hem=1.51, sleeve=0.0, neck=COLLARED)
    inner = top(fit, under, "top", "shirt")
    fit.wear("top", collar(inner, tip=2.26), placket(inner.surface, 0.0, 1.6, 2.285))
    fit.wear(
        "button", buttons(inner.surface, [(0, 2.2), (0, 2.05), (0, 1.9), (0, 1.75)], 0.02, 0.024)
    )
    worn = top(fit, JACKET, "top2", "jacket")
    edge = [(1.62, 0.016), (2.25, 0.165), (2.5, 0.19)]
    wide = [(1.64, 0.01), (1.80, 0.075), (2.08, 0.150), (2.115, 0.155), (2.12, 0.105), (2.26, 0.09)]
    fit.wear("lapel", lapels(worn, edge, wide))
    flaps = []
    for side in (-1, 1):
        x = side * 0.24
        flaps += [patch(worn.surface, [(x - 0.085, 1.47), (x - 0.085, 1.405)],
                        [(x + 0.085, 1.47), (x + 0.085, 1.405)], 0.01, 0.036)]  # fmt: skip
    flaps.append(patch(worn.surface, [(0.16, 2.0), (0.16, 1.965)], [(0.275, 2.015), (0.275, 1.98)]))
    fit.wear("top2", *flaps)
    fit.wear("metal", buttons(worn.surface, [(0.055, 1.60), (0.06, 1.44)], 0.032, 0.012))
    cuffs = [cuff(path, 0.10, 0.07, 0.03, out=0.0) for path in _beyond_sleeves(fit)]
    fit.wear("top", *cuffs)
    skin(fit, 0.9)


def _beyond_sleeves(fit: Fit) -> list[Vectors]:
    """Lines of the shirt's cuffs, a little longer than the jacket's sleeves."""
    return [part_of(arm.path(), 0.6, 0.985) for arm in fit.joints.arms]


def dress(fit: Fit) -> None:
    """A dress with a flared skirt and a sash, flats."""
    bare_legs(fit, 0.0 if fit.joints.seated else 0.15)
    shoes(fit, "flat")
    worn = top(fit, Top(ease=0.036, hem=1.66, sleeve=0.26, loose=0.045, neck=SCOOP, flare=0.0,
                        folds=0.0, hollow=0.0))  # fmt: skip
    skirt(fit, "top")
    fit.wear("top", *[cuff(path, worn.cuff_radius() - 0.006, 0.045) for path in worn.sleeves])
    fit.wear("trim", neck_band(worn, 0.045), _sash())
    skin(fit, 0.26)


def _sash() -> Mesh:
    return band(TRUNK.grown(0.045), 1.645, 1.745, 0.044)
