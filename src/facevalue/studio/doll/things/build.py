"""A thing by its name: its pieces at their usual size, their surfaces, and how it is held."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path

import numpy as np

from ..parts import Floats, Material, Piece, Pixels, bounds, rotation
from . import icons
from .catalogue import MODELS
from .charm import charm, material
from .grip import Held, charm_grip, in_hand
from .kit import step_of
from .transfer import transfer

WIDTH, HEIGHT, DEPTH = 1.24, 1.0, 0.8
"""The box that every thing fits, in units; its middle is the origin."""

ROWS = Path(__file__).resolve().parents[2] / "wish" / "things.toml"


def build(name: str, grain: float) -> tuple[Piece, ...]:
    """The pieces of a thing, centred on the origin, front towards +z, at its display angle.

    ``name`` is a row of things.toml, a model, or an icon; ``grain`` is the doll's. Raises
    Unknown, and NoEngine when the icons are not here.
    """
    return _built(*_kind(name), grain)[0]


def materials(name: str, accent: str = "#e5533d") -> dict[str, Material]:
    """The surface of each role of a thing; ``accent`` colours what may have any colour."""
    model, icon = _kind(name)
    return MODELS[model].look(accent) if model else {"charm": material(icon)}


def size(pieces: Sequence[Piece]) -> Floats:
    """Width, height and depth of a thing, in units."""
    low, high = bounds([piece.mesh for piece in pieces])
    return high - low


def held(name: str, grain: float = 0.03) -> Held | None:
    """How the doll holds a thing that was built with that grain; None for what it cannot."""
    model, icon = _kind(name)
    grip = MODELS[model].grip if model else charm_grip(icon)
    if grip is None:
        return None
    pieces, scale, middle = _built(model, icon, grain)
    taken = [piece for piece in pieces if piece.name not in grip.without]
    return in_hand(grip, _tilt(model), size(taken), scale, middle)


def picture(name: str) -> Pixels:
    """A thing as it is printed on cloth, h x w x 4. Raises Unknown, NoEngine."""
    return transfer(_rows()[name][2] if name in _rows() else name)


@cache
def _rows() -> dict[str, tuple[str, str, str]]:
    """Model or icon of each row of things.toml, one of the two empty; and its flat drawing."""
    import tomllib

    if not ROWS.is_file():
        return {}
    rows = tomllib.loads(ROWS.read_text(encoding="utf-8"))["thing"]
    return {
        row["name"]: (row.get("model", ""), row.get("icon", ""), row.get("print") or row["icon"])
        for row in rows
    }


def _kind(name: str) -> tuple[str, str]:
    """The model or the icon of that name. Raises Unknown."""
    if name in _rows():
        return _rows()[name][:2]
    if name in MODELS:
        return name, ""
    icons.svg(name)
    return "", name


@lru_cache(maxsize=24)
def _built(model: str, icon: str, grain: float) -> tuple[tuple[Piece, ...], float, Floats]:
    """The pieces; by how much they were scaled, and what was their middle before that."""
    turn = _tilt(model)
    made = MODELS[model].make(step_of(grain)) if model else charm(icon, FINER * step_of(grain))
    turned = [piece.mesh.placed((0, 0, 0), turn) for piece in made]
    low, high = bounds(turned)
    scale = float(np.min(np.array([WIDTH, HEIGHT, DEPTH]) / (high - low)))
    middle = ((low + high) / 2).astype(np.float32)
    at = tuple(float(v) for v in -middle * scale)
    placed = [mesh.placed((at[0], at[1], at[2]), scale=scale) for mesh in turned]
    pieces = [Piece(p.name, mesh, p.role) for p, mesh in zip(made, placed, strict=True)]
    return tuple(pieces), scale, middle


FINER = 0.7
"""A charm is one thin surface: it can afford smaller steps than a model of many solids."""


def _tilt(model: str) -> Floats:
    """The rotation at which a thing is shown."""
    return rotation(*(MODELS[model].turn if model else CHARM_TURN))


CHARM_TURN = (6.0, -16.0, 0.0)
"""A charm is turned a little, so that its edge is seen."""
