"""Recognisers: how well they tell people apart, at the lines that the receipt uses.

``python3 do.py bench prints FOLDER [AGES]``: FOLDER holds pairs.tsv (subset, file_a, file_b,
same) and the pictures. Of every picture the largest face is taken. Balanced accuracy is the mean of
the shares of same and of different pairs that are judged right. The second table makes one
picture of each pair smaller until its face has so many pixels, finds the face anew, and counts
the pairs of one person that are missed: it is where LEAST in ``compare.py`` comes from.

AGES holds MANIFEST.tsv (file, age) and one picture of each person: how often are two different
people of one age taken for one?
"""

from __future__ import annotations

import csv
import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from facevalue.engines import face_finder
from facevalue.engines.face_print.catalogue import RECOGNISERS, Recogniser
from facevalue.engines.face_print.prints import Print
from facevalue.engines.views import resized
from facevalue.photos.open import open_photo
from facevalue.photos.pixels import decode

Pixels = NDArray[np.uint8]
Floats = NDArray[np.float64]
HEIGHTS = (96, 64, 48, 40, 32, 28, 24, 20, 16, 12)
AGES = (("under 13", 0, 13), ("13 to 17", 13, 18), ("18 and more", 18, 200))
SMALLEST_SIDE = 200
"""Pictures smaller than this all over cannot be made smaller to any purpose."""


@dataclass
class Pair:
    subset: str
    one: str
    other: str
    same: bool


@dataclass
class Seen:
    """A picture with its largest face."""

    pixels: Pixels
    face: face_finder.Face | None

    @property
    def height(self) -> float:
        assert self.face is not None
        return self.face.box[3] - self.face.box[1]


def main(folder: Path, ages: Path | None = None) -> int:
    pairs = _pairs(folder / "pairs.tsv")
    names = sorted({name for pair in pairs for name in (pair.one, pair.other)})
    seen = {name: _seen(folder / name) for name in names}
    answer: dict[str, Any] = {
        "pictures": len(names),
        "without_a_face": [name for name in names if seen[name].face is None],
    }
    pairs = [pair for pair in pairs if seen[pair.one].face and seen[pair.other].face]
    prints = {each.name: _prints(each, seen) for each in RECOGNISERS}
    answer["recognisers"] = {
        each.name: _judged(each, pairs, prints[each.name]) for each in RECOGNISERS
    }
    answer["correlation_of_different"] = _correlation(pairs, prints)
    answer["smaller"] = _smaller(pairs, seen, prints)
    if ages:
        answer["different_by_age"] = _by_age(ages)
    print(json.dumps(answer))
    return 0


def _pairs(file: Path) -> list[Pair]:
    with file.open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [Pair(r["subset"], r["file_a"], r["file_b"], r["same"] == "1") for r in rows]


def _seen(path: Path) -> Seen:
    pixels = decode(open_photo(path)).pixels
    return Seen(pixels, _largest(face_finder.find(pixels)))


def _largest(faces: list[face_finder.Face]) -> face_finder.Face | None:
    """By area and score, so that a wrong find in the background does not win."""

    def weight(face: face_finder.Face) -> float:
        left, top, right, bottom = face.box
        return (right - left) * (bottom - top) * face.score

    return max(faces, key=weight, default=None)


def _prints(recogniser: Recogniser, seen: dict[str, Seen]) -> dict[str, Print]:
    return {
        name: recogniser.print(one.pixels, one.face.landmarks)
        for name, one in seen.items()
        if one.face
    }


def _judged(
    recogniser: Recogniser, pairs: list[Pair], prints: dict[str, Print]
) -> dict[str, dict[str, float]]:
    """The figures of every subset, printed on the way."""
    found: dict[str, dict[str, float]] = {}
    for subset in dict.fromkeys(pair.subset for pair in pairs):
        mine = [pair for pair in pairs if pair.subset == subset]
        scores = np.array([recogniser.likeness(prints[p.one], prints[p.other]) for p in mine])
        row = _row(scores, np.array([pair.same for pair in mine]), recogniser.threshold)
        found[subset] = row
        print(
            f"{recogniser.name:11}{subset:10}{len(mine):5} pairs  AUC {row['auc']:.4f}  "
            f"balanced {row['balanced']:.3f} at {recogniser.threshold:.2f}, best "
            f"{row['best']:.3f} at {row['best_at']:.3f}  missed {row['missed']:.4f}  "
            f"mistaken {row['mistaken']:.4f}"
        )
    return found


def _row(scores: Floats, same: NDArray[np.bool_], line: float) -> dict[str, float]:
    def balanced(at: float) -> float:
        return float(((scores >= at)[same].mean() + (scores < at)[~same].mean()) / 2)

    best = float(max(scores, key=balanced))
    return {
        "pairs": len(scores),
        "auc": round(_auc(scores[same], scores[~same]), 4),
        "balanced": round(balanced(line), 4),
        "best": round(balanced(best), 4),
        "best_at": round(best, 3),
        "missed": round(float((scores < line)[same].mean()), 4),
        "mistaken": round(float((scores >= line)[~same].mean()), 4),
        "same_mean": round(float(scores[same].mean()), 3),
        "different_mean": round(float(scores[~same].mean()), 3),
        "different_most": round(float(scores[~same].max()), 3),
    }


def _auc(same: Floats, different: Floats) -> float:
    """The share of (same, different) couples in which the same one scores higher."""
    wins = (same[:, None] > different).mean() + 0.5 * (same[:, None] == different).mean()
    return float(wins)


def _correlation(pairs: list[Pair], prints: dict[str, dict[str, Print]]) -> dict[str, float]:
    """How much the recognisers agree on pairs of different people: 0 would be independent."""
    found: dict[str, float] = {}
    for subset in dict.fromkeys(pair.subset for pair in pairs):
        mine = [pair for pair in pairs if pair.subset == subset and not pair.same]
        rows = [
            [each.likeness(prints[each.name][p.one], prints[each.name][p.other]) for p in mine]
            for each in RECOGNISERS
        ]
        found[subset] = round(float(np.asarray(np.corrcoef(rows))[0, 1]), 2)
    print(f"correlation of the scores of different people: {found}")
    return found


def _by_age(folder: Path) -> dict[str, dict[str, float]]:
    """The share of pairs of different people of one age who are taken for one person."""
    with (folder / "MANIFEST.tsv").open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    found: dict[str, dict[str, float]] = {}
    for name, low, high in AGES:
        mine = [row["file"] for row in rows if low <= float(row["age"]) < high]
        seen = {file: _seen(folder / file) for file in mine}
        found[name] = {"people": len(mine)}
        for each in RECOGNISERS:
            prints = list(_prints(each, seen).values())
            scores = [each.likeness(a, b) for i, a in enumerate(prints) for b in prints[:i]]
            share = float(np.mean(np.array(scores) >= each.threshold))
            found[name][each.name] = round(share, 4)
        print(f"different people of {name} taken for one: {found[name]}")
    return found


def _smaller(
    pairs: list[Pair], seen: dict[str, Seen], prints: dict[str, dict[str, Print]]
) -> dict[str, dict[str, float]]:
    """The share of pairs of one person that is missed, by the height of one face in pixels."""
    same = [
        pair for pair in pairs if pair.same and max(seen[pair.other].pixels.shape) > SMALLEST_SIDE
    ]
    found: dict[str, dict[str, float]] = {}
    for height in HEIGHTS:
        small = {name: _shrunk(seen[name], height) for name in {pair.other for pair in same}}
        row = {"found": round(float(np.mean([one.face is not None for one in small.values()])), 3)}
        for each in RECOGNISERS:
            anew, full = _prints(each, small), prints[each.name]
            scores = [each.likeness(full[p.one], anew[p.other]) for p in same if p.other in anew]
            row[each.name] = round(float((np.array(scores) < each.threshold).mean()), 3)
        found[str(height)] = row
        print(f"face {height:3} pixels high: {row}")
    return found


def _shrunk(one: Seen, height: float) -> Seen:
    """The picture so much smaller that its face is ``height`` pixels high."""
    scale = height / one.height
    if scale >= 1:
        return one
    assert one.face is not None
    high, wide = (max(1, round(side * scale)) for side in one.pixels.shape[:2])
    planes = resized(one.pixels, high, wide)[:, :high, :wide]
    pixels = np.rint(planes.transpose(1, 2, 0)).astype(np.uint8)
    middle = scale * (one.face.box[0] + one.face.box[2]) / 2
    near = [
        face
        for face in face_finder.find(pixels)
        if abs((face.box[0] + face.box[2]) / 2 - middle) < height / 2
    ]
    return Seen(pixels, _largest(near))


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit("name one folder of pairs, and one of ages if you like")
    sys.exit(main(*map(Path, sys.argv[1:])))
