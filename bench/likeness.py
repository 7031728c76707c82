"""Likeness: how often each trait is read right, on faces labelled by eye.

``python3 do.py bench likeness DATA_STYLE [MORE FOLDERS]``: labels are in
``bench/labels/likeness.csv``, one row for each face; photos are known by their digest, so a
folder may hold anything. Labels were written before the readers; rows whose digest ends in an
even digit were for tuning, the others only for this report. ``a|b`` in a label: both are right.
Blank: cannot be seen. The last 23 rows were added later, for their skin alone: people whose skin
is dark, labelled on both cheeks out of highlights and shadows, because the rows before them name
the light as much as the person: a patch in the shade counts as dark, one in a highlight as light.

A trait counts as it would be used: the photo's guess where it is sure enough, else the neutral
choice. ``whole`` is the kind of hair on whole heads. Colours are compared by CIEDE2000 with
patches placed by hand. Then the colours of rendered dolls are compared (see ``_rendered.py``): of
six faces of each skin tone, with ``--all`` of every face (some ten CPU-seconds each), with
``--none`` of none.
"""

from __future__ import annotations

import json
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

import numpy as np

import _rendered
from _patches import (
    TONES,
    Pixels,
    Row,
    distance,
    lab,
    nearest,
    photos,
    pixels,
    rows,
    spread,
    tone,
    tuned,
)

KINDS = ("hair", "fringe", "beard", "glasses", "pattern", "age", "lashes", "freckles")
COLOURS = ("skin", "hair_colour", "cover_colour", "top_colour", "eyes")
SMILE_NEAR = 0.3
RENDERED: dict[str, int | None] = {"--all": None, "--none": 0}
"""How many faces of each tone are rendered, by option."""


@dataclass
class Answer:
    """One labelled face with what was read: traits as used, guesses, CPU-seconds."""

    row: Row
    used: dict[str, Any]
    guesses: dict[str, tuple[object, float]]
    by: dict[str, str]
    seconds: float

    @property
    def tuned(self) -> bool:
        return tuned(self.row)


def main(folders: list[Path], each: int | None = _rendered.EACH) -> int:
    labels = rows()
    answers = list(read_all(labels, folders))
    if not answers:
        sys.exit("none of the labelled photos is in these folders")
    halves = {
        "all": answers,
        "tuning": [one for one in answers if one.tuned],
        "held_out": [one for one in answers if not one.tuned],
    }
    figures: dict[str, Any] = {"labelled": len(labels), "faces": len(answers)}
    figures |= {name: figures_of(half) for name, half in halves.items()}
    figures["hair_confusion"] = confusion(answers)
    figures["cpu_seconds"] = round(float(np.mean([one.seconds for one in answers])), 3)
    table(figures)
    if each != 0:
        figures["figure"] = _rendered.compared(labels, folders, each)
        _rendered.table(figures["figure"], each)
    print(json.dumps(figures))
    return 0


def read_all(labels: list[Row], folders: list[Path]) -> Iterator[Answer]:
    """Read each labelled face whose photo is there; the face finder runs once a photo."""
    from facevalue.engines import face_finder

    files = photos(folders)
    found: dict[Path, list[face_finder.Face]] = {}
    for row in labels:
        path = files.get(row["sha256"])
        if path is None:
            continue
        photo = pixels(path)
        if path not in found:
            found = {path: face_finder.find(photo)}
        with patch.object(face_finder, "find", return_value=found[path]):
            answer = read(row, photo)
        yield answer


def read(row: Row, photo: Pixels) -> Answer:
    """What is read of one labelled face."""
    from facevalue.studio.likeness.read import likeness
    from facevalue.studio.likeness.settle import settle

    since = time.process_time()
    seen = likeness(photo, int(row["face"]))
    seconds = time.process_time() - since
    traits, guesses = settle(seen, {})
    used = {guess.trait: getattr(traits, guess.trait) for guess in guesses}
    by = {guess.trait: guess.by for guess in guesses}
    return Answer(row, used, dict(seen.guesses), by, seconds)


def figures_of(answers: list[Answer]) -> dict[str, Any]:
    """Every figure over some faces."""
    figures: dict[str, Any] = {"faces": len(answers)}
    whole = [each for each in answers if not each.row["file"].startswith("age/")]
    figures["whole"] = kinds(whole, "hair")  # those of age/ are cut off at the hair
    for name in KINDS:
        figures[name] = kinds(answers, name)
    for name in COLOURS:
        figures[name] = colours(answers, name)
    figures["smile"] = smiles(answers)
    return figures


def kinds(answers: list[Answer], name: str) -> dict[str, Any]:
    """Share of right answers, all in all, by the photo, and of the commonest choice always."""
    seen = [each for each in answers if each.row[name]]
    if not seen:
        return {"n": 0}
    right = [fits(each.row[name], each.used[name]) for each in seen]
    photo = [hit for hit, each in zip(right, seen, strict=True) if each.by[name] == "photo"]
    counts = Counter(label for each in seen for label in each.row[name].split("|"))
    confidence = [each.guesses[name][1] for each in seen if each.by[name] == "photo"]
    answer = {
        "n": len(seen),
        "right": round(float(np.mean(right)), 3),
        "always_the_commonest": round(max(counts.values()) / len(seen), 3),
        "by_photo": len(photo),
    }
    if photo:
        answer["right_by_photo"] = round(float(np.mean(photo)), 3)
        answer["said_confidence"] = round(float(np.mean(confidence)), 3)
    per = {}
    for label in counts:
        alone = [hit for hit, each in zip(right, seen, strict=True) if each.row[name] == label]
        if alone:
            per[label] = f"{sum(alone)}/{len(alone)}"
    return answer | {"each": per}


def fits(label: str, value: object) -> bool:
    """Whether a value is one of those that the label allows."""
    word = {True: "y", False: "n"}.get(value, value) if isinstance(value, bool) else value
    return str(word) in label.split("|")


def colours(answers: list[Answer], name: str) -> dict[str, Any]:
    """CIEDE2000 to the labelled colour: median and nine tenths, of skin by its tone as well."""
    seen = [each for each in answers if each.row[name] and name in each.used]
    if not seen:
        return {"n": 0}
    answer: dict[str, Any] = {"n": len(seen), **spread([away(each, name)[0] for each in seen])}
    answer["by_photo"] = sum(each.by[name] == "photo" for each in seen)
    if name == "skin":
        for *_, group in TONES:
            part = [away(each, name) for each in seen if tone(each.row) == group]
            answer[group] = _rendered.summed(part)
    return answer


def away(answer: Answer, name: str) -> tuple[float, float]:
    """CIEDE2000 from a colour to its label, and how much lighter (CIELAB) it is."""
    used = lab(str(answer.used[name]))
    label = nearest(answer.row[name], used)
    return distance(label, used), float(used[0] - label[0])


def smiles(answers: list[Answer]) -> dict[str, Any]:
    """How far the smile is from the label, 0 (calm) to 1 (laughing)."""
    seen = [each for each in answers if each.row["smile"]]
    if not seen:
        return {"n": 0}
    away = [abs(float(each.row["smile"]) - float(each.used["smile"])) for each in seen]
    near = float(np.mean(np.array(away) <= SMILE_NEAR))
    return {"n": len(seen), "mean": round(float(np.mean(away)), 3), "near": round(near, 3)}


def confusion(answers: list[Answer]) -> dict[str, dict[str, int]]:
    """For each label of hair what was used instead, how often; right answers are left out."""
    wrong: dict[str, Counter[str]] = {}
    for each in answers:
        label, value = each.row["hair"], str(each.used["hair"])
        if label and not fits(label, value):
            wrong.setdefault(label, Counter())[value] += 1
    return {label: dict(count) for label, count in sorted(wrong.items())}


def table(figures: dict[str, Any]) -> None:
    """For people."""
    print(f"{figures['faces']} faces of {figures['labelled']}, {figures['cpu_seconds']} CPU-s each")
    print(f"{'':14}{'tuning half':>34}{'held-out half':>34}")
    for name in ("whole", *KINDS, *COLOURS, "smile"):
        cells = [cell(figures[half][name]) for half in ("tuning", "held_out")]
        print(f"{name:14}" + "".join(f"{each:>34}" for each in cells))
    for *_, group in TONES:
        cells = [cell(figures[half]["skin"][group]) for half in ("tuning", "held_out")]
        print(f"{'skin, ' + group:14}" + "".join(f"{each:>34}" for each in cells))
    print("hair, wrong:", figures["hair_confusion"])


def cell(figure: dict[str, Any]) -> str:
    if not figure["n"]:
        return "-"
    if "right" in figure:
        return f"{figure['right']:.2f} ({figure['always_the_commonest']:.2f}) n {figure['n']}"
    if "near" in figure:
        return f"{figure['near']:.2f} near, {figure['mean']:.2f} off, n {figure['n']}"
    light = f", L* {figure['lighter']:+.0f}" if "lighter" in figure else ""
    return f"dE {figure['median']:.1f}, 90 % {figure['nine_tenths']:.1f}{light}, n {figure['n']}"


if __name__ == "__main__":
    options = [word for word in sys.argv[1:] if word in RENDERED]
    given = [Path(word) for word in sys.argv[1:] if word not in RENDERED]
    sys.exit(main(given, RENDERED[options[-1]] if options else _rendered.EACH))
