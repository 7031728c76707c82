"""Faces in the pictures that a file carries beside the visible one: thumbnails, previews.

The bytes of a copy are as untrusted as the file. They go through the same door (limits first,
decoded in the child process that can be killed), only a few small ones are opened, and what
cannot be opened is said in the finding, where silence could be taken for "no face".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ...core.errors import Missing, Refused, TooBig, TooSlow
from ...core.finding import Finding, Kind
from ...core.photo import Copy
from ...core.places import Field
from ...photos.open import open_photo
from ...photos.pixels import decode
from ..metadata.copies import described

MOST = 6
"""Copies opened of one file; more than a camera writes."""

PIXELS = 30_000_000
"""Pixels opened of all copies of one file; a preview of full size fits."""

UNOPENED = "whether a face is in it was not looked at, because {}"


def with_faces(findings: Sequence[Finding], copies: Sequence[Copy]) -> tuple[Finding, ...]:
    """The findings, those of copies with a word on the faces in them; raises nothing."""
    opener = _Opener()
    says = {(copy.field, described(copy)): opener.word(copy) for copy in copies}
    return tuple(_told(found, says) for found in findings)


def _told(found: Finding, says: dict[tuple[Field, str], str]) -> Finding:
    if found.kind is not Kind.COPY or not isinstance(found.where, Field) or not found.value:
        return found
    word = says.get((found.where, found.value.show()))
    return replace(found, because=f"{found.because}; {word}") if word else found


class _Opener:
    """Opens the copies of one file as long as that stays cheap."""

    def __init__(self) -> None:
        self._left, self._opened, self._slow = PIXELS, 0, False

    def word(self, copy: Copy) -> str:
        """What a face finder makes of a copy, or why it was not asked."""
        if copy.media_type.startswith(("video/", "audio/")):
            return UNOPENED.format("films are not looked into")
        if self._slow:
            return UNOPENED.format("opening another copy took too long")
        if self._opened == MOST:
            return UNOPENED.format(f"only the first {MOST} copies are")
        try:
            return _counted(self._faces(copy))
        except TooBig:
            return UNOPENED.format("it is too large")
        except TooSlow:
            self._slow = True
            return UNOPENED.format("opening it took too long")
        except Refused:
            return UNOPENED.format("it cannot be opened as a picture")
        except Missing:
            return UNOPENED.format("what opens it or finds faces is not installed")

    def _faces(self, copy: Copy) -> int:
        """How many faces a copy shows. Raises Refused or Missing."""
        from ...engines import face_finder

        photo = open_photo(copy.data)
        if photo.size.pixels > self._left:
            raise TooBig("the copies have more pixels than are looked at")
        self._opened += 1
        self._left -= photo.size.pixels
        return len(face_finder.find(decode(photo).pixels))


def _counted(faces: int) -> str:
    if not faces:
        return "in it a machine finds no face"
    return f"in it a machine finds {faces} face{'s' if faces > 1 else ''}"
