"""Fields of numbers into crisp vector shapes: their contours as smooth paths."""

from __future__ import annotations

import warnings
from collections.abc import Iterable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..canvas import skia
from ..scene.scene import Floats

Line = NDArray[np.float64]
"""Points of a line, n x 2: x and y in pixels of the working picture."""

_BEYOND = 3
"""How far shapes that touch the frame run out of it, pixels."""


def contours(field: Floats, level: float = 0.0, least: float = 12.0) -> list[Line]:
    """The closed lines at which a field crosses a level, in pixels of the picture.

    Shapes that touch the frame are closed beyond it. Those whose box is smaller than
    ``least`` square pixels are left out.
    """
    from skimage.measure import find_contours

    low = float(min(field.min(), level)) - 1.0
    wide = np.pad(field, _BEYOND, mode="edge")
    wide = np.pad(wide, 1, constant_values=low)
    answer = []
    for found in find_contours(wide, level):
        size = np.ptp(found, axis=0)
        if len(found) > 7 and (size[0] + 1) * (size[1] + 1) >= least:
            answer.append(found[:, ::-1] - (_BEYOND + 0.5))
    return answer


def rounded(line: Line, soft: float) -> Line:
    """A closed line with its wiggles below ``soft`` points taken out."""
    from scipy.ndimage import gaussian_filter1d

    smooth = gaussian_filter1d(line[:-1], soft, 0, mode="wrap", truncate=2.5)
    return np.concatenate([smooth, smooth[:1]])


def path(lines: Iterable[Line], step: int = 2, closed: bool = True) -> Any:
    """A ``skia.Path`` through lines: every ``step``-th point, rounded by quadratic curves."""
    answer = skia().Path()
    for line in lines:
        _add(answer, line, step, closed)
    return answer


def _add(answer: Any, line: Line, step: int, closed: bool) -> None:
    points = line[:-1:step] if closed else np.concatenate([line[:-1:step], line[-1:]])
    if len(points) < 3:
        return
    after = np.roll(points, -1, 0) if closed else points[1:]
    middle = (points[: len(after)] + after) / 2
    start = middle[-1] if closed else points[0]
    answer.moveTo(float(start[0]), float(start[1]))
    bends = np.concatenate([points[: len(middle)], middle], 1).tolist()
    for bend in bends:
        answer.quadTo(*bend)
    if closed:
        answer.close()
    else:
        answer.lineTo(float(points[-1, 0]), float(points[-1, 1]))


def ink(lab: NDArray[Any] | tuple[float, float, float], alpha: float = 1.0) -> int:
    """A CIELAB colour as the number that Skia takes for a colour."""
    red, green, blue = rgb(np.asarray(lab, np.float64)).tolist()
    return int(skia().ColorSetARGB(round(alpha * 255), red, green, blue))


def rgb(lab: NDArray[Any]) -> NDArray[np.uint8]:
    """CIELAB colours (... x 3) as sRGB, 0 to 255; what no screen shows is cut off."""
    from skimage.color import lab2rgb

    with warnings.catch_warnings():  # it warns of what it cuts off
        warnings.simplefilter("ignore", UserWarning)
        return np.asarray((lab2rgb(lab) * 255).round(), np.uint8)
