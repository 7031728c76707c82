"""The surface of each role of a head."""

from __future__ import annotations

import numpy as np

from ....photos.drawing import drawn
from ...traits import Traits
from ..colours import mixed
from ..parts import Material, Pixels
from ..spec import HeadSpec
from .eye_art import eye_svg
from .face_art import face_svg
from .tones import lightness, tones


def materials(spec: HeadSpec, traits: Traits, texture: int = 1024) -> dict[str, Material]:
    """A material for every role that ``build`` can give.

    ``texture`` is the side of the face's picture in pixels.
    """
    t = tones(traits)
    deep = lightness(traits.skin)
    return {
        "face": Material(
            traits.skin,
            _pixels(face_svg(spec, traits), texture),
            roughness=0.50 - 0.10 * deep,
            specular=0.10 + 0.28 * deep,
            clearcoat=0.08,
            clearcoat_gloss=0.85,
            flatness=0.45,
        ),
        "eye": Material(
            "#ffffff",
            _pixels(eye_svg(traits.eyes), int(np.clip(texture // 2, 256, 512))),
            roughness=0.5,
            specular=0.06,
            clearcoat=0.6,
            clearcoat_gloss=0.99,
        ),
        "lash": Material("#120b0b", roughness=0.42, specular=0.35),
        "brow": Material(t.brow, roughness=0.46, specular=0.35),
        "beard": hair(t.beard),
        "hair": hair(traits.hair_colour),
        "tie": Material(traits.top_colour, roughness=0.5, specular=0.4),
        "cover": Material(traits.cover_colour, roughness=0.62, specular=0.3, sheen=0.35),
        "trim": Material(mixed(traits.cover_colour, "#ffffff", 0.55), roughness=0.6, specular=0.3),
        "frame": Material(
            traits.glasses_colour,
            roughness=0.22,
            specular=0.55,
            clearcoat=0.6,
            clearcoat_gloss=0.95,
        ),
        "wire": Material("#c9ccd2", roughness=0.24, specular=0.6, metallic=0.85),
        "lens": Material(
            "#15151b", roughness=0.08, specular=0.6, clearcoat=1.0, clearcoat_gloss=0.98
        ),
    }


def hair(colour: str) -> Material:
    """Moulded hair: a soft shine, weaker on dark hair, which would else look wet."""
    light = lightness(colour)
    return Material(
        colour,
        roughness=0.40 + 0.06 * light,
        specular=0.34 + 0.12 * light,
        clearcoat=0.06,
        clearcoat_gloss=0.7,
    )


def _pixels(svg: str, side: int) -> Pixels:
    return np.ascontiguousarray(drawn(svg, side)[..., :3])
