"""Tapered strokes as closed shapes, many to a path."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..canvas import skia
from .curves import aside
from .shapes import Line, ink


def spaced(line: Line, step: float) -> Line:
    """A line with its points ``step`` apart (at least 4 of them)."""
    gone = np.concatenate([[0.0], np.hypot(*np.diff(line, axis=0).T).cumsum()])
    at = np.linspace(0, gone[-1], max(4, round(gone[-1] / step) + 1))
    return np.stack([np.interp(at, gone, line[:, 0]), np.interp(at, gone, line[:, 1])], 1)


def add(path: Any, line: Line, widths: NDArray[np.float64]) -> None:
    """Add a stroke along a line to a path; ``widths`` in pixels, one for each point."""
    side = aside(line) * widths[:, None] / 2
    around = np.concatenate([line + side, (line - side)[::-1]])
    middle = (around + np.roll(around, -1, 0)) / 2
    path.moveTo(*middle[-1].tolist())
    for bend in np.concatenate([around, middle], 1).tolist():
        path.quadTo(*bend)
    path.close()


class Strokes:
    """Strokes gathered by colour, so that each colour is one path to draw."""

    def __init__(self) -> None:
        """Begin with none."""
        self._paths: dict[tuple[float, float, float, int], Any] = defaultdict(skia().Path)

    def add(self, line: Line, widths: NDArray[np.float64], lab: Any, alpha: float = 1.0) -> None:
        """Add one; colours (CIELAB) are evened out to steps of 5."""
        light, red, yellow = (5.0 * round(float(v) / 5) for v in lab)
        key = (light, red, yellow, round(alpha * 8))
        add(self._paths[key], line, widths)

    def draw(self, canvas: Any) -> None:
        """Draw all, in the order in which their colours came."""
        paint = skia().Paint(AntiAlias=True)
        for key, path in self._paths.items():
            path.setFillType(skia().PathFillType.kWinding)
            paint.setColor(ink((key[0], key[1], key[2]), key[3] / 8))
            canvas.drawPath(path, paint)
