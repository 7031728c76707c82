"""Take the noise out of the light, guided by colours and normals (Intel Open Image Denoise)."""

from __future__ import annotations

import numpy as np

from ..parts import Floats

MEMORY_MB = 600
"""What the denoiser may take; above this it works in tiles, which overlap: a full picture costs
twice as much with 400."""


def denoised(light: Floats, albedo: Floats, normal: Floats) -> Floats:
    """The light (height x width x 3, linear) without its noise.

    ``albedo`` and ``normal`` have the same shape and hardly any noise, and are clipped to 0..1
    and -1..1 where they are; they keep print and edges crisp. Always worked out on the
    processor: a graphics card gives other bytes.
    """
    import mitsuba_oidn as oidn

    device = oidn.Device(oidn.DeviceType.CPU)
    work = device.new_filter("RT")
    answer = np.empty(light.shape, np.float32)
    images = {
        "color": np.ascontiguousarray(light, np.float32),
        "albedo": np.ascontiguousarray(np.clip(albedo, 0, 1, out=albedo), np.float32),
        "normal": np.ascontiguousarray(np.clip(normal, -1, 1, out=normal), np.float32),
        "output": answer,
    }
    for name, image in images.items():
        work.set_image(name, image)
    work.hdr = True
    work.clean_aux = True
    work.max_memory_mb = MEMORY_MB
    work.commit()
    work.execute()
    return answer
