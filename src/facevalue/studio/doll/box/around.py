"""What is around the card: the stand, the window's film, the studio behind the box."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from ..colours import mixed
from ..parts import Material, Mesh, Part
from ..shapes.turned import lathe
from . import card
from .layout import TAB, Plan, Rect
from .worlds import WHITE, World

WALL = -9.0
"""z of the studio's wall."""
ARCH_Z, ARCH_SLANT = -4.6, 0.2
"""Where the arch stands, and how far to the right: the camera looks from the left."""
ARCH_WIDER, ARCH_HIGHER = 2.3, 1.5
"""How far the arch goes beyond the box, on each side and above."""


def stand(plan: Plan) -> Mesh:
    """A turned disc with round edges, its top at the figure's feet."""
    radius, tall, bend = plan.stand_radius, plan.stand, 0.06
    foot = radius + min(0.12, tall * 0.25)
    arc = [np.pi / 2 * k / 6 for k in range(7)]
    profile = [(0.0, tall), (radius - bend, tall)]
    profile += [(radius - bend + bend * np.sin(a), tall - bend + bend * np.cos(a)) for a in arc]
    profile += [(foot, 0.02), (foot, 0.0)]
    x, _, z = plan.figure_at
    return lathe(profile[::-1], 128).placed((x, plan.floor, z))


def studio(colours: World, plan: Plan) -> list[Part]:
    """A bent backdrop, and an arch standing before it that frames the box in wide pictures."""
    paper = Material(colours.backdrop, roughness=0.8, specular=0.2)
    pale = replace(paper, colour=mixed(colours.backdrop, WHITE, 0.4))
    half = plan.width / 2 + ARCH_WIDER
    shape = card.arch(half, plan.height + TAB + ARCH_HIGHER - half)
    made = card.plate(shape, ARCH_Z, Rect(-half, 0.0, half, 1.0), 0.4)
    moved = [mesh.placed((-ARCH_Z * ARCH_SLANT, 0.0, 0.0)) for mesh in made]
    return [
        Part("backdrop", _backdrop(), paper),
        Part("arch", replace(moved[0], uv=None), pale),
        Part("arch_edge", moved[1], pale),
    ]


def _backdrop() -> Mesh:
    """Floor and wall of the studio in one bend."""
    wide, bend, wall, steps = 60.0, 4.0, WALL, 24
    angle = np.linspace(0, np.pi / 2, steps)
    z = np.concatenate([[40.0], wall + bend - bend * np.sin(angle), [wall]])
    y = np.concatenate([[0.0], bend - bend * np.cos(angle), [40.0]])
    slope = np.concatenate([[0.0], angle, [np.pi / 2]])
    rows = len(z)
    points = np.stack([np.tile([-wide, wide], rows), np.repeat(y, 2), np.repeat(z, 2)], 1)
    ahead = np.stack([np.zeros(rows), np.cos(slope), np.sin(slope)], 1)
    first = 2 * np.arange(rows - 1)[:, None]
    faces = card.pairs(first, (0, 1, 3), (0, 3, 2))
    return Mesh(
        points.astype(np.float32),
        faces.astype(np.int32),
        np.repeat(ahead, 2, axis=0).astype(np.float32),
    )


def film(plan: Plan, seed: int) -> Mesh:
    """The window's film, slightly wavy: the waves are in the normals only."""
    from scipy.ndimage import gaussian_filter

    rng = np.random.default_rng(seed + 1)
    across, up = 81, 101
    window = plan.window.inset(-0.02)
    x = np.linspace(window.left, window.right, across)
    y = np.linspace(window.bottom, window.top, up)
    waves = np.zeros((up, across))
    for blur, height in ((9, 0.0035), ((22, 5), 0.0055)):
        rough = gaussian_filter(rng.normal(size=(up, across)), blur)
        waves += height * rough / rough.std()
    along_y, along_x = np.gradient(waves, y[1] - y[0], x[1] - x[0])
    normals = np.stack([-along_x, -along_y, np.ones_like(waves)], -1).reshape(-1, 3)
    normals /= np.linalg.norm(normals, axis=1, keepdims=True)
    grid_x, grid_y = np.meshgrid(x, y)
    points = np.stack([grid_x, grid_y, np.full_like(grid_x, plan.front - 0.06)], -1)
    u, v = np.meshgrid(np.linspace(0, 1, across), np.linspace(0, 1, up))
    first = (np.arange(across - 1)[None] + across * np.arange(up - 1)[:, None]).reshape(-1, 1)
    faces = card.pairs(first, (0, 1, across + 1), (0, across + 1, across))
    return Mesh(
        points.reshape(-1, 3).astype(np.float32),
        faces.astype(np.int32),
        normals.astype(np.float32),
        np.stack([u, v], -1).reshape(-1, 2).astype(np.float32),
    )
