"""Where everything is in the box: sized to the figure, with the things laid out as measured.

Coordinates of the scene: the box stands on y = 0, its middle is x = 0, z towards the viewer; the
units are the doll's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

Triple = tuple[float, float, float]

FRAME = 0.30
"""Card left and right of the window."""
TOP_BAND, BOTTOM_BAND = 1.7, 1.04
"""Card above and below the window: title and subtitle, kind and small print."""
TAB = 0.74
"""How far the hang tab stands above the box."""
CARD = 0.05
"""Thickness of card."""

LOWEST_WINDOW = 4.8
NARROWEST = 2.8
HEADROOM = 0.24
AROUND = 0.62
"""Free space beside the figure, both sides together."""
SHIFT = 0.09
"""The figure stands right of the middle: the camera, from the left, sees past the frame."""
STAND = (0.17, 0.95)
"""Lowest and highest stand: a child's figure stands higher."""

COLUMN = {0: 0.0, 1: 1.9, 2: 2.75}
"""Visible width of the insert by its columns."""
TILE_MOST = 2.25
PAD = 0.05
LABEL = 0.29
"""Height of a label; it sits on the lower edge of its tile."""
CLEAR = 0.1
"""Between a thing and its label: more than the camera's parallax moves it."""
SLANT = 0.25
"""The camera, from the left, sees things shifted by this share of how far they stand out."""
EYE, AWAY = 6.2, 21.0
"""It looks from above, too, from about this height and distance: what stands out of the lower
tiles is seen lower."""
MOST_THINGS = 6
GROW_MOST = 1.7


@dataclass(frozen=True, slots=True)
class BoxLabel:
    """What is printed.

    ``world`` is the name of a colour world, or None: the seed chooses. ``held`` counts the
    things in the figure's hand, which the box holds as well.
    """

    title: str
    subtitle: str = ""
    kind: str = "COLLECTOR FIGURE"
    line: str = ""
    world: str | None = None
    seed: int = 0
    held: int = 0


@dataclass(frozen=True, slots=True)
class Item:
    """A thing for the insert: its label, and width, height and depth as measured.

    ``middle`` is the centre of its bounds in its own coordinates.
    """

    label: str
    size: Triple
    middle: Triple = (0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Room:
    """What the figure takes: extents, and the radius of its footprint around (0, 0).

    ``middle`` is x and z of the middle of its extents: a raised arm makes it lopsided.
    """

    width: float
    height: float
    depth: float
    footprint: float
    middle: tuple[float, float] = (0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Rect:
    """An upright rectangle."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        """From left to right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From bottom to top."""
        return self.top - self.bottom

    @property
    def middle(self) -> tuple[float, float]:
        """Its centre."""
        return (self.left + self.right) / 2, (self.bottom + self.top) / 2

    def inset(self, by: float) -> Rect:
        """Smaller by that much on every side."""
        return Rect(self.left + by, self.bottom + by, self.right - by, self.top - by)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a thing goes: what its own origin is moved to after scaling."""

    at: Triple
    scale: float


@dataclass(frozen=True, slots=True)
class Cell:
    """One printed tile of the insert with the label's strip in it and the thing before it."""

    tile: Rect
    label: Rect
    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Plan:
    """All measures of one box. ``front`` and ``back`` are z; ``floor`` and ``ceiling`` are y."""

    width: float
    height: float
    front: float
    back: float
    window: Rect
    floor: float
    ceiling: float
    stand: float
    stand_radius: float
    figure_at: Triple
    insert: Rect | None
    insert_z: float
    cells: tuple[Cell, ...]
    spare: Rect | None

    @property
    def depth(self) -> float:
        """From back to front."""
        return self.front - self.back


def planned(items: Sequence[Item], room: Room) -> Plan:
    """Lay out a box for a figure and up to ``MOST_THINGS`` things; the rest are left out."""
    items = tuple(items)[:MOST_THINGS]
    columns = 0 if not items else 1 if len(items) <= 4 else 2
    wide = max(NARROWEST, room.width + AROUND, 2 * room.footprint + 0.4)
    wide += 0.7 if columns == 0 else 0.0
    width = 2 * FRAME + wide + COLUMN[columns]
    stand = min(max(LOWEST_WINDOW - HEADROOM - room.height, STAND[0]), STAND[1])
    tall = max(LOWEST_WINDOW, room.height + stand + HEADROOM)
    window = Rect(-width / 2 + FRAME, BOTTOM_BAND, width / 2 - FRAME, BOTTOM_BAND + tall)
    front = max(1.25, room.depth / 2 + 0.28)
    back = -front - CARD
    floor, ceiling = window.bottom - 0.03, window.top + 0.3
    middle = window.left + wide / 2 + (SHIFT if columns else 0.06)
    insert_z = back + 1.05
    insert = None
    if columns:
        left = window.right - COLUMN[columns]
        insert = Rect(left, floor + 0.01, width / 2 - 0.04, ceiling)
    cells, spare = _cells(items, columns, insert, (insert_z, front))
    return Plan(
        width=width,
        height=window.top + TOP_BAND,
        front=front,
        back=back,
        window=window,
        floor=floor,
        ceiling=ceiling,
        stand=stand,
        stand_radius=min(max(0.98, room.footprint + 0.14), wide / 2 - 0.08),
        figure_at=(middle - room.middle[0], floor + stand, 0.02 - room.middle[1]),
        insert=insert,
        insert_z=insert_z,
        cells=cells,
        spare=spare,
    )


def _cells(
    items: tuple[Item, ...], columns: int, insert: Rect | None, depth: tuple[float, float]
) -> tuple[tuple[Cell, ...], Rect | None]:
    """The tiles from the top down, and what is left below them when that is much."""
    if insert is None:
        return (), None
    area = Rect(insert.left + 0.07, insert.bottom + 0.06, insert.right - 0.05, insert.top - 0.54)
    rows = -(-len(items) // columns)
    tall = min(TILE_MOST, area.height / rows)
    wide = area.width / columns
    cells = []
    for at, item in enumerate(items):
        row, column = divmod(at, columns)
        last = len(items) - row * columns
        shift = wide / 2 if columns > last else 0.0
        left = area.left + column * wide + shift
        top = area.top - row * tall
        cells.append(_cell(item, Rect(left, top - tall, left + wide, top), depth))
    left_over = Rect(area.left, area.bottom, area.right, area.top - rows * tall)
    return tuple(cells), left_over.inset(PAD) if left_over.height > 0.8 else None


def _cell(item: Item, room: Rect, depth: tuple[float, float]) -> Cell:
    """A tile with its label on its lower edge; the thing fills what is free above the label."""
    edge = room.bottom + PAD + LABEL / 2
    tile = Rect(room.left + PAD, edge, room.right - PAD, room.top - PAD)
    label = Rect(tile.left + 0.03, edge - LABEL / 2, tile.right - 0.03, edge + LABEL / 2)
    free = Rect(tile.left + 0.13, label.top + CLEAR, tile.right - 0.13, tile.top - 0.02)
    wide, tall, deep = (max(side, 1e-3) for side in item.size)
    behind, ahead = depth
    x, y = free.middle
    drop = max(0.0, (EYE - y) / AWAY)
    scale = min(
        free.width / wide,
        free.height / (tall + drop * deep),
        (ahead - 0.2 - behind - 0.08) / deep,
        GROW_MOST,
    )
    z = behind + 0.06 + deep * scale / 2
    y += drop * (z - behind)
    x -= min(SLANT * (z - behind), (free.width - wide * scale) / 2 + 0.1)
    a, b, c = (side * scale for side in item.middle)
    return Cell(tile, label, item.label, Place((x - a, y - b, z - c), scale))
