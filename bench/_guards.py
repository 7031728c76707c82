"""Guards for painted pictures: they catch a change that breaks something unseen.

None of them says how good a picture is: a visibly bad filter scores well on several. They
were frozen before the painting was tuned (November 2026); what is compared is two pictures
of one size, height x width x 3, uint8, sRGB.
"""

from __future__ import annotations

import io
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from scipy.ndimage import distance_transform_edt, gaussian_filter, sobel

Pixels = NDArray[np.uint8]
Floats = NDArray[np.float64]

SIDE = 768
"""Both pictures are brought to this longer side."""

OVAL = (
    10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377,
    152, 148, 176, 149, 150, 136, 172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67, 109,
)  # fmt: skip
FEATURES = (
    (33, 7, 163, 144, 145, 153, 154, 155, 133, 173, 157, 158, 159, 160, 161, 246),
    (263, 249, 390, 373, 374, 380, 381, 382, 362, 398, 384, 385, 386, 387, 388, 466),
    (70, 63, 105, 66, 107, 55, 65, 52, 53, 46),
    (300, 293, 334, 296, 336, 285, 295, 282, 283, 276),
    (61, 146, 91, 181, 84, 17, 314, 405, 321, 375, 291, 409, 270, 269, 267, 0, 37, 39, 40, 185),
)
"""Edges of face, eyes, brows and lips, by MediaPipe's numbering of the mesh."""


def guards(photo: Pixels, picture: Pixels) -> dict[str, float]:
    """Structure, edges, texture, palette, size of the file, and how far from the photo."""
    from skimage.metrics import structural_similarity

    one, other = _small(photo), _small(picture)
    before, after = _lab(one), _lab(other)
    light, painted = before[..., 0], after[..., 0]
    soft, washed = gaussian_filter(light, 3), gaussian_filter(painted, 3)
    return {
        "structure": float(structural_similarity(soft, washed, data_range=100.0)),
        "edge_recall": edge_recall(light, painted),
        "texture_left": _texture(painted, light) / max(_texture(light, light), 1e-6),
        "colours_for_90": float(_palette(after)),
        "webp_ratio": _webp(other) / _webp(one),
        "chroma_gain": float(_chroma(after).mean() / max(_chroma(before).mean(), 1e-6)),
        "mean_de76": float(np.linalg.norm(before - after, axis=-1).mean()),
    }


def edge_recall(light: Floats, painted: Floats) -> float:
    """Share of the photo's strong edges that have one of the picture's within 2.5 pixels."""
    mine, theirs = _edges(light, 2.0, 0.93), _edges(painted, 1.0, 0.88)
    if not mine.any():
        return 1.0
    away: Floats = distance_transform_edt(~theirs)
    return float((away[mine] <= 2.5).mean())


@dataclass(frozen=True)
class Skin:
    """A face's skin in photo and picture: mean CIELAB, n pixels."""

    before: Floats
    after: Floats
    pixels: int

    @property
    def lighter(self) -> float:
        """How much lighter it became, L*."""
        return float(self.after[0] - self.before[0])

    @property
    def turned(self) -> float:
        """How far the hue moved, degrees."""
        angle = [np.degrees(np.arctan2(each[2], each[1])) for each in (self.before, self.after)]
        return float((angle[1] - angle[0] + 180) % 360 - 180)

    @property
    def tone(self) -> str:
        """Light, medium or deep, by the photo's lightness."""
        light = float(self.before[0])
        return "light" if light >= 62 else "medium" if light >= 45 else "deep"


def skin(photo: Pixels, picture: Pixels, mesh: Floats) -> Skin:
    """The skin of one face, whose mesh (468 x 3) is in pixels of these pictures.

    Pixels inside the face's oval, a little shrunk, without eyes, brows and lips.
    """
    low = np.maximum(mesh[:, :2].min(0).astype(int), 0)
    high = mesh[:, :2].max(0).astype(int) + 2
    part = (slice(low[1], high[1]), slice(low[0], high[0]))
    mask = face_mask(mesh[:, :2] - low, photo[part].shape[:2])
    before, after = _lab(photo[part])[mask], _lab(picture[part])[mask]
    return Skin(before.mean(0), after.mean(0), int(mask.sum()))


def face_mask(points: Floats, shape: tuple[int, ...]) -> NDArray[np.bool_]:
    """Skin of a face: the oval at 0.9 of its size without its features."""
    from skimage.draw import polygon2mask

    oval = points[list(OVAL)]
    middle = oval.mean(0)
    mask: NDArray[np.bool_] = polygon2mask(shape, (middle + 0.9 * (oval - middle))[:, ::-1])
    for feature in FEATURES:
        corners = points[list(feature)]
        centre = corners.mean(0)
        mask &= ~polygon2mask(shape, (centre + 1.15 * (corners - centre))[:, ::-1])
    return mask


def _small(pixels: Pixels) -> Pixels:
    scale = SIDE / max(pixels.shape[:2])
    size = (round(pixels.shape[1] * scale), round(pixels.shape[0] * scale))
    return np.array(Image.fromarray(pixels).resize(size, Image.Resampling.LANCZOS))


def _lab(pixels: Pixels) -> Floats:
    from skimage.color import rgb2lab

    answer: Floats = rgb2lab(pixels)
    return answer


def _chroma(lab: Floats) -> Floats:
    answer: Floats = np.hypot(lab[..., 1], lab[..., 2])
    return answer


def _edges(light: Floats, sigma: float, share: float) -> NDArray[np.bool_]:
    """The strongest pixels of the gradient, those that are not mere noise."""
    soft = gaussian_filter(light, sigma)
    strength = np.hypot(sobel(soft, 0), sobel(soft, 1)) / 8
    found: NDArray[np.bool_] = strength > max(float(np.quantile(strength, share)), 0.6)
    return found


def _texture(light: Floats, photo: Floats) -> float:
    """Fine variation where the photo is calm, by the coarse variation of the same picture."""
    strength = np.hypot(sobel(photo, 0), sobel(photo, 1))
    calm = strength < np.quantile(strength, 0.55)
    soft = gaussian_filter(light, 1.2)
    coarse = np.abs(soft - gaussian_filter(light, 12)).mean()
    return float(np.abs(light - soft)[calm].mean() / max(float(coarse), 1e-6))


def _palette(lab: Floats) -> int:
    """How many colours (steps of 6 L*, 8 a*, 8 b*) cover nine tenths of the picture."""
    steps = np.rint(lab / [6, 8, 8]).astype(np.int16).reshape(-1, 3)
    _, counts = np.unique(steps, axis=0, return_counts=True)
    shares = np.sort(counts)[::-1].cumsum() / counts.sum()
    return int((shares < 0.9).sum() + 1)


def _webp(pixels: Pixels) -> int:
    buffer = io.BytesIO()
    Image.fromarray(pixels).save(buffer, "WEBP", quality=80)
    return len(buffer.getvalue())
