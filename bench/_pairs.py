"""Pairs of photos of people: read, looked at once, and judged by the recognisers."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from _degraded import Seen
from facevalue.engines import face_finder
from facevalue.engines.face_print.catalogue import RECOGNISERS, Recogniser
from facevalue.engines.face_print.prints import Print
from facevalue.photos.open import open_photo
from facevalue.photos.pixels import decode

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
DRAWS = 1000
"""Bootstrap samples behind an interval."""


@dataclass(frozen=True, slots=True)
class Pair:
    subset: str
    one: str
    other: str
    same: bool


def rows(file: Path) -> list[dict[str, str]]:
    """The rows of an unquoted table with a first line of names."""
    with file.open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def pairs_of(folder: Path) -> list[Pair]:
    """``pairs.tsv`` of a folder."""
    return [
        Pair(row["subset"], row["file_a"], row["file_b"], row["same"] == "1")
        for row in rows(folder / "pairs.tsv")
    ]


def identities(folder: Path) -> dict[str, str]:
    """Who is in each file, by ``MANIFEST.tsv``."""
    return {row["file"]: row["identity"] for row in rows(folder / "MANIFEST.tsv")}


def looked_at(path: Path) -> Seen:
    """A picture with its largest face."""
    pixels = decode(open_photo(path)).pixels
    return Seen(pixels, largest(face_finder.find(pixels)))


def largest(faces: list[face_finder.Face]) -> face_finder.Face | None:
    """By area and score, so that a wrong find in the background does not win."""

    def weight(face: face_finder.Face) -> float:
        left, top, right, bottom = face.box
        return (right - left) * (bottom - top) * face.score

    return max(faces, key=weight, default=None)


def prints_of(recogniser: Recogniser, seen: dict[str, Seen]) -> dict[str, Print]:
    """The print of every picture that has a face, by its name."""
    return {
        name: recogniser.print(one.pixels, one.face.landmarks)
        for name, one in seen.items()
        if one.face
    }


def scores(pairs: list[Pair], prints: dict[str, dict[str, Print]]) -> Floats:
    """Recognisers x pairs, each on its recogniser's own scale."""
    return np.array(
        [
            [each.likeness(prints[each.name][p.one], prints[each.name][p.other]) for p in pairs]
            for each in RECOGNISERS
        ]
    )


def auc(values: Floats, same: Flags, weight: Floats | None = None) -> float:
    """The (weighted) share of couples of a same and a different pair in which the same wins."""
    heavy = np.ones(len(values)) if weight is None else weight
    order = np.argsort(values[~same], kind="stable")
    below = np.concatenate([[0.0], np.cumsum(heavy[~same][order])])
    lower = np.searchsorted(values[~same][order], values[same], "left")
    upper = np.searchsorted(values[~same][order], values[same], "right")
    won = (below[lower] + below[upper]) / 2
    return float(heavy[same] @ won / (heavy[same].sum() * below[-1]))


def interval(values: Floats, pairs: list[Pair], who: dict[str, str]) -> tuple[float, float]:
    """2.5th and 97.5th percentile of the AUC when people are drawn anew, with putting back.

    A pair of two people counts as often as the product of their draws. Draws without a pair of
    either kind are left out.
    """
    names = sorted({who[p.one] for p in pairs} | {who[p.other] for p in pairs})
    first = np.array([names.index(who[pair.one]) for pair in pairs])
    second = np.array([names.index(who[pair.other]) for pair in pairs])
    same = np.array([pair.same for pair in pairs])
    random, found = np.random.default_rng(0), list[float]()
    for _ in range(DRAWS):
        times = np.bincount(random.integers(0, len(names), len(names)), minlength=len(names))
        weight = np.where(same, times[first], times[first] * times[second]).astype(float)
        if weight[same].any() and weight[~same].any():
            found.append(auc(values, same, weight))
    low, high = np.percentile(found, (2.5, 97.5))
    return float(low), float(high)
