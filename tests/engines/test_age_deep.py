"""The second age network: put together as its author did, and right about a grown woman."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from facevalue.core.errors import NoEngine
from facevalue.engines import age_deep, weights
from facevalue.engines.crops import Window, seen
from tests.photographs import astronaut

Floats = NDArray[np.float32]
FACE = Window((224.0, 112.0), 0.0, 130 / 224, age_deep.SIDE, age_deep.SIDE)
"""A square around the astronaut's face."""


def spread(planes: Floats, kernel: Floats, step: int) -> Floats:
    """A convolution (kernel: 3 x 3 x in x out, or x 1 for each plane its own) by shifted sums.

    As TensorFlow's "same": what is lacking is filled up below and on the right first.
    """
    side = planes.shape[0] // step
    before = 0 if step == 2 else 1
    filled = np.pad(planes, ((before, 1), (before, 1), (0, 0)))
    total: Floats = np.zeros((side, side, 1), np.float32)
    for row, column in np.ndindex(3, 3):
        part = filled[row : row + side * step : step, column : column + side * step : step]
        tap = kernel[row, column]
        total = total + (part * tap[:, 0] if tap.shape[1] == 1 else part @ tap)
    return total


def by_numpy(picture: Floats) -> Floats:
    """The network's shares for a picture, node by node in the manifest's names, without ONNX."""
    stored = age_deep.unpacked(weights.load("age_deep.json"), weights.load("age_deep.bin"))
    flow = spread(picture, stored["conv1/convolution/merged_input"], 2)
    flow = (flow + stored["conv1_bn/batchnorm_1/sub"]).clip(0, 6)
    for number in range(1, 14):
        deep, wide = f"conv_dw_{number}", f"conv_pw_{number}"
        flow = spread(flow, stored[f"{deep}/depthwise_kernel"], 2 if number in (2, 4, 6, 12) else 1)
        flow = flow * stored[f"{deep}_bn/batchnorm_1/mul"] + stored[f"{deep}_bn/batchnorm_1/sub"]
        flow = flow.clip(0, 6) @ stored[f"{wide}/convolution/merged_input"][0, 0]
        flow = (flow + stored[f"{wide}_bn/batchnorm_1/sub"]).clip(0, 6)
    flat = (flow.mean((0, 1)) @ stored["feats/kernel"] + stored["feats/bias"]).clip(0)
    answer = np.exp(flat @ stored["age_pred/kernel"] + stored["age_pred/bias"])
    return np.asarray(answer / answer.sum())


def test_a_grown_woman_looks_grown() -> None:
    """Between 25 and 50 years."""
    assert 25 < age_deep.years_at(astronaut(), [FACE, FACE]) < 50


def test_it_is_the_network_of_the_manifest() -> None:
    """Blue, green and red less their means, layer by layer, the second look mirrored."""
    red, green, blue = np.moveaxis(seen(astronaut(), FACE, stretched=True), 2, 0)
    picture = np.stack([blue - 103.939, green - 116.779, red - 123.68], 2).astype(np.float32)
    shares = np.stack([by_numpy(picture), by_numpy(picture[:, ::-1])])
    pair = np.stack([picture, picture[:, ::-1]]).transpose(0, 3, 1, 2)
    found = age_deep._session().run(None, {"input": np.ascontiguousarray(pair)})[0]
    assert found.shape == (2, 100)
    assert np.allclose(found, shares, atol=1e-4)
    years = shares.mean(0) @ np.arange(1, 101)
    assert age_deep.years_at(astronaut(), [FACE, FACE]) == pytest.approx(years, abs=0.02)


def test_other_weights_are_refused() -> None:
    """A file that is too short or too long is not that of the manifest."""
    manifest = json.dumps({"weightsManifest": [{"weights": [{"name": "a", "shape": [2, 3]}]}]})
    packed = np.arange(6, dtype="<f2").tobytes()
    found = age_deep.unpacked(manifest.encode(), packed)
    assert np.array_equal(found["a"], np.arange(6).reshape(2, 3))
    for wrong in (packed[:-2], packed + b"\0\0"):
        with pytest.raises(ValueError):
            age_deep.unpacked(manifest.encode(), wrong)


def test_it_takes_two_looks() -> None:
    """Another number of windows is refused."""
    with pytest.raises(ValueError, match="2 looks, not 1"):
        age_deep.years_at(astronaut(), [FACE])


def test_without_its_weights_it_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """NoEngine names the file and the command that brings it."""
    monkeypatch.setattr(weights, "FOLDER", tmp_path)
    age_deep._session.cache_clear()
    with pytest.raises(NoEngine, match=r"age_deep\.json.*do\.py assets"):
        age_deep.years_at(astronaut(), [FACE, FACE])
