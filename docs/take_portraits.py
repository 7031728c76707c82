"""Make the sheet of portraits: ``.venv/bin/python docs/take_portraits.py DATA_STYLE``.

Adults on freely licensed photographs, each beside the doll that was made from the photo with
no trait set by hand. The photographs and their licences are named on ``docs/gallery.md``.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "bench"))

import facevalue  # noqa: E402
from facevalue.photos.frames import still  # noqa: E402
from facevalue.photos.mark import marked  # noqa: E402
from facevalue.photos.open import open_photo  # noqa: E402
from facevalue.photos.pixels import decode  # noqa: E402
from facevalue.studio.cache import folder  # noqa: E402
from portraits import beside  # noqa: E402

PEOPLE = (
    ("skimage_astronaut.png", 1, "Ana, astronaut, telescopes and cats"),
    ("azure_detection1.jpg", 1, "Noa, photographer, coffee and cycling"),
    ("azure_detection5.jpg", 1, "Kim, teacher, guitar and chess"),
    ("azure_detection5.jpg", 2, "Lou, baker, plants and books"),
    ("vhuman_solvay1927.jpg", 1, "Jo, physicist, violin and tea"),
    ("vhuman_solvay1927.jpg", 2, "Max, chemist, mountains and music"),
)
"""File, number of the face, words."""

COLUMNS, HEIGHT = 3, 480


def main(data: Path) -> None:
    """Make the sheet."""
    tiles = [_tile(data / "images" / name, person, words) for name, person, words in PEOPLE]
    wide = max(tile.shape[1] for tile in tiles)
    rows = [
        np.hstack([_padded(tile, wide) for tile in tiles[at : at + COLUMNS]])
        for at in range(0, len(tiles), COLUMNS)
    ]
    sheet = marked(still(np.vstack(rows), 1800), "photographs, each beside a figure made of it")
    (ROOT / "docs" / "pictures" / "portraits.jpg").write_bytes(sheet)


def _tile(path: Path, person: int, words: str) -> NDArray[np.uint8]:
    made = facevalue.make("doll", path, words, person=person, size=(HEIGHT * 3 // 4, HEIGHT),
                          cache=folder())  # fmt: skip
    print(path.name, person, [(m.recogniser, m.score, m.match) for m in made.likeness])
    return decode(open_photo(beside(path, person, made))).pixels


def _padded(tile: NDArray[np.uint8], wide: int) -> NDArray[np.uint8]:
    """On white, in the middle of its place."""
    left = (wide - tile.shape[1]) // 2
    right = wide - tile.shape[1] - left
    return np.pad(tile, ((4, 4), (left + 4, right + 4), (0, 0)), constant_values=255)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    main(Path(sys.argv[1]))
