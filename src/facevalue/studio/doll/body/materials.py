"""The colours and surfaces of a dressed body: a palette per outfit, one material per role."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from ...traits import Traits
from ..colours import mixed, rgb
from ..parts import VINYL, Material, Pixels
from ..spec import BodySpec
from .emblems import EMBLEMS, emblem
from .palettes import PALETTES, PERSONAL, Palette
from .patterns import cloth, plain, printed

FINISH = {
    "cloth": Material(roughness=0.52, specular=0.38, sheen=0.25),
    "vinyl": VINYL,
    "leather": Material(roughness=0.30, specular=0.5, clearcoat=0.35, clearcoat_gloss=0.82),
    "rubber": Material(roughness=0.46, specular=0.42),
    "metal": Material(roughness=0.22, specular=0.6, metallic=0.9, clearcoat=0.3),
    "gloss": Material(roughness=0.20, specular=0.55, clearcoat=0.7, clearcoat_gloss=0.9),
}
"""Surfaces by what a thing is made of."""

MADE_OF = {
    "skin": "vinyl",
    "shoe": "leather", "stay": "leather", "tongue": "leather", "belt": "leather",
    "sole": "rubber", "cap": "rubber", "tyre": "rubber", "seat": "rubber",
    "metal": "metal", "rim": "metal", "spokes": "metal", "hub": "metal", "grip": "rubber",
    "button": "gloss", "badge": "gloss", "frame": "gloss", "pen": "gloss",
    "glove": "rubber", "dam": "rubber", "air": "gloss", "cooling": "gloss",
}  # fmt: skip
"""What each role is made of; all others are cloth."""


def materials(
    spec: BodySpec, traits: Traits, top_colour: str | None, print_art: Pixels | None
) -> dict[str, Material]:
    """A material for every role that the body's pieces have.

    Args:
        spec: the body.
        traits: skin, and the pattern of the top.
        top_colour: of the top in the photo, used where the outfit is the person's own.
        print_art: a picture (h x w x 4) for the chest of a T-shirt.
    """
    colours = palette(spec, traits, top_colour)
    made = {role: _material(role, colour) for role, colour in colours.items()}
    for role, texture in _woven(spec, traits, colours, print_art).items():
        made[role] = replace(made[role], texture=texture)
    return made


def _material(role: str, colour: str) -> Material:
    return replace(FINISH[MADE_OF.get(role, "cloth")], colour=colour)


def palette(spec: BodySpec, traits: Traits, top_colour: str | None) -> dict[str, str]:
    """The colour of every role, sRGB."""
    chosen = PALETTES[spec.outfit]
    own = dict(chosen.colours)
    if top_colour and spec.outfit in PERSONAL:
        own.update(PERSONAL[spec.outfit](chosen, top_colour))
    colours = {**_derived(own), **own, "skin": traits.skin}
    return _apart(colours, traits.skin)


def _derived(own: dict[str, str]) -> dict[str, str]:
    """What follows from other colours unless a palette says otherwise."""
    top, bottom, shoe = own["top"], own["bottom"], own["shoe"]
    return {
        "trim": mixed(top, "#1c1a22", 0.14) if _light(top) > 0.3 else mixed(top, "#ffffff", 0.18),
        "top2": top, "lapel": mixed(own.get("top2", top), "#101018", 0.12), "under": "#f3f1ec",
        "turnup": mixed(bottom, "#dfe8f2", 0.5),
        "stitch": mixed(bottom, "#e0a848", 0.5), "button": "#f4f1ea",
        "sole": "#f4f1ea", "cap": "#f4f1ea", "lace": "#ffffff", "stay": mixed(shoe, "#101018", 0.2),
        "tongue": mixed(shoe, "#101018", 0.1), "accent": mixed(shoe, "#101018", 0.5),
        "cuff": mixed(shoe, "#101018", 0.45), "sock": "#f6f5f2", "belt": "#5a3b28",
        "metal": "#d7b56a", "badge": "#f6f4ee", "tie": "#23304f", "apron": "#3f4a52",
        "ties": "#b98a5a", "tyre": "#22242a", "rim": "#c9ced6", "spokes": "#d5d9df",
        "frame": "#2f6fb0", "seat": "#2b2e36", "hub": "#9aa1ab", "grip": "#22242a",
        "suit": top, "harness": "#474c57", "glove": "#8d939d", "dam": "#33363d",
        "air": "#3d7fc4", "cooling": "#c9443c",
        **dict.fromkeys(EMBLEMS, "#f4f1ea"),
    }  # fmt: skip


def _light(colour: str) -> float:
    """Rec. 709 luma of a colour, 0..1."""
    return float(rgb(colour) @ [0.2126, 0.7152, 0.0722])


def _apart(colours: dict[str, str], skin: str) -> dict[str, str]:
    """Trousers that keep their distance from the skin and from the top."""
    for role, others in (("bottom", ("skin", "top")), ("shoe", ("skin",))):
        for other in others:
            beside = skin if other == "skin" else colours[other]
            if np.linalg.norm(rgb(colours[role]) - rgb(beside)) < 0.16:
                towards = "#15161c" if _light(beside) > 0.28 else "#e8e2d6"
                colours[role] = mixed(colours[role], towards, 0.45)
    return colours


def _woven(
    spec: BodySpec, traits: Traits, colours: dict[str, str], art: Pixels | None
) -> dict[str, Pixels]:
    """Textures by role."""
    chosen: Palette = PALETTES[spec.outfit]
    top = colours["top"]
    made: dict[str, Pixels] = {}
    pattern = traits.pattern if spec.outfit in PERSONAL and traits.pattern != "plain" else ""
    pattern = pattern or chosen.weave
    if pattern:
        second = mixed(top, "#14141c", 0.26) if pattern == "knit" else _second(top)
        made["top"] = cloth(pattern, top, second)
    if art is not None and spec.outfit == "tshirt":
        made["top"] = printed(made.get("top", plain(top)), art)
    if spec.outfit == "spacesuit":
        made.update({role: emblem(role) for role in EMBLEMS})
    if chosen.legs:
        made["bottom"] = cloth(chosen.legs, colours["bottom"], "#f1efea")
    return made


def _second(colour: str) -> str:
    """A second colour of a pattern: lighter on dark cloth, darker on light."""
    if _light(colour) > 0.72:
        return mixed(colour, "#27406b", 0.72)
    return mixed(colour, "#fbf8f0", 0.78)
