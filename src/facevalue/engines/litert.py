"""LiteRT, opened so that it keeps quiet: the one place that loads ai-edge-litert.

Its C++ side writes a line to the standard error stream when it picks its fast kernels, and no
setting of it stops that (the person mask runs with those kernels only). So the stream points
nowhere while a model is being opened; nothing is written while one runs.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..core.errors import NoEngine
from . import weights

Floats = NDArray[np.float32]

THREADS = 2
"""Both models take milliseconds: more threads cost more than they bring."""

_ERRORS = 2
"""The standard error stream, as the system numbers it."""

_one_at_a_time = Lock()


class Model:
    """One network with one input: call it with floats, get one array for each output."""

    def __init__(self, name: str) -> None:
        """Open an asset by its name. Raises NoEngine, BadAsset, Unknown."""
        self._content = weights.load(name)  # the library does not copy it
        with _quiet():
            self._run = _library().Interpreter(model_content=self._content, num_threads=THREADS)
            self._run.allocate_tensors()
        self._input = self._run.get_input_details()[0]["index"]
        self._outputs = [each["index"] for each in self._run.get_output_details()]
        self._lock = Lock()

    def __call__(self, batch: Floats) -> list[Floats]:
        """The outputs, in the file's order; batch is 1 x height x width x channels."""
        with self._lock:
            self._run.set_tensor(self._input, np.ascontiguousarray(batch, np.float32))
            self._run.invoke()
            return [self._run.get_tensor(index) for index in self._outputs]


def _library() -> Any:
    """The library's module of interpreters. Raises NoEngine when it is not installed."""
    try:
        from ai_edge_litert import interpreter
    except ImportError as error:
        raise NoEngine(
            f"ai-edge-litert, which looks at the photo for a likeness, does not start ({error}): "
            "install facevalue with its studio extra"
        ) from None
    return interpreter


@contextmanager
def _quiet() -> Iterator[None]:
    """Point the error stream nowhere for a moment, for every library of this process."""
    with _one_at_a_time:
        if sys.stderr is not None:
            sys.stderr.flush()
        try:
            kept = os.dup(_ERRORS)
        except OSError:  # there is no such stream: nothing can be written
            yield
            return
        nowhere = os.open(os.devnull, os.O_WRONLY)
        try:
            os.dup2(nowhere, _ERRORS)
            yield
        finally:
            os.dup2(kept, _ERRORS)
            os.close(kept)
            os.close(nowhere)
