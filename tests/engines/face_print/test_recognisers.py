"""The recognisers: one person is alike, other things are not, the network is built right."""

from __future__ import annotations

import json
import pickle
from typing import Any

import numpy as np
import pytest

from facevalue.engines import face_finder, weights
from facevalue.engines.face_print import dlib_resnet, fr_feature
from facevalue.engines.face_print.catalogue import RECOGNISERS, TOGETHER, Recogniser
from facevalue.engines.face_print.prints import Print
from facevalue.engines.runtime import quiet_session
from tests.photographs import astronaut, group, smaller

DLIB = np.array(
    [
        *(-0.046, 0.124, 0.075, -0.007, -0.046, -0.060, -0.060, -0.003, 0.107, -0.001, 0.223),
        *(0.004, -0.254, -0.033, -0.004, 0.091, -0.131, -0.068, -0.136, -0.119, 0.032, 0.042),
    ]
)

every = pytest.mark.parametrize("recogniser", RECOGNISERS, ids=lambda each: each.name)


def prints(recogniser: Recogniser, scale: int = 1) -> Print:
    """The astronaut's face, of a photo that is so many times smaller."""
    pixels = smaller(scale)
    return recogniser.print(pixels, face_finder.find(pixels)[0].landmarks)


@every
def test_a_face_is_most_like_itself(recogniser: Recogniser) -> None:
    """The same photo has likeness one, whatever the scale of the recogniser."""
    assert recogniser.likeness(prints(recogniser), prints(recogniser)) == pytest.approx(1, abs=1e-4)


@every
def test_a_smaller_copy_is_still_the_person(recogniser: Recogniser) -> None:
    """A third of the size, found anew."""
    found = recogniser.likeness(prints(recogniser), prints(recogniser, 3))
    assert recogniser.threshold + 0.2 < found < 1


@every
def test_a_face_upside_down_or_no_face_is_not(recogniser: Recogniser) -> None:
    """Landmarks alone make no likeness."""
    landmarks = face_finder.find(astronaut())[0].landmarks
    grey = np.full_like(astronaut(), 128)
    other = recogniser.print(grey, landmarks)
    assert recogniser.likeness(prints(recogniser), other) < recogniser.threshold
    turned = tuple((511 - x, 511 - y) for x, y in landmarks)
    other = recogniser.print(astronaut(), turned)
    assert recogniser.likeness(prints(recogniser), other) < recogniser.threshold


def test_dlib_itself_gives_the_same_numbers() -> None:
    """The first ones of a made-up picture, as dlib 20.0.1 computes them from its own weights.

    The eight bits of ours cost .02 of distance; colours in the wrong order would cost .09.
    """
    rows, columns = np.mgrid[0:150, 0:150]
    squares = (columns // 15 + rows // 15) % 2 * 200
    picture = np.stack([columns * 255 // 149, rows * 255 // 149, squares], -1).astype(np.uint8)
    square = dlib_resnet.square(picture, dlib_resnet.FRAME)
    ours = dlib_resnet.prints([square])[0].numbers
    assert np.linalg.norm(ours[: len(DLIB)] - DLIB) < 0.03


def test_the_mean_colour_is_zero_to_dlib(monkeypatch: pytest.MonkeyPatch) -> None:
    """Red, green and blue each have their own mean taken away."""
    fed: list[np.ndarray[tuple[int, ...], np.dtype[np.float32]]] = []

    class Session:
        def run(self, _: None, feed: dict[str, Any]) -> Any:
            fed.append(feed["input"])
            return [[np.zeros(128)]]

    monkeypatch.setattr(dlib_resnet, "_session", Session)
    mean = np.broadcast_to(np.array([123, 117, 104], np.uint8), (150, 150, 3))
    dlib_resnet.prints([dlib_resnet.square(mean, dlib_resnet.FRAME)])
    assert fed[0].shape == (1, 3, 150, 150)
    assert np.abs(fed[0]).max() < 0.5 / 256


@every
def test_several_faces_at_once_are_as_one_by_one(recogniser: Recogniser) -> None:
    """Each face keeps its own numbers in its own place, within .00001, in more than one run."""
    pixels, found = group(), face_finder.find(group())
    faces = [face.landmarks for face in found] * (TOGETHER // len(found) + 1)
    assert len(faces) > TOGETHER
    together = recogniser.prints(pixels, faces)
    assert len(together) == len(faces)
    for face, each in zip(faces, together, strict=True):
        assert each.numbers == pytest.approx(recogniser.print(pixels, face).numbers, abs=1e-5)
    assert recogniser.likeness(together[0], together[1]) < 0.9999


@every
def test_no_faces_make_no_prints(recogniser: Recogniser) -> None:
    """A picture without a face is not an error."""
    assert recogniser.prints(astronaut(), []) == []


def test_the_network_written_anew_gives_the_numbers_of_the_file() -> None:
    """Quicker, and for several faces at once, but the same within .00001."""
    landmarks = face_finder.find(astronaut())[0].landmarks
    square = fr_feature.square(astronaut(), landmarks)
    planes = ((square.astype(np.float32) - 127) / 128).transpose(2, 0, 1)[None]
    bare = quiet_session(weights.load("fr_feature.onnx"))
    vector = bare.run(None, {"input": np.ascontiguousarray(planes)})[0][0]
    ours = fr_feature.prints([square])[0].numbers
    assert ours == pytest.approx(vector / np.linalg.norm(vector), abs=1e-5)


def test_another_network_is_not_taken_for_the_recogniser() -> None:
    """A file of other operators is refused rather than half read."""
    with pytest.raises(ValueError, match="not the recogniser"):
        fr_feature.network(
            dlib_resnet.network(weights.load("dlib_resnet.json"), weights.load("dlib_resnet.bin"))
        )


@every
def test_a_print_does_not_show_and_does_not_travel(recogniser: Recogniser) -> None:
    """Neither in a log line nor into a file or another process."""
    found = prints(recogniser)
    assert repr(found) == str(found) == "Print()"
    with pytest.raises(TypeError, match="not stored"):
        pickle.dumps(found)


def test_the_names_are_their_own() -> None:
    """A receipt tells the recognisers apart by them."""
    assert len({each.name for each in RECOGNISERS}) == len(RECOGNISERS) >= 2


def test_weights_are_unpacked_as_stored() -> None:
    """Eight bits are scaled and shifted, floats are taken as they are."""
    how = {"dtype": "uint8", "scale": 0.5, "min": -1.0}
    rows = [
        {"name": "a", "shape": [2, 1], "dtype": "float32", "quantization": how},
        {"name": "b", "shape": [1], "dtype": "float32"},
    ]
    manifest = json.dumps([{"weights": rows}]).encode()
    stored = dlib_resnet.unpacked(manifest, b"\x00\x04" + np.float32(0.25).tobytes())
    assert stored["a"].tolist() == [[-1.0], [1.0]]
    assert stored["b"].tolist() == [0.25]
    with pytest.raises(ValueError, match="manifest"):
        dlib_resnet.unpacked(manifest, b"\x00\x04" + bytes(5))


def test_the_network_has_every_weight() -> None:
    """A hundred and more layers by name; none is left out or used twice."""
    manifest, packed = weights.load("dlib_resnet.json"), weights.load("dlib_resnet.bin")
    stored = dlib_resnet.unpacked(manifest, packed)
    layers = [f"{name}/{half}" for name in dlib_resnet.BLOCKS for half in ("conv1", "conv2")]
    kinds = ("conv/filters", "conv/bias", "scale/weights", "scale/biases")
    used = {f"{layer}/{kind}" for layer in ("conv32_down", *layers) for kind in kinds}
    assert used | {"fc"} == set(stored)
    size = sum(stored[name].size for name in stored if name.endswith("filters"))
    assert len(dlib_resnet.network(manifest, packed)) == pytest.approx(4 * size, rel=0.01)
