"""The figure: head on body, a thing in its hand, each in its colours."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

import numpy as np

from ...core.wish import Wish
from ..shelf import Shelf
from ..traits import Traits
from .anatomy import CHIN_TO_MIDDLE, HEAD_SCALE
from .body import build as bodies
from .body import materials as clothes
from .cast import cast, cast_hair
from .head import build as heads
from .head import materials as faces
from .head.landmarks import landmarks
from .parts import Floats, Material, Part, Piece, Pixels, bounds
from .spec import BodySpec, HeadSpec
from .things import build as things

Placed = tuple[Floats, Floats]
"""Lowest and highest corner."""


@dataclass(frozen=True, slots=True)
class Look:
    """What the figure is made from; ``top_colour`` None takes the outfit's own."""

    traits: Traits
    wish: Wish
    pose: str = "relaxed"
    top_colour: str | None = None

    @property
    def head(self) -> HeadSpec:
        """Shape of the head; numbers are rounded, so that near-equal heads share a shape."""
        t = self.traits
        return HeadSpec(
            hair=t.hair,
            fringe=t.fringe,
            beard=t.beard,
            glasses=t.glasses,
            brows=round(t.brows, 1),
            face_width=round(t.face_width, 2),
            jaw=round(t.jaw, 1),
            smile=round(t.smile, 1),
            age=t.age,
            lashes=t.lashes,
        )

    @property
    def body(self) -> BodySpec:
        """Shape of the body."""
        wish = self.wish
        return BodySpec(wish.outfit, self.pose, wish.hold is not None, wish.seated, self.traits.age)


@dataclass(frozen=True, slots=True, eq=False)
class Figure:
    """The parts, standing on y = 0 and facing +z, and the five points of the face, 5 x 3.

    ``unprinted`` are the materials, by names of parts, without the picture on the T-shirt.
    """

    parts: tuple[Part, ...]
    face: Floats
    footprint: float
    unprinted: Mapping[str, Material] = field(default_factory=dict)

    def bounds(self) -> Placed:
        """Lowest and highest corner of all parts, 3 each."""
        return bounds(part.mesh for part in self.parts)


def figure(look: Look, grain: float, texture: int, shelf: Shelf) -> Figure:
    """Model the figure; ``grain`` is the grid step in units, ``texture`` the face's side in px."""
    body, head = look.body, look.head
    stance = bodies.stance(body)
    pieces = shelf.kept((body, grain), lambda: bodies.build(body, grain))
    traits = replace(look.traits, skin=cast(look.traits.skin))
    worn = clothes.materials(body, traits, look.top_colour, _print(look.wish))
    parts = dressed("body", pieces, worn)
    unprinted = {}
    if look.wish.printed:
        blank = dressed("body", pieces, clothes.materials(body, traits, look.top_colour, None))
        unprinted = {b.name: b.material for b, p in zip(blank, parts, strict=True) if _other(b, p)}
    middle = np.add(stance.neck, (0, CHIN_TO_MIDDLE * HEAD_SCALE, 0)).astype(np.float32)
    at = (float(middle[0]), float(middle[1]), float(middle[2]))
    shapes = shelf.kept((head, grain), lambda: heads.build(head, grain / HEAD_SCALE))
    made_up = faces.materials(head, traits, texture=texture)
    made_up["hair"] = faces.hair(cast_hair(traits.hair_colour, traits.hair))
    parts += [part.placed(at, None, HEAD_SCALE) for part in dressed("head", shapes, made_up)]
    if look.wish.hold:
        parts += _held(look.wish.hold, stance.hand, grain, shelf)
    face = np.asarray(landmarks(head), np.float32) * np.float32(HEAD_SCALE) + middle
    return Figure(tuple(parts), face, stance.footprint, unprinted)


def _other(one: Part, two: Part) -> bool:
    """Whether their textures are different pictures."""
    a, b = one.material.texture, two.material.texture
    if a is None or b is None:
        return a is not b
    return not np.array_equal(a, b)


def _print(wish: Wish) -> Pixels | None:
    """The picture for the T-shirt's chest."""
    return things.picture(wish.printed) if wish.printed else None


def _held(name: str, grip: bodies.Grip, grain: float, shelf: Shelf) -> list[Part]:
    """The thing in the hand; nothing when that thing cannot be held."""
    hold = things.held(name, grain)
    if hold is None:
        return []
    pieces = shelf.kept(("thing", name, grain), lambda: things.build(name, grain))
    taken = [piece for piece in pieces if piece.name not in hold.without]
    parts = dressed("held", taken, things.materials(name))
    in_hand = [part.placed(hold.at, hold.turn, hold.scale) for part in parts]
    return [part.placed(grip.at, grip.turn) for part in in_hand]


def dressed(name: str, pieces: Iterable[Piece], materials: Mapping[str, Material]) -> list[Part]:
    """Pieces with the materials of their roles."""
    return [Part(f"{name}_{p.name}", p.mesh, materials[p.role]) for p in pieces]
