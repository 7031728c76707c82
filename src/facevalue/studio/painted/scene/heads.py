"""Which finds of the face finder are faces, and how each is turned."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ....engines import face_finder, face_mesh
from ....engines.face_finder import Face
from ...likeness.regions import OVAL
from .scene import Pixels, Points

LEAST = 0.35
"""Least score of the finder."""

READ = 0.5
"""Score of the mesh from which its points are trusted."""

AGREE = 0.16
"""The mesh and the finder put eyes, nose and mouth in the same places: mean distance at most so
many heights of the face."""

EYES, NOSE, MOUTH = ((33, 133), (362, 263)), (1,), ((61,), (291,))
"""Mesh points where the finder has its five landmarks."""


@dataclass(frozen=True, eq=False)
class Head:
    """A find that is taken for a face: where, its mesh (468 x 3) and the mesh's score.

    ``height`` (pixels) from mesh point 10 to 152; angles in radians, as in ``scene.Person``.
    ``apart`` is how far finder and mesh disagree, in heights.
    """

    face: Face
    mesh: Points
    score: float
    height: float
    yaw: float
    pitch: float
    roll: float
    apart: float

    @property
    def sure(self) -> bool:
        """Whether the mesh can be trusted."""
        return self.score >= READ and self.apart <= AGREE


def heads(pixels: Pixels) -> list[Head]:
    """The faces of a picture (height x width x 3, uint8), the tallest first.

    Raises NoEngine when something that looks is not installed, BadAsset.
    """
    found = [_head(pixels, face) for face in face_finder.find(pixels)]
    return sorted(apart([head for head in found if believed(head)]), key=lambda head: -head.height)


def apart(heads: list[Head]) -> list[Head]:
    """Without second finds on one face: those whose middle lies in a better one's outline.

    The finder's network has no sense of scale on enlarged photos, and the mesh, which looks
    around the box, then slides onto the whole face again.
    """
    from skimage.measure import points_in_poly

    kept: list[Head] = []
    for head in sorted(heads, key=lambda head: -head.face.score * (0.16 + AGREE - head.apart)):
        middle = head.mesh[[1, 168], :2].mean(0)[None]
        if not any(points_in_poly(middle, other.mesh[list(OVAL), :2])[0] for other in kept):
            kept.append(head)
    return kept


def believed(head: Head) -> bool:
    """Whether a find is a face: what finder, mesh and the geometry of both say together."""
    if not plausible(head.mesh) and head.score < READ:
        return head.face.score > 0.75
    if head.sure:
        return head.face.score >= LEAST
    return head.face.score > 0.6


def plausible(mesh: Points) -> bool:
    """Whether eyes, nose, mouth and chin are in the order and distances that faces have."""
    eyes = mesh[[33, 133, 362, 263]].mean(0)
    nose, mouth, chin, top = mesh[1], mesh[[13, 14]].mean(0), mesh[152], mesh[10]
    down = chin - top
    height = float(np.linalg.norm(down))
    if height < 1e-6:
        return False
    steps = [float((point - top) @ down) / height**2 for point in (eyes, nose, mouth)]
    apart = float(np.linalg.norm(mesh[[33, 133]].mean(0) - mesh[[362, 263]].mean(0))) / height
    wide = float(np.linalg.norm(mesh[454] - mesh[234])) / height
    return (
        0.15 < steps[0] < 0.5 and steps[0] + 0.08 < steps[1] < steps[2] < 0.95
        and 0.28 < apart < 0.65 and 0.55 < wide < 1.25
    )  # fmt: skip


def turned(mesh: Points) -> tuple[float, float, float]:
    """Yaw, pitch and roll of a mesh, radians: see ``scene.Person``."""
    across, down = mesh[454] - mesh[234], mesh[152] - mesh[10]
    yaw = np.arctan2(across[2], np.hypot(across[0], across[1]))
    pitch = np.arctan2(down[2], np.hypot(down[0], down[1]))
    left, right = (mesh[list(eye), :2].mean(0) for eye in EYES)
    roll = np.arctan2(right[1] - left[1], right[0] - left[0])
    return float(yaw), float(pitch), float(roll)


def _head(pixels: Pixels, face: Face) -> Head:
    found = face_mesh.mesh(pixels, face)
    mesh = found.points
    height = float(np.linalg.norm(mesh[152, :2] - mesh[10, :2]))
    places = np.array([mesh[list(p), :2].mean(0) for p in (*EYES, NOSE, *MOUTH)])
    away = np.linalg.norm(places - np.array(face.landmarks), axis=1)
    size = float(np.linalg.norm(mesh[152] - mesh[10])) + 1e-6
    return Head(face, mesh, found.score, height, *turned(mesh), float(away.mean()) / size)
