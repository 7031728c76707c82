"""Default colours of each outfit, and where the top's colour from the photo goes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ..colours import mixed, rgb


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours by role. ``weave`` is the pattern of the top, ``legs`` that of the trousers."""

    colours: tuple[tuple[str, str], ...]
    weave: str = ""
    legs: str = ""


def _of(weave: str = "", legs: str = "", **colours: str) -> Palette:
    return Palette(tuple(colours.items()), weave, legs)


PALETTES = {
    "tshirt": _of(top="#e9b44c", bottom="#3f5f8a", shoe="#d5483f", accent="#27406b"),
    "shirt": _of(top="#a9c6e8", bottom="#3b3f52", shoe="#6e4328", sole="#3a2a20", belt="#6e4328"),
    "sweater": _of("knit", top="#b5533c", trim="#a34933", bottom="#39414f", shoe="#9a6a3c",
                   sole="#3b2f28", lace="#e6d3b0"),
    "hoodie": _of(top="#f2b430", bottom="#2f4a72", shoe="#f1efe9", accent="#d5483f",
                  stay="#dcd8cf", tongue="#e6e2d9", metal="#c9ced6"),
    "blazer": _of(top="#f3f1ec", top2="#2b4468", bottom="#c2a878", shoe="#6e4328",
                  sole="#3a2a20"),
    "dress": _of(top="#d9467a", bottom="#d9467a", shoe="#7b2f52", trim="#f4d9a8",
                 sole="#4a2233", accent="#f4d9a8"),
    "overalls": _of("stripes", top="#f3efe6", bottom="#3f659c", shoe="#b0793f", sole="#43342a",
                    lace="#f0ddb8", trim="#c9443c"),
    "sports": _of(top="#1f7a5c", trim="#f7f6f2", bottom="#1d2733", shoe="#ff6a3d",
                  accent="#ffffff", cap="#e2542a", stay="#d9502a", tongue="#2a2f38"),
    "scrubs": _of(top="#2f8f95", trim="#23757b", bottom="#2a8188", shoe="#f4f2ee",
                  accent="#2f8f95", metal="#c9ced6"),
    "labcoat": _of(top="#eceff0", lapel="#e2e7e9", under="#8fb3d9", bottom="#35405a",
                   shoe="#4d3527", sole="#2a211c", accent="#c9443c", button="#e4e7ea"),
    "chef": _of("", "houndstooth", top="#f0eee9", trim="#c9342f", bottom="#2a2d33",
                shoe="#23262c", sole="#3a3d44", accent="#3a3d44", button="#23262c"),
    "uniform": _of(top="#7fa3c8", bottom="#22304a", tie="#1d2940", shoe="#1d1f25",
                   sole="#2b2d33", belt="#1d1f25", lace="#3a3d44", accent="#2b2d33"),
    "apron": _of(top="#e9e4d8", apron="#3d5a4c", ties="#b98a5a", bottom="#3a4250", shoe="#8a5a34",
                 sole="#3a2d24", lace="#e0c79a"),
    "spacesuit": _of(top="#e8692a", bottom="#3c414b", shoe="#23252b", sole="#34373f",
                     lace="#4a4e58", accent="#4a4e58", metal="#cfd5dd", badge="#1f2f55"),
}  # fmt: skip
"""By outfit."""


def _whole(chosen: Palette, top: str) -> dict[str, str]:
    """The top itself; the trousers step back when they would compete with it."""
    return {"top": top, "bottom": _beside(top, dict(chosen.colours)["bottom"])}


def _knitted(chosen: Palette, top: str) -> dict[str, str]:
    return {**_whole(chosen, top), "trim": mixed(top, "#14141c", 0.10)}


def _jacket(chosen: Palette, top: str) -> dict[str, str]:
    """A light top is the shirt below the jacket, a darker one the jacket."""
    if float(rgb(top) @ [0.2126, 0.7152, 0.0722]) > 0.62:
        return {"top": top}
    return {"top2": top, "bottom": _beside(top, dict(chosen.colours)["bottom"])}


def _dress(_chosen: Palette, top: str) -> dict[str, str]:
    return {"top": top, "bottom": top, "trim": mixed(top, "#ffffff", 0.55),
            "shoe": mixed(top, "#14141c", 0.5)}  # fmt: skip


def _suit(_chosen: Palette, top: str) -> dict[str, str]:
    """Only a strong colour tints a pressure suit; all others leave it orange."""
    high, low = float(rgb(top).max()), float(rgb(top).min())
    return {"top": top} if high > 0.3 and (high - low) / high > 0.5 else {}


def _beside(top: str, bottom: str) -> str:
    """Blue jeans below a blue top would be a boiler suit: then they become sand or charcoal."""
    if float(((rgb(top) - rgb(bottom)) ** 2).sum() ** 0.5) > 0.30:
        return bottom
    return "#c7b08a" if float(rgb(top).mean()) < 0.5 else "#343946"


PERSONAL: dict[str, Callable[[Palette, str], dict[str, str]]] = {
    "tshirt": _whole,
    "shirt": _whole,
    "sweater": _knitted,
    "hoodie": _knitted,
    "blazer": _jacket,
    "dress": _dress,
    "spacesuit": _suit,
}
"""Outfits that take the colour of the top in the photo, and how."""
