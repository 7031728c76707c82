"""What an ONNX file holds: its operators in their order and its weights by name.

ONNX files are protocol buffers (field numbers: ``onnx.proto``). Only what a pinned file of
convolutions needs is read; ``graph.py`` writes such files. The file comes from ``weights.load``,
so its digest has been checked.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..views import Floats

MODEL_GRAPH, GRAPH_NODE, GRAPH_WEIGHT = 7, 1, 5
NODE_INPUT, NODE_OUTPUT, NODE_OPERATOR, NODE_ATTRIBUTE = 1, 2, 4, 5
ATTRIBUTE_NAME, ATTRIBUTE_INT, ATTRIBUTE_INTS = 1, 3, 8
TENSOR_SIZE, TENSOR_KIND, TENSOR_NAME, TENSOR_RAW = 1, 2, 8, 9
FLOAT = 1


@dataclass(frozen=True, slots=True)
class Operator:
    """One step: its kind, the names of what it takes and gives, and its whole-number settings."""

    kind: str
    inputs: tuple[str, ...]
    output: str
    settings: dict[str, tuple[int, ...]]


def read(model: bytes) -> tuple[list[Operator], dict[str, Floats]]:
    """The operators, and the weights of 32-bit floats by name.

    Raises ValueError when the bytes are no such file.
    """
    try:
        graph = _first(model, MODEL_GRAPH)
        operators = [_operator(each) for each in _parts(graph, GRAPH_NODE)]
        tensors = [each for each in _parts(graph, GRAPH_WEIGHT) if _floats(each)]
        stored = {_first(each, TENSOR_NAME).decode(): _tensor(each) for each in tensors}
    except (IndexError, UnicodeDecodeError) as error:
        raise ValueError(f"not an ONNX file that can be read here: {error}") from None
    if not operators:
        raise ValueError("not an ONNX file that can be read here: it has no operators")
    return operators, stored


def _operator(body: bytes) -> Operator:
    settings = {
        _first(each, ATTRIBUTE_NAME).decode(): _numbers(each, ATTRIBUTE_INT)
        + _numbers(each, ATTRIBUTE_INTS)
        for each in _parts(body, NODE_ATTRIBUTE)
    }
    inputs = tuple(each.decode() for each in _parts(body, NODE_INPUT))
    output = _first(body, NODE_OUTPUT).decode()
    return Operator(_first(body, NODE_OPERATOR).decode(), inputs, output, settings)


def _floats(tensor: bytes) -> bool:
    return (TENSOR_KIND, FLOAT) in fields(tensor)


def _tensor(body: bytes) -> Floats:
    values: NDArray[np.float32] = np.frombuffer(_first(body, TENSOR_RAW), "<f4")
    return values.reshape(_numbers(body, TENSOR_SIZE))


def _numbers(body: bytes, wanted: int) -> tuple[int, ...]:
    """The whole numbers of one field, written one by one or packed together."""
    found: list[int] = []
    for field, value in fields(body):
        if field == wanted and isinstance(value, int):
            found.append(value)
        elif field == wanted and isinstance(value, bytes):
            at = 0
            while at < len(value):
                number, at = _varint(value, at)
                found.append(number)
    return tuple(found)


def _parts(body: bytes, wanted: int) -> list[bytes]:
    """Every value of one field that is made of bytes."""
    return [value for field, value in fields(body) if field == wanted and isinstance(value, bytes)]


def _first(body: bytes, wanted: int) -> bytes:
    return _parts(body, wanted)[0]


def fields(body: bytes) -> Iterator[tuple[int, int | bytes]]:
    """Number and value of each field of a message, in the order of the file.

    Raises ValueError for a kind of field that these files do not have, IndexError for a
    message that ends early.
    """
    at = 0
    while at < len(body):
        key, at = _varint(body, at)
        value, at = _varint(body, at)
        if key & 7 == 0:
            yield key >> 3, value
        elif key & 7 == 2:
            if at + value > len(body):
                raise IndexError("it ends within a field")
            yield key >> 3, body[at : at + value]
            at += value
        else:
            raise ValueError(f"a field of kind {key & 7} is not expected in an ONNX file")


def _varint(body: bytes, at: int) -> tuple[int, int]:
    """A whole number, seven bits a byte, the lowest first, and where it ends."""
    found, shift = 0, 0
    while True:
        byte = body[at]
        found, shift, at = found | (byte & 0x7F) << shift, shift + 7, at + 1
        if byte < 0x80:
            return found, at
