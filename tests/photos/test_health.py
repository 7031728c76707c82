"""What doctor says of the formats."""

from __future__ import annotations

import sys

import pytest
from PIL import features

from facevalue.photos.formats.catalogue import FORMATS
from facevalue.photos.health import health


def test_every_format_has_its_line() -> None:
    """Here on this machine, with what the format carries."""
    lines = {line.name: line for line in health()}
    for form in FORMATS:
        line = lines[f"format {form.name.upper()}"]
        assert line.here
        assert form.carries in line.why


def test_a_decoder_that_is_not_installed_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    """HEIC alone is missing then, and the line says how to get it."""
    monkeypatch.setitem(sys.modules, "pi_heif", None)
    missing = [line for line in health() if not line.here]
    assert [line.name for line in missing] == ["format HEIC"]
    assert "not installed" in missing[0].detail
    assert missing[0].get == "pip install pi-heif"


def test_a_pillow_without_avif_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Some systems build Pillow without it; then AVIF is missing, although Pillow is here."""
    monkeypatch.setattr(features, "check", lambda name: name != "avif")
    assert [line.name for line in health() if not line.here] == ["format AVIF"]
