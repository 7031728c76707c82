"""Take the metadata out, pixels untouched wherever the format allows it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..core.change import Change
from ..core.finding import FACES, Finding, Kind
from ..core.photo import Photo, Stripped
from ..photos.formats.catalogue import FORMATS

METADATA_KINDS = frozenset(Kind) - FACES


class Strip:
    """Answers every finding that lies in a metadata field."""

    name = "strip"
    answers = METADATA_KINDS

    def protect(self, photo: Photo, findings: Sequence[Finding]) -> tuple[Photo, Change]:
        """The photo without metadata. Raises Broken when its format cannot do it completely."""
        form = FORMATS[photo.format]
        stripped = form.strip(photo.data)
        header = form.header(stripped.data)
        safer = replace(photo, data=stripped.data, header=header)
        return safer, Change(self.name, _says(stripped), tuple(findings))


STRIP = Strip()


def _says(stripped: Stripped) -> str:
    pixels = "the pixels stay bit for bit" if stripped.lossless else "the pixels were drawn anew"
    says = f"metadata and second pictures taken out, {pixels}"
    return f"{says}; kept: {', '.join(stripped.kept)}" if stripped.kept else says
