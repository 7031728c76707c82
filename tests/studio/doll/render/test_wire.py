"""Messages and packed scenes come out as they went in; wrong ones are not believed."""

from __future__ import annotations

import io

import numpy as np
import pytest

from facevalue.studio.doll.render import wire
from facevalue.studio.doll.render.packing import packed, unpacked
from tests.studio.doll.render.sample import scene


def test_a_message_comes_out_as_it_went_in() -> None:
    """Words, shapes, kinds and values are the same."""
    pipe = io.BytesIO()
    arrays = [np.arange(6, dtype=np.float32).reshape(2, 3), np.zeros((0, 3), np.int32)]
    wire.send(pipe, {"a": 1}, arrays)
    pipe.seek(0)
    head, found = wire.receive(pipe)
    assert head["a"] == 1
    assert [array.dtype for array in found] == [np.float32, np.int32]
    assert (found[0] == arrays[0]).all()
    assert found[1].shape == (0, 3)


@pytest.mark.parametrize("cut", [3, 20, 60, -5])
def test_a_message_cut_short_is_an_end(cut: int) -> None:
    """A dying process never gives half a picture."""
    pipe = io.BytesIO()
    wire.send(pipe, {"a": 1}, [np.zeros((4, 4), np.float32)])
    with pytest.raises(EOFError):
        wire.receive(io.BytesIO(pipe.getvalue()[:cut]))


def test_a_monstrous_message_is_refused() -> None:
    """Lengths and shapes are checked before memory is taken."""
    with pytest.raises(ValueError, match="long"):
        wire.receive(io.BytesIO((1 << 60).to_bytes(8, "big")))
    text = b'{"arrays": [["float32", [100000, 1000000]]]}'
    with pytest.raises(ValueError, match="array"):
        wire.receive(io.BytesIO(len(text).to_bytes(8, "big") + text))


def test_a_scene_comes_out_as_it_went_in() -> None:
    """All meshes, surfaces, the film, the room and the seed survive the pipe."""
    sent = scene(seed=7)
    head, arrays = packed(sent)
    got = unpacked(head, arrays)
    assert got.seed == 7
    assert got.film is not None
    assert got.inside is not None
    for here, there in zip(sent.parts, got.parts, strict=True):
        assert (here.mesh.points == there.mesh.points).all()
        assert (here.mesh.faces == there.mesh.faces).all()
        assert (here.mesh.uv is None) == (there.mesh.uv is None)
        assert here.material.colour == there.material.colour
        assert here.material.flatness == there.material.flatness
    one, other = (side.parts[0].material.texture for side in (sent, got))
    assert one is not None
    assert other is not None
    assert np.array_equal(one, other)


def test_names_of_parts_stay_here() -> None:
    """The rendering process gets numbers for names: what a thing is called is not needed."""
    head, _ = packed(scene())
    assert "card" not in repr(head)
