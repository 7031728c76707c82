"""Our renderer next to Blender's Cycles, on the same scene: ``python3 do.py bench cycles``.

The peer comes in by ``CYCLES_PYTHON``, an interpreter that has the package ``bpy``, which is
GPL: it runs in a process of its own and is never installed for people. Both get the same
triangles, prints, lamps, camera, samples and bounces from files, and a process for each picture;
both denoise with Open Image Denoise. The window's film, which is a layer of ours and not traced,
is on neither. ``--keep FOLDER`` keeps the pictures.

``render`` is from shapes in memory to a picture without noise, ``process`` all with start and
reading. Each runs twice and the cheaper run counts; ``ours_first`` also compiles its kernels, as
it does once on a machine. ``cycles`` has Blender's defaults, ``cycles_lean`` is without its light
tree and its prefiltered guides.
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
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

import _cycles_scene as peer
from facevalue.studio.doll.render.scene import Scene
from facevalue.studio.doll.render.settings import Settings, settings

WORDS = "Ana, marine biologist, I play guitar, take photos and drink tea"
QUALITIES = ("preview", "full")
COLUMNS = ("render_cpu_s", "render_wall_s", "peak_mb", "process_cpu_s", "process_wall_s")

Figures = dict[str, float]


def main() -> int:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--keep", type=Path)
    arguments.add_argument("--ours", type=Path, help=argparse.SUPPRESS)
    chosen = arguments.parse_args()
    if chosen.ours:
        ours(chosen.ours)
        return 0
    figures: dict[str, Any] = {"machine": f"{os.cpu_count()} cores, {platform.machine()}"}
    for quality in QUALITIES:
        with tempfile.TemporaryDirectory() as scratch:
            folder = Path(scratch)
            hand_over(folder, quality)
            figures[quality] = compared(folder)
            if chosen.keep:
                keep(folder, chosen.keep, quality)
    table(figures)
    print(json.dumps(figures))
    return 0


def hand_over(folder: Path, quality: str) -> None:
    """Model one doll in its box and write the scene: arrays, and a head that names them."""
    from facevalue.studio.doll.colours import linear
    from facevalue.studio.doll.render.camera import framed
    from facevalue.studio.doll.render.lights import SKY, lights
    from facevalue.studio.doll.render.packing import packed

    scene, camera = modelled(quality), settings(quality)
    head, arrays = packed(scene)
    for part in head["parts"]:
        part["material"]["linear"] = linear(part["material"]["colour"]).tolist()
    view = framed(scene.extents, camera)
    head |= {
        "settings": asdict(camera),
        "samples": camera.samples,
        "depth": camera.depth,
        "lamps": [asdict(light) for light in lights(scene)],
        "sky": SKY,
        "camera": {name: _plain(value) for name, value in asdict(view).items()},
        "triangles": sum(len(part.mesh.faces) for part in scene.parts),
    }
    (folder / "scene.json").write_text(json.dumps(head))
    np.savez(folder / "scene.npz", **{str(at): array for at, array in enumerate(arrays)})  # type: ignore[arg-type]


def _plain(value: Any) -> Any:
    return value.tolist() if isinstance(value, np.ndarray) else value


def modelled(quality: str) -> Scene:
    """A doll of neutral traits with its things in its box, as the style makes it."""
    from facevalue.studio.doll.assemble import GRADES, assembled
    from facevalue.studio.doll.box.layout import BoxLabel
    from facevalue.studio.doll.figure import Look
    from facevalue.studio.shelf import Shelf
    from facevalue.studio.traits import Traits
    from facevalue.studio.wish.read import wish

    told = wish(WORDS)
    label = BoxLabel(told.title, told.subtitle)
    whole = assembled(Look(Traits(), told), label, GRADES[quality], Shelf(None))
    return Scene(whole.parts, None, whole.box.extents, 0, whole.box.inside)


def compared(folder: Path) -> dict[str, Any]:
    """Figures of both renderers for the scene in a folder."""
    head = json.loads((folder / "scene.json").read_text())
    camera = Settings(**head["settings"])
    answer: dict[str, Any] = {
        "pixels": f"{camera.width}x{camera.height}",
        "samples": camera.samples,
        "triangles": head["triangles"],
    }
    own = [sys.executable, __file__, "--ours", str(folder)]
    first, again = (measured(own, folder / "ours.json") for _ in range(2))
    answer |= {"ours_first": first, "ours": cheaper(first, again)}
    python = blender()
    if python:
        # -P: or else Blender takes the file beside it for its own add-on "cycles"
        other = [python, "-P", peer.__file__, str(folder)]
        answer["cycles_lean"] = twice([*other, "lean"], folder / "cycles.json")
        answer["cycles"] = twice(other, folder / "cycles.json")
        answer |= ratios(answer)
    return answer


def ratios(one: dict[str, Any]) -> Figures:
    """How much more Cycles takes: as each is used, and in the comparison that favours it most."""
    answer = {}
    for key in ("render_cpu_s", "peak_mb"):
        answer[f"{key}_cycles_over_ours"] = one["cycles"][key] / one["ours"][key]
        least = one["cycles_lean"][key] / one["ours_first"][key]
        answer[f"{key}_cycles_lean_over_ours_first"] = least
    return {name: round(value, 2) for name, value in answer.items()}


def blender() -> str | None:
    """The interpreter that has Blender, or None with a sentence."""
    python = os.environ.get("CYCLES_PYTHON")
    if not python:
        print("CYCLES_PYTHON names no interpreter: Cycles is left out")
        return None
    asked = "import importlib.util as u, sys; sys.exit(u.find_spec('bpy') is None)"
    try:
        missing = subprocess.run([python, "-c", asked], env=_bare(), check=False).returncode
    except OSError:
        missing = 1
    if missing:
        print("the interpreter in CYCLES_PYTHON has no bpy: Cycles is left out")
        return None
    return python


def _bare() -> dict[str, str]:
    """The environment without our packages."""
    return {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}


def measured(command: list[str], answer: Path) -> Figures:
    """What the process says about its rendering, and what all of it cost."""
    before, began = os.times(), time.perf_counter()
    own = command[0] == sys.executable
    done = subprocess.run(
        command, env=None if own else _bare(), capture_output=True, text=True, check=False
    )
    after, ended = os.times(), time.perf_counter()
    if done.returncode or not answer.is_file():
        raise SystemExit(f"{command[0]} ended with {done.returncode}:\n{done.stderr[-2000:]}")
    cpu = after.children_user + after.children_system
    cpu -= before.children_user + before.children_system
    figures = json.loads(answer.read_text())
    answer.unlink()
    figures |= {"process_cpu_s": cpu, "process_wall_s": ended - began}
    return {name: round(figures[name], 1) for name in COLUMNS}


def twice(command: list[str], answer: Path) -> Figures:
    """The cheaper of two runs."""
    return cheaper(measured(command, answer), measured(command, answer))


def cheaper(one: Figures, other: Figures) -> Figures:
    """The run that took fewer CPU-seconds to render."""
    return min(one, other, key=lambda figures: figures["render_cpu_s"])


def ours(folder: Path) -> None:
    """Render the handed-over scene as the rendering process does."""
    from facevalue.studio.doll.render.llvm import libraries, load
    from facevalue.studio.doll.render.packing import unpacked
    from facevalue.studio.styles import silent

    head, arrays = peer.taken(folder)
    for part in head["parts"]:
        del part["material"]["linear"]
    scene = unpacked(head, [arrays[str(at)] for at in range(len(arrays))])
    (folder / "kernels").mkdir(exist_ok=True)
    os.environ["DRJIT_CACHE_DIR"] = str(folder / "kernels")
    load(next(libraries()))
    import mitsuba as mi

    mi.set_variant("llvm_ad_rgb")
    from facevalue.studio.doll.render.picture import picture

    made: list[NDArray[np.uint8]] = []
    camera = Settings(**head["settings"])
    spent = peer.timed(lambda: made.append(picture(scene, camera, silent, None, lambda _: None)))
    (folder / "ours.json").write_text(json.dumps(spent))
    np.save(folder / "ours.npy", made[0])


def keep(folder: Path, target: Path, quality: str) -> None:
    """Both pictures as PNG; Cycles' light is developed as ours is."""
    from facevalue.core.photo import Header, Photo, Picture
    from facevalue.core.places import Size
    from facevalue.photos.pixels import encode
    from facevalue.studio.doll.render.picture import EXPOSURE
    from facevalue.studio.doll.render.tone import developed

    target.mkdir(parents=True, exist_ok=True)
    pictures = {"ours": np.load(folder / "ours.npy")}
    if (folder / "cycles.npy").is_file():
        pictures["cycles"] = developed(np.load(folder / "cycles.npy"), EXPOSURE)
    like = Photo(b"", "png", Header(Size(1, 1)))
    for name, pixels in pictures.items():
        (target / f"{quality}_{name}.png").write_bytes(encode(Picture(pixels), like).data)


def table(figures: dict[str, Any]) -> None:
    """A line for each renderer and quality."""
    for quality in QUALITIES:
        one = figures[quality]
        print(f"{quality}: {one['pixels']}, {one['samples']} paths, {one['triangles']:,} triangles")
        print(f"  {'':12}" + "".join(f"{name:>16}" for name in COLUMNS))
        for name in ("ours_first", "ours", "cycles_lean", "cycles"):
            if name in one:
                print(f"  {name:12}" + "".join(f"{one[name][key]:16}" for key in COLUMNS))


if __name__ == "__main__":
    sys.exit(main())
