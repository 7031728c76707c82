"""The things that can be added, as Protocols: no base class, no registration by import.

Adding one is one new file and one line in its catalogue.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Protocol, TypeVar

from .change import Change
from .finding import Finding, Kind
from .photo import Copy, Header, Photo, Picture, Stripped, Tag

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Seen = TypeVar("Seen", contravariant=True)


class Named(Protocol):
    """Anything a catalogue can list."""

    @property
    def name(self) -> str:
        """Short, lower case, unique in its catalogue."""
        ...


class Format(Named, Protocol):
    """One image file format: its first bytes, what it carries, how to take that out.

    Every method gets untrusted bytes, looks at bounds-checked slices only, ends in time
    linear in ``len(data)`` and raises nothing but Refused errors.
    """

    @property
    def media_type(self) -> str:
        """For example ``image/jpeg``."""
        ...

    @property
    def suffixes(self) -> tuple[str, ...]:
        """File name endings with their dot, the usual one first."""
        ...

    @property
    def carries(self) -> str:
        """One sentence for people: what a file of this format may carry beside its pixels."""
        ...

    def mine(self, start: bytes) -> bool:
        """Whether a file that begins with these (up to 64) bytes is of this format."""
        ...

    def header(self, data: bytes) -> Header:
        """Size, frames and orientation, without decoding. Raises Broken."""
        ...

    def fields(self, data: bytes) -> tuple[Tag, ...]:
        """Every metadata field of the file. A part that cannot be parsed is a tag as well."""
        ...

    def embedded(self, data: bytes) -> tuple[Copy, ...]:
        """Every second picture inside the file, and anything after its end."""
        ...

    def strip(self, data: bytes) -> Stripped:
        """The same picture without metadata. Raises Broken when that cannot be done completely."""
        ...


class Detector(Named, Protocol[Seen]):
    """Looks at one thing (Metadata or Picture) and says what it gives away."""

    @property
    def kinds(self) -> frozenset[Kind]:
        """The kinds it can find."""
        ...

    def look(self, thing: Seen) -> Iterable[Finding]:
        """All findings. Raises Missing when an engine it needs is not here."""
        ...


class Cover(Named, Protocol):
    """A way to cover a head so that nothing of the face can be computed back."""

    def paint(self, picture: Picture, mask: NDArray[np.bool_], face: Finding) -> Picture:
        """A new picture in which every pixel under ``mask`` (height, width) is replaced."""
        ...


class PictureProtector(Named, Protocol):
    """Answers findings by changing pixels."""

    @property
    def answers(self) -> frozenset[Kind]:
        """The kinds it can answer."""
        ...

    def protect(self, picture: Picture, findings: Sequence[Finding]) -> tuple[Picture, Change]:
        """The changed picture and what was done."""
        ...


class PhotoProtector(Named, Protocol):
    """Answers findings by changing the bytes of the file, pixels untouched where possible."""

    @property
    def answers(self) -> frozenset[Kind]:
        """The kinds it can answer."""
        ...

    def protect(self, photo: Photo, findings: Sequence[Finding]) -> tuple[Photo, Change]:
        """The changed file and what was done."""
        ...
