"""Recognisers: how well they tell people apart, at the lines that the receipt uses.

``python3 do.py bench verify FOLDER [AGES]``: FOLDER holds pairs.tsv (subset, file_a, file_b,
same), MANIFEST.tsv (file, identity) and the pictures. Of every picture the largest face is
taken. For each subset and recogniser: the AUC with an interval (people are drawn anew, with
putting back), what is missed and mistaken at the recogniser's line, and which share of the same
is found where one in a hundred, or one in a thousand, different pairs is mistaken. "both" and
"either" are the two recognisers together at their lines. Balanced accuracy is the mean of the
shares of same and of different pairs that are judged right.

The size table makes one picture of each pair smaller until its face has so many pixels, finds
the face anew, and counts the pairs of one person that are missed: it is where LEAST in
``compare.py`` comes from.

AGES holds MANIFEST.tsv (file, age) and one picture of each person: how often are two different
people of one age taken for one?
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import numpy as np

from _degraded import Seen, shrunk
from _pairs import (
    Flags,
    Floats,
    Pair,
    auc,
    identities,
    interval,
    largest,
    looked_at,
    pairs_of,
    prints_of,
    rows,
    scores,
)
from facevalue.engines import face_finder
from facevalue.engines.face_print.catalogue import RECOGNISERS
from facevalue.engines.face_print.prints import Print

HEIGHTS = (96, 64, 48, 40, 32, 28, 24, 20, 16, 12)
AGES = (("under 13", 0, 13), ("13 to 17", 13, 18), ("18 and more", 18, 200))
FALSE = (0.01, 0.001)
"""Shares of different pairs that are mistaken at the operating points of the ROC."""

SMALLEST_SIDE = 200
"""Pictures smaller than this all over cannot be made smaller to any purpose."""

Row = dict[str, Any]


def main(folder: Path, ages: Path | None = None) -> int:
    pairs = pairs_of(folder)
    names = sorted({name for pair in pairs for name in (pair.one, pair.other)})
    seen = {name: looked_at(folder / name) for name in names}
    without = [name for name in names if seen[name].face is None]
    pairs = [pair for pair in pairs if seen[pair.one].face and seen[pair.other].face]
    prints = {each.name: prints_of(each, seen) for each in RECOGNISERS}
    answer: Row = {"pictures": len(names), "pairs": len(pairs), "without_a_face": without}
    answer["subsets"] = _subsets(pairs, scores(pairs, prints), identities(folder))
    answer["smaller"] = _smaller(pairs, seen, prints)
    if ages:
        answer["different_by_age"] = _by_age(ages)
    print(json.dumps(answer))
    return 0


def _subsets(pairs: list[Pair], values: Floats, who: dict[str, str]) -> dict[str, Row]:
    """The figures of every subset and of all pairs, printed on the way."""
    found: dict[str, Row] = {}
    for subset in (*dict.fromkeys(pair.subset for pair in pairs), "all"):
        chosen = [subset in ("all", pair.subset) for pair in pairs]
        mine = [pair for pair, here in zip(pairs, chosen, strict=True) if here]
        same = np.array([pair.same for pair in mine])
        part = values[:, chosen]
        people = len({who[name] for pair in mine for name in (pair.one, pair.other)})
        found[subset] = {"pairs": len(mine), "people": people}
        print(f"\n{subset}: {len(mine)} pairs of {people} people, {int(same.sum())} of them same")
        for each, row in zip(RECOGNISERS, part, strict=True):
            judged = _judged(row, same, each.threshold)
            judged["interval"] = [round(end, 4) for end in interval(row, mine, who)]
            found[subset][each.name] = judged
            _told(each.name, judged)
        lines = np.array([each.threshold for each in RECOGNISERS])[:, None]
        matched = np.asarray(part >= lines)
        for name, judge in (("both", np.all), ("either", np.any)):
            found[subset][name] = _counted(np.asarray(judge(matched, axis=0)), same)
            _told(name, found[subset][name])
        agree = np.asarray(np.corrcoef(part[:, ~same]))[0, 1]
        found[subset]["correlation_of_different"] = round(float(agree), 2)
        print(f"  correlation of the scores of different people {agree:.2f}")
    return found


def _counted(matched: Flags, same: Flags) -> Row:
    missed, mistaken = float((~matched)[same].mean()), float(matched[~same].mean())
    return {
        "accuracy": round(float((matched == same).mean()), 4),
        "balanced": round(1 - (missed + mistaken) / 2, 4),
        "missed": round(missed, 4),
        "mistaken": round(mistaken, 4),
    }


def _judged(values: Floats, same: Flags, line: float) -> Row:
    row: Row = {"line": line, "auc": round(auc(values, same), 4)}
    row |= _counted(values >= line, same)
    for share in FALSE:
        at = float(np.quantile(values[~same], 1 - share, method="higher"))
        row[f"found_at_{share}"] = round(float((values > at)[same].mean()), 4)
    row["same_mean"] = round(float(values[same].mean()), 3)
    row["different_mean"] = round(float(values[~same].mean()), 3)
    row["different_most"] = round(float(values[~same].max()), 3)
    return row


def _told(name: str, row: Row) -> None:
    """One line of the table."""
    judged = f"missed {row['missed']:.4f}  mistaken {row['mistaken']:.4f}"
    print(f"  {name:11} accuracy {row['accuracy']:.4f}  {judged}", end="")
    if "auc" in row:
        low, high = row["interval"]
        points = "  ".join(f"{row[f'found_at_{share}']:.3f} at {share}" for share in FALSE)
        print(f"  AUC {row['auc']:.4f} ({low:.4f} to {high:.4f})  found {points}", end="")
    print()


def _by_age(folder: Path) -> dict[str, Row]:
    """The share of pairs of different people of one age who are taken for one person."""
    found: dict[str, Row] = {}
    print()
    for name, low, high in AGES:
        mine = [
            row["file"] for row in rows(folder / "MANIFEST.tsv") if low <= float(row["age"]) < high
        ]
        seen = {file: looked_at(folder / file) for file in mine}
        matched = []
        found[name] = {"people": len(mine)}
        for each in RECOGNISERS:
            prints = list(prints_of(each, seen).values())
            values = [each.likeness(a, b) for i, a in enumerate(prints) for b in prints[:i]]
            matched.append(np.array(values) >= each.threshold)
            found[name][each.name] = round(float(matched[-1].mean()), 4)
        found[name]["both"] = round(float(np.all(matched, axis=0).mean()), 4)
        print(f"different people of {name} taken for one: {found[name]}")
    return found


def _smaller(
    pairs: list[Pair], seen: dict[str, Seen], prints: dict[str, dict[str, Print]]
) -> dict[str, Row]:
    """The share of pairs of one person that is missed, by the height of one face in pixels."""
    same = [
        pair for pair in pairs if pair.same and max(seen[pair.other].pixels.shape) > SMALLEST_SIDE
    ]
    found: dict[str, Row] = {}
    print()
    for height in HEIGHTS:
        small = {name: _shrunk(seen[name], height) for name in {pair.other for pair in same}}
        row = {"found": round(float(np.mean([one.face is not None for one in small.values()])), 3)}
        for each in RECOGNISERS:
            anew, full = prints_of(each, small), prints[each.name]
            values = [each.likeness(full[p.one], anew[p.other]) for p in same if p.other in anew]
            row[each.name] = round(float((np.array(values) < each.threshold).mean()), 3)
        found[str(height)] = row
        print(f"face {height:3} pixels high, missed of one person: {row}")
    return found


def _shrunk(one: Seen, height: float) -> Seen:
    """The picture so much smaller that its face is ``height`` pixels high."""
    scale = height / one.height
    pixels = shrunk(one, height)
    if pixels is None:
        return one
    assert one.face is not None
    middle = scale * (one.face.box[0] + one.face.box[2]) / 2
    near = [
        face
        for face in face_finder.find(pixels)
        if abs((face.box[0] + face.box[2]) / 2 - middle) < height / 2
    ]
    return Seen(pixels, largest(near))


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit("name one folder of pairs, and one of ages if you like")
    sys.exit(main(*map(Path, sys.argv[1:])))
