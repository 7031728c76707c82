"""Which LLVM is used: only one that was seen to work, and never 14 or 15."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from facevalue.studio.doll.render import llvm, probe


def test_old_versions_are_never_tried() -> None:
    """LLVM 14 is refused by Dr.Jit and 15 aborts the process."""
    assert llvm.OLDEST > 15
    names = {str(path) for path in llvm.libraries()}
    assert not any("-14" in name or "-15" in name or ".so.15" in name for name in names)


def test_what_is_found_out_is_remembered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A library is tried once; a changed one is tried again."""
    library = tmp_path / "libLLVM.so.20"
    library.write_bytes(b"x")
    tried: list[Path] = []

    def works(candidate: Path) -> bool:
        tried.append(candidate)
        return True

    monkeypatch.setattr(probe, "_known", {})
    monkeypatch.setattr(probe, "libraries", lambda: iter([library]))
    monkeypatch.setattr(probe, "works", works)
    cache = tmp_path / "cache"
    assert probe.library(cache) == library
    monkeypatch.setattr(probe, "_known", {})  # a new process
    assert probe.library(cache) == library
    assert len(tried) == 1
    library.write_bytes(b"xy")
    assert probe.library(cache) == library
    assert len(tried) == 2


def test_a_library_that_fails_is_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The next one is taken, and without any there is none."""
    bad, good = tmp_path / "bad.so", tmp_path / "good.so"
    bad.write_bytes(b"b")
    good.write_bytes(b"g")
    monkeypatch.setattr(probe, "_known", {})
    monkeypatch.setattr(probe, "works", lambda candidate: candidate == good)
    monkeypatch.setattr(probe, "libraries", lambda: iter([bad, good]))
    assert probe.library(None) == good
    monkeypatch.setattr(probe, "libraries", lambda: iter([bad]))
    assert probe.library(None) is None


def test_a_damaged_memory_is_no_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that cannot be read, or says something else, is as if it were not there."""
    monkeypatch.setattr(probe, "_known", {})
    monkeypatch.setattr(probe, "libraries", lambda: iter([]))
    for text in ("{", "[1]", json.dumps({"key": "yes"})):
        (tmp_path / probe.FILE).write_text(text)
        assert probe.library(tmp_path) is None


def test_a_library_that_is_none_does_not_work(tmp_path: Path) -> None:
    """A process given rubbish for LLVM gives no picture, and nothing else happens."""
    rubbish = tmp_path / "libLLVM.so.99"
    rubbish.write_bytes(b"not a library")
    assert probe.works(rubbish) is False
