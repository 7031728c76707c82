"""The face as a drawing (SVG) that is laid on the head straight from the front."""

from __future__ import annotations

import numpy as np

from ...traits import Traits
from ..spec import HeadSpec
from .face import CORNER, REACH
from .features import Features, features
from .growth_art import freckles, stubble
from .mouth_art import mouth
from .strokes import blur, crease, line, path, spot
from .tones import Tones, tones


def face_svg(spec: HeadSpec, traits: Traits) -> str:
    """The drawing, square; its units are head units, x and y from -1.4 to 1.4, y downwards."""
    f, t = features(spec), tones(traits)
    layers = [_skin(f, t), _eye_shades(f, t, traits.lashes)]
    if traits.freckles:
        layers.append(freckles(f, t))
    if spec.beard != "none":
        layers.append(stubble(f, t, spec.beard))
    if spec.age == "older":
        layers.append(_years(f, t))
    layers += [_nose(f, t), mouth(f, t, spec.smile), EAR_PATCH]
    side = 2 * REACH
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="1024" height="1024" '
        f'viewBox="{-REACH} {-REACH} {side} {side}"><defs>{blur("soft", 0.075)}'
        f"{blur('fine', 0.022)}{_ear_run(t)}</defs>{''.join(layers)}</svg>"
    )


def _skin(f: Features, t: Tones) -> str:
    """Ground, blush on the cheeks, warm nose and chin, a glow on forehead and cheekbones."""
    parts = [f'<rect x="-1.4" y="-1.4" width="2.8" height="2.8" fill="{t.skin}"/>']
    parts.append(spot(0, 0.56, 0.46, 0.20, t.glow, 0.5, 0.12))
    parts.append(spot(0, -0.86, 0.20, 0.10, t.blush, 0.30, 0.12))
    for s in (-1, 1):
        parts.append(spot(s * 0.60, f.eye.y - 0.37, 0.20, 0.14, t.blush, 0.58, 0.12))
        parts.append(spot(s * 0.52, f.eye.y - 0.25, 0.15, 0.06, t.glow, 0.50, 0.12))
        parts.append(spot(s * 0.86, -0.66, 0.12, 0.26, t.shade, 0.22, 0.12))
    parts.append(spot(0, f.nose_y + 0.02, 0.12, 0.09, t.blush, 0.50, 0.12))
    parts.append(spot(0, f.nose_y + 0.10, 0.030, 0.10, t.glow, 0.60, 0.035))
    return "".join(parts)


def _eye_shades(f: Features, t: Tones, made_up: bool) -> str:
    parts, e = [], f.eye
    for s in (-1, 1):
        parts.append(spot(s * e.x, e.y + 0.10, e.wide * 1.25, e.up * 1.15, t.shade, 0.26, 0.12))
        turn = np.linspace(0.05, np.pi - 0.25, 30)
        rim = e.outline(turn, 0.035)
        data = path(s * rim[:, 0], rim[:, 1])
        parts.append(line(data, t.lid, 0.10, 0.85 if made_up else 0.55, "fine"))
        fold = e.outline(np.linspace(0.35, np.pi - 0.45, 30), 0.098)
        parts.append(crease(path(s * fold[:, 0], fold[:, 1]), t.line, 0.016, 0.34))
    return "".join(parts)


def _nose(f: Features, t: Tones) -> str:
    k, y = f.nose, f.nose_y
    parts = []
    for s in (-1, 1):
        x = np.linspace(0.030, 0.078, 7) * k * s
        arch = np.sin(np.linspace(0.1, 0.9, 7) * np.pi)
        parts.append(line(path(x, y + (0.022 * arch - 0.094) * k), t.line, 0.024, 0.75))
        side = s * np.array([0.130, 0.152, 0.140]) * k
        parts.append(
            line(path(side, y + np.array([0.045, 0.0, -0.05]) * k), t.shade, 0.022, 0.6, "fine")
        )
    return "".join(parts)


def _years(f: Features, t: Tones) -> str:
    """Soft lines of age: beside the eyes, from nose to mouth, on the forehead."""
    e, parts = f.eye, []
    for s in (-1, 1):
        for k, (dx, dy) in enumerate(((0.10, 0.055), (0.12, 0.0), (0.10, -0.05))):
            x0, y0 = e.x + e.wide + 0.055, e.y + 0.03 - 0.035 * k
            xs = s * np.array([x0, x0 + dx * 0.5, x0 + dx])
            parts.append(
                crease(path(xs, np.array([y0, y0 + dy * 0.3, y0 + dy])), t.line, 0.013, 0.30)
            )
        bag = e.outline(np.linspace(np.pi + 0.6, 2 * np.pi - 0.4, 20), 0.075)
        parts.append(crease(path(s * bag[:, 0], bag[:, 1]), t.line, 0.016, 0.30))
        xs = s * np.array([0.165, 0.225, f.mouth.wide + 0.075])
        ys = np.array([f.nose_y + 0.0, f.nose_y - 0.13, f.mouth.y + f.mouth.lift + 0.02])
        parts.append(crease(path(xs, ys), t.line, 0.018, 0.34))
    for k in range(2):
        x = np.linspace(-0.30, 0.30, 21) * (1 - 0.2 * k)
        y = f.brow_y + 0.25 + 0.11 * k - 0.10 * x**2 + 0.006 * np.cos(x * 16)
        parts.append(crease(path(x, y), t.line, 0.016, 0.24))
    return "".join(parts)


def _ear_run(t: Tones) -> str:
    return (
        f'<linearGradient id="ear" gradientUnits="userSpaceOnUse" x1="{CORNER[0]}" y1="0" '
        f'x2="{CORNER[1]}" y2="0"><stop offset="0.12" stop-color="{t.skin}"/>'
        f'<stop offset="1" stop-color="{t.ear}"/></linearGradient>'
    )


EAR_PATCH = '<rect x="1.05" y="1.05" width="0.35" height="0.35" fill="url(#ear)"/>'
