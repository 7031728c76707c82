"""The library that runs the models keeps quiet."""

from __future__ import annotations

import builtins
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from facevalue.engines import runtime
from tests.photographs import phone_photo

COLLECTOR = b"events.data.microsoft"


def test_the_installed_library_has_no_telemetry() -> None:
    """Versions that collect events hold the collector's address; ours must not."""
    library = runtime.onnxruntime()
    assert library.__file__
    binaries = [path for path in Path(library.__file__).parent.rglob("*") if ".so" in path.name]
    for binary in binaries:
        assert COLLECTOR not in binary.read_bytes(), binary.name


def test_a_check_leaves_nothing_in_the_home_folder(tmp_path: Path) -> None:
    """No device number, no queue of events, no cache: the home folder stays empty."""
    home, photo = tmp_path / "home", tmp_path / "a.jpg"
    home.mkdir()
    photo.write_bytes(phone_photo().data)
    for words in (["check", str(photo)], ["protect", str(photo)], ["doctor"]):
        kept = {key: value for key, value in os.environ.items() if not key.startswith("XDG_")}
        subprocess.run(
            [sys.executable, "-B", "-m", "facevalue", *words],
            env=kept | {"HOME": str(home)},
            check=True,
            capture_output=True,
        )
    assert list(home.rglob("*")) == []


def test_the_switch_is_set_before_the_library_loads(monkeypatch: pytest.MonkeyPatch) -> None:
    """A newer version reads it once, while it is loaded."""
    monkeypatch.delenv(runtime.OFF, raising=False)
    seen: list[str | None] = []
    real = builtins.__import__

    def watched(name: str, *rest: Any, **more: Any) -> Any:
        if name == "onnxruntime":
            seen.append(os.environ.get(runtime.OFF))
        return real(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", watched)
    runtime.onnxruntime()
    assert seen == ["1"]


def test_an_interruption_while_loading_stays_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """Control-C inside the library's start is not a missing library."""
    real = builtins.__import__

    def stopped(name: str, *rest: Any, **more: Any) -> Any:
        if name == "onnxruntime":
            raise ImportError("half loaded") from KeyboardInterrupt()
        return real(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", stopped)
    with pytest.raises(KeyboardInterrupt):
        runtime.onnxruntime()
