"""A scene as a message and back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields
from typing import Any

import numpy as np

from ..parts import Material, Mesh, Part
from .scene import Bare, Scene
from .wire import Array, Head

NUMBERS = tuple(f.name for f in fields(Material) if f.name not in ("colour", "texture"))


def packed(scene: Scene) -> tuple[Head, list[Array]]:
    """Head and arrays of a scene. A texture shared by parts is sent once."""
    arrays: list[Array] = []
    textures: dict[int, int] = {}
    parts = [_part(part, arrays, textures) for part in scene.parts]
    head: Head = {"parts": parts, "film": None, "seed": scene.seed}
    if scene.film is not None:
        head["film"] = _mesh(scene.film, arrays)
    head["extents"] = len(arrays)
    arrays.append(np.asarray(scene.extents, np.float32))
    if scene.inside is not None:
        arrays.append(np.asarray(scene.inside, np.float32))
    head["inside"] = scene.inside is not None
    head["bare"] = None if scene.bare is None else _bare(scene.bare, arrays, textures)
    return head, arrays


def unpacked(head: Head, arrays: Iterable[Array]) -> Scene:
    """The scene that was packed."""
    stock = list(arrays)
    bare = None if head["bare"] is None else _bared(head["bare"], stock)
    parts = [
        Part(str(index), _meshed(one["mesh"], stock), _material(one["material"], stock))
        for index, one in enumerate(head["parts"])
    ]
    film = None if head["film"] is None else _meshed(head["film"], stock)
    low, high = stock[head["extents"]]
    inside = stock[head["extents"] + 1] if head["inside"] else None
    room = None if inside is None else (inside[0], inside[1])
    return Scene(parts, film, (low, high), int(head["seed"]), room, bare)


def _part(part: Part, arrays: list[Array], textures: dict[int, int]) -> dict[str, Any]:
    material = _surface(part.material, arrays, textures)
    return {"mesh": _mesh(part.mesh, arrays), "material": material}


def _surface(material: Material, arrays: list[Array], textures: dict[int, int]) -> dict[str, Any]:
    made: dict[str, Any] = {name: float(getattr(material, name)) for name in NUMBERS}
    made["colour"] = material.colour
    texture = material.texture
    if texture is not None:
        if id(texture) not in textures:
            textures[id(texture)] = len(arrays)
            arrays.append(np.asarray(texture[..., :3], np.uint8))
        made["texture"] = textures[id(texture)]
    return made


def _bare(bare: Bare, arrays: list[Array], textures: dict[int, int]) -> dict[str, Any]:
    return {
        "without": [int(index) for index in bare.without],
        "surfaces": {
            str(index): _surface(material, arrays, textures)
            for index, material in bare.surfaces.items()
        },
        "prints": [_mesh(mesh, arrays) for mesh in bare.prints],
    }


def _bared(head: dict[str, Any], stock: list[Array]) -> Bare:
    return Bare(
        head["without"],
        {int(index): _material(one, stock) for index, one in head["surfaces"].items()},
        [_meshed(places, stock) for places in head["prints"]],
    )


def _mesh(mesh: Mesh, arrays: list[Array]) -> list[int]:
    start = len(arrays)
    arrays.append(np.asarray(mesh.points, np.float32))
    arrays.append(np.asarray(mesh.faces, np.int32))
    arrays.append(np.asarray(mesh.normals, np.float32))
    if mesh.uv is not None:
        arrays.append(np.asarray(mesh.uv, np.float32))
    return list(range(start, len(arrays)))


def _meshed(places: list[int], stock: list[Array]) -> Mesh:
    points, faces, normals, *uv = (stock[place] for place in places)
    return Mesh(points, faces, normals, uv[0] if uv else None)


def _material(head: dict[str, Any], stock: list[Array]) -> Material:
    known: Iterator[tuple[str, Any]] = iter(head.items())
    values = {name: value for name, value in known if name != "texture"}
    texture = stock[head["texture"]] if "texture" in head else None
    return Material(texture=texture, **values)
