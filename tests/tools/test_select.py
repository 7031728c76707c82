"""The part of a package's file that is kept."""

from __future__ import annotations

import hashlib
import io
import json
import struct
import zipfile
from pathlib import Path

import pytest
from tools.environment import Stop

from tools import assets, select

from .packages import row, tarball

ICONS = {
    "width": 32,
    "height": 16,
    "icons": {
        "hand": {"body": "<path d='M0 0'/>"},
        "hand-dark": {"body": "<path d='M1 1'/>"},
        "hand-medium-dark": {"body": "<path d='M2 2'/>"},
        "hand-medium-light-dark": {"body": "<path d='M2 2'/>"},
        "ants-dark-light": {"body": "<path d='M3 3'/>", "height": 20},
        "light-bulb": {"body": "<path d='M4 4'/>"},
        "police-car": {"body": "<path d='M5 5'/>"},
        "police-car-light": {"body": "<path d='M6 6'/>"},
    },
}


def selected(data: bytes, **other: str) -> assets.Row:
    """A row that keeps the icons of a file."""
    chosen = select.icons(data)
    pinned = {"select": "icons", "inside_sha256": hashlib.sha256(data).hexdigest()}
    return row("npm", chosen) | pinned | other


def test_a_selection_of_icons() -> None:
    """Skin tones go where the icon is there without; each icon is a file that stands alone."""
    data = json.dumps(ICONS).encode()
    with zipfile.ZipFile(io.BytesIO(select.icons(data))) as store:
        names = ["ants-dark-light", "hand", "light-bulb", "police-car", "police-car-light"]
        assert store.namelist() == [f"{name}.svg" for name in names]
        assert b"viewBox=\"0 0 32 16\"><path d='M0 0'/></svg>" in store.read("hand.svg")
        assert b'viewBox="0 0 32 20"' in store.read("ants-dark-light.svg")
        assert {info.date_time for info in store.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_selection_is_the_same_for_any_order() -> None:
    """The digest of what is stored can be pinned."""
    turned = ICONS | {"icons": dict(reversed(ICONS["icons"].items()))}  # type: ignore[attr-defined]
    assert select.icons(json.dumps(ICONS).encode()) == select.icons(json.dumps(turned).encode())


def test_a_selection_of_halves() -> None:
    """Numbers of 32 bits become the nearest of 16, in their order; a torn file is refused."""
    numbers = (0.0, 1.0, -2.5, 0.1, 65504.0)
    halves = select.halves(struct.pack("<5f", *numbers))
    assert struct.unpack("<5e", halves) == (0.0, 1.0, -2.5, 0.0999755859375, 65504.0)
    assert struct.unpack("<e", select.halves(struct.pack("<i", 2))) == (0.0,)
    with pytest.raises(struct.error):
        select.halves(b"\0\0\0")
    with pytest.raises(OverflowError):
        select.halves(struct.pack("<f", 1e6))


def test_only_the_selection_is_stored(stored: Path) -> None:
    """The package's file is checked, then the chosen part of it, which is what is stored."""
    data = json.dumps(ICONS).encode()
    asset = selected(data)
    assets.bring(asset, lambda row, folder: tarball(folder, a_onnx=data, LICENSE=b"MIT"))
    assert (stored / "a.onnx").read_bytes() == select.icons(data)
    assert assets.is_here(asset)


@pytest.mark.parametrize("key", ["sha256", "inside_sha256"])
def test_another_selection_than_pinned_is_not_stored(key: str, stored: Path) -> None:
    """Neither when the package's file differs, nor when what is made of it does."""
    data = json.dumps(ICONS).encode()
    with pytest.raises(Stop, match="SHA-256 differs"):
        assets.bring(
            selected(data, **{key: "0" * 64}),
            lambda row, folder: tarball(folder, a_onnx=data, LICENSE=b"MIT"),
        )
    assert not stored.exists()
