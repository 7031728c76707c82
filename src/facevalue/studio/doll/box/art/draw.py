"""Small pieces of SVG that all prints share. 100 units of a drawing are one of the box."""

from __future__ import annotations

import math
from collections.abc import Iterable

UNIT = 100.0
"""Units of a drawing in one unit of the box."""


def document(width: float, height: float, body: str, defs: str = "") -> str:
    """A whole SVG; sides are whole numbers, for resvg rounds others."""
    wide, tall = round(width), round(height)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {tall}" '
        f'width="{wide}" height="{tall}"><defs>{defs}</defs>{body}</svg>'
    )


def fade(name: str, stops: Iterable[tuple[float, str]]) -> str:
    """A gradient from the top down."""
    made = "".join(f'<stop offset="{at}" stop-color="{colour}"/>' for at, colour in stops)
    return f'<linearGradient id="{name}" x1="0" y1="0" x2="0" y2="1">{made}</linearGradient>'


def glow(name: str, centre: tuple[float, float], radius: float, colour: str, share: float) -> str:
    """A round gradient from a colour of that opacity to nothing, in shares of what it fills."""
    return (
        f'<radialGradient id="{name}" cx="{centre[0]:.3f}" cy="{centre[1]:.3f}" r="{radius}">'
        f'<stop offset="0" stop-color="{colour}" stop-opacity="{share}"/>'
        f'<stop offset="1" stop-color="{colour}" stop-opacity="0"/></radialGradient>'
    )


def box(x: float, y: float, width: float, height: float, fill: str, more: str = "") -> str:
    """A rectangle; ``more`` are further attributes."""
    return (
        f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}" '
        f'fill="{fill}" {more}/>'
    )


def disc(x: float, y: float, radius: float, fill: str, more: str = "") -> str:
    """A circle."""
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}" fill="{fill}" {more}/>'


def polygon(points: Iterable[tuple[float, float]], fill: str, more: str = "") -> str:
    """A closed shape of straight lines."""
    flat = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    return f'<polygon points="{flat}" fill="{fill}" {more}/>'


def star(outer: float, inner: float, points: int, turn: float = 0.0) -> list[tuple[float, float]]:
    """Corners of a star about (0, 0); ``turn`` in degrees."""
    found = []
    for at in range(2 * points):
        angle = math.pi * at / points + math.radians(turn) - math.pi / 2
        radius = inner if at % 2 else outer
        found.append((radius * math.cos(angle), radius * math.sin(angle)))
    return found


def group(body: str, attributes: str) -> str:
    """Several shapes with common attributes."""
    return f"<g {attributes}>{body}</g>"
