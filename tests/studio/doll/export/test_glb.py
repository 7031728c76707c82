"""The file for viewers: small, right way up, with its materials, and without any name."""

from __future__ import annotations

import io
import json
import struct

import numpy as np
import pytest

from facevalue.core.errors import TooBig
from facevalue.studio.doll.colours import linear
from facevalue.studio.doll.export.glb import MOST_BYTES, glb
from facevalue.studio.doll.export.gltf import read_tree
from facevalue.studio.doll.export.reduce import reduced
from tests.studio.doll.export.figures import figure


@pytest.fixture(scope="module")
def made() -> bytes:
    """The figure's file."""
    return glb(figure())


def test_another_library_reads_it(made: bytes) -> None:
    """trimesh finds every part and the stand, upright, in the units of the doll."""
    import trimesh

    scene = trimesh.load(io.BytesIO(made), file_type="glb")
    assert len(scene.geometry) == 6
    assert scene.extents[1] == pytest.approx(4.3 + 0.15, abs=0.05)
    assert len(made) < MOST_BYTES


def test_the_container_is_well_formed(made: bytes) -> None:
    """Lengths add up, chunks begin at multiples of four, views lie in the buffer."""
    magic, version, whole = struct.unpack_from("<4sII", made)
    assert (magic, version, whole) == (b"glTF", 2, len(made))
    (text,) = struct.unpack_from("<I", made, 12)
    assert text % 4 == 0
    (binary,) = struct.unpack_from("<I", made, 20 + text)
    assert 28 + text + binary == len(made)
    tree = read_tree(made)
    assert tree["buffers"] == [{"byteLength": binary}]
    for view in tree["bufferViews"]:
        assert view["byteOffset"] % 4 == 0
        assert view["byteOffset"] + view["byteLength"] <= binary
    for mesh in tree["meshes"]:
        for primitive in mesh["primitives"]:
            accessor = tree["accessors"][primitive["attributes"]["POSITION"]]
            assert len(accessor["min"]) == 3


def test_materials_have_what_three_needs(made: bytes) -> None:
    """Metallic is always said (its default of 1 renders black), colours are linear."""
    surfaces = [m["pbrMetallicRoughness"] for m in read_tree(made)["materials"]]
    assert all(surface["metallicFactor"] == 0 for surface in surfaces)
    assert surfaces[0]["baseColorFactor"][:3] == pytest.approx(linear("#884422").tolist(), abs=1e-4)
    assert "baseColorTexture" in surfaces[3]


def test_names_say_nothing(made: bytes) -> None:
    """Neither the parts' names nor a generator is in the file."""
    text = json.dumps(read_tree(made))
    for word in ("head", "badge", "foot", "generator", "facevalue"):
        assert word not in text


def test_the_texture_is_the_right_way_up(made: bytes) -> None:
    """The print's upper half lies on the upper half of the head: v runs downwards in glTF."""
    tree = read_tree(made)
    (text,) = struct.unpack_from("<I", made, 12)
    binary = made[28 + text :]
    attributes = tree["meshes"][3]["primitives"][0]["attributes"]

    def values(name: str, width: int) -> np.ndarray:
        accessor = tree["accessors"][attributes[name]]
        view = tree["bufferViews"][accessor["bufferView"]]
        flat = np.frombuffer(binary, np.float32, accessor["count"] * width, view["byteOffset"])
        return flat.reshape(-1, width)

    height, v = values("POSITION", 3)[:, 1], values("TEXCOORD_0", 2)[:, 1]
    assert np.corrcoef(height, v)[0, 1] < -0.99
    normals = values("NORMAL", 3)
    assert np.linalg.norm(normals, axis=1) == pytest.approx(1, abs=1e-3)


def test_fewer_triangles_look_the_same() -> None:
    """A reduced mesh stays within its tolerance and keeps normals and print of its corners."""
    head = figure()[3].mesh
    less = reduced(head, 0.005)
    assert len(less.faces) < 0.6 * len(head.faces)
    away = np.linalg.norm(less.points - [0, 3.4, 0], axis=1)
    assert away == pytest.approx(0.9, abs=0.02)
    outward = (less.points - np.array([0, 3.4, 0], np.float32)) / away[:, None]
    assert (outward * less.normals).sum(1).min() > 0.95
    assert less.uv is not None
    assert np.abs(less.uv[:, 1] - (less.points[:, 1] - 2.5) / 1.8).max() < 0.02


def test_a_smaller_limit_is_kept_or_refused() -> None:
    """The file gets coarser until it fits; when it cannot, none is made."""
    usual = len(glb(figure()))
    assert len(glb(figure(), usual * 2 // 3)) <= usual * 2 // 3
    with pytest.raises(TooBig):
        glb(figure(), 2000)
