"""The set in Mitsuba: shapes and lights put together.

Runs only in the rendering process. Every object is made on its own and handed over: objects
that Mitsuba makes itself from nested dictionaries end up in an order that differs from run
to run, and the picture with it.
"""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterable
from typing import Any

from . import surfaces
from .lights import SKY, Light, lights
from .scene import Scene


def stage(scene: Scene, alike: bool = False) -> Any:
    """All shapes with the lights; if ``alike``, with fillers below the floor.

    Compiled code depends on the kinds of surfaces there are, their order and the number of
    shapes. With the fillers these are the same in every picture, so that nothing is compiled
    for the next one.
    """
    fillers = surfaces.fillers(scene.parts) if alike else []
    parts = [*fillers, *scene.parts]
    paints = surfaces.Paints()
    names = [f"part{i}" for i in range(len(parts))]
    shapes = {
        name: surfaces.shape(part, name, paints) for name, part in zip(names, parts, strict=True)
    }
    return assembled(shapes, lights(scene))


def assembled(shapes: dict[str, Any], lamps: Iterable[Light] = ()) -> Any:
    """A Mitsuba scene of shapes and, if there are any, lights with a bright surrounding."""
    import mitsuba as mi

    made = {f"light{i}": _lamp(light) for i, light in enumerate(lamps)}
    if made:
        sky = {"type": "constant", "radiance": {"type": "rgb", "value": list(SKY)}}
        made["sky"] = mi.load_dict(sky)
    return mi.load_dict({"type": "scene", **shapes, **made})


def compiled() -> bool:
    """Whether Mitsuba works by LLVM, not by its plain variant."""
    import mitsuba as mi

    return str(mi.variant()).startswith("llvm")


def freed() -> None:
    """Give memory of scenes that nobody holds any more, and of the compiler, to the system."""
    import ctypes
    import gc

    import drjit

    gc.collect()
    drjit.flush_malloc_cache()
    if sys.platform == "linux":
        with contextlib.suppress(AttributeError):  # only the GNU library has it
            ctypes.CDLL(None).malloc_trim(0)


def _lamp(light: Light) -> Any:
    import drjit as dr
    import mitsuba as mi

    place = mi.ScalarTransform4f().look_at(
        origin=list(light.at), target=list(light.towards), up=[0, 1, 0.01]
    )
    radiance = {"type": "rgb", "value": list(light.radiance)}
    described = {
        "type": "rectangle",
        "to_world": place @ mi.ScalarTransform4f().scale([*light.size, 1]),
        "emitter": {"type": "area", "radiance": radiance},
        "bsdf": {"type": "diffuse", "reflectance": {"type": "rgb", "value": [0, 0, 0]}},
    }
    lamp = mi.load_dict(described)
    if compiled():  # its place is read from memory, not compiled in
        values = mi.traverse(lamp)
        matrix = values["to_world"].matrix
        dr.make_opaque(matrix)
        values["to_world"] = mi.Transform4f(matrix)
        values.update()
    return lamp
