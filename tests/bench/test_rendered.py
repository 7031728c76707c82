"""The colours that are compared are those of skin and hair, and distances are what they say."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest

import _patches as patches
import _rendered as rendered
from facevalue.core.wish import Wish
from facevalue.studio.doll.assemble import Assembly, Grade, assembled
from facevalue.studio.doll.box.layout import BoxLabel
from facevalue.studio.doll.figure import Look
from facevalue.studio.doll.parts import Material, Mesh, Part
from facevalue.studio.doll.render.camera import View, framed
from facevalue.studio.doll.render.settings import settings
from facevalue.studio.shelf import Shelf
from facevalue.studio.traits import Traits

AHEAD = View(np.array([0.0, 0.0, 10.0]), np.zeros(3), 30.0, 60, 80)
"""A camera that looks along -z; the picture is 60 x 80."""


def square(name: str, z: float, side: float) -> Part:
    """A square across the view, of triangles smaller than the squares of the picture."""
    steps = np.linspace(-side / 2, side / 2, 40)
    x, y = (each.ravel() for each in np.meshgrid(steps, steps))
    points = np.stack([x, y, np.full_like(x, z)], 1).astype(np.float32)
    corner = np.arange(39 * 40).reshape(39, 40)[:, :39].ravel()
    faces = np.concatenate(
        [
            np.stack([corner, corner + 1, corner + 40], 1),
            np.stack([corner + 1, corner + 41, corner + 40], 1),
        ]
    ).astype(np.int32)
    return Part(name, Mesh(points, faces, np.zeros_like(points)), Material("#ffffff"))


@cache
def whole(**traits: object) -> Assembly:
    """A doll in its box, as coarse as its parts stay closer than the picture's squares."""
    look = Look(Traits(**traits), Wish())  # type: ignore[arg-type]
    return assembled(look, BoxLabel("A"), Grade(0.04, 256), Shelf(None))


def seen(made: Assembly) -> tuple[dict[str, rendered.Mask], np.ndarray]:
    """Where skin and hair are, and the five points of the face."""
    view = framed(made.box.extents, settings("preview"))
    return rendered.shown(made, view), view.project(made.face)


def test_the_nearest_part_hides_what_is_behind_it() -> None:
    """A small square before a large one; what is no part of the figure is not looked at."""
    parts = (square("head_head", 0, 3), square("head_hair", 1, 1), square("box_card", 2, 3))
    names = rendered.front(parts, AHEAD)
    assert names.shape == (40, 30)
    assert names[20, 15] == "head_hair"
    assert names[20, 8] == "head_head"
    assert names[0, 0] == ""
    assert set(names.ravel()) == {"", "head_head", "head_hair"}


def test_skin_is_between_eyes_and_mouth_and_hair_above() -> None:
    """On both sides of the nose, and only there."""
    places, spots = seen(whole())
    rows, columns = np.nonzero(places["skin"])
    assert len(rows) > rendered.LEAST
    assert spots[:2, 1].max() < rows.min()
    assert rows.max() < spots[3:, 1].min()
    assert columns.min() < spots[2, 0] < columns.max()
    above, _ = np.nonzero(places["hair"])
    assert len(above) > 1000
    assert np.median(above) < spots[:2, 1].min()
    assert not (places["hair"] & places["skin"]).any()


def test_glasses_and_beard_are_no_skin() -> None:
    """What lies over the cheeks is left out; a bald head has no hair."""
    bare, _ = seen(whole())
    worn, _ = seen(whole(glasses="square", beard="full", hair="bald"))
    assert worn["skin"].sum() < bare["skin"].sum()
    assert not worn["hair"].any()


def row(digest: str, skin: str, hair: str = "") -> patches.Row:
    """A label."""
    return {"sha256": digest, "face": "1", "skin": skin, "hair_colour": hair}


LABELS = [row(f"{at:016x}", skin) for at, skin in enumerate(("#3a2418", "#f0c8b0") * 4)]


def test_the_sample_has_as_many_of_each_tone_and_is_always_the_same() -> None:
    """By digest, not by the order of the rows; faces without a labelled skin are left out."""
    chosen = rendered.sample([*LABELS[::-1], row("f", "")], 3)
    assert [patches.tone(each) for each in chosen] == ["dark"] * 3 + ["light"] * 3
    assert chosen == rendered.sample(LABELS, 3)
    assert len(rendered.sample([*LABELS, row("f", "")], None)) == len(LABELS)


@pytest.mark.parametrize(
    ("skin", "group"),
    [("#3a2418", "dark"), ("#b07a58", "medium"), ("#f0c8b0", "light"), ("", None)],
)
def test_tones_are_by_the_label_s_lightness(skin: str, group: str | None) -> None:
    """Dark below 45, light from 65 on."""
    assert patches.tone(row("0", skin)) == group


def test_a_distance_is_none_only_for_the_same_colour() -> None:
    """Equal colours are 0 apart; of two labels that are both right the nearer one counts."""
    light, dark = (patches.lab(each) for each in ("#f0c8b0", "#3a2418"))
    pair = rendered.Pair(
        row("0", "#3a2418|#f0c8b0", "#101010"),
        {"skin": dark},
        {"skin": light},
        {"skin": light, "hair": dark},
    )
    assert rendered.apart(pair, "skin", "label", pair.row["skin"]) == (0.0, 0.0)
    assert rendered.apart(pair, "skin", "asked", pair.row["skin"]) == (0.0, 0.0)
    away = rendered.apart(pair, "skin", "photo", pair.row["skin"])
    assert away is not None
    assert away[0] > 40
    assert away[1] == pytest.approx(light[0] - dark[0])
    assert rendered.apart(pair, "hair", "photo", "#101010") is None
    assert rendered.apart(pair, "hair", "label", "") is None


def test_figures_are_by_tone() -> None:
    """Each face counts in its own group, for what was seen of it."""
    light, dark = (patches.lab(each) for each in ("#f0c8b0", "#3a2418"))
    lighter = dark + np.array([10.0, 0.0, 0.0])
    figures = rendered.figures_of(
        [
            rendered.Pair(row("0", "#f0c8b0", "#f0c8b0"), {"skin": light}, {}, {"skin": light}),
            rendered.Pair(row("1", "#3a2418"), {"skin": dark}, {"skin": dark}, {"skin": lighter}),
        ]
    )
    assert figures["rendered"] == 2
    assert figures["skin_photo"]["light"] == {
        "n": 1, "median": 0.0, "nine_tenths": 0.0, "lighter": 0.0,
    }  # fmt: skip
    assert figures["skin_label"]["dark"]["lighter"] == 10.0
    assert figures["skin_asked"]["dark"]["lighter"] == 10.0
    assert figures["skin_asked"]["light"] == {"n": 0}
    assert figures["skin_label"]["medium"] == {"n": 0}
    assert figures["hair_label"]["light"] == {"n": 0}
