"""Fluent Emoji (Microsoft, MIT): one icon as an SVG, as pixels, and taken apart into its shapes."""

from __future__ import annotations

import re
from functools import cache

import numpy as np

from ....core.errors import Unknown
from ....engines import weights
from ....photos.drawing import drawn
from ..parts import Floats, Pixels

STORE = "fluent-emoji.zip"

MOST_SHAPES = 60
"""Shapes of an icon that are looked at: a few icons are drawn from thousands of hairs."""

_TAG = re.compile(r"<(/?)([A-Za-z]+)([^>]*?)(/?)>")
_ATTRIBUTE = re.compile(r'([\w:-]+)="([^"]*)"')
_BOX = re.compile(r'viewBox="0 0 (\d+) (\d+)"')
_KEPT = (
    "d", "cx", "cy", "r", "rx", "ry", "x", "y", "width", "height", "transform",
    "fill-rule", "clip-rule",
)  # fmt: skip
_STROKED = ("stroke-width", "stroke-linecap", "stroke-linejoin")
_SHAPES = ("path", "circle", "rect", "ellipse")
_HIDDEN = ("defs", "clipPath", "mask", "filter")


@cache
def names() -> tuple[str, ...]:
    """Every icon there is. Raises NoEngine or BadAsset when the asset is not as pinned."""
    import zipfile

    with zipfile.ZipFile(weights.path(STORE)) as store:
        return tuple(name.removesuffix(".svg") for name in store.namelist())


def svg(name: str) -> str:
    """The icon of that name. Raises Unknown with the names that are close to it."""
    import zipfile
    from difflib import get_close_matches

    if name not in names():
        raise Unknown("icon", name, get_close_matches(name, names(), 5, 0.4) or ["octopus", "cat"])
    with zipfile.ZipFile(weights.path(STORE)) as store:
        return store.read(f"{name}.svg").decode("utf-8")


def pixels(text: str, width: int) -> Pixels:
    """The icon drawn in a square, ``width`` pixels wide and high, RGBA."""
    side = _side(text)
    return drawn(_BOX.sub(f'viewBox="0 0 {side} {side}"', text, count=1), width)


def _side(text: str) -> int:
    """The larger side of an icon's box, in its own units."""
    box = _BOX.search(text)
    return max(int(box[1]), int(box[2])) if box else 32


def shapes(text: str, width: int) -> Floats:
    """The outlines that an icon is painted with, in their order: n x width x width, 0..1.

    Each outline once, without the colour gradients that lie over it and without soft glows.
    """
    forms = list(dict.fromkeys(_forms(text)))[:MOST_SHAPES]
    if not forms:
        return np.zeros((0, width, width), np.float32)
    side = _side(text)
    cells = [
        f'<svg x="{at * side}" width="{side}" height="{side}" viewBox="0 0 {side} {side}">'
        f"{form}</svg>"
        for at, form in enumerate(forms)
    ]
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side * len(forms)} {side}">'
    sheet = drawn(f"{head}{''.join(cells)}</svg>", width * len(forms))[:width, :, 3]
    cut = sheet.reshape(width, len(forms), width).transpose(1, 0, 2)
    return np.ascontiguousarray(cut, np.float32) / np.float32(255)


def _forms(text: str) -> list[str]:
    """Each painted element as a plain white one, in the groups' places."""
    glows = _glows(text)
    groups: list[tuple[str, bool]] = []
    hidden = 0
    found = []
    for close, tag, rest, empty in _TAG.findall(text):
        attributes = dict(_ATTRIBUTE.findall(rest))
        if tag in _HIDDEN:
            hidden += 0 if empty else (-1 if close else 1)
        elif tag == "g" and close:
            groups.pop()
        elif tag == "g" and not empty:
            soft = _reference(attributes.get("filter", "")) in glows
            groups.append((attributes.get("transform", ""), soft))
        elif tag in _SHAPES and not hidden and not any(soft for _, soft in groups):
            found += _form(tag, attributes, [place for place, _ in groups if place])
    return found


def _form(tag: str, attributes: dict[str, str], places: list[str]) -> list[str]:
    """The element with its geometry alone; nothing when it is hardly seen."""
    if float(attributes.get("opacity", attributes.get("fill-opacity", "1"))) < 0.35:
        return []
    kept = [f'{key}="{attributes[key]}"' for key in _KEPT if key in attributes]
    if "stroke" in attributes:
        kept += [f'{key}="{attributes[key]}"' for key in _STROKED if key in attributes]
        kept.append('stroke="#fff"')
    kept.append('fill="none"' if attributes.get("fill", "none") == "none" else 'fill="#fff"')
    body = f"<{tag} {' '.join(kept)}/>"
    for place in reversed(places):
        body = f'<g transform="{place}">{body}</g>'
    return [body]


def _glows(text: str) -> set[str]:
    """The filters that only blur what is in them."""
    return {
        name
        for name, inside in re.findall(r'<filter id="([^"]+)"[^>]*>(.*?)</filter>', text, re.S)
        if "feGaussianBlur" in inside and "feOffset" not in inside
    }


def _reference(value: str) -> str:
    """The name in ``url(#name)``."""
    return value.removeprefix("url(#").removesuffix(")")
