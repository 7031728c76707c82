"""A scene as a message and back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields
from typing import Any

import numpy as np

from ..parts import Material, Mesh, Part
from .scene import Scene
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
    arrays.append(np.asarray(scene.extents, np.float32))
    if scene.inside is not None:
        arrays.append(np.asarray(scene.inside, np.float32))
    head["inside"] = scene.inside is not None
    return head, arrays


def unpacked(head: Head, arrays: Iterable[Array]) -> Scene:
    """The scene that was packed."""
    stock = list(arrays)
    parts = [
        Part(str(index), _meshed(one["mesh"], stock), _material(one["material"], stock))
        for index, one in enumerate(head["parts"])
    ]
    film = None if head["film"] is None else _meshed(head["film"], stock)
    inside = stock.pop() if head["inside"] else None
    low, high = stock.pop()
    room = None if inside is None else (inside[0], inside[1])
    return Scene(parts, film, (low, high), int(head["seed"]), room)


def _part(part: Part, arrays: list[Array], textures: dict[int, int]) -> dict[str, Any]:
    material: dict[str, Any] = {name: float(getattr(part.material, name)) for name in NUMBERS}
    material["colour"] = part.material.colour
    texture = part.material.texture
    if texture is not None:
        if id(texture) not in textures:
            textures[id(texture)] = len(arrays)
            arrays.append(np.asarray(texture[..., :3], np.uint8))
        material["texture"] = textures[id(texture)]
    return {"mesh": _mesh(part.mesh, arrays), "material": material}


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
