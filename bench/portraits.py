"""Dolls of real portraits without any trait set by hand, and what two recognisers say of them.

``python3 do.py bench portraits DATA_STYLE DATA_VERIFY [FOLDER]``: every face of at least 60
pixels in the photos of the first folder, and one photo each of twelve people of the second.
Previews and one sheet of photo beside doll are written to FOLDER, where one is given: for
looking at, not for the repository.
"""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

import facevalue
from facevalue.core.photo import Header, Photo, Picture
from facevalue.core.places import Size
from facevalue.engines import face_finder
from facevalue.photos.open import open_photo
from facevalue.photos.pixels import decode, encode
from facevalue.studio.cache import folder

SMALLEST = 60
"""Height of a face in pixels below which no portrait is counted."""
PEOPLE = 12
WORDS = "Alex, gardener, plays the guitar and drinks tea"

Pixels = NDArray[np.uint8]


def main(style: Path, verify: Path, out: Path | None) -> int:
    rows = []
    for name, path, person in (*_portraits(style), *_people(verify)):
        made = facevalue.make("doll", path, WORDS, person=person, cache=folder())
        row = {"file": name, "person": person, "cpu_s": round(made.seconds, 1)}
        for match in made.likeness:
            row[match.recogniser] = None if match.score is None else round(match.score, 3)
            row[f"{match.recogniser}_match"] = match.match
        rows.append(row)
        print(f"{name:44} {person}  {_said(made)}", flush=True)
        if out:
            out.mkdir(parents=True, exist_ok=True)
            (out / f"{len(rows):02}.png").write_bytes(beside(path, person, made))
    figures = _figures(rows)
    for key, value in figures.items():
        print(f"{key:32} {value}")
    print(json.dumps({**figures, "rows": rows}))
    return 0


def _portraits(style: Path) -> Iterator[tuple[str, Path, int]]:
    """Every large enough face of every photo, by its number."""
    for path in sorted((style / "images").iterdir()):
        faces = face_finder.find(decode(open_photo(path)).pixels)
        tall = sorted((face.box[3] - face.box[1] for face in faces), reverse=True)
        for number, height in enumerate(tall, 1):
            if height >= SMALLEST:
                yield path.name, path, number


def _people(verify: Path) -> Iterator[tuple[str, Path, int]]:
    """The first photo in colour of each of the first people, taken from all subsets in turn."""
    with (verify / "MANIFEST.tsv").open(encoding="utf-8") as stream:
        rows = list(csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE))
    first: dict[str, tuple[str, str]] = {}
    for row in rows:
        if row["subset"] != "orl":
            first.setdefault(row["identity"], (row["file"], row["subset"]))
    for file, subset in sorted(first.values(), key=lambda each: each[::-1])[:PEOPLE]:
        yield f"{subset}/{Path(file).name}", verify / file, 1


def _said(made: facevalue.Made) -> str:
    parts = [
        f"{m.recogniser} {'-' if m.score is None else f'{m.score:.2f}'}"
        f"{' MATCH' if m.match else ''}"
        for m in made.likeness
    ]
    seen = {guess.trait: guess.value for guess in made.traits}
    looks = ", ".join(seen[name] for name in ("hair", "beard", "glasses", "age"))
    return f"{', '.join(parts) or 'no face'}   {looks}"


def _figures(rows: list[dict[str, Any]]) -> dict[str, Any]:
    figures: dict[str, Any] = {"portraits": len(rows)}
    for name in ("fr_feature", "dlib"):
        scores = [row[name] for row in rows if row.get(name) is not None]
        figures[f"{name}_compared"] = len(scores)
        figures[f"{name}_matches"] = sum(bool(row.get(f"{name}_match")) for row in rows)
        figures[f"{name}_highest"] = max(scores, default=None)
    figures["cpu_s_mean"] = round(float(np.mean([row["cpu_s"] for row in rows])), 1)
    return figures


def beside(path: Path, person: int, made: facevalue.Made) -> bytes:
    """Photo and doll side by side, as PNG."""
    pixels = decode(open_photo(path)).pixels
    faces = sorted(face_finder.find(pixels), key=lambda f: f.box[1] - f.box[3])
    doll = decode(made.photo).pixels
    if len(faces) < person:
        return made.photo.data
    left, top, right, bottom = faces[person - 1].box
    high, wide = pixels.shape[:2]
    grow = 0.9 * (bottom - top)
    rows = slice(int(max(0, top - grow)), int(min(high, bottom + grow)))
    crop = pixels[rows, int(max(0, left - grow)) : int(min(wide, right + grow))]
    scale = doll.shape[0] / crop.shape[0]
    ys = (np.arange(doll.shape[0]) / scale).astype(int).clip(0, crop.shape[0] - 1)
    xs = (np.arange(int(crop.shape[1] * scale)) / scale).astype(int).clip(0, crop.shape[1] - 1)
    both = np.ascontiguousarray(np.hstack([crop[ys][:, xs], doll]))
    return encode(Picture(both), Photo(b"", "png", Header(Size(1, 1)))).data


if __name__ == "__main__":
    if len(sys.argv) not in (3, 4):
        raise SystemExit(__doc__)
    given = [Path(word) for word in sys.argv[1:]]
    sys.exit(main(given[0], given[1], given[2] if len(given) == 3 else None))
