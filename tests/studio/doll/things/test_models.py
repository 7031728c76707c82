"""The modelled accessories: complete, closed, of the right size, cheap enough."""

from __future__ import annotations

import numpy as np
import pytest

from facevalue.studio.doll.colours import rgb
from facevalue.studio.doll.things import build
from facevalue.studio.doll.things.catalogue import MODELS

from .meshes import agree, is_closed, volume

PREVIEW, FULL = 0.03, 0.018
MOST_TRIANGLES = 60_000


@pytest.mark.parametrize("name", MODELS)
def test_fits_its_box(name: str) -> None:
    """Centred on the origin, inside the box, and touching it in one direction."""
    pieces = build.build(name, PREVIEW)
    low = np.min([piece.mesh.points.min(0) for piece in pieces], axis=0)
    high = np.max([piece.mesh.points.max(0) for piece in pieces], axis=0)
    room = np.array([build.WIDTH, build.HEIGHT, build.DEPTH])
    assert np.abs(low + high).max() < 1e-4
    assert ((high - low) <= room + 1e-4).all()
    assert ((high - low) / room).max() == pytest.approx(1, abs=1e-4)
    assert np.allclose(build.size(pieces), high - low)


@pytest.mark.parametrize("name", MODELS)
def test_every_piece_is_a_body(name: str) -> None:
    """Closed, facing outwards, with unit normals."""
    for piece in build.build(name, PREVIEW):
        assert is_closed(piece.mesh, once=True), piece.name
        assert volume(piece.mesh) > 0, piece.name
        assert agree(piece.mesh) > 0.97, piece.name
        assert np.abs(np.linalg.norm(piece.mesh.normals, axis=1) - 1).max() < 1e-3, piece.name


@pytest.mark.parametrize("name", MODELS)
def test_every_role_has_a_surface(name: str) -> None:
    """No piece without a material, no material without a piece; colours can be read."""
    surfaces = build.materials(name)
    assert {piece.role for piece in build.build(name, PREVIEW)} == set(surfaces)
    for surface in surfaces.values():
        rgb(surface.colour)
        assert (surface.texture is None) or surface.texture.shape[2] == 3


@pytest.mark.parametrize("name", MODELS)
def test_triangles_stay_few(name: str) -> None:
    """A full picture can carry four of them."""
    assert sum(len(p.mesh.faces) for p in build.build(name, FULL)) <= MOST_TRIANGLES


def test_a_picture_belongs_to_texture_coordinates() -> None:
    """Exactly the pieces that are printed know where the print goes."""
    for name in MODELS:
        surfaces = build.materials(name)
        for piece in build.build(name, PREVIEW):
            printed = surfaces[piece.role].texture is not None
            assert (piece.mesh.uv is not None) == printed, (name, piece.name)


def test_the_same_bytes_again() -> None:
    """Two runs make the same mesh, and the accent changes colours only."""
    before = build.build("palette", PREVIEW)
    build._built.cache_clear()
    after = build.build("palette", PREVIEW)
    for one, other in zip(before, after, strict=True):
        assert one.mesh.points.tobytes() == other.mesh.points.tobytes()
        assert one.mesh.faces.tobytes() == other.mesh.faces.tobytes()
    assert "#123456" in {m.colour for m in build.materials("mug", "#123456").values()}
    assert "#123456" not in {m.colour for m in build.materials("mug").values()}
