"""Make the sheets of painted pictures: ``.venv/bin/python docs/take_painted.py DATA_STYLE``.

One photograph in every style, and pairs of photograph and ``film``. The photographs and their
licences are named on ``docs/gallery.md``.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

import facevalue
from facevalue.photos.frames import still
from facevalue.photos.mark import marked
from facevalue.photos.open import open_photo
from facevalue.photos.pixels import decode
from facevalue.studio.painted.canvas import resized
from facevalue.studio.painted.names import PAINTED

PICTURES = Path(__file__).resolve().parent / "pictures"

EVERY_STYLE = "azure_detection1.jpg"
PAIRS = (
    "azure_Thailand.jpg", "skimage_astronaut.png", "azure_Switzerland.jpg",
    "immich_tanners_ridge.jpg",
)  # fmt: skip

WIDE, GAP = 700, 10
"""Of a picture on a sheet, and between two, pixels."""

Pixels = NDArray[np.uint8]


def main(data: Path) -> None:
    """Make both sheets."""
    photo = data / "images" / EVERY_STYLE
    made = [facevalue.make(name, photo, longest=1200) for name in PAINTED]
    said = "a photograph painted and drawn in six styles"
    _written("painted-styles.jpg", [[_shown(a), _shown(b)] for a, b in _twos(made)], said)
    rows = []
    for name in PAIRS:
        path = data / "images" / name
        film = facevalue.make("film", path, longest=1200)
        print(name, [(match.recogniser, match.score) for match in film.likeness])
        rows.append([_fitted(decode(open_photo(path)).pixels), _shown(film)])
    _written("painted-film.jpg", rows, "photographs, each beside the film still painted of it")


def _twos(made: list[facevalue.Made]) -> list[tuple[facevalue.Made, facevalue.Made]]:
    return list(zip(made[::2], made[1::2], strict=True))


def _shown(made: facevalue.Made) -> Pixels:
    return _fitted(decode(made.photo).pixels)


def _fitted(pixels: Pixels) -> Pixels:
    """WIDE pixels wide, and no higher than that."""
    height = round(pixels.shape[0] * WIDE / pixels.shape[1])
    return resized(pixels, WIDE, height)


def _written(name: str, rows: list[list[Pixels]], said: str) -> None:
    """Rows of pictures of one size on white, as a JPEG that says what it is."""
    lines = []
    for row in rows:
        white = np.full((row[0].shape[0], GAP, 3), 255, np.uint8)
        line = np.hstack([row[0], white, row[1]])
        lines += [line, np.full((GAP, line.shape[1], 3), 255, np.uint8)]
    sheet = still(np.vstack(lines[:-1]), 2600, 86)
    (PICTURES / name).write_bytes(marked(sheet, said))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
