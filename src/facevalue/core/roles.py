"""The things that can be added, as Protocols: no base class, no registration by import.

Adding one is one new file and one line in its catalogue.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Protocol, TypeVar

from .finding import Answer, Kind, Point
from .photo import Copy, Header, Stripped, Tag
from .places import Region

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

    def look(self, thing: Seen) -> Iterable[Answer]:
        """All findings, what could not be looked at, and how many may have been missed.

        Raises Missing when an engine is not here without which nothing can be found.
        """
        ...


class Cover(Named, Protocol):
    """A way to paint over a head."""

    @property
    def keeps_nothing(self) -> bool:
        """True when the painted pixels do not depend on the pixels that were there."""
        ...

    @property
    def draws(self) -> bool:
        """True when it draws a face of its own, which a face finder may well find."""
        ...

    @property
    def instead(self) -> tuple[Cover, ...]:
        """Other covers for a face that a recogniser still sees in this one, the next first."""
        ...

    def paint(
        self,
        pixels: NDArray[np.uint8],
        mask: NDArray[np.bool_],
        head: Shape,
        box: Region,
        hidden: NDArray[np.bool_] | None = None,
    ) -> None:
        """Replace every pixel under ``mask`` in place, and no other.

        ``pixels`` (height, width, 3) and ``mask`` (height, width) are the part of the
        picture inside ``box``, with some of what is around the head; ``head`` is in
        coordinates of the whole picture. ``hidden`` are all pixels of the box that some
        cover hides, this or another head's: what is around is read elsewhere only. Raises
        Missing when it cannot draw here.
        """
        ...


class Shape(Protocol):
    """A head: an ellipse in pixels, tilted clockwise by ``tilt`` radians.

    ``yaw`` and ``pitch`` say where the face looks, in radians: positive to the picture's
    right, and down. ``landmarks`` are the face's five, or none.
    """

    @property
    def x(self) -> float: ...
    @property
    def y(self) -> float: ...
    @property
    def half_width(self) -> float: ...
    @property
    def half_height(self) -> float: ...
    @property
    def tilt(self) -> float: ...
    @property
    def yaw(self) -> float: ...
    @property
    def pitch(self) -> float: ...
    @property
    def landmarks(self) -> tuple[Point, ...]: ...
