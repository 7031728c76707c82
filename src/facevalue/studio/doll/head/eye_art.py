"""An eye as a drawing (SVG): white, iris with depth, pupil and a small light."""

from __future__ import annotations

import math

from ..colours import mixed
from .tones import brighter


def eye_svg(colour: str) -> str:
    """The drawing, square; 1 unit is the iris's radius, the square reaches 2 of them."""
    light, dark = brighter(colour, 1.8), mixed(colour, "#07060a", 0.62)
    reach = 0.30 / 0.150
    rays = "".join(_ray(k, light if k % 2 else mixed(colour, dark, 0.5)) for k in range(44))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="512" height="512" '
        f'viewBox="{-reach} {-reach} {2 * reach} {2 * reach}"><defs>'
        '<filter id="b" x="-50%" y="-50%" width="200%" height="200%">'
        '<feGaussianBlur stdDeviation="0.10"/></filter>'
        '<filter id="s" x="-50%" y="-50%" width="200%" height="200%">'
        '<feGaussianBlur stdDeviation="0.028"/></filter>'
        '<linearGradient id="w" x1="0" y1="0" x2="0" y2="1">'
        '<stop offset="0.10" stop-color="#b9b2bb"/><stop offset="0.38" stop-color="#f4f1f0"/>'
        '<stop offset="1" stop-color="#fbf8f5"/></linearGradient>'
        '<radialGradient id="i" cx="0.5" cy="0.66" r="0.62">'
        f'<stop offset="0" stop-color="{light}"/><stop offset="0.55" stop-color="{colour}"/>'
        f'<stop offset="1" stop-color="{dark}"/></radialGradient></defs>'
        f'<rect x="{-reach}" y="{-reach}" width="{2 * reach}" height="{2 * reach}" fill="url(#w)"/>'
        f'<circle r="1.05" fill="{dark}" filter="url(#s)" opacity="0.9"/>'
        f'<circle r="1" fill="url(#i)"/><g opacity="0.34" filter="url(#s)">{rays}</g>'
        f'<circle r="0.955" fill="none" stroke="{mixed(dark, "#050406", 0.45)}" '
        'stroke-width="0.10" filter="url(#s)"/>'
        '<circle r="0.52" fill="#070508" filter="url(#s)"/><circle r="0.50" fill="#070508"/>'
        '<path d="M -1.2 -0.25 A 1.2 1.2 0 0 1 1.2 -0.25 L 1.2 -1.4 L -1.2 -1.4 Z" '
        'fill="#08050a" opacity="0.40" filter="url(#b)"/>'
        f'<path d="M -0.62 0.52 A 0.80 0.80 0 0 0 0.62 0.52 A 1.1 1.1 0 0 1 -0.62 0.52 Z" '
        f'fill="{mixed(light, "#ffffff", 0.35)}" opacity="0.55" filter="url(#s)"/>'
        '<circle cx="0.34" cy="-0.36" r="0.20" fill="#ffffff"/>'
        '<circle cx="-0.36" cy="0.34" r="0.09" fill="#ffffff" opacity="0.75"/></svg>'
    )


def _ray(k: int, colour: str) -> str:
    """One of the fine spokes of the iris."""
    turn = 2 * math.pi * (k + 0.35 * math.sin(k * 2.4)) / 44
    x, y = math.cos(turn), math.sin(turn)
    end = 0.82 + 0.10 * math.sin(k * 1.7)
    return (
        f'<line x1="{0.46 * x:.3f}" y1="{0.46 * y:.3f}" x2="{end * x:.3f}" y2="{end * y:.3f}" '
        f'stroke="{colour}" stroke-width="0.055" stroke-linecap="round"/>'
    )
