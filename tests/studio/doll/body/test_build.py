"""The dressed body as a whole: complete, closed, in one piece, and where it says it is."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from numpy.typing import NDArray

from facevalue.studio.doll.body import build, materials
from facevalue.studio.doll.body.catalogue import OUTFITS as CATALOGUE
from facevalue.studio.doll.parts import Mesh, Piece
from facevalue.studio.doll.spec import OUTFITS, POSES, BodySpec
from facevalue.studio.traits import Traits

GRAIN = 0.045


def dolls() -> list[BodySpec]:
    standing = [BodySpec(outfit, POSES[i % len(POSES)]) for i, outfit in enumerate(OUTFITS)]
    seated = [BodySpec(outfit, seated=True, holds=i % 2 == 0) for i, outfit in enumerate(OUTFITS)]
    return [*standing, *seated, BodySpec("hoodie", "wave", age="child")]


def name(spec: BodySpec) -> str:
    return f"{spec.outfit}-{spec.pose}{'-seated' * spec.seated}"


def merged(mesh: Mesh) -> NDArray[np.int64]:
    """The faces, with points at the same place counted as one."""
    _, same = np.unique(np.round(mesh.points, 5), axis=0, return_inverse=True)
    return np.asarray(same).ravel()[mesh.faces]


def open_edges(mesh: Mesh) -> int:
    """How many edges do not lie between exactly two faces that agree about outside."""
    faces = merged(mesh)
    faces = faces[(faces[:, 0] != faces[:, 1]) & (faces[:, 1] != faces[:, 2])]
    faces = faces[faces[:, 0] != faces[:, 2]]
    ways = np.concatenate([faces[:, [0, 1]], faces[:, [1, 2]], faces[:, [2, 0]]])
    size = int(ways.max()) + 1
    there = np.sort(ways[:, 0] * size + ways[:, 1])
    back = np.sort(ways[:, 1] * size + ways[:, 0])
    return int((there != back).sum())


def islands(pieces: tuple[Piece, ...]) -> list[float]:
    """Volumes of the bodies that remain when all closed shells are united, voids left out."""
    from manifold3d import Manifold, OpType
    from manifold3d import Mesh as Shell

    shells = []
    for piece in pieces:
        points, same = np.unique(np.round(piece.mesh.points, 5), axis=0, return_inverse=True)
        faces = np.asarray(same).ravel()[piece.mesh.faces]
        faces = faces[[len(set(face)) == 3 for face in faces.tolist()]]
        whole = Manifold(Shell(points.astype(np.float32), faces.astype(np.uint32)))
        shells += whole.decompose()
    bodies = Manifold.batch_boolean(shells, OpType.Add).decompose()
    return sorted(body.volume() for body in bodies if body.volume() > 1e-5)


@pytest.fixture(scope="module")
def built() -> dict[BodySpec, tuple[Piece, ...]]:
    return {spec: build.build(spec, GRAIN) for spec in dolls()}


def test_every_outfit_of_the_spec_can_be_worn() -> None:
    """The catalogue knows exactly the outfits that a spec may ask for."""
    assert set(CATALOGUE) == set(OUTFITS)


@pytest.mark.parametrize("spec", dolls(), ids=name)
def test_every_piece_gets_a_colour(
    spec: BodySpec, built: dict[BodySpec, tuple[Piece, ...]]
) -> None:
    """Each role of the pieces has a material, and a texture only where there are coordinates."""
    worn = materials.materials(spec, Traits(pattern="stripes"), "#aa3344", None)
    for piece in built[spec]:
        assert piece.role in worn
        if worn[piece.role].texture is not None:
            assert piece.mesh.uv is not None
            assert piece.mesh.uv.min() >= 0
            assert piece.mesh.uv.max() <= 1


@pytest.mark.parametrize("spec", dolls(), ids=name)
def test_pieces_are_closed(spec: BodySpec, built: dict[BodySpec, tuple[Piece, ...]]) -> None:
    """No piece has an open edge, so that all can be united for a printer."""
    assert {p.name: open_edges(p.mesh) for p in built[spec] if open_edges(p.mesh)} == {}


@pytest.mark.parametrize("spec", dolls(), ids=name)
def test_nothing_floats(spec: BodySpec, built: dict[BodySpec, tuple[Piece, ...]]) -> None:
    """Every button, lace and wheel touches the rest."""
    assert len(islands(built[spec])) == 1


@pytest.mark.parametrize("spec", dolls(), ids=name)
def test_it_stands_on_the_ground(spec: BodySpec, built: dict[BodySpec, tuple[Piece, ...]]) -> None:
    """The lowest point is y = 0 and what touches the ground is inside the footprint."""
    points = np.concatenate([p.mesh.points for p in built[spec]])
    stance = build.stance(spec)
    assert abs(points[:, 1].min()) < 0.03
    low = points[points[:, 1] < 0.1]
    assert np.hypot(low[:, 0], low[:, 2]).max() <= stance.footprint


@pytest.mark.parametrize("spec", dolls(), ids=name)
def test_the_neck_ends_where_the_stance_says(
    spec: BodySpec, built: dict[BodySpec, tuple[Piece, ...]]
) -> None:
    """The neck's upper end is at the stance's place, for the head to sit on."""
    neck = next(p.mesh.points for p in built[spec] if p.name == "neck")
    stance = build.stance(spec)
    assert neck[:, 1].max() == pytest.approx(stance.neck[1], abs=0.05)
    top = neck[neck[:, 1] > stance.neck[1] - 0.1]
    assert top.mean(0)[0] == pytest.approx(stance.neck[0], abs=0.03)
    assert stance.height == stance.neck[1]


@pytest.mark.parametrize("pose", POSES)
@pytest.mark.parametrize("seated", [False, True])
def test_a_held_thing_is_inside_the_fingers(pose: str, seated: bool) -> None:
    """The grip is a free place with skin close on all sides, and its axis is a rotation."""
    spec = BodySpec("tshirt", pose, holds=True, seated=seated)
    grip = build.stance(spec).hand
    hand = next(p.mesh.points for p in build.build(spec, GRAIN) if p.name == "hand1")
    away = hand - np.array(grip.at, np.float32)
    far = np.linalg.norm(away, axis=1)
    assert 0.025 < far.min() < 0.08
    flat = away - np.outer(away @ grip.turn[:, 1], grip.turn[:, 1])
    near = flat[far < 0.16] @ grip.turn[:, [0, 2]]
    turns = np.sort(np.degrees(np.arctan2(near[:, 0], near[:, 1])))
    assert np.diff(np.append(turns, turns[0] + 360)).max() < 150
    assert np.allclose(grip.turn @ grip.turn.T, np.eye(3), atol=1e-5)
    assert np.linalg.det(grip.turn) == pytest.approx(1, abs=1e-5)


def test_a_child_is_smaller() -> None:
    """Age scales the body, its neck and its grain alike."""
    child, adult = (build.stance(BodySpec(age=age)) for age in ("child", "adult"))
    assert child.neck[1] / adult.neck[1] == pytest.approx(child.scale)
    assert child.scale < 0.9


@pytest.mark.parametrize(("pose", "high"), [("relaxed", False), ("wave", True), ("cheer", True)])
def test_poses_move_the_hands(pose: str, high: bool) -> None:
    """Waving and cheering lift the right hand above the shoulder; resting does not."""
    hand = next(p.mesh.points for p in build.build(BodySpec("tshirt", pose), GRAIN)
                if p.name == "hand-1")  # fmt: skip
    assert bool(hand[:, 1].max() > 2.3) is high


def test_the_same_body_twice_is_the_same() -> None:
    """Modelling is deterministic, to the bit."""
    one, two = (build.build(BodySpec("shirt", "hips"), GRAIN) for _ in range(2))
    for a, b in zip(one, two, strict=True):
        assert a.role == b.role
        assert np.array_equal(a.mesh.points, b.mesh.points)
        assert np.array_equal(a.mesh.faces, b.mesh.faces)


def test_normals_look_outwards() -> None:
    """Faces and normals agree about outside on nearly every triangle."""
    for piece in build.build(BodySpec("blazer"), GRAIN):
        a, b, c = (piece.mesh.points[piece.mesh.faces[:, i]] for i in range(3))
        normals = piece.mesh.normals[piece.mesh.faces].mean(1)
        assert ((np.cross(b - a, c - a) * normals).sum(1) < 0).mean() < 0.04, piece.name


def test_outfits_differ() -> None:
    """No two outfits have the same silhouette."""
    sizes = {
        outfit: sum(len(p.mesh.points) for p in build.build(BodySpec(outfit), 0.06))
        for outfit in OUTFITS
    }
    for one, two in itertools.combinations(OUTFITS, 2):
        assert sizes[one] != sizes[two]
