"""Painted pictures: seconds, faces drawn, skin, recognisers, guards.

``python3 do.py bench painted FOLDER... [--styles film,ink] [--out FOLDER] [--first N]``: every
photo of the folders (or of their ``images``), in every style, at the size of the photo. CPU-seconds
are of this process after one picture that is not counted; ``first_call`` is a process of its own
with nothing warm. Intervals are 95 %, from resampling the faces 2,000 times. With ``--out`` the
pictures are written there, for looking at; ``--likeness 0,0.5,1`` turns that dial for ``film``.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

import facevalue
from _guards import Skin, guards, skin
from facevalue.engines.face_print.compare import compare
from facevalue.photos.open import open_photo
from facevalue.photos.pixels import decode
from facevalue.studio.catalogue import STYLES
from facevalue.studio.painted.canvas import resized
from facevalue.studio.painted.scene.read import scene
from facevalue.studio.painted.scene.scene import Person, Scene
from facevalue.studio.painted.style import Painted

Pixels = NDArray[np.uint8]
Row = dict[str, Any]

LIGHTER, TURNED = 4.0, 8.0
"""A face's mean skin may move by this much, L* and degrees of hue."""

COMPARED = 40.0
"""Faces from this height on (pixels of the photo) are given to the recognisers."""


def main() -> int:
    asked = _asked()
    photos = [path for folder in asked.folders for path in _photos(folder)][: asked.first]
    names = asked.styles or [each.name for each in STYLES if isinstance(each, Painted)]
    _warm(photos[0], names)
    rows: list[Row] = []
    faces: list[Row] = []
    for path in photos:
        pixels = decode(open_photo(path)).pixels
        seen = scene(pixels)
        for name in names:
            for likeness in asked.likeness if name == "film" else [None]:
                row, found = _one(path, pixels, seen, name, likeness, asked.out)
                rows.append(row)
                faces += found
                print(_line(row), flush=True)
    figures = {
        "machine": f"{os.cpu_count()} cores, {platform.machine()}",
        "photos": len(photos),
        "first_call_cpu_s": first_call(photos[0], names[0]),
        **summary(rows, faces),
    }
    for key, value in figures.items():
        print(f"{key:40} {value}")
    print(json.dumps({**figures, "rows": rows, "faces": faces}))
    return 0


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--styles", type=lambda text: text.split(","))
    parser.add_argument("--out", type=Path)
    parser.add_argument("--first", type=int)
    parser.add_argument(
        "--likeness", type=lambda text: [float(v) for v in text.split(",")], default=[None]
    )
    return parser.parse_args()


def _photos(folder: Path) -> list[Path]:
    place = folder / "images" if (folder / "images").is_dir() else folder
    return sorted(path for path in place.iterdir() if path.suffix in (".jpg", ".jpeg", ".png"))


def _warm(path: Path, names: Iterable[str]) -> None:
    """Everything is loaded once before it is timed."""
    for name in names:
        facevalue.make(name, path)


def first_call(path: Path, name: str) -> float:
    """CPU-seconds of a process of its own that makes one picture."""
    with tempfile.TemporaryDirectory() as scratch:
        target = Path(scratch) / "first.png"
        command = [sys.executable, "-m", "facevalue", "make", name, str(path), "-o", str(target)]
        before = os.times()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        after = os.times()
    spent = after.children_user + after.children_system
    return round(spent - before.children_user - before.children_system, 2)


def _one(
    path: Path, pixels: Pixels, seen: Scene, name: str, likeness: float | None, out: Path | None
) -> tuple[Row, list[Row]]:
    """One picture of one photo, and its faces."""
    dials: dict[str, Any] = {} if likeness is None else {"likeness": likeness}
    began = time.process_time()
    made = facevalue.make(name, path, **dials)
    row: Row = {"file": path.name, "style": name, "cpu_s": round(time.process_time() - began, 2)}
    picture = decode(made.photo).pixels
    if picture.shape != pixels.shape:
        pixels = resized(pixels, picture.shape[1], picture.shape[0])
    row |= {key: round(value, 3) for key, value in guards(pixels, picture).items()}
    if likeness is not None:
        row["likeness"] = likeness
    if out:
        out.mkdir(parents=True, exist_ok=True)
        dial = "" if likeness is None else f".{likeness}"
        (out / f"{path.stem}.{name}{dial}.png").write_bytes(made.photo.data)
    scale = pixels.shape[1] / seen.width
    known = {key: row[key] for key in ("file", "style", "likeness") if key in row}
    return row, [known | _face(each, scale, pixels, picture) for each in seen.people]


def _face(person: Person, scale: float, photo: Pixels, picture: Pixels) -> Row:
    """What became of one face."""
    height = person.height * scale
    row: Row = {
        "height": round(height),
        "yaw": round(abs(float(np.degrees(person.yaw)))),
        "glasses": person.traits.glasses != "none",
        "drawn": bool(person.drawn),
        "why": person.why,
    }
    shift: Skin = skin(photo, picture, person.mesh * scale)
    row |= {"tone": shift.tone, "lighter": round(shift.lighter, 2)}
    row["turned"] = round(shift.turned, 2)
    if height >= COMPARED:
        points = tuple((float(x) * scale, float(y) * scale) for x, y in person.face.landmarks)
        for match in compare(photo, picture, [points], [points]):
            row[match.recogniser] = None if match.score is None else round(match.score, 3)
            row[f"{match.recogniser}_match"] = match.match
    return row


def summary(rows: list[Row], faces: list[Row]) -> Row:
    """The figures by style, and of faces by what they are."""
    figures: Row = {}
    for name, mine in _by(rows, _style).items():
        spent = [row["cpu_s"] for row in mine]
        figures[f"{name}_cpu_s_median_max"] = (round(float(np.median(spent)), 2), max(spent))
        for key in mine[0]:
            if key not in ("file", "style", "cpu_s", "likeness"):
                figures[f"{name}_{key}"] = round(float(np.mean([row[key] for row in mine])), 3)
    for name, found in _by(faces, _style).items():
        figures |= _recognised(name, found)
        drawn = [row for row in found if row["drawn"]]
        for tone, some in _by(drawn, lambda row: row["tone"]).items():
            figures[f"{name}_skin_{tone}"] = _skin(some)
    one = _by(faces, _style)
    for key in ("yaw_band", "tone", "glasses", "size_band"):
        some = next(iter(one.values()), [])
        figures[f"drawn_by_{key}"] = {
            str(value): f"{sum(row['drawn'] for row in rows)} of {len(rows)}"
            for value, rows in sorted(_by(some, lambda row: _band(row, key)).items())  # noqa: B023
        }
    return figures


def _style(row: Row) -> str:
    return str(row["style"]) + (f"_likeness_{row['likeness']}" if "likeness" in row else "")


def _by(rows: list[Row], key: Any) -> dict[str, list[Row]]:
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        groups[key(row)].append(row)
    return groups


def _band(row: Row, key: str) -> str:
    if key == "yaw_band":
        return "0-20" if row["yaw"] < 20 else "20-40" if row["yaw"] < 40 else "40-"
    if key == "size_band":
        edges = (24, 60, 200)
        return f"{sum(row['height'] >= edge for edge in edges)}: from {(0, *edges)}"
    return str(row[key])


def _skin(rows: list[Row]) -> dict[str, Any]:
    lighter = [row["lighter"] for row in rows]
    turned = [abs(row["turned"]) for row in rows]
    return {
        "faces": len(rows),
        "lighter_mean": round(float(np.mean(lighter)), 2),
        "lighter_worst": max(lighter, key=abs),
        "turned_worst": round(max(turned), 1),
        "outside": sum(
            abs(a) > LIGHTER or b > TURNED for a, b in zip(lighter, turned, strict=True)
        ),
    }


def _recognised(name: str, rows: list[Row]) -> Row:
    """Mean score and share matched of each recogniser, with intervals."""
    figures: Row = {}
    for key in ("fr_feature", "dlib"):
        some = [row for row in rows if row.get(key) is not None]
        if not some:
            continue
        scores = np.array([row[key] for row in some])
        matched = np.array([row[f"{key}_match"] for row in some], float)
        low, high = _interval(scores)
        figures[f"{name}_{key}_mean"] = (round(float(scores.mean()), 3), low, high)
        low, high = _interval(matched)
        figures[f"{name}_{key}_matched"] = (f"{int(matched.sum())} of {len(some)}", low, high)
    return figures


def _interval(values: NDArray[np.float64]) -> tuple[float, float]:
    chance = np.random.default_rng(0)
    means = values[chance.integers(0, len(values), (2000, len(values)))].mean(1)
    low, high = np.quantile(means, [0.025, 0.975])
    return round(float(low), 3), round(float(high), 3)


def _line(row: Row) -> str:
    return (
        f"{row['file']:34} {_style(row):22} {row['cpu_s']:6.2f} s  "
        f"structure {row['structure']:.2f} edges {row['edge_recall']:.2f} "
        f"texture {row['texture_left']:.2f}"
    )


if __name__ == "__main__":
    sys.exit(main())
