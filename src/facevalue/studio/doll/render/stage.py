"""The set in Mitsuba: shapes, lights and camera put together, rendered in bands of rows.

Runs only in the rendering process. Every object is made on its own and handed over: objects
that Mitsuba makes itself from nested dictionaries end up in an order that differs from run
to run, and the picture with it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import numpy as np

from ..parts import Floats
from . import surfaces
from .camera import View
from .lights import SKY, Light, lights
from .scene import Scene

BAND = 1_500_000
"""Light paths that are followed at once; this bounds the memory of a band."""

Heard = Callable[[float], None] | None
"""Called with the share of the work that is done, 0..1."""


def stage(scene: Scene) -> Any:
    """All shapes with the lights."""
    shapes = {f"part{i}": surfaces.shape(part, f"part{i}") for i, part in enumerate(scene.parts)}
    return assembled(shapes, lights(scene))


def assembled(shapes: dict[str, Any], lamps: Iterable[Light] = ()) -> Any:
    """A Mitsuba scene of shapes and, if there are any, lights with a bright surrounding."""
    import mitsuba as mi

    made = {f"light{i}": mi.load_dict(_lamp(light)) for i, light in enumerate(lamps)}
    if made:
        sky = {"type": "constant", "radiance": {"type": "rgb", "value": list(SKY)}}
        made["sky"] = mi.load_dict(sky)
    return mi.load_dict({"type": "scene", **shapes, **made})


def sensor(view: View, samples: int) -> Any:
    """The camera. The box filter keeps pixels independent, as the denoiser wants them."""
    import mitsuba as mi

    aim = mi.ScalarTransform4f().look_at(
        origin=view.origin.tolist(), target=view.target.tolist(), up=[0, 1, 0]
    )
    film = {
        "type": "hdrfilm",
        "width": view.width,
        "height": view.height,
        "rfilter": {"type": "box"},
        "pixel_format": "rgb",
        "component_format": "float32",
    }
    return mi.load_dict(
        {
            "type": "perspective",
            "to_world": aim,
            "fov": view.fov,
            "fov_axis": "y",
            "film": film,
            "sampler": {"type": "multijitter", "sample_count": samples},
        }
    )


def traced(
    scene: Any, view: View, integrator: Any, samples: int, seed: int, heard: Heard = None
) -> Floats:
    """Pixels, height x width x channels, float32, rendered from top to bottom."""
    import mitsuba as mi

    camera = sensor(view, samples)
    values = mi.traverse(camera)
    rows = max(16, BAND // (samples * view.width))
    bands: list[Floats] = []
    for top in range(0, view.height, rows):
        height = min(rows, view.height - top)
        values["film.crop_offset"] = [0, top]
        values["film.crop_size"] = [view.width, height]
        values.update()
        made = mi.render(
            scene, sensor=camera, integrator=integrator, spp=samples, seed=seed * 65_537 + top
        )
        bands.append(np.array(made, np.float32))
        if heard:
            heard((top + height) / view.height)
    return np.concatenate(bands)


def freed() -> None:
    """Give memory of scenes that nobody holds any more back to the system."""
    import gc

    import drjit

    gc.collect()
    drjit.flush_malloc_cache()


def _lamp(light: Light) -> dict[str, Any]:
    import mitsuba as mi

    place = mi.ScalarTransform4f().look_at(
        origin=list(light.at), target=list(light.towards), up=[0, 1, 0.01]
    )
    radiance = {"type": "rgb", "value": list(light.radiance)}
    return {
        "type": "rectangle",
        "to_world": place @ mi.ScalarTransform4f().scale([*light.size, 1]),
        "emitter": {"type": "area", "radiance": radiance},
        "bsdf": {"type": "diffuse", "reflectance": {"type": "rgb", "value": [0, 0, 0]}},
    }
