"""How long a whole check of a sheet of 12 megapixels takes, by its parts."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from typing import Any

import numpy as np

from _finders import Pixels

RUNS = 3


def whole_check(pixels: Pixels) -> dict[str, Any]:
    """Seconds and CPU-seconds (this process and its decoder) of a check and of its parts."""
    from facevalue.core.photo import Header, Photo, Picture, Upload
    from facevalue.core.places import Size
    from facevalue.engines import face_finder
    from facevalue.engines.face_mesh import mesh
    from facevalue.findings.picture.people.child import guesses
    from facevalue.findings.picture.people.enrol import verdicts
    from facevalue.findings.picture.people.role import roles
    from facevalue.flows.check import check
    from facevalue.photos.pixels import decode, encode

    empty = Photo(b"", "jpeg", Header(Size(1, 1)))
    photo = encode(Picture(np.ascontiguousarray(pixels)), empty)
    faces = face_finder.find(pixels)
    meshes = [mesh(pixels, face) for face in faces]
    parts: dict[str, Callable[[], object]] = {
        "check": lambda: check(Upload(photo)),
        "decode": lambda: decode(photo),
        "find": lambda: face_finder.find(pixels),
        "mesh": lambda: [mesh(pixels, face) for face in faces],
        "enrol": lambda: verdicts(pixels, faces, meshes),
        "children": lambda: guesses(pixels, faces, meshes),
        "roles": lambda: roles(pixels, faces, meshes),
    }
    return {"faces": len(faces), **{name: _spent(work) for name, work in parts.items()}}


def _spent(work: Callable[[], object]) -> list[float]:
    """The shortest of several runs after one that is not counted: seconds, CPU-seconds."""
    work()
    wall, cpu = [], []
    for _ in range(RUNS):
        started, spent = time.perf_counter(), _cpu()
        work()
        wall.append(time.perf_counter() - started)
        cpu.append(_cpu() - spent)
    return [round(min(wall), 2), round(min(cpu), 2)]


def _cpu() -> float:
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system
