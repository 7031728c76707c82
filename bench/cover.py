"""Covers: does a recogniser still match a covered face with another photo of the person?

``python3 do.py bench cover FOLDER [MOST]``: FOLDER holds pairs.tsv (subset, file_a, file_b, same),
MANIFEST.tsv (file, identity) and the pictures. The first picture of a pair is covered, the second
is as it was. An attacker looks in the covered picture where the face was (the original's
landmarks are known to him), and at every face that is found there; the likest counts.

For each cover: the share of pairs of one person that either recogniser matches at its line, with
a 95 % interval (Wilson's; pairs share people, so it is too narrow), the same share for pairs of
two people, which is chance, and the area under the curve of each recogniser: .5 is chance, however
the line is set. Of each subset at most MOST pictures (24) are covered, taken evenly.
"""

from __future__ import annotations

import json
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from _foils import FOILS, Pixels
from _pairs import Pair, auc, pairs_of
from facevalue.core.errors import Unsafe
from facevalue.core.finding import Finding
from facevalue.core.photo import Picture
from facevalue.core.places import Region
from facevalue.engines.face_print.catalogue import RECOGNISERS
from facevalue.engines.face_print.prints import Print
from facevalue.findings.picture.faces import FACES
from facevalue.flows.covers import COVERS
from facevalue.photos.open import open_photo
from facevalue.photos.pixels import decode
from facevalue.protection.cover import cover
from facevalue.protection.matched import near

MOST = 24
Prints = dict[str, list[Print]]
"""By recogniser, one for each place that was looked at."""


@dataclass
class Tally:
    """What became of all pairs under one cover."""

    same: list[bool] = field(default_factory=list)
    scores: list[list[float]] = field(default_factory=list)
    refused: int = 0
    instead: int = 0
    found: int = 0
    covered: int = 0
    cpu: float = 0.0

    def figures(self) -> dict[str, Any]:
        same, scores = np.array(self.same, bool), np.array(self.scores)
        lines = np.array([each.threshold for each in RECOGNISERS])
        matched = np.asarray((scores >= lines).any(1), bool)
        low, high = wilson(int(matched[same].sum()), int(same.sum()))
        return {
            "pairs": int(same.sum()),
            "matched": round(float(matched[same].mean()), 4),
            "interval": [round(low, 4), round(high, 4)],
            "different_pairs": int((~same).sum()),
            "chance": round(float(matched[~same].mean()), 4),
            "auc": [round(auc(column, same), 4) for column in scores.T],
            "refused": self.refused,
            "another_cover_instead": self.instead,
            "face_found_again": round(self.found / max(self.covered, 1), 4),
            "cpu_seconds_a_picture": round(self.cpu / max(self.covered, 1), 3),
        }


def wilson(hits: int, of: int) -> tuple[float, float]:
    """The 95 % interval of a share."""
    if not of:
        return 0.0, 1.0
    z, p = 1.96, hits / of
    middle, half = p + z * z / 2 / of, z * ((p * (1 - p) + z * z / 4 / of) / of) ** 0.5
    return max(0.0, (middle - half) / (1 + z * z / of)), (middle + half) / (1 + z * z / of)


def main(folder: Path, most: int = MOST) -> int:
    began = time.process_time()
    pairs = chosen(pairs_of(folder), most)
    names = sorted({name for pair in pairs for name in (pair.one, pair.other)})
    seen = {name: found for name in names if (found := looked_at(folder / name))}
    pairs = [pair for pair in pairs if pair.one in seen and pair.other in seen]
    whole = {name: places(*seen[name], []) for name in {pair.other for pair in pairs}}
    tallies: dict[str, Tally] = {}
    for style in (*FOILS, *COVERS.names()):
        tallies[style] = Tally()
        for name in sorted({pair.one for pair in pairs}):
            start = time.process_time()
            shown, other = hidden(style, *seen[name])
            tallies[style].instead += other
            tallies[style].cpu += time.process_time() - start
            mine = [pair for pair in pairs if pair.one == name]
            count(tallies[style], shown, seen[name][1], mine, whole)
        print(f"{style}: done", file=sys.stderr)
    report(tallies)
    print(f"\n{len(pairs)} pairs, {time.process_time() - began:.0f} CPU seconds")
    answer = {"pairs": len(pairs), "covers": {k: v.figures() for k, v in tallies.items()}}
    print(json.dumps(answer))
    return 0


def chosen(pairs: list[Pair], most: int) -> list[Pair]:
    """The pairs whose first picture is one of ``most`` of its subset, taken evenly."""
    kept: list[Pair] = []
    for subset in sorted({pair.subset for pair in pairs}):
        mine = [pair for pair in pairs if pair.subset == subset]
        first = sorted({pair.one for pair in mine if pair.same})
        step = max(1.0, len(first) / most)
        few = {first[int(at * step)] for at in range(min(most, len(first)))}
        kept += [pair for pair in mine if pair.one in few]
    return kept


def looked_at(path: Path) -> tuple[Picture, Finding] | None:
    """A picture with its largest face."""
    picture = decode(open_photo(path))
    faces = FACES.found(picture)
    return (Picture(picture.pixels), faces[0]) if faces else None


def hidden(style: str, picture: Picture, face: Finding) -> tuple[Pixels | None, bool]:
    """The picture with its face covered, None when refused; whether by another cover instead."""
    if style in FOILS:
        assert isinstance(face.where, Region)
        box = face.where
        return FOILS[style](picture.pixels, (box.left, box.top, box.right, box.bottom)), False
    try:
        done = cover(picture, [face], COVERS[style])
    except Unsafe:
        return None, False
    return done.picture.pixels, done.styles[0].name != style


def places(picture: Picture, face: Finding, found: list[Finding]) -> Prints:
    """The prints of a face: where it was, and of all that are found near."""
    marks = [face.landmarks, *(each.landmarks for each in near(face, found))]
    return {each.name: each.prints(picture.pixels, marks) for each in RECOGNISERS}


def count(
    tally: Tally, shown: Pixels | None, face: Finding, pairs: list[Pair], whole: dict[str, Prints]
) -> None:
    """Compare one covered picture with the others of its pairs."""
    tally.covered += 1
    if shown is None:
        tally.refused += 1
        return
    picture = Picture(shown)
    again = near(face, FACES.found(picture))
    tally.found += bool(again)
    prints = places(picture, face, again)
    for pair in pairs:
        tally.same.append(pair.same)
        other = whole[pair.other]
        tally.scores.append(
            [
                max(each.likeness(one, other[each.name][0]) for one in prints[each.name])
                for each in RECOGNISERS
            ]
        )


def report(tallies: dict[str, Tally]) -> None:
    judges = "  ".join(f"AUC {each.name:>10}" for each in RECOGNISERS)
    head = f"{'cover':15} {'matched':>8} {'95 %':>15} {'chance':>7}  {judges}"
    head += "  found  refused  instead  CPU s"
    print(head)
    for name, tally in tallies.items():
        row = tally.figures()
        low, high = row["interval"]
        areas = "  ".join(f"{area:14.3f}" for area in row["auc"])
        print(
            f"{name:15} {row['matched']:8.1%} {f'{low:.1%}..{high:.1%}':>15} {row['chance']:7.1%}"
            f"  {areas}  {row['face_found_again']:5.0%}  {row['refused']:7}"
            f"  {row['another_cover_instead']:7}  {row['cpu_seconds_a_picture']:5.2f}"
        )


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), *(int(arg) for arg in sys.argv[2:])))
