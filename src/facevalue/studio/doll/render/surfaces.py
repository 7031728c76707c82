"""Our meshes and materials in Mitsuba's terms. Runs only in the rendering process."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace
from typing import Any

import numpy as np

from ..colours import linear
from ..parts import Material, Mesh, Part

KINDS: tuple[tuple[str, ...], ...] = (
    (),
    ("sheen",),
    ("clearcoat",),
    ("metallic", "clearcoat"),
    ("clearcoat", "flatness"),
    ("metallic", "clearcoat", "sheen", "flatness"),
)
"""What a surface may have beside the rest; the first kind that has all it needs is taken, for
each costs time in every bounce, and every kind is compiled."""

PLAIN = tuple(field.name for field in fields(Material) if field.name != "texture")

NEARLY_NONE = 1e-6
"""Mitsuba would leave out what is zero, and that would be another kind."""

USUAL = ((0, False), (1, False), (2, False), (3, False), (1, True), (2, True), (4, True))
"""Kinds that are in most pictures, each without a texture or with one."""

SHAPES, MATERIALS = 128, 64
"""Shapes and materials of a scene, fillers included; twice as many when these do not do."""

FILLED = "#010203"
"""The fillers' colour, which no part has."""


def surface(material: Material) -> dict[str, Any]:
    """The material as Mitsuba's ``principled`` model, seen from both sides."""
    described: dict[str, Any] = {
        "type": "principled",
        "base_color": _colour(material),
        "roughness": material.roughness,
        "specular": material.specular,
    }
    extra = kind(material)
    described |= {name: max(getattr(material, name), NEARLY_NONE) for name in extra}
    if "clearcoat" in extra:
        described["clearcoat_gloss"] = material.clearcoat_gloss
    return {"type": "twosided", "bsdf": described}


def kind(material: Material) -> tuple[str, ...]:
    """The first of ``KINDS`` with all that the material needs."""
    needed = {name for name in KINDS[-1] if getattr(material, name)}
    return next(names for names in KINDS if needed <= set(names))


def fillers(parts: Sequence[Part]) -> list[Part]:
    """Tiny triangles below the floor, which nobody sees: every usual kind, then plain ones.

    With ``parts``, which follow, they are a multiple of ``SHAPES``, and their materials together
    a multiple of ``MATERIALS``.
    """
    made = [_filler(KINDS[at], textured) for at, textured in USUAL]
    there = len({paint(part.material) for part in [*made, *parts]})
    made += [_filler((), False, step) for step in range(1, -there % MATERIALS + 1)]
    return made + [made[0]] * (-(len(parts) + len(made)) % SHAPES)


def paint(material: Material) -> tuple[object, ...]:
    """What is equal for materials that are the same surface."""
    return (id(material.texture), *(getattr(material, name) for name in PLAIN))


def _filler(names: tuple[str, ...], textured: bool, step: int = 0) -> Part:
    """``step`` makes it a material of its own."""
    points = np.array([[0, -9, 0], [0.01, -9, 0], [0, -9, 0.01]], np.float32)
    normals = np.tile(np.array([0, 1, 0], np.float32), (3, 1))
    mesh = Mesh(points, np.array([[0, 2, 1]], np.int32), normals)
    numbers: dict[str, Any] = dict.fromkeys(names, 0.5)
    material = Material(FILLED, specular=0.5 + step / 1000, **numbers)
    if textured:
        mesh = replace(mesh, uv=np.array([[0, 0], [1, 0], [0, 1]], np.float32))
        material = replace(material, texture=np.zeros((2, 2, 3), np.uint8))
    return Part("filler", mesh, material)


class Paints:
    """Surfaces in Mitsuba, one for all parts of equal material.

    Whenever light is traced, Dr.Jit goes through the code of each surface that there is; with
    one for each part this took a quarter of a picture's time.
    """

    def __init__(self) -> None:
        self._made: dict[tuple[object, ...], Any] = {}

    def of(self, material: Material) -> Any:
        """The surface of that material."""
        import mitsuba as mi

        key = paint(material)
        if key not in self._made:
            self._made[key] = mi.load_dict(surface(material))
        return self._made[key]


def shape(part: Part, name: str, paints: Paints | None = None) -> Any:
    """A part as a Mitsuba mesh."""
    return _mesh(part.mesh, name, (paints or Paints()).of(part.material))


def film(mesh: Mesh, name: str) -> Any:
    """A mesh that only marks where it is: its guide colour is white."""
    return _mesh(mesh, name, flat(1.0))


def flat(value: float) -> Any:
    """A surface of one grey value, seen from both sides."""
    import mitsuba as mi

    colour = {"type": "rgb", "value": [value] * 3}
    return mi.load_dict({"type": "twosided", "bsdf": {"type": "diffuse", "reflectance": colour}})


def occluder(mesh: Mesh, name: str) -> Any:
    """A mesh that hides what is behind it: its guide colour is black."""
    return _mesh(mesh, name, flat(0.0))


def _colour(material: Material) -> dict[str, Any]:
    import mitsuba as mi

    if material.texture is None:
        return {"type": "rgb", "value": [float(v) for v in linear(material.colour)]}
    pixels = np.array(material.texture[..., :3], np.uint8)  # a copy: Bitmap refuses read-only
    return {
        "type": "bitmap",
        "bitmap": mi.Bitmap(pixels),
        "filter_type": "bilinear",
        "wrap_mode": "clamp",
    }


def _mesh(mesh: Mesh, name: str, bsdf: Any) -> Any:
    import mitsuba as mi

    properties = mi.Properties()
    properties["bsdf"] = bsdf
    made = mi.Mesh(
        name,
        len(mesh.points),
        len(mesh.faces),
        has_vertex_normals=True,
        has_vertex_texcoords=mesh.uv is not None,
        props=properties,
    )
    values = mi.traverse(made)
    values["vertex_positions"] = np.ascontiguousarray(mesh.points, np.float32).ravel()
    values["faces"] = np.ascontiguousarray(mesh.faces, np.uint32).ravel()
    values["vertex_normals"] = np.ascontiguousarray(mesh.normals, np.float32).ravel()
    if mesh.uv is not None:  # rows of a bitmap run downwards
        flipped = mesh.uv * np.array([1, -1], np.float32) + np.array([0, 1], np.float32)
        values["vertex_texcoords"] = np.ascontiguousarray(flipped, np.float32).ravel()
    values.update()
    return made
