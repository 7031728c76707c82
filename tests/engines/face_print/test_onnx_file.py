"""Reading ONNX files: what ``graph.py`` wrote comes back, and what is no such file is refused."""

from __future__ import annotations

import numpy as np
import pytest

from facevalue.engines import weights
from facevalue.engines.face_print.graph import FREE, Graph
from facevalue.engines.face_print.onnx_file import fields, read


def test_what_was_written_is_read() -> None:
    """Operators in their order with names and settings, weights with their sizes."""
    graph, filters = Graph(), np.arange(18, dtype=np.float32).reshape(2, 1, 3, 3)
    kept = graph.weight(filters)
    out = graph.add("Conv", "input", kept, kernel_shape=(3, 3), group=300)
    last = graph.add("Relu", out)
    operators, stored = read(graph.model("input", (FREE, 1, 3, 3), last, (FREE, 2, 1, 1)))
    assert [each.kind for each in operators] == ["Conv", "Relu"]
    assert (operators[0].inputs, operators[0].output) == (("input", kept), out)
    assert operators[0].settings["group"] == (300,)
    assert operators[1].inputs == (out,)
    assert (stored[kept] == filters).all()


def test_the_recognisers_file_is_read() -> None:
    """Fifty convolutions with their strides, thirty-three bends with a slope for each plane."""
    operators, stored = read(weights.load("fr_feature.onnx"))
    kinds = [each.kind for each in operators]
    assert (kinds.count("Conv"), kinds.count("PRelu"), len(kinds)) == (50, 33, 96)
    assert operators[0].settings["strides"] == (2, 2)
    bends = [each for each in operators if each.kind == "PRelu"]
    assert {stored[each.inputs[1]].ndim for each in bends} == {3}


@pytest.mark.parametrize(
    "data", [b"", b"\x08\x00", b"\x0d1234", b"\x3a\x7fshort", b"\x80", b"\x3a\x00"]
)
def test_other_bytes_are_refused(data: bytes) -> None:
    """Nothing, an unknown kind of field, a field that ends early, a graph of nothing."""
    with pytest.raises(ValueError, match="ONNX"):
        read(data)


def test_large_numbers_are_read_whole() -> None:
    """Seven bits a byte, the lowest first."""
    assert list(fields(b"\x08\xac\x02")) == [(1, 300)]
