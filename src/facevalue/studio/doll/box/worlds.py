"""Colour worlds: everything that is printed on one box, in colours that go together."""

from __future__ import annotations

from dataclasses import dataclass

from ....core.errors import Unknown
from ..colours import linear

WHITE = "#ffffff"
PAPER = "#f6f1e6"
"""The cut edge of card."""


@dataclass(frozen=True, slots=True)
class World:
    """One set of colours, each ``#rrggbb``.

    ``pattern`` names what is printed on the card. The front fades from ``top`` to ``bottom``;
    ``band`` is the strip below the window and carries small white text; ``ink`` is the dark
    colour of outlines and text on light ground; ``pop`` is the accent (seal, outlines, stand);
    ``tint`` the lower end of the title's letters. ``inside`` and ``rays`` are the card behind
    the figure, ``insert`` the one behind the things, ``backdrop`` the studio's wall.
    """

    name: str
    pattern: str
    top: str
    bottom: str
    band: str
    ink: str
    pop: str
    tint: str
    inside: str
    rays: str
    insert: str
    backdrop: str


WORLDS = (
    World("coral", "halftone", "#ff7a55", "#e5482c", "#b02d18", "#4c130b", "#ffc845", "#ffd9a6",
          "#ffd682", "#ffbd4f", "#fff3df", "#bcdde2"),
    World("teal", "waves", "#1bb8b0", "#0b7f8c", "#075a68", "#06333c", "#ffd25e", "#bff3ea",
          "#9fe6e4", "#6fd3d6", "#e6f9f9", "#f5d5c4"),
    World("magenta", "confetti", "#ff62aa", "#d92b80", "#a2165a", "#4a0729", "#ffe45c", "#ffd0e6",
          "#ffbfdb", "#ff97c5", "#fff0f6", "#cdd8f4"),
    World("indigo", "rays", "#716af5", "#4038bd", "#2b2489", "#171150", "#74eccb", "#d3d0ff",
          "#c3c3ff", "#9f9ef7", "#f0f0ff", "#f6dabb"),
    World("forest", "terrazzo", "#43b06d", "#1f7a48", "#145233", "#0b3320", "#ffbb52", "#d8f5c9",
          "#c4e8a8", "#9dd784", "#f2faec", "#f3e0c4"),
    World("sunshine", "stripes", "#ffdb57", "#ffb833", "#2f3a94", "#1d2358", "#ff6f59", "#ffe9a8",
          "#ffe27a", "#ffcc45", "#fffae4", "#bcdff5"),
)  # fmt: skip
"""The worlds there are. Adding one = one row; tests hold its contrast."""


def world(name: str | None, seed: int = 0) -> World:
    """The world of that name; without a name the seed chooses. Raises Unknown."""
    if name is None:
        return WORLDS[seed % len(WORLDS)]
    for one in WORLDS:
        if one.name == name:
            return one
    raise Unknown("world", name, [one.name for one in WORLDS])


def contrast(one: str, other: str) -> float:
    """Contrast of two colours, 1..21, by WCAG 2.2 (relative luminance)."""
    bright, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (float(v) for v in linear(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
