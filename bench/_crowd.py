"""Sheets of 12 megapixels made from labelled pictures, and how fast faces are found on them."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from _finders import Faces, Finder, Pixels, decoded, matches
from _whole import whole_check

WIDTH, HEIGHT = 4000, 3000
GREY = 120
CELLS = 4
"""A group photo is pasted up from cells, so many beside each other."""
FACES = 25
RUNS = 3

Sheet = tuple[Pixels, Faces]


def speed(
    folder: Path, pictures: list[dict[str, Any]], finders: dict[str, Finder]
) -> dict[str, Any]:
    """Seconds and found faces of every finder on 12 megapixels with 25 faces, printed."""
    whole = [each for each in pictures if each["faces"] and not each.get("partial")]
    sheets = {"group": group(folder, whole), "crowd": crowd(folder, whole)}
    answer: dict[str, Any] = {}
    for name, (pixels, faces) in sheets.items():
        rows = {each: _measured(finder, pixels, faces) for each, finder in finders.items()}
        if "deface" in rows:
            rows["times_faster"] = {
                unit: round(rows["deface"][unit] / rows["facevalue"][unit], 2)
                for unit in ("seconds", "cpu_seconds")
            }
        answer[name] = rows
        print(f"12 megapixels, {name} of {len(faces)}: {rows}")
        answer[name]["whole_check"] = whole_check(pixels)
        print(f"  the whole check, [s, CPU s]: {answer[name]['whole_check']}")
    return answer


def _measured(finder: Finder, pixels: Pixels, faces: Faces) -> dict[str, Any]:
    """The shortest of several runs after one that is not counted."""
    taken = matches(faces, finder(pixels))
    wall, cpu = [], []
    for _ in range(RUNS):
        started, spent = time.perf_counter(), time.process_time()
        finder(pixels)
        wall.append(time.perf_counter() - started)
        cpu.append(time.process_time() - spent)
    found = sum(box is not None for box in taken)
    return {"seconds": round(min(wall), 3), "cpu_seconds": round(min(cpu), 3), "found": found}


def group(folder: Path, pictures: list[dict[str, Any]]) -> Sheet:
    """The pictures with the fewest faces, each as large as its cell, until there are 25."""
    sheet, labels = _empty(), list[dict[str, Any]]()
    side = WIDTH // CELLS
    for number, picture in enumerate(sorted(pictures, key=lambda each: len(each["faces"]))):
        if len(labels) >= FACES:
            break
        pixels = decoded(folder / picture["file"])
        times = side / max(pixels.shape[:2])
        top, left = number // CELLS * side, number % CELLS * side
        large = _enlarged(pixels, times)
        sheet[top : top + large.shape[0], left : left + large.shape[1]] = large
        labels += [_moved(face, times, left, top) for face in picture["faces"]]
    return sheet, labels


def crowd(folder: Path, pictures: list[dict[str, Any]]) -> Sheet:
    """One picture of about 25 faces, enlarged to 12 megapixels."""
    picture = min(pictures, key=lambda each: abs(len(each["faces"]) - FACES))
    pixels = decoded(folder / picture["file"])
    times = (WIDTH * HEIGHT / (pixels.shape[0] * pixels.shape[1])) ** 0.5
    return _enlarged(pixels, times), [_moved(face, times, 0, 0) for face in picture["faces"]]


def pasted(folder: Path, pictures: list[dict[str, Any]]) -> Iterator[Sheet]:
    """All pictures at their own size, row by row, on as many sheets as it takes."""
    sheet, labels, left, top, low = _empty(), list[dict[str, Any]](), 0, 0, 0
    for picture in pictures:
        pixels = decoded(folder / picture["file"])
        height, width = pixels.shape[:2]
        if left + width > WIDTH:
            left, top, low = 0, top + low, 0
        if top + height > HEIGHT:
            yield sheet, labels
            sheet, labels, left, top, low = _empty(), [], 0, 0, 0
        sheet[top : top + height, left : left + width] = pixels
        labels += [_moved(face, 1.0, left, top) for face in picture["faces"]]
        left, low = left + width, max(low, height)
    yield sheet, labels


def _empty() -> Pixels:
    return np.full((HEIGHT, WIDTH, 3), GREY, np.uint8)


def _enlarged(pixels: Pixels, times: float) -> Pixels:
    from facevalue.engines.views import resized

    height, width = (round(side * times) for side in pixels.shape[:2])
    view = resized(pixels, height, width)[:, :height, :width]
    return np.ascontiguousarray(view.transpose(1, 2, 0)).round().astype(np.uint8)


def _moved(face: dict[str, Any], times: float, left: int, top: int) -> dict[str, Any]:
    """A label on the sheet."""
    x, y, w, h = (face[name] * times for name in "xywh")
    return {"x": x + left, "y": y + top, "w": w, "h": h}
