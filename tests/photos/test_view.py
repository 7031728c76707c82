"""Reading in bounds: what leaves the window is Broken, never another error, never other bytes."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facevalue.core.errors import Broken
from facevalue.photos.view import Order, View

DATA = bytes(range(1, 10))
ORDERS = st.sampled_from(["big", "little"])
ANYWHERE = st.integers(-3, 40) | st.sampled_from([-(2**70), 2**31, 2**32, 2**63, 2**64, 2**70])
RAW = st.binary(max_size=24)
WIDTHS = {"u8": 1, "u16": 2, "u32": 4, "u64": 8}


def test_numbers_of_both_orders() -> None:
    """A number stands in the order of its window, and windows inside it have the same."""
    big, little = View(DATA), View(DATA, "little")
    assert (big.u8(0), big.u16(0), big.u32(0)) == (1, 0x0102, 0x01020304)
    assert big.u64(1) == 0x0203040506070809
    assert (little.u16(7), little.sub(7).u16(0), little.sub(6, 3).order) == (
        0x0908,
        0x0908,
        "little",
    )
    assert (big.sub(7).order, len(big.sub(7)), len(big)) == ("big", 2, 9)


@given(RAW, ORDERS, st.sampled_from(sorted(WIDTHS)), ANYWHERE)
def test_a_number_is_there_or_broken(raw: bytes, order: Order, kind: str, at: int) -> None:
    """Each number is the one that stands there; where it would leave the window, Broken."""
    width = WIDTHS[kind]
    read: Callable[[int], int] = getattr(View(raw, order), kind)
    if 0 <= at <= len(raw) - width:
        assert read(at) == int.from_bytes(raw[at : at + width], order)
    else:
        with pytest.raises(Broken):
            read(at)


@given(RAW, ANYWHERE, ANYWHERE)
def test_a_part_is_there_or_broken(raw: bytes, at: int, count: int) -> None:
    """As many bytes as were asked for, or Broken: never fewer, never from the other end."""
    view = View(raw)
    if at >= 0 and 0 <= count <= len(raw) - at:
        assert view.take(at, count) == view.sub(at, count).whole() == raw[at : at + count]
        assert len(view.sub(at, count)) == count
    else:
        for read in (view.take, view.sub):
            with pytest.raises(Broken, match=f"{count} bytes stand at position {at}, but"):
                read(at, count)


@given(RAW, ANYWHERE)
def test_the_rest_is_there_or_broken(raw: bytes, at: int) -> None:
    """A window to the end can be empty, but not begin outside."""
    if 0 <= at <= len(raw):
        assert View(raw).sub(at).whole() == raw[at:]
    else:
        with pytest.raises(Broken):
            View(raw).sub(at)


@given(RAW, st.lists(st.tuples(ANYWHERE, ANYWHERE), max_size=4), ORDERS)
def test_windows_in_windows_stay_inside(
    raw: bytes, steps: list[tuple[int, int]], order: Order
) -> None:
    """However often narrowed, a window shows only bytes of the one it was made from."""
    view, shown = View(memoryview(raw), order), raw
    for at, count in steps:
        if not (at >= 0 and 0 <= count <= len(shown) - at):
            with pytest.raises(Broken):
                view.sub(at, count)
            continue
        view, shown = view.sub(at, count), shown[at : at + count]
    assert (view.whole(), view.order) == (shown, order)
    with pytest.raises(Broken):
        view.u8(len(shown))


@given(RAW, ANYWHERE, st.binary(max_size=3))
def test_whether_a_mark_stands_somewhere(raw: bytes, at: int, magic: bytes) -> None:
    """Asking past the end or before the beginning is answered, with no."""
    whole = magic == raw[at : at + len(magic)] if at >= 0 else False
    assert View(raw).starts(at, magic) == whole


def test_a_window_does_not_change() -> None:
    """Taken bytes are a copy: what happens to the buffer later does not reach them."""
    buffer = bytearray(DATA)
    view = View(memoryview(buffer))
    taken, whole = view.take(0, 2), view.whole()
    buffer[0] = 99
    assert (taken, whole) == (DATA[:2], DATA)
