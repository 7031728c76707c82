"""Heads of every kind."""

from __future__ import annotations

import numpy as np
import pytest

from facevalue.studio.doll.anatomy import HEAD_SCALE, NECK_RADIUS
from facevalue.studio.doll.head.build import build
from facevalue.studio.doll.head.materials import materials
from facevalue.studio.doll.parts import Piece
from facevalue.studio.doll.spec import HeadSpec
from facevalue.studio.traits import AGES, BEARDS, GLASSES, HAIR, Traits

from .checks import bodies, open_edges, volume

GRAIN = 0.08
CLOSE = 0.09
"""Bodies whose points come this near to each other (units) overlap or touch."""

KINDS = [
    *(HeadSpec(hair=hair) for hair in HAIR),
    *(HeadSpec(hair=hair, fringe=True) for hair in HAIR),
    *(HeadSpec(hair="bald", beard=beard) for beard in BEARDS),
    *(HeadSpec(hair="bald", glasses=glasses) for glasses in GLASSES),
    *(HeadSpec(hair="bald", age=age, smile=1.0, lashes=True, jaw=1.0) for age in AGES),
    *(HeadSpec(hair="cap", under=under) for under in ("none", "long")),
]


def named(spec: HeadSpec) -> str:
    """The spec's differences from the plain one, for a test's name."""
    plain = HeadSpec()
    fields = ("hair", "fringe", "beard", "glasses", "age", "under")
    found = [str(getattr(spec, f)) for f in fields if getattr(spec, f) != getattr(plain, f)]
    return "-".join(found) or "plain"


def piece(spec: HeadSpec, name: str) -> Piece:
    """The piece of that name."""
    return next(p for p in build(spec, GRAIN) if p.name == name)


@pytest.mark.parametrize("spec", KINDS, ids=named)
def test_every_piece_is_a_closed_surface(spec: HeadSpec) -> None:
    """No open edge, faces outwards, unit normals: what rendering and printing both need."""
    for p in build(spec, GRAIN):
        assert np.isfinite(p.mesh.points).all(), p.name
        assert open_edges(p.mesh) == 0, p.name
        assert volume(p.mesh) > 0, p.name
        assert np.allclose(np.linalg.norm(p.mesh.normals, axis=1), 1, atol=1e-3), p.name


@pytest.mark.parametrize("spec", KINDS, ids=named)
def test_nothing_floats(spec: HeadSpec) -> None:
    """Every lock, temple and lash reaches the head, itself or through another one."""
    from scipy.spatial import cKDTree

    pieces = build(spec, GRAIN)
    held = next(p.mesh.points for p in pieces if p.name == "head")
    loose = [b for p in pieces if p.name != "head" for b in bodies(p.mesh)]
    while loose:
        tree = cKDTree(held)
        near = [float(tree.query(b, distance_upper_bound=CLOSE)[0].min()) < CLOSE for b in loose]
        assert any(near), f"{len(loose)} bodies are loose"
        held = np.concatenate([b for b, touches in zip(loose, near, strict=True) if touches])
        loose = [b for b, touches in zip(loose, near, strict=True) if not touches]


def test_every_role_has_a_material() -> None:
    """Whatever is built can be painted."""
    painted = set(materials(HeadSpec(), Traits(), texture=64))
    for spec in KINDS:
        assert {p.role for p in build(spec, GRAIN)} <= painted


def test_each_kind_is_another_shape() -> None:
    """No two kinds of hair, of beards or of glasses give the same pieces."""
    kinds = {
        "hair": [HeadSpec(hair=kind) for kind in HAIR],
        "beards": [HeadSpec(hair="bald", beard=kind) for kind in BEARDS if kind != "stubble"],
        "glasses": [HeadSpec(hair="bald", glasses=kind) for kind in GLASSES],
    }
    for what, specs in kinds.items():
        prints = {
            tuple((p.name, round(volume(p.mesh), 5)) for p in build(spec, GRAIN)) for spec in specs
        }
        assert len(prints) == len(specs), what


@pytest.mark.parametrize("hair", [h for h in HAIR if h not in ("bald", "hijab", "turban")])
def test_a_fringe_reaches_down_on_the_forehead(hair: str) -> None:
    """With a fringe, hair comes lower over the middle of the face."""

    def lowest(spec: HeadSpec) -> float:
        p = np.concatenate([p.mesh.points for p in build(spec, GRAIN) if p.role == "hair"])
        middle = p[(np.abs(p[:, 0]) < 0.25) & (p[:, 2] > 0.6)]
        return float(middle[:, 1].min()) if len(middle) else 2.0

    assert lowest(HeadSpec(hair=hair, fringe=True)) < lowest(HeadSpec(hair=hair)) - 0.02


def test_faces_stay_free() -> None:
    """No hair, headwear, beard or frame covers the eyes; no beard or scarf covers the mouth."""
    for spec in KINDS:
        for p in build(spec, GRAIN):
            if p.role in ("face", "eye", "lash", "lens"):
                continue
            q = p.mesh.points[p.mesh.points[:, 2] > 0.6]
            eyes = np.hypot((np.abs(q[:, 0]) - 0.405) / 0.13, (q[:, 1] + 0.03) / 0.10) < 1
            mouth = np.hypot(q[:, 0] / 0.13, (q[:, 1] + 0.60) / 0.02) < 1
            assert not eyes.any(), (spec, p.name)
            assert not mouth.any(), (spec, p.name)


def test_long_hair_leaves_the_arms_free() -> None:
    """Below the chin long hair lies behind the arms or before the chest, not inside them."""
    for hair in ("long", "wavy"):
        p = piece(HeadSpec(hair=hair), "hair").mesh.points
        low = p[(p[:, 1] < -1.3) & (np.abs(p[:, 0]) < 1.1)]
        assert len(low)
        assert ((low[:, 2] < -0.28) | (low[:, 2] > 0.05)).all()


def test_the_neck_fits_the_body() -> None:
    """The stump ends at -1.15 with the neck's radius."""
    p = piece(HeadSpec(), "neck").mesh.points
    end = p[p[:, 1] < -1.12]
    assert end[:, 1].min() == pytest.approx(-1.15, abs=GRAIN)
    assert np.hypot(end[:, 0], end[:, 2]).max() == pytest.approx(NECK_RADIUS / HEAD_SCALE, abs=0.04)


def test_a_scarf_hides_the_ears() -> None:
    """A hijab covers them; nothing else takes them away."""
    ears = {hair for hair in HAIR if any("ear" in p.name for p in build(HeadSpec(hair), GRAIN))}
    assert ears == set(HAIR) - {"hijab"}


def test_the_same_spec_gives_the_same_bytes() -> None:
    """Modelling is deterministic."""
    spec = HeadSpec(hair="curly", beard="full")
    one = build(spec, GRAIN)
    build.cache_clear()
    two = build(spec, GRAIN)
    for a, b in zip(one, two, strict=True):
        assert a.mesh.points.tobytes() == b.mesh.points.tobytes()
