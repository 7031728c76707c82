"""Bytes of the file that no item needs: between the items' data, and a film behind them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from .model import IN_FILE, IN_IDAT, Heif


def film_at(heif: Heif) -> int:
    """Where a second file begins (a second ``ftyp``: a film behind the photo), or the end."""
    again = heif.top.all("ftyp")[1:]
    return again[0].at if again else len(heif.data)


def gaps(heif: Heif) -> Iterator[tuple[str, bytes]]:
    """The runs of ``mdat`` and ``idat`` that belong to no item, with the box's name."""
    used = _used(heif, IN_FILE)
    end = film_at(heif)
    for box in heif.top.all("mdat"):
        if box.at < end:
            for start, stop in _between(used, box.start, box.end):
                yield "mdat", heif.data.take(start, stop - start)
    for start, stop in _between(_used(heif, IN_IDAT), 0, len(heif.idat)):
        yield "idat", heif.idat.take(start, stop - start)


def _used(heif: Heif, method: int) -> list[tuple[int, int]]:
    """The items' runs in one room, sorted and joined where they touch."""
    runs = sorted(
        (run.start, run.start + run.length)
        for item in heif.items.values()
        if item.where.method == method and not item.where.source
        for run in item.where.extents
    )
    joined: list[tuple[int, int]] = []
    for start, stop in runs:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(stop, joined[-1][1]))
        else:
            joined.append((start, stop))
    return joined


def _between(used: list[tuple[int, int]], start: int, end: int) -> Iterator[tuple[int, int]]:
    """What of ``start``..``end`` is in no run of ``used``."""
    at = start
    first = bisect_left(used, (start, 0))
    for begin, stop in used[max(first - 1, 0) : bisect_left(used, (end, 0))]:
        if begin > at:
            yield at, begin
        at = max(at, stop)
    if at < end:
        yield at, end
