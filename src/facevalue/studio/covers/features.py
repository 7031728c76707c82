"""The painted head itself: a fixed neutral face, drawn in units around its middle, y down."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

from ..painted.canvas import skia
from .pens import LINE, Paints, Point, shaded, smooth
from .tones import Tones

EYE, EYE_Y, MOUTH_Y, NOSE_Y, BROW_Y = 0.40, 0.06, 0.56, 0.32, -0.20
"""Where features are, seen from the front."""


@dataclass(frozen=True, slots=True)
class Turned:
    """Places on a round head that looks ``yaw`` to the right and ``pitch`` down (radians)."""

    yaw: float
    pitch: float

    def at(self, x: float, y: float) -> Point:
        """Where a place of the face is seen."""
        z = math.sqrt(max(0.0, 1.05 - x * x - 0.55 * y * y))
        across = x * math.cos(self.yaw) + z * math.sin(self.yaw)
        return across, y * math.cos(self.pitch) + 0.55 * z * math.sin(self.pitch)

    def width(self, x: float) -> float:
        """How wide something at x is seen, 0..1."""
        return max(0.12, math.cos(self.yaw + math.asin(max(-0.95, min(x, 0.95))) * 0.8))

    @property
    def side(self) -> float:
        """The sine of the yaw: how far what is in front moves over."""
        return math.sin(self.yaw)


def draw(canvas: Any, yaw: float, pitch: float, tones: Tones) -> None:
    """Draw the head."""
    turned = Turned(max(-1.05, min(yaw, 1.05)), max(-0.35, min(pitch, 0.35)))
    paints = Paints(tones)
    _neck(canvas, turned, paints)
    _back(canvas, turned, paints)
    _ears(canvas, turned, paints)
    _face(canvas, turned, paints)
    for x in (-EYE, EYE):
        _eye(canvas, turned, x, paints)
    _nose_and_mouth(canvas, turned, paints)
    _hair(canvas, turned, paints)


def _outline(turned: Turned) -> list[Point]:
    """The face's edge: forehead, cheeks, chin, moved over by the yaw."""
    right = [(0.0, -1.02), (0.72, -0.98), (0.98, -0.45), (0.98, 0.12), (0.86, 0.56), (0.50, 0.94)]
    s, drop = turned.side, 0.06 * math.sin(turned.pitch)
    points = [*right, (0.16, 1.06), *((-x, y) for x, y in [(0.16, 1.06), *right[:0:-1]])]
    return [(x * (1 - 0.10 * abs(s)) + s * (0.10 + 0.12 * max(y, 0)), y + drop) for x, y in points]


def _neck(canvas: Any, turned: Turned, paints: Paints) -> None:
    s = 0.06 * turned.side
    shape = [
        (-0.36 + s, 0.6),
        (0.36 + s, 0.6),
        (0.38, 1.3),
        (0.62, 2.2),
        (-0.62, 2.2),
        (-0.38, 1.3),
    ]
    neck = smooth(shape)
    canvas.drawPath(neck, paints.fill(shaded(paints.skin, 0.84)))
    canvas.save()
    canvas.clipPath(neck, doAntiAlias=True)
    canvas.drawOval(
        skia().Rect(-0.75 + s, 0.3, 0.75 + s, 1.24),
        paints.fill(shaded(paints.skin, 0.62), 0.85, 0.03),
    )
    canvas.restore()


def _back(canvas: Any, turned: Turned, paints: Paints) -> None:
    s = -0.16 * turned.side
    wide = 1.10 + 0.05 * abs(turned.side)
    canvas.drawOval(
        skia().Rect(s - wide, -1.26, s + wide, 0.72), paints.fill(shaded(paints.hair, 0.72))
    )


def _ears(canvas: Any, turned: Turned, paints: Paints) -> None:
    for side in (-1, 1):
        x = side * 0.98 * math.cos(turned.yaw) - 0.12 * turned.side
        if side * turned.side > 0.25:  # behind the cheek
            continue
        box = skia().Rect(x - 0.16, -0.02, x + 0.16, 0.42)
        canvas.drawOval(box, paints.fill(paints.skin))
        canvas.drawOval(box, paints.pen(paints.line, LINE, 0.8))
        inner = skia().Rect(x - 0.07, 0.07, x + 0.08, 0.32)
        canvas.drawArc(inner, 200, 200, False, paints.pen(paints.line, 0.8 * LINE, 0.6))


def _face(canvas: Any, turned: Turned, paints: Paints) -> None:
    face = smooth(_outline(turned))
    canvas.drawPath(face, paints.fill(paints.skin))
    canvas.save()
    canvas.clipPath(face, doAntiAlias=True)
    dark = paints.fill(shaded(paints.skin, 0.70), 0.85, 0.03)
    edge = skia().Path()
    edge.addRect(skia().Rect(-2, -2, 2, 2))
    edge.addOval(skia().Rect(-1.30 + 0.2 * turned.side, -1.6, 0.74 + 0.2 * turned.side, 0.96))
    edge.setFillType(skia().PathFillType.kEvenOdd)
    canvas.drawPath(edge, dark)
    under = [(-1.2, -1.3), (1.2, -1.3), (1.1, -0.42), (0.4, -0.55), (-0.2, -0.42), (-1.1, -0.40)]
    canvas.drawPath(smooth(under), paints.fill(shaded(paints.skin, 0.78), 0.7, 0.02))
    glow = skia().Rect(-0.72 + 0.3 * turned.side, -0.30, -0.10 + 0.3 * turned.side, 0.40)
    canvas.drawOval(glow, paints.fill("#fff0d2", 0.30, 0.12))
    for x in (-0.60, 0.60):
        at = turned.at(x, 0.40)
        wide = 0.24 * turned.width(x)
        cheek = skia().Rect(at[0] - wide, at[1] - 0.13, at[0] + wide, at[1] + 0.13)
        canvas.drawOval(cheek, paints.fill("#d9694f", 0.34, 0.07))
    canvas.restore()
    canvas.drawPath(face, paints.pen(paints.line, LINE, 0.85))


def _eye(canvas: Any, turned: Turned, x: float, paints: Paints) -> None:
    across, down = turned.at(x, EYE_Y)
    wide = 0.185 * turned.width(x)
    if wide < 0.05:
        return
    dark = "#2b2019"
    white = skia().Rect(across - wide, down - 0.14, across + wide, down + 0.15)
    canvas.drawOval(white, paints.fill("#fbf6ee"))
    look = 0.04 * turned.side
    iris = skia().Rect(
        across - 0.68 * wide + look, down - 0.13, across + 0.68 * wide + look, down + 0.15
    )
    canvas.drawOval(iris, paints.fill("#5a3f2c"))
    pupil = skia().Rect(
        across - 0.36 * wide + look, down - 0.07, across + 0.36 * wide + look, down + 0.09
    )
    canvas.drawOval(pupil, paints.fill(dark))
    glint = skia().Rect(
        across - 0.40 * wide + look, down - 0.10, across - 0.02 * wide + look, down - 0.01
    )
    canvas.drawOval(glint, paints.fill("#ffffff", 0.95))
    outer = math.copysign(1, x)
    lid = [
        (across - outer * 1.02 * wide, down - 0.02),
        (across - outer * 0.6 * wide, down - 0.155),
        (across + outer * 0.5 * wide, down - 0.175),
        (across + outer * 1.18 * wide, down - 0.03),
    ]
    canvas.drawPath(smooth(lid, closed=False), paints.pen(dark, 1.9 * LINE))
    fold = [(a, b - 0.07) for a, b in lid]
    canvas.drawPath(smooth(fold, closed=False), paints.pen(paints.line, 0.7 * LINE, 0.5))
    arch = ((-0.21, -0.015), (-0.06, -0.06), (0.10, -0.05), (0.24, 0.045))
    brow = [turned.at(x + outer * dx, BROW_Y + dy) for dx, dy in arch]
    canvas.drawPath(smooth(brow, closed=False), paints.pen(shaded(paints.hair, 0.8), 2.6 * LINE))


def _nose_and_mouth(canvas: Any, turned: Turned, paints: Paints) -> None:
    tip = turned.at(0.0, NOSE_Y)
    ahead = 0.09 * turned.side
    sign = 1 if turned.side >= 0 else -1
    nose = [
        (tip[0] + ahead + 0.02 * sign, tip[1] - 0.14),
        (tip[0] + ahead + 0.09 * sign, tip[1] - 0.02),
        (tip[0] + ahead + 0.06 * sign, tip[1] + 0.04),
        (tip[0] + ahead - 0.05 * sign, tip[1] + 0.05),
    ]
    canvas.drawPath(smooth(nose, closed=False), paints.pen(paints.line, 1.1 * LINE, 0.9))
    places = ((-0.26, -0.035), (-0.12, 0.03), (0.12, 0.03), (0.26, -0.035))
    mouth = [turned.at(dx, MOUTH_Y + dy) for dx, dy in places]
    canvas.drawPath(smooth(mouth, closed=False), paints.pen("#8a3b32", 1.5 * LINE))
    lip = [turned.at(dx, MOUTH_Y + 0.115) for dx in (-0.08, -0.03, 0.03, 0.08)]
    canvas.drawPath(smooth(lip, closed=False), paints.pen(paints.line, 0.8 * LINE, 0.5))


def _hair(canvas: Any, turned: Turned, paints: Paints) -> None:
    """The hair in front: a cap with a swept fringe, two tones and some strands."""
    s = turned.side
    front = [
        (-1.12, 0.10), (-1.16, -0.62), (-0.80, -1.22), (0.0, -1.40), (0.80, -1.22), (1.16, -0.62),
        (1.10, 0.12), (0.97, -0.06), (0.90, -0.40), (0.62, -0.56), (0.36, -0.48), (0.10, -0.66),
        (-0.20, -0.44), (-0.52, -0.62), (-0.84, -0.36), (-0.95, -0.05),
    ]  # fmt: skip
    moved = [(x - 0.10 * s + 0.24 * s * max(0.0, 0.5 + y), y) for x, y in front]
    cap = smooth(moved)
    canvas.drawPath(cap, paints.fill(paints.hair))
    canvas.save()
    canvas.clipPath(cap, doAntiAlias=True)
    light = skia().Rect(-0.85 + 0.2 * s, -1.22, 0.35 + 0.2 * s, -0.72)
    canvas.drawOval(light, paints.fill("#fff1d8", 0.20, 0.07))
    shade = skia().Rect(0.35, -1.5, 1.6, 0.6)
    canvas.drawOval(shade, paints.fill(paints.strand, 0.45, 0.08))
    for start, end in ((-0.75, -0.86), (-0.42, -0.42), (-0.1, 0.05), (0.28, 0.42), (0.6, 0.86)):
        strand = [(0.12 - 0.1 * s, -1.24), (start * 0.7, -1.0), (start, -0.75), (end, -0.35)]
        canvas.drawPath(smooth(strand, closed=False), paints.pen(paints.strand, 0.9 * LINE, 0.7))
    canvas.restore()
    canvas.drawPath(cap, paints.pen(paints.strand, LINE, 0.9))
