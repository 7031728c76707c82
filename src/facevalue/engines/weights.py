"""The asset files: found by name, checked against their digest before anybody uses them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

from ..core.errors import BadAsset, NoEngine, Unknown

_PACKAGE = Path(__file__).resolve().parent.parent
ROWS = _PACKAGE / "assets.toml"
FOLDER = _PACKAGE / "assets"


@dataclass(frozen=True, slots=True)
class Asset:
    """One row of assets.toml: a file, the package it comes from, its digest and licence."""

    name: str
    registry: str
    package: str
    version: str
    inside: str
    sha256: str
    licence: str
    licence_inside: str
    licence_sha256: str
    used_by: str
    what: str
    tag: str = ""
    select: str = ""
    inside_sha256: str = ""

    @property
    def file(self) -> Path:
        """Where the file is stored."""
        return FOLDER / self.name


@cache
def assets() -> tuple[Asset, ...]:
    """Every row of assets.toml, in its order."""
    import tomllib

    rows = tomllib.loads(ROWS.read_text(encoding="utf-8"))["asset"]
    return tuple(Asset(**row) for row in rows)


def asset(name: str) -> Asset:
    """The row of that name. Raises Unknown."""
    for row in assets():
        if row.name == name:
            return row
    raise Unknown("asset", name, [row.name for row in assets()])


def load(name: str) -> bytes:
    """The bytes of an asset; what is given back is what was checked.

    Raises NoEngine when the file is not here, BadAsset when it is not the one that was
    pinned, Unknown when no row has that name.
    """
    row = asset(name)
    try:
        data = row.file.read_bytes()
    except OSError as error:
        raise NoEngine(_missing(row, error)) from None
    if sha256(data).hexdigest() != row.sha256:
        raise BadAsset(
            f"{row.name} is here, but it is not the file that was pinned (its SHA-256 "
            "differs): it was damaged or exchanged, and is not used. "
            f"{GET[0].upper()}{GET[1:]}"
        )
    return data


@cache
def path(name: str) -> Path:
    """Where an asset lies, after checking it once in this process. Raises as ``load`` does."""
    load(name)
    return asset(name).file


GET = (
    "in a checkout run 'python3 do.py assets', which brings it again; "
    "otherwise install facevalue from its wheel again"
)
"""How to get an asset that is missing or damaged."""


def _missing(row: Asset, error: OSError) -> str:
    why = "is not here" if isinstance(error, FileNotFoundError) else f"cannot be read ({error})"
    return f"{row.name} ({row.what}) {why}: {GET}"
