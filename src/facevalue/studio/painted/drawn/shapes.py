"""Curves through points, and shapes around them."""

from __future__ import annotations

import numpy as np
from scipy.interpolate import CubicSpline

from .lines import Plane


def curve(points: Plane, number: int = 24) -> Plane:
    """A smooth curve through points (n x 2), as ``number`` points."""
    run = np.concatenate([[0], np.linalg.norm(np.diff(points, axis=0), axis=1).cumsum()])
    run += np.arange(len(run)) * 1e-6
    answer: Plane = CubicSpline(run, points)(np.linspace(0, run[-1], number))
    return answer


def closed(points: Plane, number: int = 120) -> Plane:
    """A smooth closed curve through points."""
    ring = np.concatenate([points, points[:1]])
    run = np.concatenate([[0], np.linalg.norm(np.diff(ring, axis=0), axis=1).cumsum()])
    around = CubicSpline(run, ring, bc_type="periodic")
    answer: Plane = around(np.linspace(0, run[-1], number, endpoint=False))
    return answer


def hull(points: Plane) -> Plane:
    """The convex outline of points (n x 2)."""
    from scipy.spatial import ConvexHull

    answer: Plane = points[ConvexHull(points).vertices]
    return answer


def grown(shape: Plane, times: float) -> Plane:
    """A shape so many times as large about its middle."""
    middle = shape.mean(0)
    answer: Plane = middle + times * (shape - middle)
    return answer
