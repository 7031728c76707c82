"""A weight file is used only when it is the one that was pinned."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from facevalue.core.errors import BadAsset, NoEngine, Unknown
from facevalue.engines import health, weights

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of assets with one small file in it."""
    first = weights.assets()[0]
    small = replace(first, name="small.onnx", sha256=sha256(b"small").hexdigest())
    monkeypatch.setattr(weights, "FOLDER", tmp_path)
    monkeypatch.setattr(weights, "assets", lambda: (small, first))
    (tmp_path / "small.onnx").write_bytes(b"small")
    weights.path.cache_clear()
    yield tmp_path
    weights.path.cache_clear()


def test_the_pinned_file_is_given(folder: Path) -> None:
    """By name, as bytes or as a path."""
    assert weights.load("small.onnx") == b"small"
    assert weights.path("small.onnx") == folder / "small.onnx"


def test_a_missing_file_says_how_to_get_it(folder: Path) -> None:
    """NoEngine names the file, what it is for, and the command."""
    with pytest.raises(NoEngine, match=r"centerface\.onnx \(finds faces.*do\.py assets"):
        weights.load("centerface.onnx")


def test_another_file_is_not_used(folder: Path) -> None:
    """BadAsset when one bit differs, and when the file is empty."""
    for data in (b"smalk", b"", b"small\0"):
        (folder / "small.onnx").write_bytes(data)
        with pytest.raises(BadAsset, match="damaged or exchanged"):
            weights.load("small.onnx")
        with pytest.raises(BadAsset):
            weights.path("small.onnx")


def test_a_folder_in_its_place_is_no_file(folder: Path) -> None:
    """What cannot be read is missing, with the system's reason."""
    (folder / "small.onnx").unlink()
    (folder / "small.onnx").mkdir()
    with pytest.raises(NoEngine, match="cannot be read"):
        weights.load("small.onnx")


def test_an_unknown_name_lists_the_known(folder: Path) -> None:
    """A name that no row has is wrong use."""
    with pytest.raises(Unknown, match=r"small\.onnx"):
        weights.load("yolo.onnx")
    with pytest.raises(Unknown):
        weights.path("../assets.toml")


def test_every_row_has_a_field_for_everything() -> None:
    """What assets.toml says is what the code reads; nothing is passed over."""
    assert {row.name for row in weights.assets()} >= {"centerface.onnx", "astronaut.png"}


def test_health_tells_what_is_missing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A model without weights is missing, with the reason and the way to get it."""
    monkeypatch.setattr(health, "MODELS", health.MODELS[:1])
    lines = {line.name: line for line in health.health()}
    model = lines["face finder (CenterFace)"]
    assert not model.here
    assert "do.py assets" in model.get
    assert lines["onnxruntime"].here
    assert all(line.why for line in lines.values())


def test_health_tells_a_library_that_is_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    """An absent library and one that does not start are two different sentences."""
    assert "not installed" in health.starts("no-such-package-here", dict)

    def broken() -> None:
        raise OSError("no such symbol")

    monkeypatch.setattr(health, "onnxruntime", broken)
    assert "does not start: no such symbol" in health.runtime().detail
    assert not health.runtime().here


def test_the_wheel_carries_the_assets(tmp_path: Path) -> None:
    """A person who installs the wheel needs no second download: weights and licences are in it."""
    words = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(words, cwd=ROOT, check=True, capture_output=True, env=dict(os.environ))
    with zipfile.ZipFile(next(tmp_path.glob("*.whl"))) as wheel:
        inside = set(wheel.namelist())
        for row in weights.assets():
            data = wheel.read(f"facevalue/assets/{row.name}")
            assert sha256(data).hexdigest() == row.sha256
            assert f"facevalue/assets/{row.name}.licence.txt" in inside
    carried = {name for name in inside if name.startswith("facevalue/assets/")}
    assert len(carried) == 2 * len(weights.assets())
    assert any(name.endswith("/licenses/LICENSE") for name in inside)
    assert not any(name.startswith(("tests", "tools", "bench")) for name in inside)
