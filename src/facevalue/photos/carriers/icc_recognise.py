"""Which usual colour space a profile describes, by its numbers and not by its text."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from .icc_matrix import Matrix, inverse, product, transposed
from .icc_profile import STEPS, Profile, sampled, xyz
from .icc_standard import CODES, CURVES, GAMUTS, GREY, Space, colorants, curve_at

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

TOLERANCE = 1 / 255
"""Largest difference of any colour, in sRGB numbers of 0..1 that may leave that range."""

NEAR = 0.004
"""Colorants further away than this are not tried on all colours."""

LEVELS = (0, 1, 4, 12, 32, 64, 96, 128, 160, 192, 224, 255)
"""Values of each channel of the colours on which two spaces are compared; dense in the dark."""

OVERRIDING = (b"A2B", b"D2B", b"B2D")
"""Tags that colour engines use instead of matrix and curves."""

Curve = tuple[float, ...]


def recognised(profile: Profile) -> Space | None:
    """The usual space of a profile, or None. Raises Broken or ArithmeticError for damage."""
    if any(entry.name[:3] in OVERRIDING for entry in profile.entries):
        return None
    space = _grey(profile) if profile.space == b"GRAY" else _rgb(profile)
    return space if space and _agrees(profile, space) else None


def _agrees(profile: Profile, space: Space) -> bool:
    """Whether the profile's code points, where it has some, say the same as its numbers."""
    codes = profile.tag(b"cicp")
    if codes is None:
        return True
    return space.name in CODES and (codes.u8(8), codes.u8(9)) == CODES[space.name]


def _grey(profile: Profile) -> Space | None:
    shape = profile.tag(b"kTRC")
    if shape is None or profile.connection != b"XYZ ":
        return None
    name = _curve(sampled(shape))
    return Space(GREY, name) if name else None


def _rgb(profile: Profile) -> Space | None:
    colours = [profile.tag(letter + b"XYZ") for letter in (b"r", b"g", b"b")]
    shapes = [profile.tag(letter + b"TRC") for letter in (b"r", b"g", b"b")]
    if profile.space != b"RGB " or profile.connection != b"XYZ ":
        return None
    red, green, blue = (xyz(one) if one else None for one in colours)
    if red is None or green is None or blue is None or None in shapes:
        return None
    curves = tuple(sampled(one) for one in shapes if one)
    names = {_curve(curve) for curve in curves}
    name = names.pop()
    gamut = _gamut((red, green, blue))
    if names or not name or not gamut:
        return None
    space = Space(gamut, name)
    return space if _distance(space, (red, green, blue), curves) <= TOLERANCE else None


def _gamut(colours: Matrix) -> str | None:
    """The gamut with the nearest colorants, when they are near."""

    def apart(name: str) -> float:
        pairs = zip(colours, colorants(name), strict=True)
        return max(abs(a - b) for one, two in pairs for a, b in zip(one, two, strict=True))

    nearest = min(GAMUTS, key=apart)
    return nearest if apart(nearest) <= NEAR else None


def _curve(given: Curve) -> str | None:
    """The curve with the nearest values as the eye sees them, when they are near."""
    seen = [encoded(value) for value in given]

    def apart(name: str) -> float:
        return max(abs(a - b) for a, b in zip(seen, _usual_seen(name), strict=True))

    nearest = min(CURVES, key=apart)
    return nearest if apart(nearest) <= TOLERANCE else None


@cache
def _usual(name: str) -> Curve:
    return tuple(curve_at(CURVES[name], step / (STEPS - 1)) for step in range(STEPS))


@cache
def _usual_seen(name: str) -> Curve:
    return tuple(encoded(value) for value in _usual(name))


def encoded(linear: float) -> float:
    """The sRGB number of a linear value; mirrored below zero, going on above one."""
    size = abs(linear)
    number = 12.92 * size if size <= 0.0031308 else 1.055 * float(size ** (1 / 2.4)) - 0.055
    return number if linear >= 0 else -number


def _distance(space: Space, colours: Matrix, curves: tuple[Curve, ...]) -> float:
    """The largest difference of all colours of the grid between given and usual numbers."""
    to_srgb = inverse(transposed(colorants("sRGB")))
    given = _grid(product(to_srgb, transposed(colours)), curves)
    usual = product(to_srgb, transposed(colorants(space.gamut)))
    return float(abs(given - _grid(usual, (_usual(space.curve),) * 3)).max())


def _grid(matrix: Matrix, curves: tuple[Curve, ...]) -> NDArray[np.float64]:
    """The sRGB numbers, 3 x n, of every colour whose channels are of ``LEVELS``."""
    import numpy as np

    channels = (np.array([curve[level] for level in LEVELS]) for curve in curves)
    linear = np.array(matrix) @ np.stack([axis.ravel() for axis in np.meshgrid(*channels)])
    size = abs(linear)
    numbers = np.where(size <= 0.0031308, 12.92 * size, 1.055 * size ** (1 / 2.4) - 0.055)
    signed: NDArray[np.float64] = np.copysign(numbers, linear)
    return signed
