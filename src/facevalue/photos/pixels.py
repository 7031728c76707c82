"""Decode to upright sRGB pixels and encode again, both in the child process."""

from __future__ import annotations

from dataclasses import replace

from ..core.errors import Broken, TooSlow
from ..core.photo import Photo, Picture
from . import sandbox
from .open import format_of, open_photo

WRITTEN_AS = {"heic": "jpeg", "gif": "png"}
"""Formats that are not encoded here, with the one written instead.

HEVC encoders are GPL or patented, and a GIF of a covered photo would lose its colours.
"""


def decode(photo: Photo) -> Picture:
    """The first picture of a photo. Raises Broken, TooBig, TooSlow or NoEngine."""
    return decode_bytes(photo.data, photo.format)


def decode_bytes(untrusted: bytes, form: str | None = None) -> Picture:
    """The picture in some bytes; the format is looked for when it is not given.

    Raises NotAPhoto, Broken, TooBig, TooSlow or NoEngine.
    """
    name = form or format_of(untrusted).name
    answer, body = sandbox.ask({"do": "decode", "format": name}, [untrusted])
    return _picture(answer, body)


def encode(picture: Picture, like: Photo) -> Photo:
    """A new file with these pixels and nothing else, in the format of ``like``.

    A JPEG keeps the quantisation tables of ``like``. HEIC becomes JPEG and GIF becomes
    PNG, because those are not encoded here.
    """
    import numpy as np

    form = WRITTEN_AS.get(like.format, like.format)
    bodies = [np.ascontiguousarray(picture.pixels).tobytes()]
    alpha = picture.alpha is not None and form != "jpeg"
    if alpha:
        bodies.append(np.ascontiguousarray(picture.alpha).tobytes())
    size = picture.size
    head = {
        "do": "encode",
        "format": form,
        "width": size.width,
        "height": size.height,
        "alpha": alpha,
    }
    _, data = sandbox.ask(head, [*bodies, like.data])
    return replace(open_photo(data), name=like.name)


def preview(picture: Picture, longest: int, quality: int = 84) -> bytes:
    """A small JPEG of a picture for people to look at, without metadata.

    ``quality`` is libjpeg's, 1..95.
    """
    import numpy as np

    size = picture.size
    head: dict[str, object] = {
        "do": "preview",
        "width": size.width,
        "height": size.height,
        "longest": longest,
        "quality": quality,
    }
    return sandbox.ask(head, [np.ascontiguousarray(picture.pixels).tobytes()])[1]


def resaved(picture: Picture, quality: int) -> Picture:
    """What is left of a picture's colours when somebody saves it as a JPEG of that quality."""
    size = picture.size
    return decode_bytes(preview(picture, max(size.width, size.height), quality), "jpeg")


def _picture(answer: dict[str, object], body: bytes) -> Picture:
    """Rows of bytes to arrays, after checking that the child told the truth about them."""
    import numpy as np

    width, height = answer.get("width"), answer.get("height")
    if not isinstance(width, int) or not isinstance(height, int) or min(width, height) < 1:
        raise Broken("the decoder gave no picture")
    count = width * height
    alpha = bool(answer.get("alpha"))
    if len(body) != count * (4 if alpha else 3):
        raise TooSlow("the decoder gave another number of pixels than it said")
    pixels = np.frombuffer(body, np.uint8, count * 3).reshape(height, width, 3)
    if not alpha:
        return Picture(pixels)
    return Picture(pixels, np.frombuffer(body, np.uint8, count, count * 3).reshape(height, width))
