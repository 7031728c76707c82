"""How high an icon stands at each point: it is blown up like a cushion, each shape on the last."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from ..parts import Floats, Pixels
from . import icons

PIXELS = 384
"""Width of a charm's colours: several times what it gets in a picture of full size."""

SAMPLES = 192
"""Width of the grid on which heights are worked out; it divides PIXELS."""

THIN = 0.036
"""Thinner parts are thickened to this, in icon widths: a string would break into crumbs."""

CRUMB = 0.0025
"""Loose pieces smaller than this share of the icon's square are left out."""

SPREAD = 0.2
"""How far in from its edge a shape still rises, in icon widths."""

RISE = 0.065
"""How far one shape stands out of the one below, in icon widths."""

SOFT = (0.0095, 0.04)
"""How wide the shoulder of a shape is at the least and at the most, in icon widths."""

SPECK = 0.0004
"""Shapes smaller than this share of the icon's square stay flat."""

LIMIT = 0.15
"""What all shapes together may add."""


@dataclass(frozen=True, slots=True, eq=False)
class Relief:
    """An icon as a cushion, in icon widths, on SAMPLES x SAMPLES points (row 0 on top).

    ``edge`` is the signed distance to the outline (negative inside), ``cushion`` how far the
    back stands out, ``height`` how far the front does with its shapes, and ``colours``
    PIXELS x PIXELS x 3 without the transparent parts.
    """

    edge: Floats
    cushion: Floats
    height: Floats
    colours: Pixels


@lru_cache(maxsize=16)
def relief(name: str) -> Relief:
    """The cushion of the icon of that name. Raises Unknown."""
    text = icons.svg(name)
    picture = icons.pixels(text, PIXELS)
    solid = _solid(_smaller(picture[..., 3]))
    layers = icons.shapes(text, SAMPLES)
    cushion = _cushion(solid)
    return Relief(_edge(solid), cushion, cushion + _stack(layers, solid), _coloured(picture))


def _smaller(alpha: Pixels) -> Floats:
    """Opacity on the coarse grid, 0..1, by the mean of each block."""
    step = PIXELS // SAMPLES
    blocks = alpha.reshape(SAMPLES, step, SAMPLES, step).astype(np.float32)
    answer: Floats = blocks.mean((1, 3)) / np.float32(255)
    return answer


def _solid(alpha: Floats) -> Floats:
    """Opacity with thin parts thickened and crumbs left out."""
    from scipy.ndimage import binary_opening, distance_transform_edt

    mask = _large(alpha > 0.4, CRUMB * SAMPLES**2)
    reach = THIN * SAMPLES / 2
    disc = np.hypot(*np.mgrid[-4:5, -4:5]) <= reach
    thin = mask & ~binary_opening(mask, disc)
    core = _large(thin & (distance_transform_edt(mask) >= 0.9), 3 * reach**2)
    grown = np.clip(reach - distance_transform_edt(~core) + 0.5, 0, 1) if core.any() else 0.0
    near = distance_transform_edt(~mask) <= 1.5
    return np.maximum(np.where(near, alpha, 0), grown).astype(np.float32)


def _large(mask: NDArray[np.bool_], least: float) -> NDArray[np.bool_]:
    """The connected parts of at least so many samples."""
    from scipy.ndimage import label

    parts, count = label(mask, np.ones((3, 3)))
    large = np.bincount(parts.ravel(), minlength=count + 1) >= least
    large[0] = False
    return np.asarray(large[parts], np.bool_)


def _edge(solid: Floats) -> Floats:
    """Signed distance to the outline at half opacity, smooth enough to cut triangles with."""
    from scipy.ndimage import distance_transform_edt, gaussian_filter

    inside = solid > 0.5
    far = distance_transform_edt(~inside) - distance_transform_edt(inside)
    far += np.where(far > 0, -0.5, 0.5)
    near = 0.5 - solid
    mixed = np.where(np.abs(far) < 1, near, far)
    answer: Floats = (gaussian_filter(mixed, 0.8) / SAMPLES).astype(np.float32)
    return answer


def _cushion(solid: Floats) -> Floats:
    """A membrane under pressure: the root of a screened Poisson equation, without creases."""
    from scipy.sparse import coo_matrix, identity
    from scipy.sparse.linalg import splu

    inside = solid > 0.5
    count = int(inside.sum())
    if not count:
        return np.zeros_like(solid)
    at = np.full(inside.shape, -1)
    at[inside] = np.arange(count)
    pairs = np.concatenate([_pairs(at[:, :-1], at[:, 1:]), _pairs(at[:-1], at[1:])], 1)
    both = np.concatenate([pairs, pairs[::-1]], 1)
    links = coo_matrix((np.ones(both.shape[1]), (both[0], both[1])), (count, count))
    screen = 1 / (SPREAD * SAMPLES) ** 2
    system = (identity(count) * (4 + screen) - links).tocsc()
    pressed = splu(system, permc_spec="MMD_AT_PLUS_A").solve(np.full(count, screen))
    height = np.zeros(solid.shape, np.float32)
    height[inside] = SPREAD * np.sqrt(np.maximum(pressed, 0))
    return height


def _pairs(one: NDArray[np.int64], other: NDArray[np.int64]) -> NDArray[np.int64]:
    """Numbers of neighbours that both lie inside, 2 x n."""
    both = (one >= 0) & (other >= 0)
    return np.stack([one[both], other[both]])


def _stack(layers: Floats, solid: Floats) -> Floats:
    """What the painted shapes add: each is a small cushion, later ones on top of earlier."""
    from scipy.ndimage import gaussian_filter

    whole = float((solid > 0.5).sum())
    total = np.zeros_like(solid)
    for layer in layers:
        area = float(layer.sum())
        if area < SPECK * SAMPLES**2 or area > 0.9 * whole:
            continue
        soft = float(np.clip(0.16 * np.sqrt(area) / SAMPLES, *SOFT))
        rise = np.clip(2 * gaussian_filter(layer, soft * SAMPLES) - 1, 0, 1) ** 0.7
        total += np.float32(RISE * min(1.0, soft / 0.023)) * rise
    answer: Floats = (LIMIT * (1 - np.exp(-total / LIMIT))).astype(np.float32)
    return answer


def _coloured(picture: Pixels) -> Pixels:
    """Colours everywhere: where the icon is not opaque, those of the nearest opaque point."""
    from scipy.ndimage import distance_transform_edt

    opaque = picture[..., 3] > 235
    if not opaque.any():
        opaque = picture[..., 3] > 0
    rows, columns = distance_transform_edt(~opaque, return_indices=True)[1]
    return np.ascontiguousarray(picture[rows, columns, :3])
