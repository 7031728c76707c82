"""The second recogniser: dlib's ResNet, 128 numbers a face, compared by their distance.

Davis King's ``dlib_face_recognition_resnet_model_v1``, as the package @vladmandic/face-api
1.7.15 (MIT) carries it: most weights in eight bits, with a manifest of names. Here the layers
are put together again and run by onnxruntime. Against dlib itself, on 72 faces cut out alike,
the prints lie .04 apart (the line is .60) and their cosine is .9995 or more.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from math import prod
from typing import Any

import numpy as np

from .. import weights
from ..runtime import quiet_session
from ..views import Floats, Pixels
from .align import Landmarks, aligned
from .graph import FREE, Graph
from .prints import Print

SIDE = 150
PADDING = 0.25
MEAN_FACE = (
    (0.2255, 0.2159),
    (0.7546, 0.2159),
    (0.4901, 0.5156),
    (0.2541, 0.7802),
    (0.7261, 0.7802),
)
"""Eyes, nose and mouth in the mean face that dlib crops by (its 68 points, the mean of six for
an eye); a quarter of its size is added on every side (``get_face_chip_details``)."""

FRAME = tuple(
    (SIDE * (x + PADDING) / (1 + 2 * PADDING), SIDE * (y + PADDING) / (1 + 2 * PADDING))
    for x, y in MEAN_FACE
)
COLOURS = np.array([122.782, 117.001, 104.298], np.float32)
"""Mean red, green and blue that the network takes away (dlib's ``input_rgb_image``)."""

BLOCKS = (
    *("conv32_1", "conv32_2", "conv32_3"),
    *("conv64_down", "conv64_1", "conv64_2", "conv64_3"),
    *("conv128_down", "conv128_1", "conv128_2"),
    *("conv256_down", "conv256_1", "conv256_2", "conv256_down_out"),
)
"""The residual blocks in their order; those named ``down`` halve the picture."""


def square(pixels: Pixels, landmarks: Landmarks) -> Pixels:
    """A face of a picture (uint8, height x width x 3, RGB) as this recogniser looks at it.

    150 x 150 x 3, uint8. Raises ValueError for impossible landmarks.
    """
    return aligned(pixels, landmarks, FRAME, SIDE)


def prints(squares: Sequence[Pixels]) -> list[Print]:
    """Several faces as ``square`` gives them, each as 128 numbers.

    Raises NoEngine or BadAsset without the pinned weights.
    """
    if not squares:
        return []
    planes = ((np.stack(squares).astype(np.float32) - COLOURS) / 256).transpose(0, 3, 1, 2)
    vectors = _session().run(None, {"input": np.ascontiguousarray(planes)})[0]
    return [Print(each) for each in vectors]


def likeness(one: Print, other: Print) -> float:
    """One less the distance between two prints: dlib's own line, distance .60, is .40 here."""
    return 1 - float(np.linalg.norm(one.numbers - other.numbers))


@cache
def _session() -> Any:
    return quiet_session(network(weights.load("dlib_resnet.json"), weights.load("dlib_resnet.bin")))


def network(manifest: bytes, packed: bytes) -> bytes:
    """The ONNX file. Raises ValueError when the weights are not those of the manifest."""
    stored, graph = unpacked(manifest, packed), Graph()
    down, flow = _convolution(graph, stored, "conv32_down", "input", stride=2), _Flow("", 0, 0)
    side = (SIDE - 7) // 2 + 1
    pooled = graph.add("MaxPool", down, kernel_shape=(3, 3), strides=(2, 2))
    flow = _Flow(pooled, 32, (side - 3) // 2 + 1)
    for name in BLOCKS:
        flow = _block(graph, stored, name, flow)
    mean = graph.add("Flatten", graph.add("GlobalAveragePool", flow.name), axis=1)
    answer = graph.add("MatMul", mean, graph.weight(stored["fc"]))
    return graph.model("input", (FREE, 3, SIDE, SIDE), answer, (FREE, 128))


def unpacked(manifest: bytes, packed: bytes) -> dict[str, Floats]:
    """The weights by name, as TensorFlow.js stores them: mostly byte times scale plus least."""
    stored: dict[str, Floats] = {}
    at = 0
    for row in json.loads(manifest)[0]["weights"]:
        how, size = row.get("quantization"), prod(row["shape"])
        values = np.frombuffer(packed, np.uint8 if how else "<f4", size, at).astype(np.float32)
        at += size * (1 if how else 4)
        if how:
            values = values * np.float32(how["scale"]) + np.float32(how["min"])
        stored[row["name"]] = values.reshape(row["shape"])
    if at != len(packed):
        raise ValueError("the weights of the recogniser are not those of its manifest")
    return stored


@dataclass(frozen=True, slots=True)
class _Flow:
    """What runs through the network: its name, how many planes, and their side in pixels."""

    name: str
    planes: int
    side: int


def _block(graph: Graph, stored: dict[str, Floats], name: str, flow: _Flow) -> _Flow:
    """Two convolutions, added to what came in; halved when the block is named so."""
    halves = "_down" in name
    stride, pad = (2, 0) if halves else (1, 1)
    first = _convolution(graph, stored, f"{name}/conv1", flow.name, stride, pad)
    second = _convolution(graph, stored, f"{name}/conv2", first, pad=1, rectified=False)
    planes = len(stored[f"{name}/conv2/conv/bias"])
    if not halves:
        return _Flow(graph.add("Relu", graph.add("Add", second, flow.name)), planes, flow.side)
    kept = graph.add("AveragePool", flow.name, kernel_shape=(2, 2), strides=(2, 2))
    inner, outer = (flow.side - 3) // 2 + 1, flow.side // 2
    side = max(inner, outer)
    second = _filled(graph, second, 0, side - inner)
    kept = _filled(graph, kept, planes - flow.planes, side - outer)
    return _Flow(graph.add("Relu", graph.add("Add", second, kept)), planes, side)


def _filled(graph: Graph, name: str, planes: int, pixels: int) -> str:
    """Zeros behind the planes, to the right and below, where there are too few."""
    if not planes and not pixels:
        return name
    more = np.array([0, 0, 0, 0, 0, planes, pixels, pixels], np.int64)
    return graph.add("Pad", name, graph.weight(more))


def _convolution(
    graph: Graph,
    stored: dict[str, Floats],
    name: str,
    given: str,
    stride: int = 1,
    pad: int = 0,
    *,
    rectified: bool = True,
) -> str:
    """A convolution with the scale and shift that follow it already multiplied in."""
    filters = stored[f"{name}/conv/filters"].transpose(3, 2, 0, 1)
    scale = stored[f"{name}/scale/weights"]
    shift = stored[f"{name}/conv/bias"] * scale + stored[f"{name}/scale/biases"]
    inputs = (given, graph.weight(filters * scale[:, None, None, None]), graph.weight(shift))
    size = filters.shape[2:]
    out = graph.add("Conv", *inputs, kernel_shape=size, strides=(stride,) * 2, pads=(pad,) * 4)
    return graph.add("Relu", out) if rectified else out
