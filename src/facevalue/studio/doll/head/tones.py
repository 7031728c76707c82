"""Colours on a head that follow from skin and hair, so that every tone keeps its contrast."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...traits import Traits
from ..colours import hexadecimal, linear, mixed, rgb


def lightness(colour: str) -> float:
    """How light a colour looks, 0..1: the cube root of its luminance (Rec. 709 weights)."""
    return float(np.cbrt(linear(colour) @ np.array([0.2126, 0.7152, 0.0722])))


def brighter(colour: str, by: float) -> str:
    """More light on the same colour: multiplied, so that it does not pale as with white."""
    channels = rgb(colour) + 0.012
    return hexadecimal(channels * min(by, 0.985 / channels.max()))


@dataclass(frozen=True, slots=True)
class Tones:
    """The paints of one face."""

    skin: str
    line: str
    shade: str
    blush: str
    glow: str
    lip: str
    mouth: str
    ear: str
    lid: str
    brow: str
    beard: str


def tones(traits: Traits) -> Tones:
    """Paints for a person's skin and hair.

    Shade, blush and glow are warm in every skin: mixing with grey or white would make dark skin
    look ashen. Lips get redder on light skin and deeper on dark skin; with long
    lashes they are painted, without them only a little redder than the skin.
    """
    skin, light = traits.skin, lightness(traits.skin)
    dark = float(np.clip((0.62 - light) / 0.30, 0, 1))
    share = 0.54 if traits.lashes else 0.36 + 0.12 * min(1.0, 4 * max(0.0, 0.86 - light))
    lip = mixed(mixed(skin, "#b8323f", share), mixed(skin, "#a4344a", share), dark)
    if traits.lashes:
        lip = mixed(lip, mixed("#c2283f", "#9c1f3c", dark), 0.42)
    return Tones(
        skin=skin,
        line=mixed(skin, mixed("#6b2413", "#1c0503", dark), 0.55 + 0.10 * dark),
        shade=mixed(skin, mixed("#8a3a1c", "#2a0a04", dark), 0.42),
        blush=mixed(skin, mixed("#f4553f", "#b8382a", dark), 0.42 - 0.04 * dark),
        glow=brighter(skin, 1.16),
        lip=lip,
        mouth=mixed("#6e1a22", "#3d0a12", 0.3),
        ear=mixed(skin, mixed("#ef5a40", "#a8341f", dark), 0.30),
        lid=mixed(skin, mixed("#8c3b2a", "#240806", dark), 0.30),
        brow=_brow(traits.hair_colour),
        beard=mixed(traits.hair_colour, "#1d0f08", 0.12),
    )


def _brow(hair: str) -> str:
    """Brows are darker than fair hair, and as dark as dark hair."""
    light = lightness(hair)
    share = float(np.interp(light, [0.2, 0.5, 0.75, 0.95], [0.10, 0.30, 0.42, 0.40]))
    return mixed(hair, "#3a2412" if _warm(hair) else "#3c3c40", share)


def _warm(colour: str) -> bool:
    red, _, blue = linear(colour)
    return bool(red > 1.25 * blue)
