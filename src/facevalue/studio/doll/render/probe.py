"""Which LLVM works here: each is tried on a tiny scene in a process that may abort."""

from __future__ import annotations

import json
from importlib.metadata import version
from pathlib import Path

import numpy as np

from ..parts import Material, Mesh, Part
from .llvm import libraries
from .scene import Scene
from .settings import Settings

FILE = "llvm.json"
"""In the cache folder: what was found out about each library."""

_known: dict[str, bool] = {}


def library(cache: Path | None) -> Path | None:
    """The first LLVM that renders the tiny scene as it should; None: there is none.

    What was found out is remembered by path, size and date of the library and the version
    of Mitsuba, in ``cache`` if there is one and as long as this process lives.
    """
    remembered = _read(cache) | _known
    for candidate in libraries():
        key = _key(candidate)
        if key not in remembered:
            remembered[key] = _known[key] = works(candidate)
            _write(cache, remembered)
        if remembered[key]:
            return candidate
    return None


def works(candidate: Path) -> bool:
    """Whether a process with this LLVM renders the tiny scene and gets its brightness right."""
    from .run import Stopped, asked

    try:
        pixels = asked(tiny(), Settings(32, 32, 4), candidate)
    except Stopped:
        return False
    return pixels.shape == (32, 32, 3) and 20 < float(pixels.mean()) < 235


def tiny() -> Scene:
    """A tilted square in front of nothing, in a box's extents."""
    points = np.array([[-1, 0, 0], [1, 0, 0], [1, 2, 0.5], [-1, 2, 0.5]], np.float32)
    normals = np.tile(np.array([0, -0.2425, 0.9701], np.float32), (4, 1))
    mesh = Mesh(points, np.array([[0, 1, 2], [0, 2, 3]], np.int32), normals)
    extents = (np.array([-1, 0, -0.5], np.float32), np.array([1, 2, 0.5], np.float32))
    return Scene([Part("square", mesh, Material("#8899aa", clearcoat=0.5))], None, extents)


def _key(candidate: Path) -> str:
    about = candidate.stat()
    parts = (candidate, about.st_size, about.st_mtime_ns, version("mitsuba"), version("drjit"))
    return "|".join(str(part) for part in parts)


def _read(cache: Path | None) -> dict[str, bool]:
    if cache is None:
        return {}
    try:
        known = json.loads((cache / FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    if not isinstance(known, dict):
        return {}
    return {str(key): value for key, value in known.items() if isinstance(value, bool)}


def _write(cache: Path | None, known: dict[str, bool]) -> None:
    if cache is None:
        return
    part = cache / f"{FILE}.part"
    try:
        cache.mkdir(parents=True, exist_ok=True)
        part.write_text(json.dumps(known), encoding="utf-8")
        part.replace(cache / FILE)
    except OSError:
        part.unlink(missing_ok=True)
