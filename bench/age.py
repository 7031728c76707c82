"""Who may be a child: children recognised and adults flagged, by age, gender and race.

``python3 do.py bench age AGES [MORE FOLDERS]``: AGES holds MANIFEST.tsv (file, age, gender, race)
with one face a picture; of MORE FOLDERS (MANIFEST.tsv: file, and subset if there is one) only
the share of faces that could be under 16 is told. Faces are also made smaller, laid on a grey
ground and found anew.

Held out: five folds with as many of each age band, forty times. In the other folds the line is
put by one rule (``_held_out.py``): in the middle between the lowest line that recognises .99 of
those under 13 and .97 of those of 13 to 15, and the one that flags a quarter of the adults over
25. Intervals are Wilson's, 95 %.
"""

from __future__ import annotations

import csv
import json
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from _held_out import BANDS, held_out, interval, put, within
from facevalue.engines import face_finder, face_mesh
from facevalue.engines.views import resized
from facevalue.findings.picture.people import child
from facevalue.photos.open import open_photo
from facevalue.photos.pixels import decode

Pixels = NDArray[np.uint8]
Row = dict[str, str]
HEIGHTS = (48, 32, 24, 16, 12)
GROUND = 320
"""Side of the grey ground, in pixels."""


@dataclass
class Seen:
    """A picture, its largest face, and how old that looks to both networks (NaN: no face)."""

    row: Row
    pixels: Pixels
    face: face_finder.Face | None
    years: float


def main(folder: Path, more: list[Path]) -> int:
    faces = [_seen(row, folder) for row in _rows(folder)]
    lost = [one.row["file"] for one in faces if one.face is None]
    answer: dict[str, Any] = {"pictures": len(faces), "without_a_face": lost, "line": child.LINE}
    print(f"{len(faces)} pictures, {len(lost)} without a face found")
    known = [one for one in faces if one.face]
    answer["at_the_line"] = _table(known)
    answer["held_out"] = _held_out(known)
    answer["calibration"] = _calibrated(known)
    answer["smaller"] = {str(height): _smaller(known, height) for height in HEIGHTS}
    answer["elsewhere"] = {each.name: _elsewhere(each) for each in more}
    answer["cpu_seconds_for_25_faces"] = _cost(known)
    print(json.dumps(answer))
    return 0


def _rows(folder: Path) -> list[Row]:
    with (folder / "MANIFEST.tsv").open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def _seen(row: Row, folder: Path) -> Seen:
    pixels = decode(open_photo(folder / row["file"])).pixels
    return _looked(row, pixels, face_finder.find(pixels))


def _looked(row: Row, pixels: Pixels, faces: list[face_finder.Face]) -> Seen:
    """The largest sure face of a picture."""
    face = max(faces, key=lambda one: _height(one) ** 2 * one.score, default=None)
    if face is None:
        return Seen(row, pixels, None, float("nan"))
    return Seen(row, pixels, face, child.looks(pixels, face, face_mesh.mesh(pixels, face)))


def _height(face: face_finder.Face) -> float:
    return face.box[3] - face.box[1]


def _ages(faces: list[Seen]) -> NDArray[np.float64]:
    return np.array([float(one.row["age"]) for one in faces])


def _years(faces: list[Seen]) -> NDArray[np.float64]:
    return np.array([one.years for one in faces])


def _table(faces: list[Seen]) -> dict[str, Any]:
    """Shares that could be under 16 at the shipped line, for all, by gender and by race."""
    found: dict[str, Any] = {}
    print(f"\nshare that could be under 16, at {child.LINE} years\n{'':10}" + _head())
    for column, value in _groups(faces):
        mine = [one for one in faces if not column or one.row[column] == value]
        found[value] = _shares(mine)
        print(f"{value:10}" + "".join(_cell(cell) for cell in found[value].values()))
    return found


def _head() -> str:
    return "".join(f"{band:>24}" for band in BANDS)


def _groups(faces: list[Seen]) -> Iterator[tuple[str, str]]:
    yield "", "all"
    for column in ("gender", "race"):
        for value in sorted({one.row[column] for one in faces}):
            yield column, value


def _shares(faces: list[Seen]) -> dict[str, dict[str, float]]:
    flagged, ages = _years(faces) < child.LINE, _ages(faces)
    bands = {band: within(ages, band) for band in BANDS}
    return {band: interval(int(flagged[m].sum()), int(m.sum())) for band, m in bands.items()}


def _cell(cell: dict[str, float]) -> str:
    text = f"{cell['share']:.2f} ({cell['low']:.2f}-{cell['high']:.2f}) of {cell['faces']}"
    return f"{text if cell['faces'] else '-':>24}"


def _held_out(faces: list[Seen]) -> dict[str, Any]:
    """Shares of the faces held out, with lines that the other folds put."""
    years, ages = _years(faces), _ages(faces)
    held, found = held_out(years, ages), dict[str, Any]()
    for band in BANDS:
        mine = within(ages, band)
        found[band] = interval(float(held.flagged[mine].sum()), int(mine.sum()))
    found["lines"] = [round(float(v), 1) for v in np.quantile(held.lines, [0, 0.5, 1])]
    found["line_by_all"] = round(put(years, ages), 1)
    print(
        f"\nheld out; lines (least, middle, most) {found['lines']}, by all {found['line_by_all']}"
    )
    print(f"{'all':10}" + "".join(_cell(found[band]) for band in BANDS))
    return found


def _calibrated(faces: list[Seen]) -> list[dict[str, float]]:
    """What ``child`` says against the share that is under 16, in steps of a fifth."""
    said = np.array([child.share(one.years) for one in faces])
    under, found = _ages(faces) < 16, list[dict[str, float]]()
    for low in (0.0, 0.2, 0.4, 0.6, 0.8):
        mine = (said >= low) & (said < low + 0.2 + 1e-9)
        if mine.any():
            row = {"faces": int(mine.sum()), "said": said[mine].mean(), "true": under[mine].mean()}
            found.append({key: round(float(value), 2) for key, value in row.items()})
    print(f"\nchild, said and true: {found}")
    return found


def _smaller(faces: list[Seen], height: int) -> dict[str, float]:
    """The same faces ``height`` pixels high on a grey ground: found, and could be under 16."""
    known = [small for one in faces if (small := _shrunk(one, height)).face]
    told = {band: cell["share"] for band, cell in _shares(known).items()}
    tiny = sum(_height(each.face) < child.SMALLEST for each in known if each.face)
    shares = {"found": len(known) / len(faces), "too_small": tiny / len(known)}
    found = {name: round(share, 3) for name, share in shares.items()} | told
    print(f"{height:3} pixels high: {found}")
    return found


def _shrunk(one: Seen, height: int) -> Seen:
    assert one.face is not None
    scale = height / _height(one.face)
    high, wide = (max(1, round(side * scale)) for side in one.pixels.shape[:2])
    planes = resized(one.pixels, high, wide)[:, :high, :wide]
    ground = np.full((GROUND, GROUND, 3), 127, np.uint8)
    top, left = (GROUND - high) // 2, (GROUND - wide) // 2
    ground[top : top + high, left : left + wide] = np.rint(planes.transpose(1, 2, 0))
    near = [face for face in face_finder.find(ground) if _off(face) < wide / 2]
    return _looked(one.row, ground, near)


def _off(face: face_finder.Face) -> float:
    """How far a face's middle is from that of the ground."""
    left, top, right, bottom = face.box
    return max(abs(left + right - GROUND), abs(top + bottom - GROUND)) / 2


def _elsewhere(folder: Path) -> dict[str, Any]:
    """Of all faces of other photos, by subset: how many, and the share that could be under 16."""
    told: dict[str, list[bool]] = {}
    for row in _rows(folder):
        pixels = decode(open_photo(folder / row["file"])).pixels
        faces = face_finder.find(pixels)
        meshes = [face_mesh.mesh(pixels, face) for face in faces]
        answers = [guess.may_be_child for guess in child.guesses(pixels, faces, meshes)]
        told.setdefault(row.get("subset") or row["file"], []).extend(answers)
    found = {name: interval(sum(answers), len(answers)) for name, answers in told.items()}
    print(f"\n{folder.name}")
    for name, cell in found.items():
        print(f"{name:40}{_cell(cell)}")
    return found


def _cost(faces: list[Seen]) -> float:
    """CPU seconds for 25 faces whose meshes are known, in one photo."""
    picture = np.concatenate([one.pixels for one in faces[:1]] * 25, 1)
    found = face_finder.find(picture)[:25]
    meshes = [face_mesh.mesh(picture, face) for face in found]
    since = time.process_time()
    child.guesses(picture, found, meshes)
    spent = (time.process_time() - since) * 25 / len(found)
    print(f"\n25 faces: {spent:.2f} CPU-s (of {len(found)} in one picture)")
    return round(spent, 2)


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit("name the folder of ages, and others if you like")
    sys.exit(main(Path(sys.argv[1]), [Path(word) for word in sys.argv[2:]]))
