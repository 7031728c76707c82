"""What grows on skin, painted: freckles, stubble and the shadow under a beard."""

from __future__ import annotations

import random

import numpy as np

from .features import Features
from .strokes import line, path, spot
from .tones import Tones


def freckles(f: Features, t: Tones) -> str:
    """Small spots on nose and cheeks."""
    draw, parts = random.Random(4), []  # noqa: S311
    for _ in range(34):
        x = draw.choice((-1, 1)) * abs(draw.gauss(0.40, 0.20))
        y = f.eye.y - 0.30 + draw.gauss(0, 0.055)
        r = draw.uniform(0.008, 0.016)
        parts.append(
            f'<circle cx="{x:.3f}" cy="{-y:.3f}" r="{r:.4f}" fill="{t.line}" opacity="0.42"/>'
        )
    return "".join(parts)


def stubble(f: Features, t: Tones, beard: str) -> str:
    """A shadow where the beard grows; for stubble also short hairs."""
    strong = 0.55 if beard == "stubble" else 0.30
    m = f.mouth
    jaw = path(
        np.array([-1.05, -0.80, -0.50, -0.27, 0, 0.27, 0.50, 0.80, 1.05, 0.9, 0, -0.9]),
        np.array([0.0, -0.36, -0.50, -0.42, -0.40, -0.42, -0.50, -0.36, 0.0, -1.3, -1.35, -1.3]),
        close=True,
    )
    if beard in ("moustache", "goatee"):
        return spot(0, m.y + 0.10, 0.26, 0.06, t.beard, strong, 0.035)
    shade = f'<path d="{jaw}" fill="{t.beard}" opacity="{strong:.2f}" filter="url(#soft)"/>'
    return shade + (_short_hairs(t) if beard == "stubble" else "")


def _short_hairs(t: Tones) -> str:
    draw, data = random.Random(9), []  # noqa: S311
    for _ in range(1500):
        x, y = draw.uniform(-1.0, 1.0), draw.uniform(-1.05, -0.1)
        border = np.interp(abs(x), [0, 0.27, 0.50, 0.80, 1.0], [-0.42, -0.44, -0.53, -0.38, -0.1])
        if y < border - 0.02 * draw.random():
            data.append(f"M {x:.3f} {-y:.3f} l {x * 0.006:.4f} 0.016")
    return line(" ".join(data), t.beard, 0.008, 0.65)
