"""Faces that a machine can find."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ...core.finding import Finding, Kind
from ...core.photo import Picture
from ...core.places import Region

if TYPE_CHECKING:
    from ...engines.face_finder import Face


class Faces:
    """Every face the finder finds, the largest first."""

    name = "faces"
    kinds = frozenset({Kind.FACE})

    def look(self, thing: Picture) -> Iterable[Finding]:
        """Faces with box, five landmarks and the finder's score. Raises Missing."""
        from ...engines import face_finder

        size = thing.size
        found = face_finder.find(thing.pixels)
        faces = [self._finding(face, size.width, size.height) for face in found]
        return sorted(faces, key=_largest_first)

    def _finding(self, face: Face, width: int, height: int) -> Finding:
        left, top, right, bottom = face.box
        region = Region(
            max(0, min(round(left), width - 1)),
            max(0, min(round(top), height - 1)),
            max(1, min(round(right), width)),
            max(1, min(round(bottom), height)),
        )
        return Finding(
            Kind.FACE,
            region,
            face.score,
            self.name,
            "a machine finds a face here, and can try to recognise whose it is",
            landmarks=face.landmarks,
        )


FACES = Faces()


def _largest_first(face: Finding) -> tuple[int, Region]:
    assert isinstance(face.where, Region)
    return (-face.where.area, face.where)
