"""An eye painted finer than the brush can: the photo's own, calmed, in clear soft-edged tones."""

from __future__ import annotations

import numpy as np

from .curves import Points
from .glimpse import Glimpse, Plane
from .iris import Iris

SHARE = 0.92
"""How much of the painted eye is covered where its ball is seen."""

NEAR, FAR = 0.07, 0.25
"""How far around the ball, by the eye's width, it is covered so, and where that has faded."""

CRISP, CALM = 0.62, 0.2
"""How much of each edge is made a clear one, at the ball and lashes and around them."""

WHITER = 2.5
"""How much lighter than the photo (L*) any place may become: whites never glare."""

GLINT, LIGHTEST = 6.0, 88.0
"""How much lighter than the iris (L*) a spot is that mirrors the light; no glint is lighter."""


def calm(eye: Glimpse) -> Plane:
    """Lightness without grain and without spots smaller than a glint's."""
    from scipy.ndimage import gaussian_filter, grey_opening

    side = max(3, round(max(0.09 * eye.unit, 2.2 * eye.grain)) | 1)
    light = gaussian_filter(eye.lab[..., 0], max(0.012 * eye.unit, 0.3 * eye.grain))
    opened: Plane = gaussian_filter(grey_opening(light, (side, side)), 0.012 * eye.unit)
    return opened


def painted(eye: Glimpse, iris: Iris, lid: Points) -> Plane:
    """The eye's colours, CIELAB; ``lid`` is the line (n x 2) under which the ball begins."""
    from scipy.ndimage import gaussian_filter

    soft = max(0.012 * eye.unit, 0.3 * eye.grain)
    light = _sharper(gaussian_filter(eye.lab[..., 0], soft), eye)
    tints = [gaussian_filter(eye.lab[..., i], 2.0 * soft) for i in (1, 2)]
    most = gaussian_filter(eye.lab[..., 0], soft) + WHITER
    if iris.sure <= 0:
        return np.dstack([np.minimum(_crisp(light, eye), most), *tints])
    still = calm(eye)
    disc = iris.sure * _disc(eye, iris, lid, still)
    light = np.minimum(_crisp(light + disc * (still - light), eye), most)
    lab = np.dstack([light, *tints])
    lab = _cleaned(lab, eye, iris, disc, still)
    lab[..., 0] = np.maximum(lab[..., 0], glinting(eye, iris, disc, still))
    return lab


def _sharper(light: Plane, eye: Glimpse) -> Plane:
    """What few pixels of the photo blur is given back some contrast, never beyond the near."""
    from scipy.ndimage import gaussian_filter, maximum_filter, minimum_filter

    if eye.coarse <= 0:
        return light
    side = round(3.2 * eye.grain) | 1
    low, high = minimum_filter(light, side), maximum_filter(light, side)
    more = (light - gaussian_filter(light, 1.3 * eye.grain)) * eye.coarse
    return np.asarray((light + np.where(more < 0, 0.7, 0.3) * more).clip(low, high))


def _disc(eye: Glimpse, iris: Iris, lid: Points, still: Plane) -> Plane:
    """Where the iris is seen, 0..1: under the lid, and only where the photo is as dark."""
    from scipy.ndimage import gaussian_filter

    away = iris.away(still.shape)
    row = np.arange(still.shape[0])[:, None] + 0.5
    under = row > np.interp(np.arange(still.shape[1]) + 0.5, *lid.T)
    whole = (away < 1.0) & under & eye.inside(0.02)
    if not whole.any():
        return np.zeros_like(still)
    own = float(np.median(still[whole]))
    alike = np.clip((own + 20 - still) / 10, 0, 1)
    return np.asarray(gaussian_filter(whole * alike, 0.015 * eye.unit))


def _crisp(light: Plane, eye: Glimpse) -> Plane:
    """Soft edges of the eye drawn together: each place goes to the light or dark beside it."""
    from scipy.ndimage import gaussian_filter, maximum_filter, minimum_filter

    side = max(3, round(max(0.05 * eye.unit, 1.25 * eye.grain)) | 1)
    near = eye.inside(0.05 + 0.04 * eye.coarse)
    share = np.where(near, CRISP + 0.15 * eye.coarse, CALM)
    share = gaussian_filter(share, 0.03 * eye.unit)
    for _ in range(2):
        high = gaussian_filter(maximum_filter(light, side), side / 4)
        low = gaussian_filter(minimum_filter(light, side), side / 4)
        part = (light - low) / np.maximum(high - low, 4.0)
        firm = np.clip(0.5 + (part - 0.5) * 1.6, 0, 1)
        firm = firm * firm * (3 - 2 * firm)
        light = low + (high - low) * ((1 - share) * part + share * firm)
    return np.asarray(gaussian_filter(light, max(0.006 * eye.unit, 0.2 * eye.grain)))


def _cleaned(lab: Plane, eye: Glimpse, iris: Iris, disc: Plane, still: Plane) -> Plane:
    """The iris in one colour of its own, darker at its rim, its pupil and under the lid."""
    away = iris.away(disc.shape)
    ring = (away > 0.5) & (away < 0.9) & (disc > 0.5 * iris.sure)
    core = (away < 0.3) & (disc > 0.5 * iris.sure)
    if ring.sum() < 12 or not core.any():
        return lab
    own = np.median(eye.lab[ring], 0)
    seen = np.clip((np.median(still[ring]) - np.median(still[core])) / 10, 0.3, 1)
    row = np.arange(disc.shape[0])[:, None] + 0.5
    down = np.clip((row - iris.y) / iris.radius, -1, 1)
    rim = np.exp(-(((away - 0.95) / 0.14) ** 2))
    pupil = seen / (1 + np.exp((away - 0.38) / 0.06))
    shade = 1 - 0.16 * rim - 0.08 * (1 - down) * (away < 1.1)
    light = 0.6 * lab[..., 0] + 0.4 * own[0]
    light = light * shade * (1 - 0.45 * pupil) + 0.06 * own[0] * np.clip(down, 0, 1)
    tint = 0.45 * lab[..., 1:] + 0.55 * own[1:] * 1.12
    clean = np.dstack([np.minimum(light, lab[..., 0] + 4), tint])
    return np.asarray(lab + disc[..., None] * (clean - lab))


def glinting(eye: Glimpse, iris: Iris, disc: Plane, still: Plane) -> Plane:
    """Lightness of the photo's own glint, the clearest one alone; 0 elsewhere."""
    from scipy.ndimage import gaussian_filter, label

    over = gaussian_filter(eye.lab[..., 0], 0.012 * eye.unit) - still
    over = np.where((iris.away(still.shape) < 0.75) & (disc > 0.5 * iris.sure), over, 0.0)
    highest = float(over.max())
    if highest < GLINT or iris.sure < 0.2:
        return np.zeros_like(still)
    spots, _ = label(over > 0.35 * highest)
    one = spots == spots.flat[int(over.argmax())]
    spot = gaussian_filter(one.astype(np.float64), 0.012 * eye.unit)
    return np.asarray(np.minimum(still + 1.4 * over, LIGHTEST) * (spot > 0.02) * spot.clip(0, 1))


def alpha(eye: Glimpse) -> Plane:
    """How much of the painting is covered, 0..1: soft, nothing at the grid's edge."""
    from scipy.ndimage import distance_transform_edt

    away = np.asarray(distance_transform_edt(~eye.inside())) / eye.unit
    near = np.clip((FAR - away) / (FAR - NEAR), 0, 1)
    return np.asarray(SHARE * near * near * (3 - 2 * near))
