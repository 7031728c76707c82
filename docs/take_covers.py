"""Make the sheet of covers: ``.venv/bin/python docs/take_covers.py``.

NASA's portrait of Eileen Collins (public domain, it comes with scikit-image), first as it is
and then under every cover, in the order of the catalogue.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import skimage.data
from numpy.typing import NDArray

from facevalue.core.photo import Picture
from facevalue.findings.picture.faces import FACES
from facevalue.flows.covers import COVERS
from facevalue.photos.frames import still
from facevalue.photos.mark import marked
from facevalue.protection.cover import cover

SHEET = Path(__file__).resolve().parent / "pictures" / "covers.jpg"

PART = (slice(0, 330), slice(65, 395))
"""Rows and columns of the portrait that are shown."""

COLUMNS, GAP = 4, 5


def main() -> None:
    """Make the sheet."""
    picture = Picture(skimage.data.astronaut())
    faces = FACES.found(picture)
    shown = [picture.pixels]
    for name in COVERS.names():
        done = cover(picture, faces, COVERS[name])
        print(done.change.says)
        shown.append(done.picture.pixels)
    tiles = [_framed(pixels[PART]) for pixels in shown]
    rows = [np.hstack(tiles[at : at + COLUMNS]) for at in range(0, len(tiles), COLUMNS)]
    sheet = marked(still(np.vstack(rows), 1360), "a photograph, and seven ways to cover its face")
    SHEET.write_bytes(sheet)


def _framed(tile: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """On white, with a little room around."""
    return np.pad(tile, ((GAP, GAP), (GAP, GAP), (0, 0)), constant_values=255)


if __name__ == "__main__":
    main()
