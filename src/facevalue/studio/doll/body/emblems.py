"""Embroidered patches: abstract paintings of stars and planets, no agency's and no country's."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from ....photos.drawing import drawn
from ..parts import Pixels

SIDE = 256
"""Pixels of a patch, both ways."""

_STAR = "M0-10 2.6-2.6 10 0 2.6 2.6 0 10-2.6 2.6-10 0-2.6-2.6Z"


def _star(x: float, y: float, size: float, colour: str = "#fff6dc") -> str:
    return f'<path d="{_STAR}" transform="translate({x} {y}) scale({size})" fill="{colour}"/>'


_MISSION = f"""
<rect x="-100" y="-100" width="200" height="200" fill="#f6c445"/>
<circle r="86" fill="#1f2f63"/>
<path d="M-84 20A86 86 0 0 0 84 20Q0-14-84 20Z" fill="#2f8fc4"/>
<path d="M-72 46A86 86 0 0 0 72 46Q0 16-72 46Z" fill="#5cc0d8"/>
<circle cx="6" cy="-14" r="31" fill="#f2803a"/>
<path d="M-21-30A31 31 0 0 1 33-30Q6-19-21-30Z" fill="#ffb066"/>
<path d="M-50 14C-20 22 50-10 60-40" fill="none" stroke="#fff6dc" stroke-width="9"
 stroke-linecap="round"/>
{_star(-44, -38, 1.5)}{_star(46, 14, 1.0)}{_star(30, -62, 0.9)}
"""

_ORBIT = f"""
<rect x="-100" y="-100" width="200" height="200" fill="#f4f1ea"/>
<rect x="-86" y="-86" width="172" height="172" rx="40" fill="#8d2f5c"/>
<path d="M-86 40Q0-6 86 40V86H-86Z" fill="#e2543f"/>
<path d="M-86 66Q0 26 86 66V86H-86Z" fill="#f6c445"/>
{_star(0, -22, 4.6, "#ffffff")}{_star(-50, -48, 1.2)}{_star(52, 4, 1.2)}
"""

EMBLEMS = {"mission": _MISSION, "orbit": _ORBIT}
"""Roles of the patches and what is on them, in a square from -100 to 100.

The corners have the colour of the rim, which takes its texture from there.
"""


@lru_cache(maxsize=4)
def emblem(role: str) -> Pixels:
    """A patch as pixels, SIDE x SIDE x 3. Raises KeyError for an unknown one."""
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="-100 -100 200 200">{EMBLEMS[role]}</svg>'
    )
    return np.ascontiguousarray(drawn(svg, SIDE)[..., :3])
