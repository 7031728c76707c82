"""The one list per kind of thing: built-ins and plug-ins come in through the same door."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import entry_points
from typing import Generic, TypeVar

from .errors import Unknown
from .roles import Named

Item = TypeVar("Item", bound=Named)


class Catalogue(Generic[Item]):
    """A short, ordered list of things of one kind, by name.

    Plug-ins join through the entry point group ``facevalue.<kind>`` (spaces become
    underscores) and are loaded at first use. Raises ValueError for two of one name,
    Unknown for a name that is not there.
    """

    def __init__(self, kind: str, *items: Item) -> None:
        self.kind = kind
        self._items: dict[str, Item] = {}
        self._plugged = False
        for item in items:
            self._add(item)

    def _add(self, item: Item) -> None:
        if item.name in self._items:
            raise ValueError(f"two of the {self.kind} catalogue are named {item.name!r}")
        self._items[item.name] = item

    def _plug(self) -> dict[str, Item]:
        if not self._plugged:
            self._plugged = True
            for point in entry_points(group=f"facevalue.{self.kind.replace(' ', '_')}"):
                self._add(point.load()())
        return self._items

    def __iter__(self) -> Iterator[Item]:
        return iter(tuple(self._plug().values()))

    def __getitem__(self, name: str) -> Item:
        items = self._plug()
        if name not in items:
            raise Unknown(self.kind, name, self.names())
        return items[name]

    def names(self) -> list[str]:
        """All names, in the catalogue's order."""
        return list(self._plug())
