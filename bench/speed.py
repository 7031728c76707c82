"""Speed and memory, as ratios in one run: strip, check, start, a folder of 1,000 photos.

``python3 do.py bench speed``: needs Debian's exiftool for one of the ratios; the peers
deface and imgstrip come with the bench extra. Photos are made by the code.
"""

from __future__ import annotations

import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

WIDTH, HEIGHT = 4000, 3000
FOLDER = 1000


def main() -> int:
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        photo = twelve_megapixels()
        figures: dict[str, Any] = {"machine": _machine(), "photo_bytes": len(photo)}
        figures |= strip_ratios(photo, folder)
        figures |= check_ratios(photo)
        figures |= start()
        figures |= thousand(folder)
    for name, value in figures.items():
        print(f"{name:44} {value}")
    print(json.dumps(figures))
    return 0


def twelve_megapixels() -> bytes:
    """A portrait of 4000 x 3000 with sensor-like noise and a telephone's metadata."""
    from facevalue.core.photo import Header, Photo, Picture
    from facevalue.core.places import Size
    from facevalue.demo.phone import dressed
    from facevalue.engines import weights
    from facevalue.photos.open import open_photo
    from facevalue.photos.pixels import decode, encode, preview

    small = decode(open_photo(weights.path("astronaut.png"))).pixels
    rows = np.linspace(0, small.shape[0] - 1, HEIGHT).astype(int)
    columns = np.linspace(0, small.shape[1] - 1, WIDTH).astype(int)
    large = small[rows][:, columns].astype(np.int16)
    noise = np.random.default_rng(7).normal(0, 4, large.shape)
    picture = Picture((large + noise).clip(0, 255).astype(np.uint8))
    empty = Photo(b"", "jpeg", Header(Size(1, 1)))
    return dressed(encode(picture, empty).data, preview(picture, 160))


def strip_ratios(photo: bytes, folder: Path) -> dict[str, Any]:
    """Our strip against exiftool kept open and imgstrip, on the same file."""
    from facevalue.photos.formats.catalogue import FORMATS

    ours = best(lambda: FORMATS["jpeg"].strip(photo), 20)
    half = photo[: len(photo) // 2]
    answer: dict[str, Any] = {"strip_ms": round(ours * 1e3, 2)}
    answer["strip_ms_half_the_bytes"] = round(
        best(lambda: FORMATS["jpeg"].strip(half), 20) * 1e3, 2
    )
    peers = {"exiftool": _exiftool(photo, folder), "imgstrip": _imgstrip(photo, folder)}
    for name, seconds in peers.items():
        if seconds is None:
            print(f"{name} is not installed here: its ratio is left out")
            continue
        answer[f"{name}_ms"] = round(seconds * 1e3, 1)
        answer[f"strip_times_faster_than_{name}"] = round(seconds / ours, 1)
    return answer


def check_ratios(photo: bytes) -> dict[str, Any]:
    """The whole check against decoding and the network alone; our finder against deface's."""
    import facevalue
    from facevalue.engines import face_finder
    from facevalue.photos.open import open_photo
    from facevalue.photos.pixels import decode

    opened = open_photo(photo)
    picture = decode(opened)
    whole = best(lambda: facevalue.check(photo), 5)
    decoding = best(lambda: _decode_alone(photo), 5)
    network = best(_network_alone(picture.pixels), 5)
    finder = best(lambda: face_finder.find(picture.pixels), 5)
    answer: dict[str, Any] = {
        "check_ms": round(whole * 1e3, 1),
        "decode_alone_ms": round(decoding * 1e3, 1),
        "network_alone_ms": round(network * 1e3, 1),
        "check_over_decode_and_network": round(whole / (decoding + network), 3),
        "finder_ms": round(finder * 1e3, 1),
        "faces_ours": len(face_finder.find(picture.pixels)),
    }
    return answer | _deface(picture.pixels, finder)


def _decode_alone(photo: bytes) -> None:
    """Decoding in this process, with nothing around it."""
    import io

    from PIL import Image

    np.asarray(Image.open(io.BytesIO(photo)).convert("RGB"))


def _network_alone(pixels: np.ndarray[Any, Any]) -> Callable[[], object]:
    """The network once, at the input size that our finder takes for this photo."""
    from facevalue.engines import face_finder

    return face_finder.bare_run(pixels)


def _deface(pixels: np.ndarray[Any, Any], ours: float) -> dict[str, Any]:
    try:
        from deface.centerface import CenterFace
    except ImportError:
        print("deface is not installed here: its ratio is left out")
        return {}
    peer = CenterFace(backend="opencv")
    seconds = best(lambda: peer(pixels, threshold=0.2), 2)
    return {
        "deface_ms": round(seconds * 1e3, 1),
        "finder_times_faster_than_deface": round(seconds / ours, 2),
        "faces_deface": len(peer(pixels, threshold=0.2)[0]),
    }


def start() -> dict[str, Any]:
    """``facevalue --help`` as a process of its own."""
    command = [sys.executable, "-m", "facevalue", "--help"]
    seconds = best(lambda: subprocess.run(command, check=True, capture_output=True), 7)
    return {"help_seconds": round(seconds, 3)}


def thousand(folder: Path) -> dict[str, Any]:
    """Peak memory of a check of 100 and of 1,000 photos of two megapixels."""
    photos = folder / "many"
    photos.mkdir()
    small = _two_megapixels()
    for number in range(FOLDER):
        (photos / f"{number:04}.jpg").write_bytes(small)
    few = folder / "few"
    few.mkdir()
    for number in range(FOLDER // 10):
        (few / f"{number:04}.jpg").write_bytes(small)
    one = folder / "twelve.jpg"
    one.write_bytes(twelve_megapixels())
    answer: dict[str, Any] = {}
    for name, path in (("one_12_megapixels", one), ("100_photos", few), ("1000_photos", photos)):
        seconds, megabytes = _measured(["check", str(path), "--json"])
        answer[f"{name}_seconds"] = round(seconds, 1)
        answer[f"{name}_peak_mb"] = round(megabytes, 1)
    return answer


def _two_megapixels() -> bytes:
    from facevalue.core.photo import Picture
    from facevalue.photos.open import open_photo
    from facevalue.photos.pixels import decode, encode

    photo = open_photo(twelve_megapixels())
    smaller = np.ascontiguousarray(decode(photo).pixels[::3, ::3])
    return encode(Picture(smaller), photo).data


def _measured(arguments: list[str]) -> tuple[float, float]:
    """Seconds, and peak resident megabytes of the process and its child added together."""
    started = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "facevalue", *arguments], stdout=subprocess.DEVNULL
    )
    peak = 0.0
    while process.poll() is None:
        peak = max(peak, _resident(process.pid))
        time.sleep(0.02)
    return time.perf_counter() - started, peak


def _resident(pid: int) -> float:
    """Resident megabytes of a process and its children, from /proc; 0 where there is none."""
    total = 0.0
    for each in (pid, *_children(pid)):
        try:
            pages = int(Path(f"/proc/{each}/statm").read_text().split()[1])
        except (OSError, IndexError):
            continue
        total += pages * os.sysconf("SC_PAGE_SIZE") / 1e6
    return total


def _children(pid: int) -> list[int]:
    try:
        return [int(p) for p in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []


def _exiftool(photo: bytes, folder: Path) -> float | None:
    """Seconds for one ``-all=`` by an exiftool that is kept open."""
    if shutil.which("exiftool") is None:
        return None
    process = subprocess.Popen(
        ["exiftool", "-stay_open", "True", "-@", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    source = folder / "exiftool.jpg"
    source.write_bytes(photo)
    times = []
    for number in range(12):
        target = folder / f"exiftool-{number}.jpg"
        started = time.perf_counter()
        process.stdin.write(f"-all=\n-o\n{target}\n{source}\n-execute\n")
        process.stdin.flush()
        while not process.stdout.readline().startswith("{ready"):
            pass
        times.append(time.perf_counter() - started)
    process.stdin.write("-stay_open\nFalse\n")
    process.stdin.close()
    process.wait()
    process.stdout.close()
    return statistics.median(times[1:])


def _imgstrip(photo: bytes, folder: Path) -> float | None:
    """Seconds for one file by imgstrip, less the time that it takes to start."""
    program = shutil.which("imgstrip", path=str(Path(sys.executable).parent))
    if program is None:
        return None
    source = folder / "imgstrip.jpg"
    source.write_bytes(photo)
    run = [program, "-f", "--quiet", str(source), "-o", str(folder / "imgstrip.out.jpg")]
    whole = best(lambda: subprocess.run(run, check=True, capture_output=True), 3)
    idle = best(lambda: subprocess.run([program, "--version"], capture_output=True), 3)
    return whole - idle


def best(work: Callable[[], object], times: int) -> float:
    """Seconds of the median of several runs after one that is not counted."""
    work()
    taken = []
    for _ in range(times):
        started = time.perf_counter()
        work()
        taken.append(time.perf_counter() - started)
    return statistics.median(taken)


def _machine() -> str:
    return f"{os.cpu_count()} cores, {platform.machine()}, Python {platform.python_version()}"


if __name__ == "__main__":
    sys.exit(main())
