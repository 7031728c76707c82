"""Our meshes and materials in Mitsuba's terms. Runs only in the rendering process."""

from __future__ import annotations

from typing import Any

import numpy as np

from ..colours import linear
from ..parts import Material, Mesh, Part

OPTIONAL = ("metallic", "clearcoat", "sheen", "flatness")
"""Left out where they are zero: each costs time in every bounce."""


def surface(material: Material) -> dict[str, Any]:
    """The material as Mitsuba's ``principled`` model, seen from both sides."""
    described: dict[str, Any] = {
        "type": "principled",
        "base_color": _colour(material),
        "roughness": material.roughness,
        "specular": material.specular,
    }
    described |= {name: getattr(material, name) for name in OPTIONAL if getattr(material, name)}
    if material.clearcoat:
        described["clearcoat_gloss"] = material.clearcoat_gloss
    return {"type": "twosided", "bsdf": described}


def shape(part: Part, name: str) -> Any:
    """A part as a Mitsuba mesh."""
    return _mesh(part.mesh, name, surface(part.material))


def film(mesh: Mesh, name: str) -> Any:
    """A mesh that only marks where it is: its guide colour is white."""
    return _mesh(mesh, name, flat(1.0))


def flat(value: float) -> dict[str, Any]:
    """A surface of one grey value, seen from both sides."""
    colour = {"type": "rgb", "value": [value] * 3}
    return {"type": "twosided", "bsdf": {"type": "diffuse", "reflectance": colour}}


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


def _mesh(mesh: Mesh, name: str, bsdf: dict[str, Any]) -> Any:
    import mitsuba as mi

    properties = mi.Properties()
    properties["bsdf"] = mi.load_dict(bsdf)
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
