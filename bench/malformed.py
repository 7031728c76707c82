"""Broken and hostile files: every one ends in an answer or a refusal, soon and small.

``python3 do.py bench malformed FOLDER``: FOLDER holds a MANIFEST.tsv with a column ``file``,
or just files. Each file goes through ``check`` and ``protect`` in a process of its own.
"""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import asdict, dataclass
from pathlib import Path

MOST_SECONDS = 5.0
MOST_BYTES = 1_000_000_000


@dataclass(frozen=True)
class Run:
    """One command on one file."""

    file: str
    command: str
    exit_status: int
    seconds: float
    megabytes: float
    says: str

    @property
    def ended_well(self) -> bool:
        """An answer (0), or a refusal with a numbered sentence; never a traceback."""
        numbered = "[E" in self.says and "Traceback" not in self.says
        return self.exit_status == 0 or (self.exit_status in (2, 3, 4) and numbered)


def main(folder: Path) -> int:
    files = _files(folder)
    with tempfile.TemporaryDirectory() as scratch:
        runs = [_run(file, command, Path(scratch)) for file in files for command in COMMANDS]
    bad = [run for run in runs if not run.ended_well]
    slow = max(runs, key=lambda run: run.seconds)
    large = max(runs, key=lambda run: run.megabytes)
    _table(runs)
    print(f"slowest: {slow.seconds:.2f} s   {slow.command} {slow.file}")
    print(f"largest: {large.megabytes:.0f} MB   {large.command} {large.file}")
    for run in bad:
        print(f"ENDED BADLY: {run.command} {run.file}: exit {run.exit_status} {run.says[-200:]}")
    held = not bad and slow.seconds <= MOST_SECONDS and large.megabytes * 1e6 <= MOST_BYTES
    answer = {
        "files": len(files),
        "runs": len(runs),
        "ended_badly": len(bad),
        "answers": sum(run.exit_status == 0 for run in runs),
        "refusals": sum(run.exit_status in (2, 3, 4) for run in runs),
        "slowest": asdict(slow),
        "largest": asdict(large),
        "held": held,
    }
    print(json.dumps(answer))
    return 0 if held else 1


COMMANDS = ("check", "protect")


def _files(folder: Path) -> list[Path]:
    manifest = folder / "MANIFEST.tsv"
    if not manifest.exists():
        return sorted(path for path in folder.rglob("*") if path.is_file())
    with manifest.open(newline="") as text:
        rows = csv.DictReader(text, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [folder / row["file"] for row in rows]


def _run(file: Path, command: str, scratch: Path) -> Run:
    arguments = [sys.executable, "-m", "facevalue", command, str(file), "--json"]
    if command == "protect":
        arguments += ["--into", str(scratch), "--overwrite"]
    started = time.perf_counter()
    process = subprocess.Popen(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    assert process.stderr is not None
    says = process.stderr.read().decode(errors="replace")
    process.stderr.close()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    return Run(
        file.name[:80],
        command,
        process.returncode,
        round(seconds, 3),
        round(usage.ru_maxrss / 1024, 1),
        says.strip()[-300:],
    )


def _table(runs: list[Run]) -> None:
    counts = Counter((run.command, _outcome(run)) for run in runs)
    print(f"{'command':10}{'outcome':34}{'files':>6}")
    for (command, outcome), count in sorted(counts.items()):
        print(f"{command:10}{outcome:34}{count:6}")


def _outcome(run: Run) -> str:
    if run.exit_status == 0:
        return "answer"
    number = run.says.rsplit("[", 1)[-1].rstrip("]") if "[E" in run.says else "?"
    return f"refused, exit {run.exit_status}, {number}"


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("name one folder of data")
    sys.exit(main(Path(sys.argv[1])))
