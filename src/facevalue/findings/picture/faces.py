"""Faces that a machine can find."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...core.finding import FACES as KINDS
from ...core.finding import Answer, Finding, Kind
from ...core.photo import Picture
from ...core.places import Region, Size

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from ...engines.face_finder import Face

SAME = 0.4
"""Boxes that overlap this much (intersection over union) show one face."""


@dataclass(frozen=True, slots=True)
class _Search:
    """What one showing of a picture gave: its pixels, faces with their findings, and doubts."""

    pixels: NDArray[np.uint8]
    faces: list[tuple[Face, Finding]]
    doubts: list[Face]


class Faces:
    """Every face the finder finds, the largest first, with what is known of its person."""

    name = "faces"
    kinds = KINDS

    def found(self, picture: Picture) -> tuple[Finding, ...]:
        """Where faces are and nothing else: box, landmarks, score. Raises Missing."""
        every = (finding for each in self._searches(picture) for _, finding in each.faces)
        return tuple(sorted(every, key=_largest_first))

    def look(self, thing: Picture) -> Iterable[Answer]:
        """Faces with their persons, and how many may have been missed. Raises Missing."""
        from .missed import misses
        from .people.describe import Seen, described

        answers: list[Answer] = []
        searches = self._searches(thing)
        for each in searches:
            found = [face for face, _ in each.faces]
            answers += described(Seen(each.pixels, found, [finding for _, finding in each.faces]))
        faces = [answer for answer in answers if isinstance(answer, Finding)]
        rest = dict.fromkeys(answer for answer in answers if not isinstance(answer, Finding))
        found = [face for each in searches for face, _ in each.faces]
        missed = misses(found, searches[0].doubts, thing.size)
        return [*sorted(faces, key=_largest_first), *rest, *missed]

    def _searches(self, picture: Picture) -> list[_Search]:
        """The picture as it is shown, once or on several pages; no face twice."""
        from ...engines import face_finder

        searches: list[_Search] = []
        for pixels in _shown(picture):
            seen = face_finder.search(pixels)
            known = [finding for each in searches for _, finding in each.faces]
            pairs = [(face, self._finding(face, picture.size)) for face in seen.faces]
            new = [pair for pair in pairs if not any(_same(pair[1], other) for other in known)]
            searches.append(_Search(pixels, new, seen.doubts))
        return searches

    def _finding(self, face: Face, size: Size) -> Finding:
        left, top, right, bottom = face.box
        first, above = _inside(left, size.width - 1), _inside(top, size.height - 1)
        last, below = min(round(right), size.width), min(round(bottom), size.height)
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


def _inside(at: float, last: int) -> int:
    return max(0, min(round(at), last))


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
