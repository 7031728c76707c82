"""Run every detector over a photo; what could not be looked at becomes a Skip."""

from __future__ import annotations

from dataclasses import replace

from ..core.errors import Missing
from ..core.finding import Finding, Look, Skip
from ..core.photo import Photo, Picture
from ..photos.fields import metadata
from ..photos.pixels import decode
from .catalogue import PICTURE
from .metadata.look import look_metadata

UNREAD_WORDS = Skip("words", "this version does not read the words sent along yet")
_NOT_ASKED = "not looked at, because nobody asked"


def look(photo: Photo | None, words: str | None = None, *, pixels: bool = True) -> Look:
    """All findings of a photo and words, and every look that did not happen.

    ``pixels=False`` leaves the picture undecoded and says so. Raises Broken, TooBig or
    TooSlow when the picture cannot be decoded.
    """
    seen = Look() if photo is None else look_photo(photo, _picture(photo) if pixels else _NOT_ASKED)
    return replace(seen, skips=(*seen.skips, UNREAD_WORDS)) if words else seen


def look_photo(photo: Photo, picture: Picture | str) -> Look:
    """A look at a photo whose pixels are decoded already, or a reason why they are not."""
    found = look_metadata(metadata(photo))
    if isinstance(picture, str):
        missing = picture != _NOT_ASKED
        unseen = (Skip(detector.name, picture, missing) for detector in PICTURE)
        return Look(found, tuple(unseen))
    seen, skips = look_picture(picture)
    return Look((*found, *seen), (*skips, *_later_frames(photo)))


def look_picture(picture: Picture) -> tuple[tuple[Finding, ...], tuple[Skip, ...]]:
    """What decoded pixels show."""
    findings: list[Finding] = []
    skips: list[Skip] = []
    for detector in PICTURE:
        try:
            findings.extend(detector.look(picture))
        except Missing as error:
            skips.append(Skip(detector.name, str(error), missing=True))
    return tuple(findings), tuple(skips)


def _picture(photo: Photo) -> Picture | str:
    """The pixels, or why they cannot be had on this machine."""
    try:
        return decode(photo)
    except Missing as error:
        return str(error)


def _later_frames(photo: Photo) -> tuple[Skip, ...]:
    if photo.header.frames == 1:
        return ()
    last = photo.header.frames
    return (Skip("faces", f"only the first of {last} frames or pages was looked at"),)
