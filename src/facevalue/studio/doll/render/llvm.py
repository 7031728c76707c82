"""Where a libLLVM is that the renderer can compile with, and how it is loaded.

Dr.Jit refuses LLVM 14 and aborts the process with LLVM 15; those are never tried.
"""

from __future__ import annotations

import os
import sys
import sysconfig
from collections.abc import Iterator
from pathlib import Path

OLDEST, NEWEST = 16, 30
"""Versions of LLVM that are looked for."""

RUNTIME = ("libunwind.so.1", "libc++abi.so.1", "libc++.so.1")
"""What the wheel's libLLVM needs, in the order in which it must be loaded."""

PLACES = {
    "linux": (
        "/usr/lib/x86_64-linux-gnu/libLLVM.so.{n}.1",
        "/usr/lib/x86_64-linux-gnu/libLLVM-{n}.so",
        "/usr/lib/aarch64-linux-gnu/libLLVM.so.{n}.1",
        "/usr/lib/aarch64-linux-gnu/libLLVM-{n}.so",
        "/usr/lib/llvm-{n}/lib/libLLVM.so.1",
        "/usr/lib64/libLLVM.so.{n}.1",
        "/usr/lib64/libLLVM-{n}.so",
        "/usr/lib/libLLVM.so.{n}.1",
        "/usr/lib/libLLVM-{n}.so",
    ),
    "darwin": (
        "/opt/homebrew/opt/llvm@{n}/lib/libLLVM.dylib",
        "/usr/local/opt/llvm@{n}/lib/libLLVM.dylib",
    ),
}
"""Where systems keep it, by platform; ``{n}`` is the version."""


def libraries() -> Iterator[Path]:
    """The libraries to try, the one that was named or installed with us first."""
    named = os.environ.get("DRJIT_LIBLLVM_PATH")
    if named and Path(named).is_file():
        yield Path(named)
    yield from sorted(_installed().glob("libLLVM.so.*"), reverse=True)
    for version in range(NEWEST, OLDEST - 1, -1):
        for pattern in PLACES.get(sys.platform, ()):
            place = Path(pattern.format(n=version))
            if place.is_file():
                yield place


def load(library: Path) -> None:
    """Make Dr.Jit use this library. Call it before Mitsuba is imported.

    A library from the wheel brings its own C++ runtime, which the system's linker would not
    find: it is loaded first, for all to see.
    """
    import ctypes

    for folder in library.parent.glob("*-linux-*"):
        for name in RUNTIME:
            if (folder / name).is_file():
                ctypes.CDLL(str(folder / name), mode=ctypes.RTLD_GLOBAL)
    os.environ["DRJIT_LIBLLVM_PATH"] = str(library)


def _installed() -> Path:
    """Where the wheel of karellen-llvm-core puts it: the environment's own ``lib``."""
    return Path(sysconfig.get_path("data")) / "lib"
