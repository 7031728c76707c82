"""The pencil lines under a watercolour: thin, and few."""

from __future__ import annotations

from typing import Any

from ..scene.scene import Scene
from . import contours, quiet, tone, tooth, trace
from .lines import Lines, stroked, tapered
from .marks import marks

PENCIL = (62, 54, 58)


def sketched(canvas: Any, scene: Scene) -> None:
    """Draw the contours of things and people, and nothing in faces but what is coarse."""
    faces = [marks(scene, one, 1.0) for one in scene.people if one.drawn]
    soft = tone.calm(tone.tones(scene), 3, 1e-3)
    strength = contours.field(soft, scene.angle, 1.2, 1.0, scene.lab[..., 1:])
    strength = quiet.softened(strength, soft, scene, faces)
    strength *= 1 - quiet.fine(scene, faces, quiet.TINY)
    strength *= 1 + 0.6 * quiet.rim(scene.person)
    found = trace.traced(strength, 0.12, 0.34, 22, 9.0)
    width = (0.5 + 1.1 * found.width) * quiet.pen(faces, found.points)
    lines = tapered(Lines(found.points, width, found.starts), 18, 0.3)
    stroked(canvas, lines, tooth.dry(PENCIL, 0.55, 0.85))
