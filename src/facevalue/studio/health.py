"""Whether pictures can be made here, for ``facevalue doctor``."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version

from ..core.health import Health

GET = "pip install facevalue[studio]"
LIBRARIES = (
    ("mitsuba", "renders the doll"),
    ("mitsuba-oidn", "takes the grain out of the render"),
    ("scikit-image", "turns shapes into triangles"),
    ("resvg-py", "draws face, box and charms"),
    ("skia-python", "paints photos in strokes and lines"),
    ("manifold3d", "cuts the box's card and makes one body for the printer"),
)


def health() -> tuple[Health, ...]:
    """One line for each library, and one for what compiles the renderer's kernels."""
    lines = tuple(_library(name, why) for name, why in LIBRARIES)
    return (*lines, _llvm()) if lines[0].here else lines


def _library(name: str, why: str) -> Health:
    try:
        return Health(name, True, f"version {version(name)}", why)
    except PackageNotFoundError:
        return Health(name, False, "is not installed", why, GET)


def _llvm() -> Health:
    """LLVM is a matter of speed: without one the scalar variant renders."""
    from .doll.render.probe import library

    found = library(None)  # nothing is written for a question
    detail = f"{found.name} rendered a test picture" if found else "none here works: not needed"
    why = "renders about three times as fast as without it"
    return Health("LLVM for the renderer", True, detail, why)
