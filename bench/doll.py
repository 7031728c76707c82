"""What a doll costs, and whether its files hold: ``python3 do.py bench doll``.

Each picture is made by a process of its own with a fresh cache; CPU-seconds are those of the
process and its children, peak memory is the resident memory of all of them at once.
"""

from __future__ import annotations

import io
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

PYTHON = [sys.executable, "-m", "facevalue", "make", "doll"]
WORDS = "Ana, marine biologist, I play guitar, take photos and drink tea"
OTHER = "Ana, marine biologist, I ride a bicycle, paint and read books"
LIMITS = {
    "preview_cpu_s": 20,
    "full_cpu_s": 120,
    "full_peak_mb": 1500,
    "second_over_first": 0.6,
    "full_second_over_first": 0.6,
}


def main() -> int:
    figures: dict[str, Any] = {"machine": f"{os.cpu_count()} cores, {platform.machine()}"}
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        photo = _photo(folder)
        figures |= timings(folder, photo)
        figures |= files(folder)
    for name, value in figures.items():
        limit = f"   (at most {LIMITS[name]})" if name in LIMITS else ""
        print(f"{name:32} {value}{limit}")
    print(json.dumps(figures))
    return 0


def _photo(folder: Path) -> Path:
    from facevalue.engines import weights

    path = folder / "portrait.png"
    path.write_bytes(weights.path("astronaut.png").read_bytes())
    return path


def timings(folder: Path, photo: Path) -> dict[str, Any]:
    """In preview and in full size: the first, the same again, the person with other things."""
    figures: dict[str, Any] = {}
    for name, words, quality, cache in (
        ("preview", WORDS, "preview", "one"),
        ("again", WORDS, "preview", "one"),
        ("second", OTHER, "preview", "one"),
        ("full", WORDS, "full", "two"),
        ("full_again", WORDS, "full", "two"),
        ("full_second", OTHER, "full", "two"),
    ):
        target = folder / f"{name}.png"
        words_ = [str(photo), "--words", words, "--quality", quality, "-o", str(target)]
        spent = measured([*PYTHON, *words_], folder / cache)
        figures |= {f"{name}_{key}": value for key, value in spent.items()}
    figures["second_over_first"] = round(figures["second_cpu_s"] / figures["preview_cpu_s"], 3)
    figures["full_second_over_first"] = round(
        figures["full_second_cpu_s"] / figures["full_cpu_s"], 3
    )
    figures["same_bytes_twice"] = (folder / "preview.png").read_bytes() == (
        folder / "again.png"
    ).read_bytes()
    return figures


def measured(command: list[str], cache: Path) -> dict[str, float]:
    """CPU-seconds, seconds and peak megabytes of a command and its children together."""
    before, began = os.times(), time.perf_counter()
    environment = {**os.environ, "FACEVALUE_CACHE": str(cache)}
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)
    peak = 0.0
    while process.poll() is None:
        peak = max(peak, _resident(process.pid))
        time.sleep(0.02)
    after = os.times()
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} ended with {process.returncode}")
    cpu = after.children_user + after.children_system
    cpu -= before.children_user + before.children_system
    return {
        "cpu_s": round(cpu, 1),
        "wall_s": round(time.perf_counter() - began, 1),
        "peak_mb": round(peak),
    }


def _resident(pid: int) -> float:
    """Resident megabytes of a process and everything below it, from /proc."""
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
        below = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except (OSError, IndexError):
        return 0.0
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6 + sum(_resident(int(each)) for each in below)


def files(folder: Path) -> dict[str, Any]:
    """GLB and STL of several figures, loaded again by trimesh."""
    figures: dict[str, Any] = {}
    for name, settings in (
        ("plain", []),
        ("long", ["--hair", "long", "--outfit", "dress", "--glasses", "cat"]),
        ("hijab", ["--hair", "hijab", "--outfit", "labcoat"]),
        ("beard", ["--hair", "turban", "--beard", "long", "--glasses", "round"]),
        ("wheelchair", ["--words", "Max, wheelchair user and chef", "--hair", "curly"]),
    ):
        target = folder / f"{name}.png"
        words = [] if "--words" in settings else ["--words", WORDS]
        command = [*PYTHON, *words, *settings, "--glb", "--stl", "-o", str(target)]
        spent = measured(command, folder / "one")
        figures[f"{name}_with_files_cpu_s"] = spent["cpu_s"]
        figures |= {f"{name}_{key}": value for key, value in checked(target).items()}
    return figures


def checked(picture: Path) -> dict[str, Any]:
    """Sizes, and what the STL is after loading."""
    import trimesh

    solid = trimesh.load(
        io.BytesIO(picture.with_suffix(".stl").read_bytes()), file_type="stl", force="mesh"
    )
    glb = picture.with_suffix(".glb").read_bytes()
    scene = trimesh.load(io.BytesIO(glb), file_type="glb")
    return {
        "glb_mb": round(len(glb) / 1e6, 2),
        "glb_meshes": len(scene.geometry),
        "stl_mb": round(picture.with_suffix(".stl").stat().st_size / 1e6, 2),
        "stl_watertight": bool(solid.is_watertight),
        "stl_bodies": int(solid.body_count),
        "stl_height_mm": round(float(solid.extents[2]), 2),
        "stl_cm3": round(float(solid.volume) / 1000, 1),
    }


if __name__ == "__main__":
    sys.exit(main())
