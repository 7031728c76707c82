"""Faces: recall by face height and precision, ours and deface's in one run.

``python3 do.py bench faces FOLDER``: FOLDER holds annotations.json (per file its faces as
x, y, w, h in pixels) and the pictures. A labelled face counts as found when one box of the
finder overlaps it with an intersection over union of 0.4 or more; each box counts once.
Labellers skipped some far or turned heads, so the precision is a lower bound.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

BANDS = ((0, 12), (12, 20), (20, 40), (40, 100_000))
NAMES = ("<12", "12-19", "20-39", ">=40")
OVERLAP = 0.4

Pixels = NDArray[np.uint8]
Finder = Callable[[Pixels], NDArray[np.float64]]
"""Pixels (height, width, 3) RGB to boxes (n, 4): left, top, right, bottom."""


@dataclass
class Score:
    """Counts over all pictures."""

    found: list[int] = field(default_factory=lambda: [0] * 4)
    labelled: list[int] = field(default_factory=lambda: [0] * 4)
    boxes: int = 0
    right: int = 0
    empty: int = 0
    empty_with_a_box: int = 0
    seconds: float = 0.0
    cpu: float = 0.0

    def add(self, picture: dict[str, Any], boxes: NDArray[np.float64]) -> None:
        """Count one picture; one labelled in part counts for recall only."""
        taken = _matches(picture["faces"], boxes)
        for face, box in zip(picture["faces"], taken, strict=True):
            band = next(i for i, (low, high) in enumerate(BANDS) if low <= face["h"] < high)
            self.labelled[band] += 1
            self.found[band] += box is not None
        if not picture.get("partial"):
            self.boxes += len(boxes)
            self.right += sum(box is not None for box in taken)
        if not picture["faces"]:
            self.empty += 1
            self.empty_with_a_box += len(boxes) > 0

    def figures(self, pictures: int) -> dict[str, Any]:
        recall = {
            name: round(found / max(labelled, 1), 4)
            for name, found, labelled in zip(NAMES, self.found, self.labelled, strict=True)
        }
        return {
            "recall": recall,
            "recall_all": round(sum(self.found) / max(sum(self.labelled), 1), 4),
            "found": self.found,
            "labelled": self.labelled,
            "precision": round(self.right / max(self.boxes, 1), 4),
            "boxes": self.boxes,
            "empty_pictures": self.empty,
            "empty_pictures_with_a_box": self.empty_with_a_box,
            "seconds_a_picture": round(self.seconds / pictures, 4),
            "cpu_seconds_a_picture": round(self.cpu / pictures, 4),
        }


def main(folder: Path) -> int:
    pictures = json.loads((folder / "annotations.json").read_text())
    finders: dict[str, Finder] = {"facevalue": _ours()}
    peer = _deface()
    if peer is None:
        print("deface is not installed here: install the bench extra to compare with it")
    else:
        finders["deface"] = peer
    scores = {name: Score() for name in finders}
    for picture in pictures:
        pixels = _pixels(folder / picture["file"])
        for name, finder in finders.items():
            scores[name].add(picture, _timed(finder, pixels, scores[name]))
    figures = {name: score.figures(len(pictures)) for name, score in scores.items()}
    _table(figures)
    answer: dict[str, Any] = {"pictures": len(pictures), **figures}
    if peer is not None:
        ours, theirs = scores["facevalue"].found, scores["deface"].found
        answer["at_least_equal_in_every_band"] = all(
            mine >= other for mine, other in zip(ours, theirs, strict=True)
        )
    print(json.dumps(answer))
    return 0


def _pixels(path: Path) -> Pixels:
    from facevalue.photos.open import open_photo
    from facevalue.photos.pixels import decode

    return decode(open_photo(path)).pixels


def _ours() -> Finder:
    from facevalue.engines import face_finder

    def find(pixels: Pixels) -> NDArray[np.float64]:
        boxes = [face.box for face in face_finder.find(pixels)]
        return np.array(boxes, dtype=np.float64).reshape(-1, 4)

    return find


def _deface() -> Finder | None:
    """deface's detector at its own settings: threshold 0.2, the picture's own size."""
    try:
        from deface.centerface import CenterFace
    except ImportError:
        return None
    network = CenterFace(backend="opencv")

    def find(pixels: Pixels) -> NDArray[np.float64]:
        found, _ = network(np.ascontiguousarray(pixels), threshold=0.2)
        return np.asarray(found, dtype=np.float64).reshape(-1, 5)[:, :4]

    return find


def _timed(finder: Finder, pixels: Pixels, score: Score) -> NDArray[np.float64]:
    wall, cpu = time.perf_counter(), time.process_time()
    boxes = finder(pixels)
    score.seconds += time.perf_counter() - wall
    score.cpu += time.process_time() - cpu
    return boxes


def _matches(faces: list[dict[str, Any]], boxes: NDArray[np.float64]) -> list[int | None]:
    """For each labelled face the box that finds it, or None."""
    used: set[int] = set()
    taken: list[int | None] = []
    for face in faces:
        label = (face["x"], face["y"], face["x"] + face["w"], face["y"] + face["h"])
        overlaps = [(_overlap(box, label), i) for i, box in enumerate(boxes) if i not in used]
        best, index = max(overlaps, default=(0.0, -1))
        if best >= OVERLAP:
            used.add(index)
        taken.append(index if best >= OVERLAP else None)
    return taken


def _overlap(box: NDArray[np.float64], label: tuple[float, ...]) -> float:
    """Intersection over union."""
    wide = min(box[2], label[2]) - max(box[0], label[0])
    high = min(box[3], label[3]) - max(box[1], label[1])
    if wide <= 0 or high <= 0:
        return 0.0
    both = wide * high
    areas = (box[2] - box[0]) * (box[3] - box[1]) + (label[2] - label[0]) * (label[3] - label[1])
    return float(both / (areas - both))


def _table(figures: dict[str, dict[str, Any]]) -> None:
    print(
        f"{'finder':12}" + "".join(f"{name:>13}" for name in NAMES) + f"{'precision':>11}"
        f"{'no-face pictures hit':>22}{'CPU s':>8}{'s':>8}"
    )
    for name, row in figures.items():
        bands = "".join(
            f"{found:>7}/{labelled:<5}"
            for found, labelled in zip(row["found"], row["labelled"], strict=True)
        )
        print(
            f"{name:12}{bands}{row['precision']:>11.3f}"
            f"{row['empty_pictures_with_a_box']:>14} of {row['empty_pictures']:<4}"
            f"{row['cpu_seconds_a_picture']:>8.3f}{row['seconds_a_picture']:>8.3f}"
        )


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("name one folder of data")
    sys.exit(main(Path(sys.argv[1])))
