"""Pictures of one face made worse in ways that a photo can be: smaller, blurred, dark, covered."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from scipy.ndimage import gaussian_filter

from facevalue.engines import face_finder
from facevalue.engines.face_finder import Face
from facevalue.engines.views import resized

Pixels = NDArray[np.uint8]
AS_IS = "as it is"
HEIGHTS = (64, 48, 32, 24, 20, 16, 12, 8)
BLURS = (0.02, 0.04, 0.07, 0.1, 0.15)
DARKS = (0.3, 0.1, 0.05, 0.025)
AROUND = 1.2
"""Picture that is kept around a face, in heights of the face to every side."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A picture with one face."""

    pixels: Pixels
    face: Face | None

    @property
    def height(self) -> float:
        assert self.face is not None
        return self.face.box[3] - self.face.box[1]


Way = Callable[[Seen], Pixels | None]


def ways() -> dict[str, Way]:
    """Every way by its name; one gives None where it does not apply (the face is that small)."""
    made: dict[str, Way] = {AS_IS: _same}
    made |= {f"{high} pixels high": partial(shrunk, height=high) for high in HEIGHTS}
    made |= {f"blurred by {by}": partial(_blurred, by=by) for by in BLURS}
    made |= {f"light x {by}": partial(_darkened, by=by) for by in DARKS}
    made |= {"JPEG quality 5": _jpeg, "mask": _masked, "dark glasses": _glasses}
    made |= {"half cut off": _halved, "chin cut off": _chinless}
    return made


def alone(one: Seen) -> Seen:
    """The part of a picture around its face, so that nothing else is looked at."""
    assert one.face is not None
    left, top, right, bottom = one.face.box
    by = AROUND * (bottom - top)
    first, above = max(0, int(left - by)), max(0, int(top - by))
    pixels = one.pixels[above : int(bottom + by), first : int(right + by)]
    box = (left - first, top - above, right - first, bottom - above)
    marks = tuple((x - first, y - above) for x, y in one.face.landmarks)
    return Seen(pixels, Face(box, one.face.score, marks))


def worse(one: Seen, way: Way) -> Seen | None:
    """A face made worse and found anew; None where the way does not apply."""
    assert one.face is not None
    pixels = way(one)
    if pixels is None:
        return None
    scale = max(new / old for new, old in zip(pixels.shape[:2], one.pixels.shape[:2], strict=True))
    middle = scale * np.array(one.face.landmarks).mean(0)
    near = [
        face
        for face in face_finder.find(pixels)
        if np.linalg.norm(np.array(face.landmarks).mean(0) - middle) < scale * one.height / 2
    ]
    return Seen(pixels, max(near, key=lambda face: face.box[3] - face.box[1], default=None))


def _same(one: Seen) -> Pixels:
    return one.pixels


def shrunk(one: Seen, height: float) -> Pixels | None:
    """The picture so much smaller that its face is ``height`` pixels high; None: it is lower."""
    scale = height / one.height
    if scale >= 1:
        return None
    high, wide = (max(1, round(side * scale)) for side in one.pixels.shape[:2])
    planes = resized(one.pixels, high, wide)[:, :high, :wide]
    return np.rint(planes.transpose(1, 2, 0)).astype(np.uint8)


def _rounded(values: NDArray[np.floating[Any]]) -> Pixels:
    found: Pixels = np.rint(values).astype(np.uint8)
    return found


def _blurred(one: Seen, by: float) -> Pixels:
    sigma = by * one.height
    blurred = gaussian_filter(one.pixels.astype(np.float32), (sigma, sigma, 0))
    return _rounded(blurred)


def _darkened(one: Seen, by: float) -> Pixels:
    """With the noise of a sensor: two steps of 255."""
    noise = np.random.default_rng(0).normal(0, 2, one.pixels.shape)
    return _rounded((one.pixels * by + noise).clip(0, 255))


def _jpeg(one: Seen) -> Pixels:
    out = io.BytesIO()
    Image.fromarray(one.pixels).save(out, "JPEG", quality=5)
    return np.asarray(Image.open(out).convert("RGB"))


def _painted(one: Seen, top: float, bottom: float, half: float, colour: int) -> Pixels:
    """A rectangle across the face: rows and half width in lengths from the eyes to the mouth."""
    assert one.face is not None
    points = np.array(one.face.landmarks)
    eyes, mouth = points[:2].mean(0), points[3:].mean(0)
    down = mouth - eyes
    long = float(np.hypot(*down))
    rows, columns = np.mgrid[: one.pixels.shape[0], : one.pixels.shape[1]]
    x, y = columns - eyes[0], rows - eyes[1]
    along, aside = (x * down[0] + y * down[1]) / long**2, (x * down[1] - y * down[0]) / long**2
    under = (along > top) & (along < bottom) & (np.abs(aside) < half)
    pixels = one.pixels.copy()
    pixels[under] = (colour, colour, min(255, colour + 8))
    return pixels


def _masked(one: Seen) -> Pixels:
    return _painted(one, 0.45, 1.75, 1.0, 205)


def _glasses(one: Seen) -> Pixels:
    return _painted(one, -0.25, 0.3, 0.95, 12)


def _halved(one: Seen) -> Pixels:
    """The picture begins at the nose."""
    assert one.face is not None
    return one.pixels[:, : max(2, int(one.face.landmarks[2][0]))]


def _chinless(one: Seen) -> Pixels:
    """The picture ends at the upper lip."""
    assert one.face is not None
    points = np.array(one.face.landmarks)
    return one.pixels[: max(2, int((points[2, 1] + 2 * points[3:, 1].mean()) / 3))]
