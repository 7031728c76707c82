"""Where a thing is: a box of pixels, a span of letters or a metadata field."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Size:
    """How big a picture is, in pixels."""

    width: int
    height: int

    @property
    def pixels(self) -> int:
        """Width times height."""
        return self.width * self.height


@dataclass(frozen=True, slots=True, order=True)
class Region:
    """A box in the upright picture, in pixels; right and bottom are outside it.

    Raises ValueError when the box is empty.
    """

    left: int
    top: int
    right: int
    bottom: int

    def __post_init__(self) -> None:
        if not (self.left < self.right and self.top < self.bottom):
            raise ValueError(f"empty region: {self}")

    @property
    def width(self) -> int:
        return self.right - self.left

    @property
    def height(self) -> int:
        return self.bottom - self.top

    @property
    def area(self) -> int:
        """Pixels inside the box."""
        return self.width * self.height

    def overlap(self, other: Region) -> int:
        """Pixels that both boxes cover; 0 when they do not meet."""
        wide = min(self.right, other.right) - max(self.left, other.left)
        high = min(self.bottom, other.bottom) - max(self.top, other.top)
        return max(wide, 0) * max(high, 0)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters start..end of a text as it was given; end is outside it."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters themselves."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True, order=True)
class Field:
    """One metadata field by its path, named as Exiv2 names them.

    For example ``("Exif", "GPSInfo", "GPSLatitude")``, ``("Xmp", "dc", "creator")``,
    ``("Iptc", "Application2", "City")`` or ``("Png", "tEXt", "parameters")``.
    """

    path: tuple[str, ...]

    def __str__(self) -> str:
        return ".".join(self.path)


Place = Region | Span | Field
