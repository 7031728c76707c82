"""ICC colour profiles: what they say about machines and people, and one that says nothing.

The door to this carrier; the work is in the ``icc_*`` files beside it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache, lru_cache
from hashlib import sha256

from ...core.errors import Broken
from ...core.photo import Tag
from ...core.places import Field
from .. import limits
from ..sniff import described
from . import icc_text
from .icc_profile import Profile, parsed
from .icc_rebuild import TYPES, rebuilt
from .icc_recognise import recognised
from .icc_standard import Space, every_space, generated

UNREADABLE = Field(("Icc", "unreadable"))
USUAL = Field(("Icc", "ColourSpace"))
"""The name of a space whose numbers are the same for everybody, in place of these numbers."""

NUMBERS = Field(("Icc", "ColourNumbers"))
"""The one field of a profile that was rebuilt: numbers that may be those of one machine."""

PUBLISHED = {
    "9711f7603a648f7b": "sRGB (as ArgyllCMS writes it)",
    "edbffde88000975e": "sRGB v4 ICC preference",
    "c6a9978598b19735": "grey, dot gain 20%",
}
"""Profiles that programs bring along, not usual spaces: SHA-256 of what ``rebuilt`` makes of
them (first 16 digits). Their numbers are the same for everybody."""

WORDS = {b"RGB ": "RGB", b"GRAY": "grey", b"CMYK": "CMYK", b"Lab ": "Lab"}


SMALL = 64 * 1024
"""Profiles of up to this many bytes are remembered; those of cameras have 0.5 to 4 kB."""


@dataclass(frozen=True, slots=True)
class Harmless:
    """What to embed instead of a profile.

    ``profile`` is None where none is needed (sRGB) or none can be made (the given one is
    unreadable; ``name`` says so). ``name`` says in plain words what stays. ``standard`` is
    False when numbers of the given profile, which may be those of one machine, had to
    stay; it is True when nothing is left that is not the same for everybody.
    """

    profile: bytes | None = field(repr=False)
    name: str
    standard: bool


def tags(untrusted: bytes) -> tuple[Tag, ...]:
    """Every field of a profile; never raises.

    A profile that ``harmless`` made says nothing: the generated ones have no field, a
    rebuilt one has a single field for its numbers. Numbers of a usual space are named as
    that space, since they are the same for everybody; all others are fields of their own.
    """
    if untrusted in _ours():
        return ()
    if len(untrusted) > limits.METADATA_BYTES:
        return (Tag(UNREADABLE, described(untrusted)),)
    again = harmless(untrusted)
    if again.profile == untrusted:
        return () if again.standard else (Tag(NUMBERS, again.name),)
    try:
        found = tuple(icc_text.fields(parsed(untrusted)))
    except Broken:
        return (Tag(UNREADABLE, described(untrusted)),)
    if not again.standard:
        return found
    numbers = {name.decode() for name in TYPES}
    texts = (tag for tag in found if tag.field.path[1] not in numbers)
    return (Tag(USUAL, again.name), *texts)


def harmless(untrusted: bytes) -> Harmless:
    """A profile of the same colours that tells nothing; never raises.

    Usual spaces are recognised by their numbers: sRGB needs no profile, another one gets
    a generated profile with which no colour moves by more than 1/255. Any other profile
    keeps its colour numbers and nothing else. One that cannot be read is left out, as
    decoders do; the picture is then shown as sRGB.
    """
    return _again(untrusted) if len(untrusted) <= SMALL else _harmless(untrusted)


@lru_cache(maxsize=16)
def _again(untrusted: bytes) -> Harmless:
    """The photos of one telephone all carry the same profile."""
    return _harmless(untrusted)


def _harmless(untrusted: bytes) -> Harmless:
    try:
        profile = parsed(untrusted)
        space = _usual(profile)
        if space is None:
            return _numbers(profile)
    except Broken:
        return Harmless(None, "unreadable profile dropped", standard=True)
    return Harmless(None if space.plain else generated(space), space.name, standard=True)


def _numbers(profile: Profile) -> Harmless:
    made = rebuilt(profile)
    published = PUBLISHED.get(sha256(made).hexdigest()[:16])
    if published:
        return Harmless(made, published, standard=True)
    words = WORDS.get(profile.space, "colour")
    return Harmless(made, f"non-standard {words} profile (its colour numbers stay)", standard=False)


def _usual(profile: Profile) -> Space | None:
    try:
        return recognised(profile)
    except (Broken, ArithmeticError):
        return None  # its numbers are not those of a usual space, whatever they are


@cache
def _ours() -> frozenset[bytes]:
    return frozenset(generated(space) for space in every_space())
