"""What a camera sees of a Mitsuba scene, followed in bands of rows, for all pixels or for some.

Runs only in the rendering process. With LLVM the paths of a band are one wavefront that we
start ourselves: no number that changes from band to band or from picture to picture stands in
the compiled code, so that one kernel serves them all. A pixel's light depends on the scene, the
seed and its own place, not on which other pixels are wanted.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..parts import Floats
from .camera import View
from .stage import compiled

BAND = 3_000_000
"""Light paths that are followed at once, some 50 bytes each. Every band costs time before the
first path, because Dr.Jit goes through the code of all surfaces again."""

Heard = Callable[[float], None] | None
"""Called with the share of the work that is done, 0..1."""

Mask = NDArray[np.bool_]
"""Which pixels, height x width."""


def traced(
    scene: Any,
    view: View,
    integrator: Any,
    samples: int,
    seed: int,
    heard: Heard = None,
    wanted: Mask | None = None,
) -> Floats:
    """Pixels, height x width x channels, float32, from top to bottom; zero where not wanted.

    ``samples`` is a power of two. ``wanted`` has at least one pixel. Without LLVM all pixels
    are worked out.
    """
    camera = _camera(view, samples)
    rows = max(16, BAND // (samples * view.width))
    made: Floats | None = None
    for top in range(0, view.height, rows):
        height = min(rows, view.height - top)
        band = Band(scene, camera, integrator, view, samples, seed * 65_537 + top, top, height)
        part = None if wanted is None or not compiled() else wanted[top : top + height]
        if part is None or part.any():
            pixels = _wave(band, part) if compiled() else _crop(band)
            if made is None:
                made = np.zeros((view.height, view.width, pixels.shape[-1]), np.float32)
            made[top : top + height] = pixels
        if heard:
            heard((top + height) / view.height)
    if made is None:
        raise ValueError("no pixel is wanted")
    return made


@dataclass(frozen=True, slots=True)
class Band:
    """``height`` rows of a picture from row ``top`` on, and what they are traced with."""

    scene: Any
    camera: Any
    integrator: Any
    view: View
    samples: int
    seed: int
    top: int
    height: int


def _wave(band: Band, wanted: Mask | None) -> Floats:
    """A band as one wavefront: ``samples`` lanes for a pixel, those of unwanted ones asleep."""
    import drjit as dr
    import mitsuba as mi

    width, samples, sampler = band.view.width, band.samples, band.camera.sampler()
    count = band.height * width * samples
    sampler.seed(dr.opaque(mi.UInt32, band.seed), count)
    pixel = dr.arange(mi.UInt32, count) // samples
    wide, high, first = (
        dr.opaque(mi.UInt32, number) for number in (width, band.view.height, band.top)
    )
    row = pixel // wide
    place = mi.Point2f(pixel - row * wide, row + first) + sampler.next_2d()
    place /= mi.Vector2f(mi.Float(wide), mi.Float(high))
    ray, _ = band.camera.sample_ray_differential(mi.Float(0), mi.Float(0), place, mi.Point2f(0.5))
    awake = np.ones((band.height, width), bool) if wanted is None else wanted
    active = dr.gather(mi.Bool, mi.Bool(awake.ravel()), pixel)
    light, _, more = band.integrator.sample(band.scene, sampler, ray, None, active)
    lanes = list(more)[::-1] or [light.z, light.y, light.x]
    dr.eval(lanes)
    del light, more, ray, place, active
    means = []
    while lanes:  # each goes as soon as it is added up: they are large
        means.append(np.array(lanes.pop()).reshape(band.height, width, samples).mean(-1))
    return np.stack(means, -1)


def _crop(band: Band) -> Floats:
    """A band by Mitsuba's own loop over pixels."""
    import mitsuba as mi

    values = mi.traverse(band.camera)
    values["film.crop_offset"] = [0, band.top]
    values["film.crop_size"] = [band.view.width, band.height]
    values.update()
    made = mi.render(
        band.scene,
        sensor=band.camera,
        integrator=band.integrator,
        spp=band.samples,
        seed=band.seed,
    )
    return np.array(made, np.float32)


def _camera(view: View, samples: int) -> Any:
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
