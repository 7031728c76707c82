"""A vinyl doll's head over the head, turned as it was turned.

One neutral face for everybody. It is rendered once for each of a few poses and kept in the cache
folder; a cover is that picture laid into the photo.
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from hashlib import sha256

import numpy as np

from ...core.places import Region
from ...core.roles import Shape
from ..cache import folder
from ..shelf import code, fetch, put
from ..traits import Traits
from .drawn import Drawn
from .ground import Floats, Mask, Pixels, around, filled
from .place import Seat, elsewhere, laid, lit, sampled, seat
from .skin import cheeks, lightness
from .tones import NEUTRAL, Tones, linear, matched

YAWS, PITCHES = (0.0, 20.0, 40.0, 60.0), (-12.0, 0.0, 12.0)
"""Degrees at which heads are rendered; the other side is the mirror picture."""

SIZES = (384, 832)
"""Sides of the rendered pictures: the larger one is for heads that are large in the photo."""

SIZE = (2.52, 1.0, 1.33)
"""Width of the doll's head in its units, how far its chin is down and its crown up."""

LUMA = (0.2126, 0.7152, 0.0722)
"""Shares of red, green and blue in linear brightness (Rec. 709)."""

HAIR = "short"


class Doll(Drawn):
    """A doll's head; ``matched`` gives it one of a few tones of skin and hair near the person's.

    With ``aside`` (1, 2) it looks elsewhere than the person does.
    """

    def paint(
        self, pixels: Pixels, mask: Mask, head: Shape, box: Region, hidden: Mask | None = None
    ) -> None:
        """Replace the pixels under the mask, in place. Raises NoEngine without the renderer."""
        place = seat(head, box, SIZE)
        unknown = mask if hidden is None else mask | hidden
        ground, light = filled(pixels, unknown), around(pixels, unknown)
        yaw = elsewhere(head.yaw, self.aside)
        picture = _bust(*_pose(yaw, head.pitch), _side(place.unit))
        if yaw < 0:
            picture = picture[:, ::-1]
        found = _shown(picture, place, pixels.shape)
        if self.matched:  # the photo's light is in the tones already
            tones = matched(pixels, mask, head, box, _lightness)
            colours = _toned(found, tones, _gains(picture, tones, yaw))
        else:
            colours = lit(found[..., :3], light)
        laid(pixels, mask, ground, colours, np.asarray(found[..., 3] / 255, np.float32))


def _pose(yaw: float, pitch: float) -> tuple[float, float]:
    """The nearest of the poses there are, as if the head looked to the right."""
    right, down = abs(math.degrees(yaw)), math.degrees(pitch)
    return min(YAWS, key=lambda at: abs(at - right)), min(PITCHES, key=lambda at: abs(at - down))


def _side(unit: float) -> int:
    """The rendered size that is fine enough for that many pixels a unit."""
    from ..doll.render.busts import HALF

    return SIZES[0] if unit * 2 * HALF <= 1.3 * SIZES[0] else SIZES[1]


def _shown(picture: Floats, place: Seat, shape: tuple[int, ...]) -> Floats:
    """The picture as seen in its place; where it becomes smaller, its pixels are averaged."""
    from ..doll.render.busts import HALF

    scale = picture.shape[0] / 2 / HALF
    times = max(1, int(scale / place.unit))
    side = picture.shape[0] // times * times
    small = picture[:side, :side].reshape(side // times, times, side // times, times, -1)
    weight = small[..., 3:4] / 255
    mean = small.mean((1, 3))
    colours = (small[..., :3] * weight).sum((1, 3)) / np.maximum(weight.sum((1, 3)), 1e-6)
    across, up = place.local(shape)
    column = (picture.shape[1] / 2 + across * scale) / times - 0.5
    row = (picture.shape[0] / 2 - up * scale) / times - 0.5
    return sampled(np.concatenate([colours, mean[..., 3:]], -1).astype(np.float32), column, row)


def _toned(found: Floats, tones: Tones, gains: tuple[float, float]) -> Floats:
    """The head in other tones, skin and hair so much lighter, in linear light."""
    if tones == NEUTRAL:
        return found[..., :3]
    light = (found[..., :3] / 255) ** 2.2
    skin, hair = found[..., 4:5] / 255, found[..., 5:6] / 255
    by_skin = gains[0] * linear(tones.skin) / linear(NEUTRAL.skin)
    by_hair = gains[1] * linear(tones.hair) / linear(NEUTRAL.hair)
    light = light * ((1 - skin - hair).clip(0) + skin * by_skin + hair * by_hair)
    return (light.clip(0, 1) ** (1 / 2.2) * 255).astype(np.float32)


def _gains(picture: Floats, tones: Tones, yaw: float) -> tuple[float, float]:
    """By how much skin and hair, as rendered, must be lighter to come out in their tones.

    The cheeks tell for the skin. Hair only becomes darker by it: its shine is part of it.
    """
    from ..doll.render.busts import HALF

    few = picture[2::4, 2::4]
    place = (np.arange(2, picture.shape[0], 4) + 0.5) / picture.shape[0] * 2 * HALF - HALF
    skin = few[cheeks(place[None], -place[:, None], yaw) & (few[..., 4] > 230)]
    return (
        _gain(skin, tones.skin, NEUTRAL.skin),
        min(1.0, _gain(few[few[..., 5] > 230], tones.hair, NEUTRAL.hair)),
    )


def _gain(shown: Floats, tone: str, neutral: str) -> float:
    """How much lighter what is shown must be so that its middle, toned, is as light as the tone."""
    if not len(shown):
        return 1.0
    middle = (np.median(shown[:, :3], 0) / 255) ** 2.2 * linear(tone) / linear(neutral)
    return float(linear(tone) @ LUMA / max(float(middle @ LUMA), 1e-4))


def _lightness(tone: str) -> float:
    """The doll's skin comes out in the tone itself."""
    return lightness(linear(tone) ** (1 / 2.2) * 255)


@cache
def _bust(yaw: float, pitch: float, side: int) -> Floats:
    """The rendered head: from this process, from the cache folder, or rendered now."""
    file = folder() / "busts" / f"{_digest(yaw, pitch, side)}.npz"
    found = fetch(file)
    if found is None or "bust" not in found:
        found = {"bust": _rendered([(yaw, pitch)], side)[0]}
        put(file, found)
    return found["bust"].astype(np.float32)


def _digest(*key: float) -> str:
    return sha256(
        json.dumps([code(), HAIR, NEUTRAL.skin, NEUTRAL.hair, *key]).encode()
    ).hexdigest()[:32]


def _rendered(poses: Sequence[tuple[float, float]], side: int) -> Pixels:
    from ..doll.cast import cast
    from ..doll.figure import dressed
    from ..doll.head import build as heads
    from ..doll.head import materials as faces
    from ..doll.render.busts import busts, neck
    from ..doll.spec import HeadSpec

    spec = HeadSpec(hair=HAIR, smile=0.5)
    traits = Traits(hair=HAIR, skin=cast(NEUTRAL.skin), hair_colour=NEUTRAL.hair, smile=0.5)
    pieces = [*heads.build(spec, 0.03), neck()]
    made_up = faces.materials(spec, traits, texture=1024)
    made_up["collar"] = replace(made_up["face"], texture=None)
    roles = [{"face": 1, "collar": 1, "hair": 2, "brow": 2}.get(piece.role, 0) for piece in pieces]
    return busts(dressed("head", pieces, made_up), poses, roles, side, folder())


_ASIDE = tuple(Doll("doll", aside=way) for way in (1, 2))
_MATCHED_ASIDE = tuple(Doll("doll-matched", matched=True, aside=way) for way in (1, 2))
DOLL = Doll("doll", _ASIDE)
DOLL_MATCHED = Doll("doll-matched", (*_MATCHED_ASIDE, DOLL), matched=True)
