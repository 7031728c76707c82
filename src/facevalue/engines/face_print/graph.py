"""A network written down as an ONNX file in memory, so that onnxruntime can run it.

ONNX files are protocol buffers; the few messages that a chain of convolutions needs are
written here by hand (field numbers: ``onnx.proto``, format version 8, operator set 17). The
library that could write them too weighs eighteen megabytes.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

FORMAT, OPERATORS = 8, 17
FLOAT, INT64 = 1, 7
ATTRIBUTE_INT, ATTRIBUTE_INTS = 2, 7
FREE = 0
"""A size that is settled when the network runs: how many faces there are."""


class Graph:
    """Nodes and weights in the order in which they were added."""

    def __init__(self) -> None:
        self._nodes: list[bytes] = []
        self._weights: list[bytes] = []
        self._names = 0

    def weight(self, values: NDArray[np.float32] | NDArray[np.int64]) -> str:
        """The name of constant numbers, float32 or int64."""
        name = self._name()
        kind = FLOAT if values.dtype == np.float32 else INT64
        raw = np.ascontiguousarray(values).tobytes()
        body = _packed(1, values.shape) + _number(2, kind) + _text(8, name) + _bytes(9, raw)
        self._weights.append(body)
        return name

    def add(self, operator: str, *inputs: str, **attributes: int | Sequence[int]) -> str:
        """The name of what an operator gives for its inputs."""
        name = self._name()
        body = b"".join(_text(1, each) for each in inputs) + _text(2, name) + _text(4, operator)
        body += b"".join(_bytes(5, _attribute(key, value)) for key, value in attributes.items())
        self._nodes.append(body)
        return name

    def model(self, given: str, size: Sequence[int], answer: str, answers: Sequence[int]) -> bytes:
        """The file: one input and one output, float32; where a size is FREE, any number fits."""
        body = b"".join(_bytes(1, node) for node in self._nodes) + _text(2, "graph")
        body += b"".join(_bytes(5, weight) for weight in self._weights)
        body += _bytes(11, _value(given, size)) + _bytes(12, _value(answer, answers))
        return _number(1, FORMAT) + _bytes(7, body) + _bytes(8, _number(2, OPERATORS))

    def _name(self) -> str:
        self._names += 1
        return f"v{self._names}"


def _attribute(name: str, value: int | Sequence[int]) -> bytes:
    if isinstance(value, int):
        return _text(1, name) + _number(3, value) + _number(20, ATTRIBUTE_INT)
    return _text(1, name) + _packed(8, value) + _number(20, ATTRIBUTE_INTS)


def _value(name: str, size: Sequence[int]) -> bytes:
    """Name, type and size of an input or output."""
    shape = b"".join(_bytes(1, b"" if each == FREE else _number(1, each)) for each in size)
    return _text(1, name) + _bytes(2, _bytes(1, _number(1, FLOAT) + _bytes(2, shape)))


def _varint(value: int) -> bytes:
    out = bytearray()
    while value > 0x7F:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes([*out, value])


def _number(field: int, value: int) -> bytes:
    return _varint(field << 3) + _varint(value)


def _bytes(field: int, value: bytes) -> bytes:
    return _varint(field << 3 | 2) + _varint(len(value)) + value


def _text(field: int, value: str) -> bytes:
    return _bytes(field, value.encode())


def _packed(field: int, values: Sequence[int]) -> bytes:
    return _bytes(field, b"".join(_varint(value) for value in values))
