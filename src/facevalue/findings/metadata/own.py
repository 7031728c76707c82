"""The mark that pictures of the studio carry: fixed words of ours, so they tell of nobody."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ...core.finding import Finding, Kind
from ...core.photo import Metadata
from ...core.secret import Secret
from ...photos.mark import PHRASE, PROGRAM, SENTENCE, SOURCE

BECAUSE = "it says that Facevalue made the picture, in words that are the same for everybody"
VALUES = {
    "Xmp.xmp.CreatorTool": re.compile(rf"{PROGRAM} \d+(\.\d+){{1,3}}"),
    "Xmp.dc.description": re.compile(SENTENCE.replace(".", r"\.").format(PHRASE.pattern)),
}
"""The fields of the mark, and what may stand in them; anything else is for other detectors."""


SOURCE_FIELD = "Xmp.Iptc4xmpExt.DigitalSourceType"


class Own:
    """Comes before captions and programs, which would claim these fields."""

    name = "studio"
    kinds = frozenset({Kind.MARK})

    def look(self, thing: Metadata) -> Iterable[Finding]:
        """One finding per field of the mark."""
        for tag in thing.tags:
            known = VALUES.get(str(tag.field))
            if known and known.fullmatch(tag.value):
                yield Finding(Kind.MARK, tag.field, 1.0, self.name, BECAUSE, Secret(tag.value))


OWN = Own()


def says_made_here(metadata: Metadata) -> bool:
    """Whether a file carries the whole mark of the studio, and beside it nothing at all."""
    found = {str(tag.field): tag.value for tag in metadata.tags}
    ours = all(known.fullmatch(found.pop(name, "")) for name, known in VALUES.items())
    return ours and found == {SOURCE_FIELD: SOURCE} and not metadata.copies
