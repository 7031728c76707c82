"""Render in a process of its own, which cannot take ours down and leaves nothing behind."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ....core.errors import NoEngine
from .keep import place, read, write
from .packing import packed
from .probe import library
from .scene import Scene
from .settings import Settings
from .wire import Head, receive, send

Told = Callable[[str, float], None]
Pixels = NDArray[np.uint8]

KEPT = ("PATH", "SYSTEMROOT", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "TMPDIR", "TEMP")
"""What the process gets of our environment. Without HOME, Dr.Jit writes no kernels there."""

MISSING = (
    "the renderer is not installed; get it with 'pip install facevalue[studio]' "
    "(the packages mitsuba and mitsuba-oidn)"
)


class Stopped(Exception):
    """The rendering process ended without an answer."""


def render(
    scene: Scene, settings: Settings, told: Told | None = None, cache: Path | None = None
) -> Pixels:
    """The picture of a scene: height x width x 3, uint8, sRGB.

    ``told`` hears the stage and its share, 0..1; what it raises stops the rendering at once.
    ``cache`` is a folder of ours for compiled kernels; None writes nothing to disk. Raises
    NoEngine when Mitsuba is not installed or does not work here.
    """
    return answered(scene, settings, 0, told, cache)


def turning(
    scene: Scene, settings: Settings, frames: int, told: Told | None, cache: Path | None
) -> Pixels:
    """The scene's parts turned once round: frames x height x width x 3."""
    return answered(scene, settings, frames, told, cache)


def answered(
    scene: Scene,
    settings: Settings,
    frames: int,
    told: Told | None,
    cache: Path | None,
    more: Head | None = None,
) -> Pixels:
    """By LLVM where it works; when it fails in spite of the probe, without it.

    ``more`` goes to the process with the scene.
    """
    chosen = library(cache)
    try:
        return asked(scene, settings, chosen, frames, told, cache, more)
    except Stopped:
        if chosen is None:
            raise NoEngine(
                "the renderer stopped without a picture; is there enough memory?"
            ) from None
    try:
        return asked(scene, settings, None, frames, told, cache, more)
    except Stopped:
        raise NoEngine("the renderer stopped without a picture; is there enough memory?") from None


def asked(
    scene: Scene,
    settings: Settings,
    llvm: Path | None,
    frames: int = 0,
    told: Told | None = None,
    cache: Path | None = None,
    more: Head | None = None,
) -> Pixels:
    """One process, one picture. Raises Stopped when the process ends before its answer."""
    head, arrays = packed(scene)
    file = place(scene, settings, llvm, cache)
    kept = read(file)
    head |= {"library": str(llvm) if llvm else None, "frames": frames}
    head |= {"kept": bool(kept), "keeps": bool(file), "settings": asdict(settings)}
    head |= more or {}
    process = _started(cache)
    try:
        assert process.stdin
        assert process.stdout
        send(process.stdin, head, arrays + kept)
        del arrays, kept
        while True:
            answer, pixels = receive(process.stdout)
            if "done" in answer:
                return pixels[0]
            if file and "keep" in answer:
                write(file, pixels)
                del pixels  # it is large, and the next answer takes its time
            elif told:
                told(str(answer["stage"]), float(answer["share"]))
    except (OSError, EOFError, ValueError):
        raise Stopped from None
    finally:
        _end(process)


def _started(cache: Path | None) -> subprocess.Popen[bytes]:
    from importlib.util import find_spec

    if find_spec("mitsuba") is None or find_spec("mitsuba_oidn") is None:
        raise NoEngine(MISSING)
    return subprocess.Popen(
        [sys.executable, "-s", "-m", "facevalue.studio.doll.render.child"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=_environment(cache),
        start_new_session=True,
    )


def _environment(cache: Path | None) -> dict[str, str]:
    kept = {name: os.environ[name] for name in KEPT if name in os.environ}
    kept["PYTHONPATH"] = os.pathsep.join(path for path in sys.path if path)
    if cache is not None:
        with contextlib.suppress(OSError):  # a cache that cannot be written is no reason to stop
            (cache / "kernels").mkdir(parents=True, exist_ok=True)
            kept["DRJIT_CACHE_DIR"] = str(cache / "kernels")
    return kept


def _end(process: subprocess.Popen[bytes]) -> None:
    process.kill()
    process.wait()
    for pipe in (process.stdin, process.stdout):
        if pipe:
            with contextlib.suppress(OSError):  # the other end is gone already
                pipe.close()
