"""The first recogniser: ``fr_feature.onnx``, 512 numbers a face, compared by their angle.

The network is that of the package faceplugin-face-recognition-js 0.0.1 (MIT; a MobileFaceNet
in its layers). Its package does not say which faces it was trained on.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

import numpy as np

from .. import weights
from ..runtime import quiet_session
from ..views import Floats, Pixels
from .align import Landmarks, aligned
from .graph import FREE, Graph
from .onnx_file import Operator, read
from .prints import Print

SIDE = 112
FRAME = (
    (38.2946, 51.6963),
    (73.5318, 51.5014),
    (56.0252, 71.7366),
    (41.5493, 92.3655),
    (70.7299, 92.2041),
)
"""Where the landmarks lie in its square: the usual frame of recognisers of this size."""


def square(pixels: Pixels, landmarks: Landmarks) -> Pixels:
    """A face of a picture (uint8, height x width x 3, RGB) as this recogniser looks at it.

    112 x 112 x 3, uint8. Raises ValueError for impossible landmarks.
    """
    return aligned(pixels, landmarks, FRAME, SIDE)


def prints(squares: Sequence[Pixels]) -> list[Print]:
    """Several faces as ``square`` gives them, each as 512 numbers of length one.

    Raises NoEngine or BadAsset without the pinned weights.
    """
    if not squares:
        return []
    planes = ((np.stack(squares).astype(np.float32) - 127) / 128).transpose(0, 3, 1, 2)
    vectors = _session().run(None, {"input": np.ascontiguousarray(planes)})[0]
    return [Print(each / np.linalg.norm(each)) for each in vectors]


def likeness(one: Print, other: Print) -> float:
    """The cosine of the angle between two prints, -1..1."""
    return float(one.numbers @ other.numbers)


def network(model: bytes) -> bytes:
    """The pinned file written anew: for any number of faces at once, and quicker.

    The file fixes its batch at one. And it bends negative values (PReLU: x below zero becomes
    slope times x) by an operator that the runtime has no quick form of: it took two thirds of
    the time. The same as x + (1 - slope) * max(-x, 0), with two convolutions of one pixel, runs
    in a third; the numbers differ by .0000004 at most, of values up to .33.
    Raises ValueError when the file is not the one that this was written for.
    """
    operators, weights_of = read(model)
    graph, names = Graph(), {"input": "input"}
    for each in operators:
        taken = [
            names[name] if name in names else graph.weight(weights_of[name])
            for name in each.inputs
            if each.kind == "Conv" or name in names
        ]
        if each.kind == "PRelu":
            names[each.output] = _bent(graph, taken[0], weights_of[each.inputs[1]].ravel())
        elif each.kind == "Reshape":
            names[each.output] = graph.add("Flatten", *taken, axis=1)
        elif each.kind in ("Conv", "Add"):
            names[each.output] = graph.add(each.kind, *taken, **_settings(each))
        else:
            raise ValueError(f"not the recogniser this was written for: it has a {each.kind}")
    return graph.model("input", (FREE, 3, SIDE, SIDE), names["output"], (FREE, 512))


def _settings(operator: Operator) -> dict[str, int | tuple[int, ...]]:
    """One number for ``group``, several for everything else."""
    return {
        name: values[0] if name == "group" else values for name, values in operator.settings.items()
    }


def _bent(graph: Graph, name: str, slopes: Floats) -> str:
    """What is below zero times the slope of its plane."""
    planes = len(slopes)
    turned = graph.weight(np.full((planes, 1, 1, 1), -1, np.float32))
    less = graph.weight((1 - slopes).astype(np.float32).reshape(planes, 1, 1, 1))
    below = graph.add("Conv", name, turned, group=planes, kernel_shape=(1, 1))
    raised = graph.add("Conv", graph.add("Relu", below), less, group=planes, kernel_shape=(1, 1))
    return graph.add("Add", raised, name)


@cache
def _session() -> Any:
    return quiet_session(network(weights.load("fr_feature.onnx")))
