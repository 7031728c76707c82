"""Faces: recall by face height, precision, turned photos, the risk of a miss, and speed.

``python3 do.py bench faces FOLDER``: FOLDER holds annotations.json (per file its faces as
x, y, w, h in pixels) and the pictures. deface (the bench extra) runs beside ours. A labelled
face counts as found when one box of the finder overlaps it with an intersection over union of
0.4 or more; each box counts once. Labellers skipped some far or turned heads, so the precision
is a lower bound.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import numpy as np

from _crowd import speed
from _finders import HEAD, Boxes, Finder, Pixels, Score, decoded, deface, ours, unturned
from _risk import calibration

TURNS = (1, 2, 3)


def main(folder: Path) -> int:
    pictures = json.loads((folder / "annotations.json").read_text())
    finders: dict[str, Finder] = {"facevalue": ours}
    peer = deface()
    if peer is None:
        print("deface is not installed here: install the bench extra to compare with it")
    else:
        finders["deface"] = peer
    scores = _upright_and_turned(folder, pictures, finders)
    print(HEAD, *(score.row(name) for name, score in scores.items()), sep="\n")
    answer: dict[str, Any] = {"pictures": len(pictures)}
    answer |= {name: score.figures() for name, score in scores.items()}
    if peer is not None:
        mine, theirs = scores["facevalue"].found, scores["deface"].found
        pairs = zip(mine, theirs, strict=True)
        answer["at_least_equal_in_every_band"] = all(our >= other for our, other in pairs)
    answer["risk"] = calibration(folder, pictures)
    answer["speed"] = speed(folder, pictures, finders)
    print(json.dumps(answer))
    return 0


def _upright_and_turned(
    folder: Path, pictures: list[dict[str, Any]], finders: dict[str, Finder]
) -> dict[str, Score]:
    """Every finder on every picture as it is, and turned by one, two and three quarters."""
    names = [*finders, *(_turned_name(name, turn) for turn in TURNS for name in finders)]
    scores = {name: Score() for name in names}
    for picture in pictures:
        pixels = decoded(folder / picture["file"])
        for name, finder in finders.items():
            scores[name].run(finder, pixels, picture)
            for turn in TURNS:
                scores[_turned_name(name, turn)].run(_turned(finder, turn), pixels, picture)
    return scores


def _turned_name(name: str, turn: int) -> str:
    return f"{name} {90 * turn}"


def _turned(finder: Finder, turn: int) -> Finder:
    """The finder on a photo turned by quarters against the clock; boxes as if it were not."""

    def find(pixels: Pixels) -> Boxes:
        boxes = finder(np.ascontiguousarray(np.rot90(pixels, turn)))
        return unturned(boxes, turn, pixels.shape[0], pixels.shape[1])

    return find


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("name one folder of data")
    sys.exit(main(Path(sys.argv[1])))
