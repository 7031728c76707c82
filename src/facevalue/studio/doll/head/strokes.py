"""Marks of an SVG drawing on the face, in head units with y upwards."""

from __future__ import annotations

from .surfaces import Reals

FADE = ((0, 1.0), (0.3, 0.9), (0.5, 0.66), (0.7, 0.32), (0.85, 0.1), (1, 0.0))
"""How a soft spot fades from its middle to its edge: about a Gauss curve."""


def blur(name: str, by: float) -> str:
    """A filter; each use costs time by the area it covers, so spots do without."""
    return (
        f'<filter id="{name}" x="-25%" y="-25%" width="150%" height="150%">'
        f'<feGaussianBlur stdDeviation="{by}"/></filter>'
    )


def spot(x: float, y: float, rx: float, ry: float, fill: str, opacity: float, soft: float) -> str:
    """A soft ellipse that fades out ``soft`` units beyond its radii."""
    name = f"s{fill[1:]}"
    stops = "".join(
        f'<stop offset="{at}" stop-color="{fill}" stop-opacity="{share}"/>' for at, share in FADE
    )
    return (
        f'<radialGradient id="{name}">{stops}</radialGradient>'
        f'<ellipse cx="{x:.4f}" cy="{-y:.4f}" rx="{rx + soft:.4f}" ry="{ry + soft:.4f}" '
        f'fill="url(#{name})" opacity="{opacity:.3f}"/>'
    )


def path(x: Reals, y: Reals, close: bool = False) -> str:
    """SVG path data through points; y upwards as on the head."""
    points = " L ".join(f"{a:.4f} {-b:.4f}" for a, b in zip(x, y, strict=True))
    return f"M {points}{' Z' if close else ''}"


def line(data: str, colour: str, wide: float, opacity: float = 1.0, blur: str = "") -> str:
    """A line with round ends."""
    soft = f' filter="url(#{blur})"' if blur else ""
    return (
        f'<path d="{data}" fill="none" stroke="{colour}" stroke-width="{wide:.4f}" '
        f'stroke-linecap="round" stroke-linejoin="round" opacity="{opacity:.3f}"{soft}/>'
    )


def crease(data: str, colour: str, wide: float, opacity: float) -> str:
    """A soft line: a wide faint one under a narrow one."""
    return line(data, colour, wide * 2.4, opacity * 0.45) + line(data, colour, wide, opacity * 0.7)
