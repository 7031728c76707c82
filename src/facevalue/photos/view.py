"""Bounds-checked reading of untrusted bytes: out of bounds is Broken, never an IndexError."""

from __future__ import annotations

from typing import Literal

from ..core.errors import Broken

Order = Literal["big", "little"]


class View:
    """A read-only window on untrusted bytes with a byte order.

    Every read checks its bounds and raises Broken when it leaves the window; slices do
    not copy until ``whole()`` is asked for.
    """

    __slots__ = ("_data", "order")

    def __init__(self, untrusted: bytes | memoryview, order: Order = "big") -> None:
        self._data = memoryview(untrusted)
        self.order: Order = order

    def __len__(self) -> int:
        return len(self._data)

    def take(self, at: int, count: int) -> bytes:
        """``count`` bytes from ``at``, as a copy."""
        return bytes(self._slice(at, count))

    def sub(self, at: int, count: int | None = None) -> View:
        """A window on a part of this one; to the end when ``count`` is None."""
        return View(self._slice(at, len(self) - at if count is None else count), self.order)

    def whole(self) -> bytes:
        """All bytes of the window, as a copy."""
        return bytes(self._data)

    def u8(self, at: int) -> int:
        return self._number(at, 1)

    def u16(self, at: int) -> int:
        return self._number(at, 2)

    def u32(self, at: int) -> int:
        return self._number(at, 4)

    def u64(self, at: int) -> int:
        return self._number(at, 8)

    def starts(self, at: int, magic: bytes) -> bool:
        """Whether ``magic`` stands at ``at``; False, not an error, past the end."""
        return at >= 0 and self._data[at : at + len(magic)] == magic

    def _number(self, at: int, count: int) -> int:
        return int.from_bytes(self._slice(at, count), self.order)

    def _slice(self, at: int, count: int) -> memoryview:
        if at < 0 or count < 0 or at + count > len(self._data):
            raise Broken(
                f"the file says that {count} bytes stand at position {at}, "
                f"but the part it is in has only {len(self._data)}"
            )
        return self._data[at : at + count]
