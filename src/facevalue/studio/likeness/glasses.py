"""Glasses: lines that no bare face has, over the nose, beside the eyes and under them.

A line is a place darker than both its sides. Across the bridge of the nose between the eyes a
bare face has none, so that this line decides; arms and rims add to it.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from . import colour, regions
from .found import Found, sure
from .sight import UNIT, Floats, Sight

WORN = 14.0
"""Points from which glasses are worn: lightness of the bridge's line, plus shares of others."""

DARK_PANE = 30.0
"""Lightness that the brightest of an eye lies under the skin's, behind dark glass."""

FLAT = 26.0
"""An eye behind dark glass has no more difference of lightness than this."""

EYES = ((33, 133, -1), (362, 263, 1))
"""Corners of each eye, and on which side its arm runs."""


Eye = tuple[int, int, int]


@dataclass(frozen=True)
class Lines:
    """Depth of the lines in lightness; ``shade`` is how far the eyes are darkened.

    ``square`` is how much farther the rim is at its corners than under the eye.
    """

    bridge: float
    arms: float
    rims: float
    shade: float
    square: float

    @property
    def points(self) -> float:
        """All lines together."""
        return self.bridge + 0.35 * self.arms + 0.2 * self.rims


def find(sight: Sight, skin: Floats) -> Found:
    """The kind of glasses and the colour of their frame."""
    if sight.pixels < 30:
        return {"glasses": ("none", 0.4)}
    light = _soft(sight)
    found = lines(sight, skin, light)
    if found.points < WORN:
        return {"glasses": ("none", 0.5 + 0.45 * sure(WORN - found.points, 0, 7))}
    sureness = 0.5 + 0.4 * sure(found.points, WORN, WORN + 10)
    return {
        "glasses": (kind_of(found), sureness),
        "glasses_colour": (_frame(sight), 0.8 * sureness),
    }


def kind_of(found: Lines) -> str:
    """Dark panes, a thick frame (by its corners square or round), or a thin one."""
    if found.shade > DARK_PANE:
        return "sunglasses"
    if found.rims > 8:
        return "square" if found.square > 0.9 else "round"
    return "rimless" if found.bridge < 16 else "round"


def lines(sight: Sight, skin: Floats, light: Floats) -> Lines:
    """Measure the lines."""
    width = max(0.14 * UNIT, *(_width(sight, eye) for eye in EYES))
    rims = [_rim(sight, light, eye, width) for eye in EYES]
    shade = min(_shade(sight, skin, points) for points in (regions.LEFT_EYE, regions.RIGHT_EYE))
    return Lines(
        bridge=_bridge(sight, light),
        arms=float(np.mean([_arm(sight, light, eye, width) for eye in EYES])),
        rims=min(depth for depth, _ in rims),
        shade=shade,
        square=float(np.mean([corner for _, corner in rims])),
    )


def _soft(sight: Sight) -> Floats:
    from scipy.ndimage import gaussian_filter

    light: Floats = gaussian_filter(sight.lab[..., 0], 0.8)
    return light


def _at(plane: Floats, x: Floats, y: Floats) -> Floats:
    from scipy.ndimage import map_coordinates

    found: Floats = map_coordinates(plane, [y, x], order=1, mode="nearest")
    return found


Step = tuple[Floats | float, Floats | float]
"""Across and down, in pixels."""


def _line(light: Floats, x: Floats, y: Floats, aside: Step) -> Floats:
    """How much darker places are than the places on both sides of them."""
    dx, dy = aside
    sides = 0.5 * (_at(light, x - dx, y - dy) + _at(light, x + dx, y + dy))
    return sides - _at(light, x, y)


def _width(sight: Sight, eye: Eye) -> float:
    return float(np.linalg.norm(sight.mesh[eye[0], :2] - sight.mesh[eye[1], :2]))


def _bridge(sight: Sight, light: Floats) -> float:
    """The line across the nose, between the eyes."""
    middle = sight.at(168, 6)
    apart = float(np.linalg.norm(sight.at(33, 133) - sight.at(362, 263)))
    x, y = np.meshgrid(
        middle[0] + apart * np.linspace(-0.07, 0.07, 7),
        middle[1] + apart * np.arange(-0.12, 0.16, 0.02),
    )
    return float(np.median(_line(light, x, y, (0.0, 0.06 * apart)).max(0)))


def _arm(sight: Sight, light: Floats, eye: Eye, width: float) -> float:
    """The line that runs from an eye's outer corner to the ear."""
    middle = sight.at(*eye[:2])
    x, y = np.meshgrid(
        middle[0] + eye[2] * width * np.arange(0.75, 1.25, 0.05),
        middle[1] + width * np.arange(-0.45, 0.4, 0.04),
    )
    return float(np.median(_line(light, x, y, (0.0, 0.14 * width)).max(0)))


def _rim(sight: Sight, light: Floats, eye: Eye, width: float) -> tuple[float, float]:
    """Depth of the rim under an eye, and how far its corners are by how far its middle is."""
    middle = sight.at(*eye[:2])
    angles = np.radians(np.arange(25, 156, 10))
    reach = np.arange(0.45, 1.5, 0.04)
    across, down = np.cos(angles)[:, None], np.sin(angles)[:, None]
    step = 0.14 * width
    depth = _line(
        light,
        middle[0] + width * across * reach,
        middle[1] + width * down * reach,
        (across * step, down * step),
    )
    radius = reach[depth.argmax(1)]
    corners = np.median(np.concatenate([radius[1:4], radius[-4:-1]]))
    return float(np.percentile(depth.max(1), 35)), float(corners / np.median(radius[5:9]))


def _shade(sight: Sight, skin: Floats, points: tuple[int, ...]) -> float:
    """How far even the white of an eye lies under the skin's lightness."""
    eye = regions.part(sight, points, 1.3)
    if not eye.any():
        return 0.0
    dark, bright = np.percentile(sight.lab[eye, 0], [10, 85])
    return float(skin[0] - bright) if bright - dark < FLAT else 0.0


def _frame(sight: Sight) -> str:
    """The colour of the darkest line over the nose and beside the eyes."""
    x, y = regions.places()
    middle = sight.at(168, 6)
    near = (np.abs(x - middle[0]) < 0.05 * UNIT) & (np.abs(y - middle[1]) < 0.07 * UNIT)
    pixels = sight.lab[near]
    dark = pixels[pixels[:, 0] <= np.percentile(pixels[:, 0], 12)]
    return colour.hexadecimal(np.median(dark, 0))
