"""Messages between us and the rendering process: a head in JSON, then raw arrays."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import IO, Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]
Head = dict[str, Any]

MOST_HEAD = 4_000_000
MOST_ARRAY = 2_000_000_000
"""Bytes; a longer message is not one of ours."""

KINDS = ("float16", "float32", "float64", "int32", "uint8", "uint32", "bool")


def send(pipe: IO[bytes], head: Head, arrays: Sequence[Array] = ()) -> None:
    """Write one message."""
    laid = [np.ascontiguousarray(array) for array in arrays]
    shapes = [[array.dtype.name, list(array.shape)] for array in laid]
    text = json.dumps({**head, "arrays": shapes}).encode()
    pipe.write(len(text).to_bytes(8, "big") + text)
    for array in laid:
        if array.size:
            pipe.write(array.reshape(-1).view(np.uint8).data)
    pipe.flush()


def receive(pipe: IO[bytes]) -> tuple[Head, list[Array]]:
    """Read one message. Raises EOFError when the pipe ends, ValueError for a wrong message."""
    length = int.from_bytes(_exactly(pipe, 8), "big")
    if length > MOST_HEAD:
        raise ValueError("message too long")
    head: Head = json.loads(_exactly(pipe, length))
    return head, [_array(pipe, kind, shape) for kind, shape in head["arrays"]]


def _array(pipe: IO[bytes], kind: str, shape: Sequence[int]) -> Array:
    if kind not in KINDS or np.prod([1, *shape], dtype=float) * 8 > MOST_ARRAY:
        raise ValueError("not an array of ours")
    array = np.empty(shape, kind)
    if array.size:
        room = array.reshape(-1).view(np.uint8).data
        done = 0
        while done < len(room):
            count = pipe.readinto(room[done:])  # type: ignore[attr-defined]
            if not count:
                raise EOFError
            done += count
    return array


def _exactly(pipe: IO[bytes], count: int) -> bytes:
    data = pipe.read(count)
    if len(data) != count:
        raise EOFError
    return data
