"""Whose photo it is: subjects and bystanders told apart, against labels set by eye.

``python3 do.py bench roles FOLDER [MORE]``: ``bench/labels/roles.csv`` names the pictures below
FOLDER and what each found face is: subject (the picture is of this person), bystander, unclear,
or none (no face). Its part ``elsewhere`` names pictures of public repositories as
OWNER/NAME/PATH, looked for below MORE. Pictures that are not there, or are others than those
labelled, are left out and counted. Faces are found anew; a label counts for the found face that
overlaps it most, by half or more.

Labels were set before anything was tuned: in a posed picture, or one of an action, the people
posing or acting are subjects; in a street scene the one or two the photographer singled out by
focus and framing; in a crowd nobody. Who could be either is unclear and judged nowhere.
"""

from __future__ import annotations

import csv
import hashlib
import json
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from facevalue.core.person import Role
from facevalue.engines import face_finder
from facevalue.findings.picture.people.prominence import Measures, measures
from facevalue.findings.picture.people.role import roles
from facevalue.photos.open import open_photo
from facevalue.photos.pixels import decode

LABELS = Path(__file__).parent / "labels" / "roles.csv"
PARTS = ("tuning", "held-out", "elsewhere")
SUBJECT, BYSTANDER = Role.SUBJECT.value, Role.BYSTANDER.value
OVERLAP = 0.5
RATIOS = (0.5, 0.6, 0.7, 0.8, 0.9)
COUNTS = {"1 face": (1, 1), "2 to 5": (2, 5), "6 to 15": (6, 15), "16 and more": (16, 10_000)}

Row = dict[str, str]
Tally = Counter[tuple[str, str]]
"""How often (label, answer) came."""


@dataclass
class Looked:
    """One picture: for each found face its label ("" without one) and the answer."""

    part: str
    labels: list[str]
    answers: list[str]
    seen: Measures
    turned: list[float]


def main(folders: list[Path]) -> int:
    pictures = defaultdict(list)
    for row in csv.DictReader(LABELS.open(encoding="utf-8")):
        pictures[row["file"]].append(row)
    looked, seconds = [], 0.0
    for name, rows in pictures.items():
        path = next((each / name for each in folders if (each / name).is_file()), None)
        if path is None or not _same_file(path, rows[0]["sha256"]):
            continue
        pixels = decode(open_photo(path)).pixels
        faces = face_finder.find(pixels)
        since = time.process_time()
        answers = [role.value for role, _ in roles(pixels, faces)]
        seconds += time.process_time() - since
        if faces:
            labels = _labels(rows, faces)
            turned = [_aside(face) for face in faces]
            looked.append(Looked(rows[0]["part"], labels, answers, measures(pixels, faces), turned))
    answer: dict[str, object] = {
        "pictures": len(looked),
        "left_out": len(pictures) - len(looked),
        "cpu_seconds_a_picture": round(seconds / max(len(looked), 1), 4),
    }
    print(f"{len(looked)} pictures, {answer['left_out']} left out (not there, or no face found)")
    answer["parts"] = {
        part: _part(part, [each for each in looked if each.part == part]) for part in PARTS
    }
    answer["alone"] = _alone(looked)
    print(json.dumps(answer))
    return 0


def _same_file(path: Path, digest: str) -> bool:
    return hashlib.sha256(path.read_bytes()).hexdigest().startswith(digest)


def _labels(rows: list[Row], faces: list[face_finder.Face]) -> list[str]:
    """Each face's label: that of the box it overlaps most."""
    known = [tuple(float(row[side]) for side in ("left", "top", "right", "bottom")) for row in rows]
    found = []
    for face in faces:
        best, which = max((_overlap(face.box, box), i) for i, box in enumerate(known))
        found.append(rows[which]["label"] if best >= OVERLAP else "")
    return found


def _overlap(one: tuple[float, ...], other: tuple[float, ...]) -> float:
    """Intersection over union."""
    wide = min(one[2], other[2]) - max(one[0], other[0])
    high = min(one[3], other[3]) - max(one[1], other[1])
    if wide <= 0 or high <= 0:
        return 0.0
    areas = [(box[2] - box[0]) * (box[3] - box[1]) for box in (one, other)]
    return wide * high / (sum(areas) - wide * high)


def _aside(face: face_finder.Face) -> float:
    """How far the nose lies beside the middle of the eyes, by their distance."""
    left, right, nose = (np.array(place) for place in face.landmarks[:3])
    apart = right - left
    return abs(float((nose - (left + right) / 2) @ apart)) / max(float(apart @ apart), 1e-6)


def _part(part: str, looked: list[Looked]) -> dict[str, object]:
    """Tables of one part: ours, by the number of faces, and the simple rules."""
    print(f"\n{part}: {len(looked)} pictures{'':10}subjects right    bystanders right   by picture")
    several = [each for each in looked if len(each.labels) > 1]
    figures: dict[str, object] = {"pictures": len(looked)}
    figures["ours"] = _line("ours, 2 faces and more", several, lambda each: each.answers)
    figures["largest"] = _line("the largest only", several, _by_size(1.0))
    for ratio in RATIOS:
        name = f"at least {ratio} of the largest"
        figures[f"size {ratio}"] = _line(name, several, _by_size(ratio))
    for name, (least, most) in COUNTS.items():
        these = [each for each in looked if least <= len(each.labels) <= most]
        figures[name] = _line(f"ours, {name}", these, lambda each: each.answers)
    return figures


def _by_size(ratio: float) -> Callable[[Looked], list[str]]:
    """The simple rule: who is this large by the largest face is a subject."""
    return lambda each: [SUBJECT if size >= ratio else BYSTANDER for size in each.seen.size]


def _line(
    name: str, looked: list[Looked], judge: Callable[[Looked], list[str]]
) -> dict[str, float | None]:
    """Print and return one judge's counts, pooled and as means over pictures."""
    tally: Tally = Counter()
    shares: dict[str, list[float]] = {SUBJECT: [], BYSTANDER: []}
    for each in looked:
        here = Counter(zip(each.labels, judge(each), strict=True))
        tally += here
        for label, known in shares.items():
            if each.labels.count(label):
                known.append(here[label, label] / each.labels.count(label))
    of = {label: sum(tally[label, other] for other in shares) for label in shares}
    cells = [f"{tally[label, label]:5} of {of[label]:<5}" for label in shares]
    means = [f"{np.mean(known):.2f}" if known else "  - " for known in shares.values()]
    unclear = f"unclear: {tally['unclear', SUBJECT]} subjects, {tally['unclear', BYSTANDER]} not"
    print(f"  {name:28}{cells[0]:>20}{cells[1]:>20}   {' / '.join(means)}   {unclear}")
    return {
        "subjects_right": tally[SUBJECT, SUBJECT],
        "subjects": of[SUBJECT],
        "bystanders_right": tally[BYSTANDER, BYSTANDER],
        "bystanders": of[BYSTANDER],
        "unclear_as_subject": tally["unclear", SUBJECT],
        "unclear_as_bystander": tally["unclear", BYSTANDER],
        "subjects_by_picture": round(float(np.mean(shares[SUBJECT])), 4)
        if shares[SUBJECT]
        else None,
        "bystanders_by_picture": round(float(np.mean(shares[BYSTANDER])), 4)
        if shares[BYSTANDER]
        else None,
    }


def _alone(looked: list[Looked]) -> dict[str, float]:
    """What each measure tells alone: how often a subject's is above a bystander's, of all pairs."""
    measured: dict[str, Callable[[Looked], list[float]]] = {
        "size": lambda each: each.seen.size.tolist(),
        "sharpness": lambda each: each.seen.sharp.tolist(),
        "prominence": lambda each: each.seen.prominence.tolist(),
        "turned to the camera": lambda each: [-aside for aside in each.turned],
    }
    several = [each for each in looked if len(each.labels) > 1]
    print("\nhow often a subject's value is above a bystander's (0.5 tells nothing)")
    answer = {}
    for name, of in measured.items():
        values: dict[str, list[float]] = {SUBJECT: [], BYSTANDER: []}
        for each in several:
            for label, value in zip(each.labels, of(each), strict=True):
                if label in values:
                    values[label].append(value)
        answer[name] = round(_above(np.array(values[SUBJECT]), np.array(values[BYSTANDER])), 3)
        print(f"  {name:28}{answer[name]:.3f}")
    return answer


def _above(ones: NDArray[np.float64], others: NDArray[np.float64]) -> float:
    if not len(ones) or not len(others):
        return 0.5
    more = (ones[:, None] > others).mean() + 0.5 * (ones[:, None] == others).mean()
    return float(more)


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit("name a folder of data, and perhaps one of repositories")
    sys.exit(main([Path(word) for word in sys.argv[1:]]))
