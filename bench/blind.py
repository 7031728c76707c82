"""A blind comparison of pictures made of the same photos.

``python3 do.py bench blind sheets PHOTOS CANDIDATES OUT [SEED]``: CANDIDATES has a folder for
each photo (its name without ending) with one PNG a method. OUT gets one sheet a photo, the
photo first, then the candidates in an order of their own as A, B, C ..., and ``key.json``, which
whoever chooses must not read. ``python3 do.py bench blind tally OUT ANSWERS``: ANSWERS is a CSV
``photo,choice`` with one row a photo (several, when several people chose); the tally says how
often each method was preferred, portraits counted apart where the CSV has ``kind``.
"""

from __future__ import annotations

import csv
import json
import sys
from collections import Counter
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFont, ImageOps

HEIGHT, WIDEST, GAP = 620, 900, 14
LETTERS = "ABCDEFGH"


def sheets(photos: Path, candidates: Path, out: Path, seed: int) -> None:
    """One sheet a photo, and the key."""
    out.mkdir(parents=True, exist_ok=True)
    key: dict[str, dict[str, str]] = {}
    for photo in sorted(photos.iterdir()):
        made = sorted((candidates / photo.stem).glob("*.png"))
        if not made:
            print(f"{photo.name}: no candidates")
            continue
        order = np.random.default_rng([seed, *photo.stem.encode()]).permutation(len(made))
        shown = [made[i] for i in order]
        key[photo.stem] = {LETTERS[i]: path.stem for i, path in enumerate(shown)}
        sheet([photo, *shown]).save(out / f"{photo.stem}.png")
    (out / "key.json").write_text(json.dumps(key, indent=1), encoding="utf-8")
    print(json.dumps({"sheets": len(key)}))


def sheet(paths: list[Path]) -> Image.Image:
    """The photo, then the candidates with their letters, in one row or two."""
    tiles = [_tile(path, "photo" if i == 0 else LETTERS[i - 1]) for i, path in enumerate(paths)]
    wide = tiles[0].width > tiles[0].height
    columns = 2 if wide else len(tiles)
    rows = -(-len(tiles) // columns)
    width, height = tiles[0].width + GAP, tiles[0].height + GAP
    whole = Image.new("RGB", (columns * width, rows * height), "white")
    for i, tile in enumerate(tiles):
        whole.paste(tile, (i % columns * width, i // columns * height))
    return whole


def _tile(path: Path, letter: str) -> Image.Image:
    image = ImageOps.exif_transpose(Image.open(path)).convert("RGB")
    scale = min(HEIGHT / image.height, WIDEST / image.width)
    size = (round(image.width * scale), round(image.height * scale))
    tile = Image.new("RGB", (size[0], size[1] + 30), "white")
    tile.paste(image.resize(size, Image.Resampling.LANCZOS), (0, 30))
    ImageDraw.Draw(tile).text((6, 2), letter, "black", ImageFont.load_default(24))
    return tile


def tally(out: Path, answers: Path) -> None:
    """How often each method was chosen."""
    key = json.loads((out / "key.json").read_text(encoding="utf-8"))
    chosen: dict[str, Counter[str]] = {}
    with answers.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            kind = row.get("kind") or "all"
            method = key[row["photo"]][row["choice"].strip().upper()]
            for group in {kind, "all"}:
                chosen.setdefault(group, Counter())[method] += 1
    for group, counts in sorted(chosen.items()):
        total = sum(counts.values())
        said = ", ".join(f"{name} {n} ({n / total:.0%})" for name, n in counts.most_common())
        print(f"{group:12} {total:3} choices: {said}")
    print(json.dumps({group: dict(counts) for group, counts in chosen.items()}))


def main(words: list[str]) -> int:
    if words[:1] == ["sheets"] and len(words) in (4, 5):
        sheets(Path(words[1]), Path(words[2]), Path(words[3]), int((words[4:] or ["0"])[0]))
        return 0
    if words[:1] == ["tally"] and len(words) == 3:
        tally(Path(words[1]), Path(words[2]))
        return 0
    print(__doc__)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
