"""Metadata: what is found, against labels; what is left after strip, against exiftool.

``python3 do.py bench metadata FOLDER``: FOLDER holds a MANIFEST.tsv (per file yes/no flags such
as ``gps`` or ``serial``; ``True`` is yes) and the files. Recall is counted per file and flag.
After ``protect --only strip`` one batch of exiftool reads every output; its own recall on the
originals is printed beside, so that "it finds nothing" can be trusted. Pixels are compared
frame by frame as stored, before colours and orientation are applied.
"""

from __future__ import annotations

import csv
import io
import json
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from _things import THINGS
from facevalue import protect
from facevalue.core.errors import FacevalueError
from facevalue.core.finding import Kind
from facevalue.findings.metadata.device import NEEDED
from facevalue.findings.metadata.look import look_metadata
from facevalue.photos.fields import metadata
from facevalue.photos.formats.catalogue import FORMATS
from facevalue.photos.open import open_photo

BAR = 0.97
Tags = dict[str, Any]


@dataclass
class Counts:
    """Of one flag in one format."""

    labelled: int = 0
    found: int = 0
    oracle: int = 0
    left: int = 0
    missed: list[str] = field(default_factory=list)


@dataclass
class Seen:
    """What one file gave."""

    file: str
    format: str
    flags: set[str]
    tell: int = 0
    lossless: bool = False
    same_pixels: bool | None = None
    kept: bool = False
    second_look: list[str] = field(default_factory=list)
    output: Path | None = None


def main(folder: Path) -> int:
    if shutil.which("exiftool") is None:
        print(
            "exiftool is not on this machine, and it is the judge of this bench; "
            "install the package libimage-exiftool-perl",
            file=sys.stderr,
        )
        return 4
    rows = _rows(folder / "MANIFEST.tsv")
    started = time.perf_counter()
    with tempfile.TemporaryDirectory() as scratch:
        seen = [_look(folder, row, Path(scratch)) for row in rows]
        files = {one.file: one for one in seen if isinstance(one, Seen)}
        refused = {
            row["file"]: why for row, why in zip(rows, seen, strict=True) if isinstance(why, str)
        }
        before = _exiftool(folder / name for name in files)
        after = _exiftool(one.output for one in files.values() if one.output)
    table = _counted(rows, files, before, after)
    labelled = sum(_labelled(row) for row in rows if row["file"] in refused)
    answer = _answer(table, files, refused, labelled, time.perf_counter() - started)
    _show(table, files, refused)
    print(json.dumps(answer))
    return 0 if answer["held"] else 1


def _labelled(row: dict[str, str]) -> bool:
    return any(row.get(thing.flag) == "True" for thing in THINGS)


def _rows(manifest: Path) -> list[dict[str, str]]:
    with manifest.open(newline="", encoding="utf-8") as text:
        return list(csv.DictReader(text, delimiter="\t", quoting=csv.QUOTE_NONE))


def _look(folder: Path, row: dict[str, str], scratch: Path) -> Seen | str:
    """What was found and the stripped copy, or the sentence of the refusal."""
    path = folder / row["file"]
    try:
        photo = open_photo(path)
        findings = look_metadata(metadata(photo))
        flags = {thing.flag for thing in THINGS if any(thing.ours(found) for found in findings)}
        seen = Seen(row["file"], photo.format, flags)
        seen.tell = sum(found.kind is not Kind.MARK for found in findings)
        safe = protect(path, only=("strip",))
    except FacevalueError as error:
        return str(error)
    assert safe.photo is not None
    seen.output = scratch / f"{len(list(scratch.iterdir()))}{path.suffix}"
    seen.output.write_bytes(safe.photo.data)
    seen.same_pixels = _same(path.read_bytes(), safe.photo.data)
    left = look_metadata(metadata(safe.photo))
    seen.kept = any(found.because == NEEDED for found in left)
    telling = (f for f in left if f.kind is not Kind.MARK and f.because != NEEDED)
    seen.second_look = [str(found.where) for found in telling]
    seen.lossless = FORMATS[photo.format].strip(photo.data).lossless
    return seen


def _same(first: bytes, second: bytes) -> bool | None:
    """Whether every frame decodes to the same bytes; None when the original does not decode."""
    from pi_heif import register_heif_opener
    from PIL import Image, ImageFile, ImageSequence

    register_heif_opener()
    ImageFile.LOAD_TRUNCATED_IMAGES = True
    try:
        one, two = (
            [
                (frame.mode, frame.tobytes())
                for frame in ImageSequence.Iterator(Image.open(io.BytesIO(data)))
            ]
            for data in (first, second)
        )
    except (OSError, ValueError, SyntaxError):
        return None
    return one == two


def _exiftool(paths: Iterable[Path | None]) -> dict[str, Tags]:
    """All tags of all files by path, from one process."""
    names = [str(path) for path in paths if path]
    command = ["exiftool", "-j", "-a", "-G1", "-n", "-ee", "-u", "-@", "-"]
    done = subprocess.run(
        command, input="\n".join(names), capture_output=True, text=True, check=False
    )
    return {tags["SourceFile"]: tags for tags in json.loads(done.stdout or "[]")}


Table = dict[tuple[str, str], Counts]


def _counted(
    rows: list[dict[str, str]],
    files: dict[str, Seen],
    before: dict[str, Tags],
    after: dict[str, Tags],
) -> Table:
    """Counts by flag and format."""
    at_first = {Path(path).name: tags for path, tags in before.items()}
    table: Table = {}
    for row in rows:
        seen = files.get(row["file"])
        if seen is None:
            continue
        tags, rest = at_first.get(Path(row["file"]).name, {}), after.get(str(seen.output), {})
        for thing in THINGS:
            counts = table.setdefault((thing.flag, seen.format), Counts())
            if thing.told_by(rest):
                counts.left += 1
            if row.get(thing.flag) != "True":
                continue
            counts.labelled += 1
            counts.oracle += thing.told_by(tags)
            if thing.flag in seen.flags:
                counts.found += 1
            else:
                counts.missed.append(seen.file)
    return table


def _summed(table: Table, flag: str) -> Counts:
    rows = [counts for (name, _), counts in table.items() if name == flag]
    total = Counts(
        *(sum(getattr(row, key) for row in rows) for key in ("labelled", "found", "oracle", "left"))
    )
    total.missed = [name for row in rows for name in row.missed]
    return total


def _answer(
    table: Table, files: dict[str, Seen], refused: dict[str, str], labelled: int, seconds: float
) -> dict[str, Any]:
    flags: dict[str, Any] = {}
    for thing in THINGS:
        total = _summed(table, thing.flag)
        recall = round(total.found / total.labelled, 4) if total.labelled else None
        flags[thing.flag] = {
            "judged": thing.judged,
            "labelled": total.labelled,
            "recall": recall,
            "oracle_before": total.oracle,
            "oracle_after": total.left,
        }
    judged = [flags[thing.flag] for thing in THINGS if thing.judged]
    same = Counter((one.lossless, one.same_pixels) for one in files.values())
    held = (
        all(row["recall"] is None or row["recall"] >= BAR for row in judged)
        and not any(row["oracle_after"] for row in flags.values())
        and not same[(True, False)]
        and not any(one.second_look for one in files.values())
    )
    return {
        "files": len(files) + len(refused),
        "read": len(files),
        "refused": len(refused),
        "flags": flags,
        "lossless": sum(one.lossless for one in files.values()),
        "lossless_and_same_pixels": same[(True, True)],
        "pixels_changed": same[(True, False)],
        "kept_colour_numbers": sum(one.kept for one in files.values()),
        "labelled_but_refused": labelled,
        "undecodable_before": same[(True, None)] + same[(False, None)],
        "outputs_that_tell": sum(bool(one.second_look) for one in files.values()),
        "seconds": round(seconds, 1),
        "held": held,
    }


def _show(table: Table, files: dict[str, Seen], refused: dict[str, str]) -> None:
    formats = sorted({one.format for one in files.values()})
    print("found of labelled, by format; after strip: files in which exiftool still finds it")
    print(
        f"{'':14}"
        + "".join(f"{name:>9}" for name in formats)
        + f"{'all':>11}{'recall':>8}{'after':>7}"
    )
    for thing in THINGS:
        cells = [table.get((thing.flag, name), Counts()) for name in formats]
        total = _summed(table, thing.flag)
        row = "".join(f"{f'{c.found}/{c.labelled}' if c.labelled else '.':>9}" for c in cells)
        recall = f"{total.found / total.labelled:8.3f}" if total.labelled else f"{'.':>8}"
        print(f"{thing.flag:14}{row}{f'{total.found}/{total.labelled}':>11}{recall}{total.left:7}")
    print(
        f"{'files':14}"
        + "".join(f"{sum(o.format == n for o in files.values()):>9}" for n in formats)
    )
    for thing in THINGS:
        for name in _summed(table, thing.flag).missed:
            print(f"missed {thing.flag}: {name}")
    for one in files.values():
        if one.lossless and one.same_pixels is False:
            print(f"PIXELS CHANGED: {one.file}")
        if one.second_look:
            print(f"STILL TELLS: {one.file}: {', '.join(one.second_look[:6])}")
    for why, count in Counter(refused.values()).most_common():
        print(f"refused {count}: {why[:150]}")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("name one folder of data")
    sys.exit(main(Path(sys.argv[1])))
