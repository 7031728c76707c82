"""The hair that shows below a cap or a beanie."""

from __future__ import annotations

from ...parts import Mesh, Piece
from ...spec import HeadSpec
from ..hair.falling import curtain
from ..hair.flow import cap, make
from ..hair.short import fringe, tiles
from ..skull import skull
from ..surfaces import joined

HELD = (50, 48, 30, -6, 14, 12, -34, -40)
"""The hairline below headwear."""


def hair(spec: HeadSpec, grain: float) -> list[Piece]:
    """Sideburns and nape, or hair to the shoulders; a fringe where there is one."""
    if spec.under == "none":
        return []
    m, s = make(grain), skull(spec)
    parts: list[Mesh] = [
        cap(s, grain, 0.035, HELD),
        tiles(spec, m, 0.0, 5, keep=(-60, 24), crown=(180, 85)),
    ]
    if spec.under == "long":
        parts.append(curtain(spec, grain))
    if spec.fringe:
        parts.append(fringe(spec, m, 25, 10))
    return [Piece("hair", joined(parts), "hair")]
