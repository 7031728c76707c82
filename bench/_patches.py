"""Labelled faces and their colours, for the benches that compare colours."""

from __future__ import annotations

import csv
from functools import cache
from hashlib import sha256
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

LABELS = Path(__file__).parent / "labels" / "likeness.csv"
TONES = ((0, 45, "dark"), (45, 65, "medium"), (65, 101, "light"))
"""Groups of skin tones by the lightness of the labelled patch (CIELAB).

They are of the patch, not of the person: a shadow makes skin dark, bright light makes it light.
"""

Pixels = NDArray[np.uint8]
Floats = NDArray[np.float64]
Row = dict[str, str]


def rows() -> list[Row]:
    """Every label."""
    return list(csv.DictReader(LABELS.read_text(encoding="utf-8").splitlines()))


def tuned(row: Row) -> bool:
    """Whether the readers were tuned on this row; the others are held out."""
    return int(row["sha256"][-1], 16) % 2 == 0


def tone(row: Row) -> str | None:
    """The group of the labelled skin; None without a label."""
    if not row["skin"]:
        return None
    light = lab(row["skin"].split("|")[0])[0]
    return next(group for low, high, group in TONES if low <= light < high)


def photos(folders: list[Path]) -> dict[str, Path]:
    """Every file of some folders by the beginning of its digest, as labels name it."""
    return {
        sha256(path.read_bytes()).hexdigest()[:16]: path
        for folder in folders
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def pixels(path: Path) -> Pixels:
    """A photo's pixels, upright."""
    from facevalue.photos.open import open_photo
    from facevalue.photos.pixels import decode

    return decode(open_photo(path)).pixels


@cache
def lab(colour: str) -> Floats:
    """CIELAB of ``#rrggbb``."""
    from skimage.color import rgb2lab

    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    return np.asarray(rgb2lab(np.array(channels)[None, None])[0, 0])


def distance(one: Floats, other: Floats) -> float:
    """CIEDE2000 of two CIELAB colours."""
    from skimage.color import deltaE_ciede2000

    return float(deltaE_ciede2000(one, other))


def nearest(label: str, seen: Floats) -> Floats:
    """Of the colours that a label allows the one nearest to what was seen."""
    return min((lab(each) for each in label.split("|")), key=lambda each: distance(each, seen))


def spread(values: list[float]) -> dict[str, float]:
    """Median and nine tenths."""
    low, high = np.percentile(values, [50, 90])
    return {"median": round(float(low), 2), "nine_tenths": round(float(high), 2)}
