"""Whether a recogniser still takes a covered face for the one that was there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING

from ..core.finding import Finding, Point
from ..core.photo import Picture
from ..core.places import Region

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from ..engines.face_print.catalogue import Recogniser
    from ..engines.face_print.prints import Print

    Pixels = NDArray[np.uint8]

Landmarks = tuple[Point, ...]

NEAR = 0.5
"""A face found later is compared with the covered one when its middle is no further from that
one's than so many of its heights."""


LEAST = 24.0
"""Faces lower than this, in pixels, are not compared: what a recogniser says of them is chance.
At 16 to 24 pixels each takes three in ten flat patches for the face that is under them."""

BLANKS, DOUBT = (40, 55, 90, 140, 200), 0.05
"""Greys of empty patches. A recogniser that nearly takes one of them for a face (within so much
of its line) has seen a blur there and nobody in it: what it says of such a face means nothing,
before and after."""


class Original:
    """The faces of a picture before anything was covered; their prints live as long as this."""

    def __init__(self, picture: Picture) -> None:
        self._pixels = picture.pixels
        self._prints: dict[tuple[str, Landmarks], Print] = {}

    def scores(
        self,
        recogniser: Recogniser,
        pixels: Pixels,
        faces: Sequence[Finding],
        found: Sequence[Finding],
        scale: float = 1.0,
    ) -> list[float | None]:
        """How like each face is to what ``pixels`` show in its place; None where none can say.

        Looked at are the place where the face was and every one of ``found`` near it: the
        likest counts. ``scale`` is the size of ``pixels`` by the original's; ``faces`` and
        ``found`` are in pixels of the original.
        """
        self.remember(recogniser, [face for face in faces if comparable(face)])
        told = [comparable(face, scale) and self.tells(recogniser, face) for face in faces]
        asked = [face if yes else None for face, yes in zip(faces, told, strict=True)]
        places = [tuple(_places(face, found)) if face else () for face in asked]
        flat = [_scaled(place, scale) for each in places for place in each]
        shown = iter(_prints(recogniser, pixels, flat))
        scores: list[float | None] = []
        for face, each in zip(asked, places, strict=True):
            if face is None:
                scores.append(None)
                continue
            mine = self._prints[recogniser.name, face.landmarks]
            scores.append(max(recogniser.likeness(mine, next(shown)) for _ in each))
        return scores

    def matched(
        self,
        after: Picture,
        faces: Sequence[Finding],
        found: Sequence[Finding],
        doubts: Sequence[float] = (),
    ) -> list[Finding]:
        """The covered faces that a recogniser matches at the whole size or at half.

        So much less than its line (``doubts``, one for each face; DOUBT without) is a match too:
        saving the file moves scores a little.
        """
        from ..engines.face_print.catalogue import RECOGNISERS

        views = ((after.pixels, 1.0), (halved(after.pixels), 0.5))
        less = doubts or [DOUBT] * len(faces)
        still: set[int] = set()
        for recogniser in RECOGNISERS:
            for pixels, scale in views:
                scores = self.scores(recogniser, pixels, faces, found, scale)
                still |= {
                    index
                    for index, score in enumerate(scores)
                    if score is not None and score >= recogniser.threshold - less[index]
                }
        return [faces[index] for index in sorted(still)]

    def tells(self, recogniser: Recogniser, face: Finding) -> bool:
        """Whether the recogniser sees somebody in this face, and not in an empty patch as well."""
        mine = self._prints[recogniser.name, face.landmarks]
        scores = (recogniser.likeness(mine, blank) for blank in _blanks(recogniser.name))
        return max(scores) < recogniser.threshold - DOUBT

    def remember(self, recogniser: Recogniser, faces: Sequence[Finding]) -> None:
        """Make the prints of these faces, together."""
        known = self._prints
        new = [face.landmarks for face in faces if (recogniser.name, face.landmarks) not in known]
        if new:
            prints = recogniser.prints(self._pixels, new)
            known |= {(recogniser.name, each): one for each, one in zip(new, prints, strict=True)}


def _prints(recogniser: Recogniser, pixels: Pixels, places: Sequence[Landmarks]) -> list[Print]:
    """The prints of these places; what looks the same everywhere, as flat covers do, only once."""
    squares = [recogniser.square(pixels, place) for place in places]
    different = {square.tobytes(): square for square in squares}
    prints = recogniser.of_squares(list(different.values())) if different else []
    known = dict(zip(different, prints, strict=True))
    return [known[square.tobytes()] for square in squares]


@cache
def _blanks(name: str) -> list[Print]:
    """What a recogniser makes of empty patches."""
    import numpy as np

    from ..engines.face_print.catalogue import RECOGNISERS

    recogniser = next(each for each in RECOGNISERS if each.name == name)
    sheets = [np.full((64, 64, 3), grey, np.uint8) for grey in BLANKS]
    place = ((22.0, 24.0), (42.0, 24.0), (32.0, 35.0), (24.0, 46.0), (40.0, 46.0))
    return [recogniser.print(sheet, place) for sheet in sheets]


def comparable(face: Finding, scale: float = 1.0) -> bool:
    """Whether a face has what recognisers need: landmarks, and enough pixels to compare."""
    from ..engines.face_print.compare import height

    return len(face.landmarks) == 5 and height(face.landmarks) * scale >= LEAST


def halved(pixels: Pixels) -> Pixels:
    """Half the size: every pixel the mean of four."""
    import numpy as np

    high, wide = (side // 2 * 2 for side in pixels.shape[:2])
    four = pixels[:high, :wide].astype(np.uint16)
    rows = four[0::2] + four[1::2]
    mean: Pixels = ((rows[:, 0::2] + rows[:, 1::2] + 2) // 4).astype(np.uint8)
    return mean


def near(face: Finding, found: Iterable[Finding]) -> list[Finding]:
    """Those of ``found`` that stand where ``face`` is."""
    return [other for other in found if _apart(face, other) < NEAR]


def _places(face: Finding, found: Sequence[Finding]) -> list[Landmarks]:
    """Where its recogniser would look: at the old landmarks, and at those found near."""
    again = (other.landmarks for other in near(face, found) if comparable(other))
    return list(dict.fromkeys((face.landmarks, *again)))


def _apart(one: Finding, other: Finding) -> float:
    """How far two faces are apart, in heights of the second."""
    if not isinstance(one.where, Region) or not isinstance(other.where, Region):
        return float("inf")
    a, b = one.where, other.where
    x, y = a.left + a.right - b.left - b.right, a.top + a.bottom - b.top - b.bottom
    return float((x * x + y * y) ** 0.5) / 2 / b.height


def _scaled(place: Landmarks, scale: float) -> Landmarks:
    """Landmarks in a smaller picture; pixels are counted from the middle of the first."""
    return tuple(((x + 0.5) * scale - 0.5, (y + 0.5) * scale - 0.5) for x, y in place)
