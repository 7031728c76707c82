"""Second pictures inside the file."""

from __future__ import annotations

from collections.abc import Iterable

from ...core.finding import Finding, Kind
from ...core.photo import Copy, Metadata
from ...core.secret import Secret

REASONS = {
    "motion video": "a short film inside the file shows the seconds around the photo, with sound",
    "trailer": "bytes after the end of the picture can hold anything, also a picture",
}
USUAL = "a second picture inside the file still shows what is covered in the visible one"


class Copies:
    """Every copy is a finding, whatever it may show."""

    name = "copies"
    kinds = frozenset({Kind.COPY})

    def look(self, thing: Metadata) -> Iterable[Finding]:
        """One finding per copy; the value says of what kind and how large it is."""
        for copy in thing.copies:
            because = REASONS.get(copy.role, USUAL)
            yield Finding(Kind.COPY, copy.field, 1.0, self.name, because, Secret(described(copy)))


def described(copy: Copy) -> str:
    """Of what kind a copy is and how large."""
    return f"{copy.role}, {copy.media_type or 'unknown type'}, {len(copy.data)} bytes"


COPIES = Copies()
