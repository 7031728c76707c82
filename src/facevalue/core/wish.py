"""What somebody asked for in their own words, and what was understood of it."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Thing:
    """One accessory: ``name`` in the catalogue of things, ``label`` as it is printed under it."""

    name: str
    label: str


@dataclass(frozen=True, slots=True)
class Wish:
    """What a doll's box will say and hold.

    ``outfit`` is a name of the outfits' catalogue; ``hold`` is the name of the thing in the
    doll's hand, or None; ``printed`` that of the thing on the chest of its T-shirt.
    ``understood`` and ``left_out`` are sentences for the person who
    asked. The words themselves are not kept.
    """

    title: str = field(default="", repr=False)
    subtitle: str = field(default="", repr=False)
    outfit: str = "tshirt"
    things: tuple[Thing, ...] = field(default=(), repr=False)
    hold: str | None = None
    printed: str | None = None
    seated: bool = False
    understood: tuple[str, ...] = field(default=(), repr=False)
    left_out: tuple[str, ...] = field(default=(), repr=False)
