"""Light of bare scenes on disk, among the shapes: the figure in its box, as noise.

A file's name is a digest of all that the bare scene is made of. Neither a thing nor a word goes
into the file or into its name.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from ...shelf import code, fetch, put
from .packing import packed
from .scene import Scene
from .settings import Settings
from .wire import Array

FOLDER = "shapes"
"""In the cache folder."""


def place(scene: Scene, settings: Settings, llvm: Path | None, cache: Path | None) -> Path | None:
    """The file for light of this scene, stripped; None when none is kept."""
    if scene.bare is None or llvm is None or cache is None:
        return None
    head, arrays = packed(scene.stripped())
    about = llvm.stat()
    maker = (code(), version("mitsuba"), version("drjit"), about.st_size, about.st_mtime_ns)
    digest = sha256(json.dumps([head, asdict(settings), maker]).encode())
    for array in arrays:
        digest.update(str(array.shape).encode())
        digest.update(array.reshape(-1).view("uint8").data)
    return cache / FOLDER / f"{digest.hexdigest()[:32]}.npz"


def read(file: Path | None) -> list[Array]:
    """Layers and where they are known, as ``shared.Kept`` has them; empty when there are none."""
    found = fetch(file) if file else None
    return [found["layers"], found["there"]] if found and {"layers", "there"} <= set(found) else []


def write(file: Path, kept: list[Array]) -> None:
    """Keep these, as ``read`` gives them."""
    put(file, {"layers": kept[0], "there": kept[1]})
