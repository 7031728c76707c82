"""What may be handed over: a file as it is, the pixels a person sees, what the file carries."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import field as _field
from hashlib import sha256
from typing import TYPE_CHECKING

from .places import Field, Size

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Header:
    """What the first bytes of a file say, read without decoding a pixel.

    ``size`` is the upright size (after orientation); ``frames`` counts the pictures of
    a moving picture, 1 for a still one; ``orientation`` is the Exif number 1..8.
    """

    size: Size
    frames: int = 1
    orientation: int = 1


@dataclass(frozen=True, slots=True)
class Photo:
    """An image file, byte for byte: what a service would really receive."""

    data: bytes = _field(repr=False)
    format: str
    header: Header
    name: str = ""

    @property
    def size(self) -> Size:
        """The upright size in pixels."""
        return self.header.size

    @property
    def digest(self) -> str:
        """SHA-256 of the bytes, in hexadecimal."""
        return sha256(self.data).hexdigest()


@dataclass(frozen=True, slots=True, eq=False)
class Picture:
    """The pixels a person sees: upright, sRGB, shape (height, width, 3), uint8.

    ``alpha`` has shape (height, width), uint8, 255 = opaque; None when the photo has no
    transparency.
    """

    pixels: NDArray[np.uint8] = _field(repr=False)
    alpha: NDArray[np.uint8] | None = _field(default=None, repr=False)

    @property
    def size(self) -> Size:
        high, wide = self.pixels.shape[:2]
        return Size(wide, high)


@dataclass(frozen=True, slots=True)
class Tag:
    """One metadata field of a file with its value as text; bytes are described, not shown."""

    field: Field
    value: str = _field(repr=False)


@dataclass(frozen=True, slots=True)
class Copy:
    """A second picture (or film, or depth map) carried inside the file.

    ``role`` is one of: thumbnail, preview, gain map, depth map, motion video, alternate
    picture, provenance thumbnail, trailer. ``media_type`` is empty when the bytes are of
    no known type.
    """

    field: Field
    role: str
    media_type: str
    data: bytes = _field(repr=False)


@dataclass(frozen=True, slots=True)
class Metadata:
    """Everything a file carries beside its pixels."""

    tags: tuple[Tag, ...] = ()
    copies: tuple[Copy, ...] = ()


@dataclass(frozen=True, slots=True)
class Stripped:
    """A file without its metadata.

    ``lossless`` is True when every stored pixel is the same bit for bit; ``kept`` names
    in plain words what had to stay (orientation, a standard colour profile).
    """

    data: bytes = _field(repr=False)
    lossless: bool
    kept: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Upload:
    """One intended hand-over: this photo and these words to that service."""

    photo: Photo | None = None
    words: str | None = _field(default=None, repr=False)
    service: str | None = None
