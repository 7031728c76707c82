"""Whose photo it is: people the picture is of, and people who happened to be there.

Faces of much the same size in a few rows, most of them turned to the camera, are a group: all
of them are subjects. Elsewhere people of whom a picture is stand apart from the rest by a step
in prominence (size, sharpness, framing); many faces far away without a step are a crowd that
nobody asked.

A single face's pose, its place in the frame and who hides whom were measured too and told no
more. ``bench/roles.py`` measures how well all this does.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ....core.person import Role
from ....engines.face_finder import Face
from ....engines.face_mesh import FaceMesh

if TYPE_CHECKING:
    from .prominence import Flags, Floats, Measures, Pixels

TINY = 0.025
"""Where no face has this side, by the picture's, the picture is of something else."""

ALIKE, STRAY, ROWS = 0.65, 0.1, 2.3
"""All faces of a group but a share of STRAY have this size by the largest, and they scatter at
most this many faces up and down: about three rows, but not a crowd seen from above."""

TOGETHER, POSED = 0.75, 0.95
"""This share of a group's faces are turned to the camera; from POSED on they may stand in as
many rows as they like."""

STEP, MORE, LOW = 1.15, 0.1, 0.5
"""The step from the last subject to the next face.

At least STEP times the number of subjects to the power of MORE: the more there are, the wider.
Faces less prominent than LOW are no subjects when there is such a step.
"""

MANY, FAR = 8, 0.1
"""So many faces, with none of this side by the picture's, are a crowd when nobody stands out."""

ALMOST = 0.8
"""Without a step, few faces or near ones: who comes so near to the most prominent is a subject."""

BLURRED = 0.75
"""Less sharp than this, by the sharpest of the large faces, is called blurred in the reason."""


def roles(
    pixels: Pixels, faces: Sequence[Face], _meshes: Sequence[FaceMesh | None] = ()
) -> list[tuple[Role, str]]:
    """For each face its role, and the reason in a few words.

    ``pixels`` are the picture's (height x width x 3, uint8, RGB). The order of the faces makes
    no difference. Meshes are handed to every question about people; this one needs none.
    """
    from .prominence import measures

    if not faces:
        return []
    seen = measures(pixels, faces)
    subject, why = _subjects(seen)
    return [_role(seen, face, bool(subject[face]), why) for face in range(len(faces))]


def _subjects(seen: Measures) -> tuple[Flags, str]:
    """Who is a subject, and a reason that holds for all alike, if there is one."""
    import numpy as np

    count = len(seen.size)
    nobody, everybody = np.zeros(count, np.bool_), np.ones(count, np.bool_)
    if seen.side < TINY:
        return nobody, "tiny, as every face here: the picture is of something else"
    if count == 1:
        return everybody, "the only face"
    if _group(seen):
        return everybody, "one of a group of similar size, turned to the camera"
    bar = _step(seen.prominence)
    if bar is None and count >= MANY and seen.side < FAR:
        return nobody, "one of a crowd in which nobody stands out"
    return seen.prominence >= (ALMOST if bar is None else bar), ""


def _group(seen: Measures) -> bool:
    """Whether people stand together for the picture."""
    import numpy as np

    alike = float(np.quantile(seen.size, STRAY)) >= ALIKE
    looking = 1 - float(seen.turned.mean())
    return alike and looking >= (TOGETHER if seen.scatter <= ROWS else POSED)


def _step(prominence: Floats) -> float | None:
    """Prominence of the last subject before the widest step down, None without a step."""
    import numpy as np

    falling = np.sort(prominence)[::-1]
    before, after = falling[:-1], falling[1:].clip(1e-6)
    needed = STEP * np.arange(1, len(falling)) ** MORE
    width = np.where(before >= LOW, before / after / needed, 0.0)
    widest = int(width.argmax())
    return float(before[widest]) if width[widest] > 1 else None


def _role(seen: Measures, face: int, subject: bool, why: str) -> tuple[Role, str]:
    """One face's role in words; ``why`` is what holds for all."""
    role = Role.SUBJECT if subject else Role.BYSTANDER
    if why:
        return role, why
    size = float(seen.size[face])
    said = ["the largest face" if size == 1 else _by_largest(size)]
    if subject and size < 1:
        first = seen.prominence[face] == 1
        said.insert(0, "the sharpest of the large faces" if first else "stands out from the rest")
    if not subject:
        said += ["blurred"] if seen.sharp[face] < BLURRED else []
        said += ["cut by the edge of the picture"] if seen.cut[face] else []
    return role, ", ".join(said)


def _by_largest(size: float) -> str:
    """A size below 1, by the largest face's, in words."""
    words = {0.2: "far smaller than", 0.29: "a quarter of the size of"}
    words |= {0.42: "a third of the size of", 0.63: "half the size of"}
    words |= {0.88: "three quarters of the size of", 1.0: "about as large as"}
    return next(word for upto, word in words.items() if size <= upto) + " the largest"
