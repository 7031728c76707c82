"""Everything a photo carries beside its pixels, whatever its format."""

from __future__ import annotations

from ..core.photo import Metadata, Photo
from .formats.catalogue import FORMATS


def metadata(photo: Photo) -> Metadata:
    """All metadata fields and all second pictures of the file. Raises Broken."""
    form = FORMATS[photo.format]
    return Metadata(tags=form.fields(photo.data), copies=form.embedded(photo.data))
