"""Charms: an icon blown up like a cushion."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.ndimage import label

from facevalue.studio.doll.things import charm, icons, relief

from .meshes import agree, is_closed, volume

STEP = 0.0115
BODY = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">{}</svg>'
DISC = '<circle cx="16" cy="16" r="13" fill="#d02020"/>'


def drawing(monkeypatch: pytest.MonkeyPatch, body: str) -> relief.Relief:
    """The relief of a drawing of one's own."""
    monkeypatch.setattr(icons, "svg", lambda name: BODY.format(body))
    relief.relief.cache_clear()
    found = relief.relief("drawing")
    relief.relief.cache_clear()
    return found


@pytest.mark.parametrize("icon", ["octopus", "spider-web", "musical-notes", "snowflake"])
def test_a_charm_is_a_body(icon: str) -> None:
    """Closed, facing outwards, with texture coordinates inside its picture."""
    (piece,) = charm.charm(icon, STEP)
    assert is_closed(piece.mesh)
    assert volume(piece.mesh) > 0.001
    assert agree(piece.mesh) > 0.95
    assert piece.mesh.uv is not None
    assert piece.mesh.uv.min() >= 0
    assert piece.mesh.uv.max() <= 1
    assert charm.material(icon).texture is not None


def test_a_disc_becomes_a_cushion(monkeypatch: pytest.MonkeyPatch) -> None:
    """Round, high in its middle, at its edge without height, thinner behind."""
    mesh = charm.mesh(drawing(monkeypatch, DISC), STEP)
    far = np.hypot(mesh.points[:, 0], mesh.points[:, 1])
    assert far.max() == pytest.approx(13 / 32, abs=0.01)
    assert 0.15 < mesh.points[:, 2].max() < 0.3
    assert -0.15 < mesh.points[:, 2].min() < -0.06
    rim = far > far.max() - 0.004
    assert np.abs(mesh.points[rim, 2]).max() < 0.07
    assert far[mesh.points[:, 2].argmax()] < 0.1


def test_what_is_painted_on_stands_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """A shape on the disc rises above it, and a second painting of the disc does not."""
    plain = drawing(monkeypatch, DISC)
    twice = drawing(monkeypatch, DISC + DISC.replace("#d02020", "#ffffff"))
    spot = drawing(monkeypatch, DISC + '<circle cx="16" cy="16" r="4" fill="#ffffff"/>')
    middle = relief.SAMPLES // 2
    rise = spot.height - plain.height
    assert rise[middle, middle] > 0.03
    assert rise[middle, middle + relief.SAMPLES // 4] < 0.001
    inner = plain.edge < -0.03
    assert np.abs(twice.height - plain.height)[inner].max() < 0.002


def test_strings_are_thickened(monkeypatch: pytest.MonkeyPatch) -> None:
    """A hair between two balls becomes a cord, and all is one piece."""
    balls = '<circle cx="6" cy="16" r="4" fill="#222"/><circle cx="26" cy="16" r="4" fill="#222"/>'
    hair = '<path d="M6 16H26" stroke="#222" stroke-width="0.45"/>'
    found = drawing(monkeypatch, balls + hair)
    inside = found.edge < 0
    assert label(inside)[1] == 1
    thick = inside[:, relief.SAMPLES // 2].sum() / relief.SAMPLES
    assert 0.6 * relief.THIN < thick < 1.8 * relief.THIN


def test_crumbs_are_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """A dot beside the disc goes; a ball beside it stays."""
    crumb = drawing(monkeypatch, DISC + '<circle cx="30.5" cy="2" r="0.6" fill="#222"/>')
    stays = drawing(monkeypatch, DISC + '<circle cx="29" cy="3" r="2.2" fill="#222"/>')
    assert label(crumb.edge < 0)[1] == 1
    assert label(stays.edge < 0)[1] == 2


def test_no_dark_edge(monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond the edge the picture goes on in the disc's colour."""
    colours = drawing(monkeypatch, DISC).colours.astype(int)
    assert colours.shape == (relief.PIXELS, relief.PIXELS, 3)
    assert np.abs(colours - np.array([0xD0, 0x20, 0x20])).max() <= 3


def test_an_empty_drawing_is_no_crash(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing drawn has no height."""
    found = drawing(monkeypatch, "")
    assert found.height.max() == 0
    assert (found.edge > 0).all()
