"""The painted mouth: lips; between them a line, or teeth and tongue."""

from __future__ import annotations

import numpy as np

from .features import Features
from .strokes import line, path, spot
from .tones import Tones


def mouth(f: Features, t: Tones, smile: float) -> str:
    """Lips; between them a line, or teeth and tongue in an open mouth."""
    m, u = f.mouth, np.linspace(-1, 1, 49)
    x, back = u * m.wide, u[::-1]
    top, low = m.top(u), m.bottom(u)
    outer = path(np.r_[x, x[::-1]], np.r_[m.over(u), m.under(back)], close=True)
    hole = path(np.r_[x, x[::-1]], np.r_[top, m.bottom(back)], close=True)
    parts = [spot(0, m.y - m.open - 0.13, m.wide * 0.62, 0.045, t.shade, 0.45, 0.035)]
    parts.append(f'<path d="{outer}" fill="{t.lip}"/>')
    gloss = m.bottom(u) - 0.45 * (m.bottom(u) - m.under(u))
    parts.append(line(path(x[14:35], gloss[14:35]), "#ffffff", 0.016, 0.16))
    if m.open > 0.02:
        parts.append(_open(f, t, hole))
    else:
        parts.append(line(path(x, (top + low) / 2), t.mouth, 0.022, 0.9))
    for s in (-1, 1):
        cx, cy = s * (m.wide + 0.006), m.y + m.lift
        bend = path(cx + s * np.array([0.0, 0.022, 0.026]), cy + np.array([0.026, 0.006, -0.03]))
        parts.append(line(bend, t.line, 0.018, 0.12 + 0.22 * smile))
    return "".join(parts)


def _open(f: Features, t: Tones, hole: str) -> str:
    m, u = f.mouth, np.linspace(-1, 1, 49)
    top = m.top(u)
    share = float(np.interp(m.open, [0.0, 0.08, 0.17], [0.95, 0.66, 0.50]))
    edge = top - share * (top - m.bottom(u)) * (1 - 0.15 * u**2)
    teeth = path(np.r_[u, u[::-1]] * m.wide, np.r_[top + 0.03, edge[::-1]], close=True)
    tongue = spot(0, m.y - m.open * 0.98, m.wide * 0.55, m.open * 0.36, "#d4606a", 1, 0.06)
    return (
        f'<clipPath id="m"><path d="{hole}"/></clipPath><path d="{hole}" fill="{t.mouth}"/>'
        f'<g clip-path="url(#m)">{tongue}<path d="{teeth}" fill="#fdf9f2"/>'
        f"{line(path(u * m.wide, top), '#5a2a24', 0.03, 0.28, 'fine')}</g>"
    )
