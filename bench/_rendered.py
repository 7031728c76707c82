"""The colours of the rendered figure beside the photo's, the labels' and those asked for.

Of each face a doll is read and rendered as a preview. Its skin is what is seen of the face's
mesh halfway between eyes and mouth, its hair what is seen of the hair's mesh; the photo's are
the cheeks and forehead, and the hair, where the readers look for them. All are medians of
pixels, shadows and highlights included, and compared by CIEDE2000. A label is a patch placed by
hand; the photo's colour depends on where the readers look, the label's does not. Asked for is
what the reader settled on: how far the figure is from that is not the reader's fault.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

import _patches
from _patches import TONES, Floats, Pixels, Row, distance, nearest, photos, pixels, spread, tone
from facevalue.core.wish import Wish
from facevalue.studio.cache import folder
from facevalue.studio.doll.assemble import GRADES, Assembly, assembled
from facevalue.studio.doll.box.layout import BoxLabel
from facevalue.studio.doll.figure import Look
from facevalue.studio.doll.parts import Part
from facevalue.studio.doll.render.camera import View, framed
from facevalue.studio.doll.render.run import render
from facevalue.studio.doll.render.scene import Scene
from facevalue.studio.doll.render.settings import settings
from facevalue.studio.shelf import Shelf
from facevalue.studio.traits import COVERED

EACH = 6
"""Faces of each tone that are rendered unless more are asked for: a preview costs seconds."""

CELL = 2
"""Side of the squares, pixels of the picture, in which the nearest part is found."""

REACH = 0.16
"""Radius of the place on a cheek, by the distance of the eyes."""

LEAST = 20
"""Pixels that make a colour."""

HAIR, FACE = "head_hair", "head_head"
"""Names of the parts that are compared."""

Mask = NDArray[np.bool_]
Names = NDArray[np.str_]
Colours = dict[str, Floats]
"""``skin`` and ``hair`` (CIELAB), each only where it is seen."""


@dataclass(frozen=True)
class Pair:
    """One face: its label, its colours in the photo, those asked for and the rendered figure's."""

    row: Row
    photo: Colours
    asked: Colours
    figure: Colours


def compared(labels: list[Row], folders: list[Path], each: int | None) -> dict[str, Any]:
    """Every figure over a sample of the labelled faces; ``each`` a tone, None for all."""
    files = photos(folders)
    chosen = sample([row for row in labels if row["sha256"] in files], each)
    return figures_of(list(pairs(chosen, files)))


def sample(labels: list[Row], each: int | None) -> list[Row]:
    """So many faces of each tone, by their digests: the same ones every time."""
    order = sorted(labels, key=lambda row: (row["sha256"], int(row["face"])))
    return [
        row for *_, group in TONES for row in [one for one in order if tone(one) == group][:each]
    ]


def pairs(labels: list[Row], files: dict[str, Path]) -> Iterator[Pair]:
    """Read and render each."""
    for row in labels:
        seen, look = person(pixels(files[row["sha256"]]), int(row["face"]))
        yield Pair(row, seen, asked(look), figure(look))


def person(photo: Pixels, number: int) -> tuple[Colours, Look]:
    """One person's colours in the photo, and the look of the figure."""
    from facevalue.engines import face_finder
    from facevalue.studio.likeness import regions, skin
    from facevalue.studio.likeness.read import likeness
    from facevalue.studio.likeness.settle import settle
    from facevalue.studio.likeness.sight import look
    from facevalue.studio.likeness.strands import Head, strands

    read = likeness(photo, number)
    traits, _ = settle(read, {})
    assert read.face
    others = [face for face in face_finder.find(photo) if face.box != read.face.box]
    sight = look(photo, read.face, others)
    parts = (regions.LEFT_CHEEK, regions.RIGHT_CHEEK, regions.FOREHEAD)
    bare = np.any([regions.part(sight, part) for part in parts], 0)
    hair = strands(Head(sight, skin.tone(sight)[0])).mask
    seen = {"skin": sight.lab[bare], "hair": sight.lab[hair]}
    if traits.hair in (*COVERED, "bald"):
        del seen["hair"]
    return medians(seen), Look(traits, Wish())


def asked(look: Look) -> Colours:
    """The colours that the reader settled on, which the figure is to show."""
    return {"skin": _patches.lab(look.traits.skin), "hair": _patches.lab(look.traits.hair_colour)}


def figure(look: Look) -> Colours:
    """The colours of the figure in its picture."""
    from skimage.color import rgb2lab

    camera, grade = settings("preview"), GRADES["preview"]
    whole = assembled(look, BoxLabel("DOLL"), grade, Shelf(folder() / "shapes"))
    box = whole.box
    scene = Scene(whole.parts, box.film, box.extents, 0, box.inside)
    lab = np.asarray(rgb2lab(render(scene, camera, cache=folder()) / 255))
    places = shown(whole, framed(box.extents, camera))
    if look.traits.hair in COVERED:
        del places["hair"]
    return medians({name: lab[mask] for name, mask in places.items()})


def shown(whole: Assembly, view: View) -> dict[str, Mask]:
    """Where skin between eyes and mouth, and hair, are in the picture: height x width each."""
    from scipy.ndimage import binary_erosion

    nearest = front(whole.parts, view)
    hair = binary_erosion(nearest == HAIR)
    spots = view.project(whole.face)
    rows, columns = np.mgrid[: nearest.shape[0], : nearest.shape[1]] * CELL + CELL / 2
    reach = REACH * float(np.linalg.norm(spots[1] - spots[0]))
    cheeks = np.zeros_like(hair)
    for eye, corner in ((0, 3), (1, 4)):
        x, y = (spots[eye] + spots[corner]) / 2
        cheeks |= np.hypot(columns - x, rows - y) < reach
    masks = {"skin": cheeks & (nearest == FACE), "hair": hair}
    return {name: fine(mask)[: view.height, : view.width] for name, mask in masks.items()}


def fine(mask: Mask) -> Mask:
    """Squares as pixels."""
    answer: Mask = mask.repeat(CELL, 0).repeat(CELL, 1)
    return answer


def front(parts: tuple[Part, ...], view: View) -> Names:
    """The figure's part that is nearest to the camera in every square, ``""`` where there is none.

    Triangles are stood for by their corners, the middles of their edges and their own: on a
    preview's shapes these lie closer than a square is wide.
    """
    size = -(-view.height // CELL), -(-view.width // CELL)
    depth, names = np.full(size, np.inf), np.full(size, "", "U32")
    for part in parts:
        if not part.name.startswith(("head_", "body_", "held_")):
            continue
        points = dense(part)
        columns, rows = (view.project(points) / CELL).astype(int).T
        kept = (rows >= 0) & (rows < size[0]) & (columns >= 0) & (columns < size[1])
        own = np.full(size, np.inf)
        away = (points - view.origin) @ view.axes()[2]
        np.minimum.at(own, (rows[kept], columns[kept]), away[kept])
        nearer = own < depth
        depth[nearer], names[nearer] = own[nearer], part.name
    return names


def dense(part: Part) -> Floats:
    """Points of a part's surface."""
    corners = part.mesh.points[part.mesh.faces].astype(np.float64)
    edges = (corners + np.roll(corners, 1, 1)) / 2
    points = (part.mesh.points, edges.reshape(-1, 3), corners.mean(1))
    answer: Floats = np.concatenate(points).astype(np.float64)
    return answer


def medians(seen: dict[str, Floats]) -> Colours:
    """The middle of each, without those of which too little is seen."""
    return {name: np.median(lab, 0) for name, lab in seen.items() if len(lab) >= LEAST}


def figures_of(each: list[Pair]) -> dict[str, Any]:
    """Distances by colour, by what the figure is compared with, and by tone."""
    answer: dict[str, Any] = {"rendered": len(each)}
    for name, column in (("skin", "skin"), ("hair", "hair_colour")):
        for other in ("photo", "label", "asked"):
            groups: dict[str, list[tuple[float, float]]] = {group: [] for *_, group in TONES}
            for pair in each:
                away = apart(pair, name, other, pair.row[column])
                if away:
                    groups[str(tone(pair.row))].append(away)
            answer[f"{name}_{other}"] = {group: summed(found) for group, found in groups.items()}
    return answer


def apart(pair: Pair, name: str, other: str, label: str) -> tuple[float, float] | None:
    """How far the figure's colour is from the photo's, the label's or the one asked for.

    And how much lighter it is. None where one of both is not seen.
    """
    shown = pair.figure.get(name)
    if shown is None or (other == "label" and label == ""):
        return None
    if other == "label":
        beside: Floats | None = nearest(label, shown)
    else:
        beside = (pair.photo if other == "photo" else pair.asked).get(name)
    if beside is None:
        return None
    return distance(beside, shown), float(shown[0] - beside[0])


def summed(found: list[tuple[float, float]]) -> dict[str, float]:
    """Median and nine tenths of the distances, and how much lighter the figure is (median)."""
    if not found:
        return {"n": 0}
    lighter = round(float(np.median([light for _, light in found])), 1)
    return {"n": len(found), **spread([away for away, _ in found]), "lighter": lighter}


def table(figures: dict[str, Any], each: int | None) -> None:
    """For people."""
    how = "all of them" if each is None else f"at most {each} of each tone; --all renders all"
    print(f"rendered: {figures['rendered']} dolls, {how}")
    print(f"{'figure beside':14}" + "".join(f"{group:>32}" for *_, group in TONES))
    for name, groups in figures.items():
        if isinstance(groups, dict):
            print(f"{name:14}" + "".join(f"{cell(groups[group]):>32}" for *_, group in TONES))


def cell(found: dict[str, float]) -> str:
    """One group."""
    if not found["n"]:
        return "-"
    most = f"dE {found['median']:.1f}, 90 % {found['nine_tenths']:.1f}"
    return f"{most}, L* {found['lighter']:+.0f}, n {found['n']}"
