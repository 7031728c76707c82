"""A checkout and a folder of assets for each test that asks for one."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools import assets, environment

from .programs import Programs


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Programs:
    """A checkout of its own, in which no program really starts."""
    (tmp_path / "pyproject.toml").write_text("one")
    venv = tmp_path / ".venv"
    monkeypatch.setattr(environment, "ROOT", tmp_path)
    monkeypatch.setattr(environment, "VENV", venv)
    monkeypatch.setattr(environment, "PYTHON", venv / "bin" / "python")
    for name, file in (
        ("DONE", ".facevalue.json"),
        ("BEGUN", ".facevalue-begun"),
        ("LOCK", ".facevalue-lock"),
    ):
        monkeypatch.setattr(environment, name, venv / file)
    stand_in = Programs()
    monkeypatch.setattr(environment, "answered", stand_in)
    monkeypatch.setattr(assets, "answered", stand_in)
    return stand_in


@pytest.fixture
def stored(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of assets of its own."""
    folder = tmp_path / "assets"
    monkeypatch.setattr(assets, "ASSETS", folder)
    return folder
