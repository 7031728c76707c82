"""Faces that a machine can find."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from ...core.finding import Finding, Kind
from ...core.photo import Picture
from ...core.places import Region

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from ...engines.face_finder import Face


class Faces:
    """Every face the finder finds, the largest first."""

    name = "faces"
    kinds = frozenset({Kind.FACE})

    def look(self, thing: Picture) -> Iterable[Finding]:
        """Faces with box, five landmarks and the finder's score. Raises Missing."""
        from ...engines import face_finder

        size, faces = thing.size, list[Finding]()
        for pixels in _shown(thing):
            known = tuple(faces)
            found = (self._finding(f, size.width, size.height) for f in face_finder.find(pixels))
            faces += [face for face in found if not any(_same(face, other) for other in known)]
        return sorted(faces, key=_largest_first)

    def _finding(self, face: Face, width: int, height: int) -> Finding:
        left, top, right, bottom = face.box
        first, above = max(0, min(round(left), width - 1)), max(0, min(round(top), height - 1))
        last, below = min(round(right), width), min(round(bottom), height)
        region = Region(first, above, max(first + 1, last), max(above + 1, below))
        return Finding(
            Kind.FACE,
            region,
            face.score,
            self.name,
            "a machine finds a face here, and can try to recognise whose it is",
            landmarks=face.landmarks,
        )


FACES = Faces()
SAME = 0.4
"""Boxes that overlap this much (intersection over union) show one face."""


def _shown(picture: Picture) -> Iterator[NDArray[np.uint8]]:
    """The pixels, and what a transparent picture shows on a white and on a black page.

    A face can stand in the transparency alone, where the colours show nothing.
    """
    yield picture.pixels
    if picture.alpha is None:
        return
    import numpy as np

    opaque = picture.alpha[:, :, None].astype(np.uint16)
    for page in (255, 0):
        mixed = picture.pixels * opaque + page * (255 - opaque)
        yield (mixed // 255).astype(np.uint8)


def _same(one: Finding, other: Finding) -> bool:
    assert isinstance(one.where, Region)
    assert isinstance(other.where, Region)
    shared = one.where.overlap(other.where)
    return shared >= SAME * (one.where.area + other.where.area - shared)


def _largest_first(face: Finding) -> tuple[int, Region]:
    assert isinstance(face.where, Region)
    return (-face.where.area, face.where)
