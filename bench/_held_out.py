"""Shares with their intervals, and figures of faces that the line was not put by."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

BANDS = {
    "under 13": (0, 13),
    "13-15": (13, 16),
    "16-17": (16, 18),
    "18-25": (18, 26),
    "over 25": (26, 200),
    "over 40": (41, 200),
}
"""Ages from and below; the last lies within the one before."""

WANTED = {"under 13": 0.99, "13-15": 0.97}
"""Shares that the rule wants recognised: more than is asked for (.97 and .92)."""

MOST = 0.25
"""Adults over 25 that may be flagged."""

FOLDS, REPEATS = 5, 40


@dataclass
class Held:
    """``flagged``: for each face the share of the repeats in which it was, held out; the lines."""

    flagged: Floats
    lines: Floats


def within(ages: Floats, band: str) -> NDArray[np.bool_]:
    """Which ages lie in a band."""
    low, high = BANDS[band]
    return (ages >= low) & (ages < high)


def interval(hits: float, of: int) -> dict[str, float]:
    """A share and Wilson's interval, 95 %."""
    if not of:
        return {"faces": 0, "share": float("nan"), "low": 0.0, "high": 1.0}
    share, z = hits / of, 1.96
    middle = (share + z * z / (2 * of)) / (1 + z * z / of)
    wide = z / (1 + z * z / of) * (share * (1 - share) / of + z * z / (4 * of * of)) ** 0.5
    low, high = max(0.0, middle - wide), min(1.0, middle + wide)
    return {"faces": of, "share": round(share, 3), "low": round(low, 3), "high": round(high, 3)}


def put(years: Floats, ages: Floats) -> float:
    """The line by the rule: the middle of those that recognise enough and flag few enough."""
    least = max(
        float(np.quantile(years[within(ages, band)], share)) for band, share in WANTED.items()
    )
    return (least + float(np.quantile(years[within(ages, "over 25")], MOST))) / 2


def held_out(years: Floats, ages: Floats) -> Held:
    """Every face judged REPEATS times by a line that was put by the other folds."""
    chance, lines = np.random.default_rng(0), list[float]()
    flagged = np.zeros(len(years))
    for _ in range(REPEATS):
        fold = folds(ages, chance)
        for one in range(FOLDS):
            mine = fold == one
            lines.append(put(years[~mine], ages[~mine]))
            flagged[mine] += years[mine] < lines[-1]
    return Held(flagged / REPEATS, np.array(lines))


def folds(ages: Floats, chance: np.random.Generator) -> NDArray[np.intp]:
    """A fold for each face; each band is dealt out evenly."""
    fold = np.zeros(len(ages), np.intp)
    for band in list(BANDS)[:-1]:
        mine = chance.permutation(np.flatnonzero(within(ages, band)))
        fold[mine] = np.arange(len(mine)) % FOLDS
    return fold
