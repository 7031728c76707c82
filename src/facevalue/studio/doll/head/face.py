"""The skin: head with nose, lids' hollows and lips, ears, and the stump of the neck."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from ..anatomy import HEAD_SCALE, NECK_RADIUS
from ..parts import Mesh, Piece, rotation
from ..shapes.field import Field, with_uv
from ..shapes.solids import Array, Solid, curve, ellipsoid, smooth_min, sphere, tube
from ..spec import HeadSpec
from .features import Features, features
from .skull import Skull, skull
from .surfaces import Reals, Whole, finished

REACH = 1.4
"""The face texture covers x and y from -1.4 to 1.4."""

CORNER = (1.1, 1.3)
"""From here to there in x (at y = -1.2) the texture runs from the skin's colour to the ears'."""

HIDES_EARS = ("hijab",)

AIM = np.array([0.0, -0.10, 0.32])
"""The head is seen from here; being near the face, that gives the face the finest triangles."""


@lru_cache(maxsize=4)
def ball(n: int) -> tuple[Reals, Whole]:
    """A sphere of unit vectors over the six sides of a cube, ``n`` squares to an edge."""
    line = np.tan(np.linspace(-np.pi / 4, np.pi / 4, n + 1))
    u, v = np.meshgrid(line, line, indexing="ij")
    one = np.ones_like(u)
    sides = [(u, v, one), (-u, v, -one), (one, v, -u), (-one, v, u), (u, one, -v), (u, -one, v)]
    points = np.concatenate([np.stack(side, -1).reshape(-1, 3) for side in sides])
    index = np.arange((n + 1) ** 2).reshape(n + 1, n + 1)
    a, b, c, d = index[:-1, :-1], index[1:, :-1], index[:-1, 1:], index[1:, 1:]
    quads = np.stack([a, b, c, b, d, c], -1).reshape(-1, 3)
    faces = np.concatenate([quads + k * index.size for k in range(6)])
    keys = np.rint(points * 1e5).astype(np.int64) @ np.array([1, 1 << 20, 1 << 40])
    _, first, where = np.unique(keys, return_index=True, return_inverse=True)
    kept = points[first]
    return kept / np.linalg.norm(kept, axis=1, keepdims=True), where[faces]


def nose(f: Features) -> list[tuple[Solid, float]]:
    """Bridge, tip and wings of the nose, with how far each melts."""
    y, k = f.nose_y, f.nose
    return [
        (ellipsoid((0, y + 0.17, 1.00), np.array([0.062, 0.20, 0.085]) * k), 0.16),
        (ellipsoid((0, y, 1.085), np.array([0.100, 0.088, 0.130]) * k), 0.10),
        *(
            (ellipsoid((s * 0.085 * k, y - 0.02, 1.04), np.array([0.060, 0.056, 0.085]) * k), 0.045)
            for s in (-1, 1)
        ),
    ]


def relief(f: Features, spec: HeadSpec, x: Reals, y: Reals) -> Reals:
    """How far the skin is raised over the skull at x and y on the front, in units."""
    e, ax = f.eye, np.abs(x)
    eye = e.inside(x, y)
    raised = -0.013 * np.exp(-(((ax - e.x) / 0.30) ** 2) - ((y - e.y - 0.08) / 0.24) ** 2)
    raised -= 0.085 * np.clip((1.0 - eye) / 0.30, 0, 1)
    raised += 0.014 * np.exp(-(((ax - 0.40) / 0.30) ** 2) - ((y - f.brow_y) / 0.09) ** 2)
    lower = e.y - 0.40
    raised += 0.026 * spec.smile * np.exp(-(((ax - 0.50) / 0.20) ** 2) - ((y - lower) / 0.15) ** 2)
    return raised + _lips(f, x, y) - _creases(f, spec, ax, y)


def _lips(f: Features, x: Reals, y: Reals) -> Reals:
    m = f.mouth
    u = x / m.wide
    inside = np.abs(u) < 1
    top, low, over, under = m.top(u), m.bottom(u), m.over(u), m.under(u)
    upper = _bump((y - top) / np.maximum(over - top, 0.02), 0.42)
    lower = _bump((low - y) / np.maximum(low - under, 0.02), 0.45)
    fade = np.sqrt(np.clip(1 - u * u, 0, 1))
    hollow = np.clip((top - y) / 0.03, 0, 1) * np.clip((y - low) / 0.03, 0, 1)
    answer: Reals = np.where(
        inside, fade * (0.030 * upper + 0.042 * lower) - 0.06 * hollow * fade, 0.0
    )
    return answer


def _bump(t: Reals, middle: float) -> Reals:
    """A round bump over 0..1, a little beyond on both sides."""
    answer: Reals = np.exp(-(((t - middle) / 0.48) ** 2)) * (t > -0.6) * (t < 1.8)
    return answer


def _creases(f: Features, spec: HeadSpec, ax: Reals, y: Reals) -> Reals:
    """The fold from nose to mouth and the dimple at the corner; deeper with age and smile."""
    deep = 0.008 * spec.smile + (0.014 if spec.age == "older" else 0.0)
    t = np.clip((f.nose_y + 0.02 - y) / 0.30, 0, 1)
    fold = 0.155 + (f.mouth.wide + 0.075 - 0.155) * t**0.8
    along = np.clip((f.nose_y + 0.05 - y) / 0.08, 0, 1) * np.clip((y - f.mouth.y + 0.1) / 0.1, 0, 1)
    corner = f.mouth.y + f.mouth.lift
    dimple = np.exp(-(((ax - f.mouth.wide - 0.02) / 0.03) ** 2) - ((y - corner) / 0.035) ** 2)
    answer: Reals = deep * along * np.exp(-(((ax - fold) / 0.035) ** 2)) + 0.018 * dimple
    return answer


def head(spec: HeadSpec, grain: float) -> Mesh:
    """The head without ears, closed, with texture coordinates."""
    s, f = skull(spec), features(spec)
    ways, faces = ball(int(np.clip(2.9 / grain, 40, 140)))
    parts = nose(f)
    far = np.full(len(ways), 1.0)
    for _ in range(10):
        p = AIM + ways * far[:, None]
        far = far - _with_nose(s, parts, p)
    p = AIM + ways * far[:, None]
    front = np.clip((p[:, 2] - 0.15) / 0.25, 0, 1)
    rise = front * relief(f, spec, p[:, 0], p[:, 1])
    push = s.normal(p)
    return with_uv(finished(p + push * rise[:, None], faces), face_uv(p))


def _with_nose(s: Skull, parts: list[tuple[Solid, float]], p: Reals) -> Reals:
    """The skull's distance at points (n, 3), with the nose melted on."""
    d = s.distance(p[:, 0], p[:, 1], p[:, 2])
    near = (np.abs(p[:, 0]) < 0.4) & (np.abs(p[:, 1] + 0.2) < 0.5) & (p[:, 2] > 0.5)
    q = p[near].astype(np.float32)
    for solid, blend in parts:
        d[near] = smooth_min(d[near], solid.distance(*q.T), blend)
    return d.astype(np.float64)


def face_uv(p: Reals) -> Reals:
    """Straight from the front; what lies behind is led out to plain skin round the face.

    The point where all directions meet is led under the neck, where nobody sees it.
    """
    back = np.clip((0.2 - p[:, 2]) / 0.5, 0, 1)
    back = back * back * (3 - 2 * back)
    flat = p[:, :2] + np.stack([0 * back, 0.95 * back], 1)
    far = np.linalg.norm(flat, axis=1, keepdims=True)
    flat = flat * (1 + back[:, None] * (1.25 / np.maximum(far, 1e-3) - 1))
    answer: Reals = np.clip((flat + REACH) / (2 * REACH), 0.001, 0.999)
    return answer


def ears(spec: HeadSpec, grain: float) -> list[Mesh]:
    """Both ears, each melted into a patch that lies just below the head's skin."""
    s = skull(spec)
    size = 0.86 if spec.age == "child" else 1.08 if spec.age == "older" else 1.0
    side = float(s.out(np.array([1.0, -0.14, -0.02]))[0])
    found = []
    for sign in (-1, 1):
        mesh = _ear(s, grain, size, side)
        if sign < 0:
            mesh = mirrored(mesh)
        out = np.clip((np.abs(mesh.points[:, 0]) - side) / 0.14, 0, 1)
        x = CORNER[0] + 0.02 + (CORNER[1] - CORNER[0] - 0.04) * out
        uv = (np.stack([x, np.full_like(x, -1.2)], 1) + REACH) / (2 * REACH)
        found.append(with_uv(mesh, uv))
    return found


def mirrored(mesh: Mesh) -> Mesh:
    """The mesh on the other side of the face."""
    flip = np.array([-1, 1, 1], np.float32)
    faces = np.ascontiguousarray(mesh.faces[:, ::-1])
    return Mesh(mesh.points * flip, faces, mesh.normals * flip)


def _ear(s: Skull, grain: float, size: float, side: float) -> Mesh:
    c = np.array([side + 0.03, -0.13, -0.05])
    turn, reach = rotation(y=-24), 0.42 * size
    low, high = c - np.array([0.17, reach, 0.36]), c + np.array([0.36, reach, 0.36])
    field = Field(low, high, grain * 0.62)

    def below(_: Array, x: Array, y: Array, z: Array) -> Array:
        return np.asarray(s.distance(x, y, z) + 0.016, np.float32)

    field.shape(below)

    def place(x: float, y: float, z: float) -> Reals:
        return np.asarray(c + size * (np.array([x, y, z]) @ turn.T), np.float64)

    field.add(ellipsoid(c, np.array([0.075, 0.24, 0.17]) * size, turn), 0.10)
    field.cut(ellipsoid(place(0.07, 0.02, 0.03), np.array([0.055, 0.16, 0.105]) * size, turn), 0.05)
    rim = curve(
        [
            place(0.03, 0.05, 0.15),
            place(0.06, 0.30, 0.12),
            place(0.07, 0.27, -0.16),
            place(0.06, -0.04, -0.17),
        ],
        12,
    )
    field.add(tube(rim, np.full(12, 0.040 * size)), 0.03)
    field.add(sphere(place(0.035, -0.19, 0.03), 0.066 * size), 0.06)
    field.add(ellipsoid(place(0.05, -0.02, 0.115), np.array([0.03, 0.05, 0.03]) * size), 0.03)
    return field.mesh()


def neck(spec: HeadSpec, grain: float) -> Mesh:
    """The stump that the body's neck meets."""
    r = NECK_RADIUS / HEAD_SCALE
    s = skull(spec)
    field = Field((-0.55, -1.15, -0.55), (0.55, -0.55, 0.55), grain)

    def shape(_: Array, x: Array, y: Array, z: Array) -> Array:
        pillar = np.sqrt(x * x + z * z) - np.float32(r) + 0 * y
        return smooth_min(s.distance(x, y, z) + np.float32(0.02), pillar, 0.10)

    mesh = field.shape(shape).mesh()
    x = np.full(len(mesh.points), CORNER[0] + 0.02)
    return with_uv(mesh, (np.stack([x, 0 * x - 1.2], 1) + REACH) / (2 * REACH))


def skin(spec: HeadSpec, grain: float) -> list[Piece]:
    """All pieces of skin, in the role ``face``."""
    named = [("head", head(spec, grain)), ("neck", neck(spec, grain))]
    if spec.hair not in HIDES_EARS:
        named += zip(("ear_l", "ear_r"), ears(spec, grain), strict=True)
    return [Piece(name, mesh, "face") for name, mesh in named]
