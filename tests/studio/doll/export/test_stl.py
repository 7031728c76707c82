"""The printable file: read again, it is one watertight body of the right size on the plate."""

from __future__ import annotations

import io
from dataclasses import replace

import numpy as np
import pytest

from facevalue.core.errors import Refused
from facevalue.studio.doll.export.stl import (
    MOST_BYTES,
    decoded,
    encoded,
    is_printable,
    kept_apart,
    stl,
    volume,
)
from facevalue.studio.doll.parts import Material, Part
from facevalue.studio.doll.shapes.solids import sphere
from tests.studio.doll.export.figures import figure, meshed


@pytest.fixture(scope="module")
def made() -> bytes:
    """The figure's file."""
    return stl(figure())


def test_another_library_finds_one_watertight_body(made: bytes) -> None:
    """trimesh, reading the file, agrees: watertight, one body, volume, 100 mm, on the plate."""
    import trimesh

    mesh = trimesh.load(io.BytesIO(made), file_type="stl")
    assert mesh.is_watertight
    assert mesh.is_winding_consistent
    assert len(mesh.split(only_watertight=False)) == 1
    assert mesh.volume > 1000
    assert mesh.extents[2] == pytest.approx(100, abs=0.01)
    assert mesh.bounds[0][2] == pytest.approx(0, abs=1e-3)
    assert len(made) < MOST_BYTES


def test_the_base_is_flat(made: bytes) -> None:
    """Much of the lowest layer lies on the plate, and the middle is over it."""
    points, faces = decoded(made)
    down = points[faces][:, :, 2].max(1) < 1e-3
    corners = points[faces[down]]
    across = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    assert np.linalg.norm(across, axis=1).sum() / 2 > 500
    middle = points.mean(0)
    assert np.abs(middle[:2]).max() < 15


def test_the_face_looks_along_minus_y() -> None:
    """With z up the front is -y, as slicers and Blender have it."""
    nose = Part("nose", meshed(sphere((0, 3.4, 1.2), 0.4)), Material("#884422"))
    points, _ = decoded(stl([*figure(), nose]))
    crown, tip = points[points[:, 2].argmax()], points[points[:, 1].argmin()]
    assert tip[2] > 60
    assert crown[1] > tip[1] + 20


def test_another_height_is_possible() -> None:
    """The height is that of the whole with its stand."""
    points, _ = decoded(stl(figure(), 60.0))
    assert np.ptp(points[:, 2]) == pytest.approx(60, abs=0.01)


def test_a_part_that_floats_near_is_pegged() -> None:
    """A small gap is bridged: the file is still one body and has the part in it."""
    ball = Part("ball", meshed(sphere((1.4, 1.5, 0), 0.35)), Material("#ffffff"))
    points, faces = decoded(stl([*figure(), ball]))
    without, fewer = decoded(stl(figure()))
    assert is_printable(encoded(points, faces))
    assert points[:, 0].max() > without[:, 0].max() + 5
    assert volume(points, faces) > volume(without, fewer) * 1.01


def test_a_part_that_floats_far_away_is_refused_by_name() -> None:
    """Rather no file than a part that is lost in print; the sentence says which."""
    far = Part("held_balloon", meshed(sphere((5, 3, 0), 0.3)), Material("#ffffff"))
    with pytest.raises(Refused, match="held balloon would float"):
        stl([*figure(), far])


def test_a_mesh_inside_out_is_turned() -> None:
    """A part with its triangles the wrong way round adds to the body, it does not hollow it."""
    parts = figure()
    body = parts[2].mesh
    turned = replace(parts[2], mesh=replace(body, faces=body.faces[:, ::-1].copy()))
    right, wrong = decoded(stl(parts)), decoded(stl([*parts[:2], turned, *parts[3:]]))
    assert volume(*wrong) == pytest.approx(volume(*right), rel=0.01)


def test_open_files_are_not_printable(made: bytes) -> None:
    """A missing triangle, a body inside out and two bodies are all found."""
    points, faces = decoded(made)
    assert is_printable(encoded(points, faces))
    assert not is_printable(encoded(points, faces[1:]))
    assert not is_printable(encoded(points, faces[:, ::-1]))
    both = np.concatenate([points, points + np.array([300, 0, 0])])
    assert not is_printable(encoded(both, np.concatenate([faces, faces + len(points)])))


def test_corners_at_one_place_are_kept_apart() -> None:
    """Two bodies that touch in a corner stay two in a file without corner numbers."""
    corner = np.array([[0, 0, 0], [1, 0, 0], [0, 1, 0], [0, 0, 1]], float)
    faces = np.array([[0, 2, 1], [0, 1, 3], [0, 3, 2], [1, 2, 3]])
    points = np.concatenate([corner, -corner])
    all_faces = np.concatenate([faces, faces[:, ::-1] + 4])
    apart = kept_apart(points, all_faces)
    assert len(np.unique(apart, axis=0)) == 8
    assert np.abs(apart - points).max() < 0.02
