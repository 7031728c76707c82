"""Head and shoulders of one person, upright and at one small size: where parts may lie."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from ....engines.crops import Window
from ...likeness.regions import OVAL
from . import near
from .heads import Head
from .planes import Floats, Mask, blurred, ramp, slopes

UNIT = 64
"""Height of the face, pixels."""

SIDE = 248
"""Side of the picture, pixels."""

BELOW = 0.42
"""Centre of the picture under the centre of the face, in faces."""

Skin = tuple[float, float, float]


@dataclass(frozen=True, eq=False)
class Bust:
    """One person, seen through a window of the picture.

    ``lab`` and ``person`` as ``frame`` shows them; ``own``: inside the picture and nearer to
    this face than to any other; ``mesh`` (468 x 2) in its pixels; ``skin`` is CIELAB.
    """

    lab: Floats
    person: Floats
    own: Mask
    mesh: Floats
    skin: Skin
    frame: Window

    @cached_property
    def middle(self) -> Floats:
        """Between the eyes, and between the face's edges."""
        eyes = self.mesh[[33, 133, 362, 263]].mean(0)
        return np.array([0.5 * eyes[0] + 0.5 * self.mesh[[234, 454], 0].mean(), eyes[1]])

    @cached_property
    def x(self) -> Floats:
        """Sideways from the middle of the face, in faces."""
        row = (np.arange(SIDE, dtype=np.float32) + 0.5 - self.middle[0]) / UNIT
        return np.broadcast_to(row.astype(np.float32), (SIDE, SIDE))

    @cached_property
    def aside(self) -> Floats:
        """The same without its sign."""
        return np.abs(self.x)

    @cached_property
    def y(self) -> Floats:
        """Down from the eyes, in faces; the chin is at about 0.65."""
        column = (np.arange(SIDE, dtype=np.float32) + 0.5 - self.middle[1]) / UNIT
        return np.broadcast_to(column.astype(np.float32)[:, None], (SIDE, SIDE))

    @cached_property
    def half(self) -> float:
        """Half the face's width, in faces."""
        return float(np.ptp(self.mesh[:, 0])) / 2 / UNIT

    @cached_property
    def chin(self) -> float:
        """Height of the chin, as ``y``."""
        return float(self.mesh[152, 1] - self.middle[1]) / UNIT

    @cached_property
    def top(self) -> float:
        """Height of the mesh's upper edge, as ``y``."""
        return float(self.mesh[10, 1] - self.middle[1]) / UNIT

    @cached_property
    def oval(self) -> Mask:
        """The mesh's outline, filled."""
        return filled(self.mesh[list(OVAL)], (SIDE, SIDE))

    @cached_property
    def edge(self) -> Floats:
        """How far outside the face's edge each pixel is, in faces; 0 inside."""
        from scipy.ndimage import distance_transform_edt

        away: Floats = distance_transform_edt(~self.oval).astype(np.float32) / UNIT
        return away

    @cached_property
    def body(self) -> Mask:
        """This person, in the picture."""
        mask: Mask = ((self.person > 0.4) | (self.edge == 0)) & self.own
        return mask

    @cached_property
    def crown(self) -> Mask:
        """The person round the upper face: where hair would be."""
        near = (self.x / 0.95) ** 2 + (self.y / 1.25) ** 2 < 1
        mask: Mask = self.body & (self.edge > 0.02) & near & (self.y < -0.02)
        return mask

    @cached_property
    def crowded(self) -> bool:
        """Whether others are so near that what lies over this head may be theirs."""
        near = (np.abs(self.x) < 1.3) & (np.abs(self.y) < 1.3)
        return float(self.own[near].mean()) < 0.8

    @cached_property
    def rough(self) -> Floats:
        """How strong lines are at each place: strands and weaves have many."""
        down, across = slopes(self.lab[..., 0])
        return blurred(np.hypot(down, across), 2.0)

    @cached_property
    def unlike(self) -> Floats:
        """How far each pixel is from the skin's colour."""
        return unlike(self.lab, self.skin)


def bust(head: Head, others: Sequence[Head], lab: Floats, person: Floats, skin: Skin) -> Bust:
    """Look at one person of the working picture."""
    centre = head.mesh[[10, 152], :2].mean(0)
    x, y = centre + BELOW * head.height * np.array([-np.sin(head.roll), np.cos(head.roll)])
    scale = max(head.height, 1.0) / UNIT
    frame = Window((float(x), float(y)), head.roll, scale, SIDE, SIDE)
    colours = [near.warped(np.ascontiguousarray(lab[..., k]), frame) for k in range(3)]
    own = near.own(lab.shape, frame, head, others, 1.0)
    return Bust(
        np.stack(colours, 2), near.warped(person, frame), own,
        frame.from_photo(head.mesh[:, :2]).astype(np.float32), skin, frame,
    )  # fmt: skip


def unlike(lab: Floats, skin: Skin) -> Floats:
    """How far colours are from a skin's; shadow on skin counts little, and keeps its hue."""
    light, tint = np.float32(max(skin[0], 1)), np.array(skin[1:], np.float32)
    away = lab[..., 0] - light
    kept = (lab[..., 0] / light).clip(0.25, 1.1)
    off = np.hypot(lab[..., 1] - tint[0] * kept, lab[..., 2] - tint[1] * kept)
    # highlights lose colour, and dark skin has less room for shade than fair skin
    off = off * (1 - 0.4 * ramp(away, 5, 25))
    scale = np.where(away < 0, np.clip(0.45 * light, 14, 26), 22.0)
    answer: Floats = np.hypot(away / scale, off / 8).astype(np.float32)
    return answer


def filled(corners: Floats, shape: tuple[int, ...]) -> Mask:
    """The polygon with these corners (n x 2, x and y) as a mask."""
    from skimage.draw import polygon

    mask = np.zeros(shape, np.bool_)
    mask[polygon(corners[:, 1], corners[:, 0], shape)] = True
    return mask
