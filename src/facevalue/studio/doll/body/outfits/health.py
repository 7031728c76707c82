"""Ward and laboratory: scrubs, lab coat."""

from __future__ import annotations

from ..collars import lapels
from ..details import buttons, plate, pocket
from ..fit import Fit, cuff
from ..legs import SLIM, WIDE, shoes, trousers
from ..sheets import cord
from ..skirts import coat_fronts
from ..torso import HIGH, VEE, Top, Worn, hems, neck_band, skin, top
from .casual import COLLARED, buttoned


def scrubs(fit: Fit) -> None:
    """A V-necked tunic with pockets, wide trousers, clogs."""
    trousers(fit, WIDE)
    shoes(fit, "clog")
    worn = top(fit, Top(ease=0.058, hem=1.24, sleeve=0.44, loose=0.075, flare=0.035, neck=VEE,
                        straight=0.04, hollow=0.12))  # fmt: skip
    fit.wear("top", *hems(worn, 0.05))
    fit.wear("trim", neck_band(worn, 0.06, 0.036, 0, 0.006))
    fit.wear("top", *pocket(worn.surface, (0.20, 1.96), (0.082, 0.09), 0.012))
    if not fit.joints.seated:
        for side in (-1, 1):
            fit.wear("top", *pocket(worn.surface, (side * 0.19, 1.44), (0.11, 0.10), 0.0))
    fit.wear(
        "badge", plate(worn.surface.front(-0.20, 1.96, 0.016), (-0.2, 0.05, 1), (0.052, 0.072))
    )
    fit.wear("metal", cord(worn.surface.front([-0.20, -0.20], [2.02, 2.06], 0.02), 0.0165))
    skin(fit, 0.44)


COAT = Top(
    ease=0.082, hem=0.82, sleeve=0.95, loose=0.078, flare=0.085, neck=HIGH, folds=0.013,
    straight=0.02, hollow=0.62,
    open=((0.6, 0.20), (1.10, 0.145), (1.55, 0.085), (1.75, 0.085), (2.25, 0.17), (2.5, 0.19)),
)  # fmt: skip


def labcoat(fit: Fit) -> None:
    """A long open coat over shirt and trousers, with pens in its pocket."""
    trousers(fit, SLIM)
    shoes(fit, "loafer")
    buttoned(fit, Top(ease=0.03, hem=1.44, sleeve=0.0, neck=COLLARED), "under", 1.46)
    worn = top(fit, COAT, "top", "coat")
    edge = [(1.75, 0.085), (2.25, 0.17), (2.5, 0.19)]
    wide = [(1.72, 0.01), (1.88, 0.08), (2.08, 0.145), (2.115, 0.15), (2.12, 0.105), (2.26, 0.085)]
    fit.wear("lapel", lapels(worn, edge, wide))
    fit.wear("top", *pocket(worn.surface, (0.275, 1.90), (0.072, 0.075), 0.0))
    fit.wear("top", *[cuff(path, worn.cuff_radius() - 0.004, 0.05, 0.034) for path in worn.sleeves])
    if fit.joints.seated:
        coat_fronts(fit, "top")
    else:
        for side in (-1, 1):
            fit.wear("top", *pocket(worn.surface, (side * 0.29, 1.26), (0.10, 0.12), 0.0))
    _pens(fit, worn)
    fit.wear("button", buttons(worn.surface, [(0.125, y) for y in (1.68, 1.52)], 0.026, 0.012))
    skin(fit, 0.95)


def _pens(fit: Fit, worn: Worn) -> None:
    """Two pens that look out of the breast pocket, and a name tag."""
    for x, role in ((0.25, "tie"), (0.29, "accent")):
        path = worn.surface.front([x, x], [1.90, 2.045], 0.03)
        fit.wear(role, cord(path, 0.0175))
    at = worn.surface.front(-0.27, 1.95, 0.014)
    fit.wear("badge", plate(at, (-0.35, 0.05, 1), (0.062, 0.045)))
