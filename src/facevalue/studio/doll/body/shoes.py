"""Shoes: sole, upper, toe cap, tongue, laces. Modelled as a left shoe and mirrored.

The shoe stands on y = 0 below its ankle (x = z = 0), toes to +z; the inner side is -x.
"""

from __future__ import annotations

from functools import lru_cache

from ..parts import Mesh
from ..shapes.field import Field
from ..shapes.solids import capsule
from .columns import Surface
from .lasts import HEEL, TOE, Shoe, above, extruded, upper
from .trims import TRIMS, laced

Made = tuple[tuple[str, Mesh], ...]
"""Roles and shapes."""

SHOES = {
    "sneaker": Shoe(cap=True, more="stripe"),
    "runner": Shoe(sole=0.10, ankle=0.27, toe=0.215, laces=4, more="runner"),
    "boot": Shoe(sole=0.075, ankle=0.375, toe=0.215, laces=5, heel=0.03, more="collar"),
    "spaceboot": Shoe(sole=0.10, ankle=0.40, toe=0.235, laces=6, heel=0.03, more="collar"),
    "loafer": Shoe(sole=0.05, ankle=0.235, toe=0.175, laces=0, heel=0.035, more="saddle"),
    "clog": Shoe(sole=0.085, ankle=0.235, toe=0.215, laces=0, more="clog"),
    "flat": Shoe(sole=0.05, ankle=0.17, toe=0.155, laces=0, low=True, heel=0.02, more="strap"),
}


@lru_cache(maxsize=32)
def shoe(name: str, grain: float) -> Made:
    """The left shoe of a kind in ``SHOES``: pieces by role."""
    kind = SHOES[name]
    low, high = (-0.26, -0.02, HEEL - 0.08), (0.26, kind.ankle + 0.06, TOE + 0.10)
    made_of = Field(low, high, grain).add(upper(kind))
    if kind.low:
        made_of.cut(capsule((0, 0.31, -0.06), (0, 0.19, 0.18), 0.115, 0.10))
    made_of.cut(capsule((0, kind.ankle - 0.02, -0.025), (0, 0.6, -0.035), 0.085, 0.11), 0.02)
    made = [("shoe", made_of.mesh()), ("sole", _sole(kind, low, grain))]
    if kind.cap:
        cap = Field(low, high, grain).add(upper(kind, 0.014, 0.305)).cut(above(0.155), 0.02)
        made.append(("cap", cap.mesh()))
    surface = Surface(made_of)
    if kind.laces:
        made += laced(kind, surface)
    made += TRIMS[kind.more](kind, surface)
    return tuple(made)


def _sole(kind: Shoe, low: tuple[float, float, float], grain: float) -> Mesh:
    field = Field((low[0], -0.03, low[2]), (-low[0], kind.sole + 0.04, TOE + 0.10), grain)
    field.add(extruded(0.018, 0.0, kind.sole, 0.022))
    if kind.heel:
        field.cut(capsule((-0.4, -0.045, 0.10), (0.4, -0.045, 0.10), 0.045 + kind.heel), 0.01)
    return field.mesh()
