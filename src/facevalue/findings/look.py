"""Run every detector over a photo; what could not be looked at becomes a Skip."""

from __future__ import annotations

from ..core.errors import Missing
from ..core.finding import Answer, Finding, Look, Miss, Skip
from ..core.photo import Photo, Picture
from ..photos.fields import metadata
from ..photos.pixels import decode
from .catalogue import PICTURE
from .metadata.look import look_metadata
from .picture.copies import with_faces
from .words.look import look_words

_NOT_ASKED = "not looked at, because nobody asked"


def look(photo: Photo | None, words: str | None = None, *, pixels: bool = True) -> Look:
    """All findings of a photo and words, and every look that did not happen.

    ``pixels=False`` leaves the picture undecoded and says so. Raises Broken, TooBig or
    TooSlow when the picture cannot be decoded.
    """
    seen = Look() if photo is None else look_photo(photo, _picture(photo) if pixels else _NOT_ASKED)
    return _both(seen, look_words(words)) if words else seen


def _both(one: Look, other: Look) -> Look:
    return Look(
        (*one.findings, *other.findings),
        (*one.skips, *other.skips),
        (*one.misses, *other.misses),
    )


def look_photo(photo: Photo, picture: Picture | str) -> Look:
    """A look at a photo whose pixels are decoded already, or a reason why they are not."""
    carried = metadata(photo)
    found = look_metadata(carried)
    if isinstance(picture, str):
        missing = picture != _NOT_ASKED
        unseen = (Skip(detector.name, picture, missing) for detector in PICTURE)
        return Look(found, tuple(unseen))
    seen = look_picture(picture)
    skips = (*seen.skips, *_later_frames(photo))
    found = with_faces(found, carried.copies)
    return Look((*found, *seen.findings), skips, seen.misses)


def look_picture(picture: Picture) -> Look:
    """What decoded pixels show, what they could not be asked, what may have been missed."""
    answers: list[Answer] = []
    for detector in PICTURE:
        try:
            answers.extend(detector.look(picture))
        except Missing as error:
            answers.append(Skip(detector.name, str(error), missing=True))
    return Look(
        tuple(each for each in answers if isinstance(each, Finding)),
        tuple(each for each in answers if isinstance(each, Skip)),
        tuple(each for each in answers if isinstance(each, Miss)),
    )


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
