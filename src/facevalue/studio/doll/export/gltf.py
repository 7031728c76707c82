"""Write a GLB (glTF 2.0, Khronos, one binary file): meshes with physically based materials."""

from __future__ import annotations

import json
import struct
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..colours import linear
from ..parts import Material, Mesh

FLOAT, SHORT, INT = 5126, 5123, 5125
VERTICES, INDICES = 34962, 34963
CLAMP, SMOOTH, MIPMAPPED = 33071, 9729, 9987


@dataclass
class Glb:
    """A file that grows by what is added; ``data`` gives it as bytes."""

    _binary: bytearray = field(default_factory=bytearray)
    _tree: dict[str, list[Any]] = field(default_factory=dict)

    def add(self, mesh: Mesh, material: Material, image: bytes | None) -> None:
        """One mesh in y-up coordinates, as a node. ``image`` is its texture as JPEG, or None."""
        attributes = {
            "POSITION": self._values(mesh.points, "VEC3", bounds=True),
            "NORMAL": self._values(mesh.normals, "VEC3"),
        }
        if mesh.uv is not None and image is not None:
            down = mesh.uv * np.array([1, -1], np.float32) + np.array([0, 1], np.float32)
            attributes["TEXCOORD_0"] = self._values(down, "VEC2")
        primitive = {
            "attributes": attributes,
            "indices": self._indices(mesh.faces),
            "material": self._put("materials", described(material, self._texture(image))),
        }
        made = self._put("meshes", {"primitives": [primitive]})
        self._put("nodes", {"name": f"part{made}", "mesh": made})

    def data(self) -> bytes:
        """The whole file."""
        nodes = list(range(len(self._tree.get("nodes", []))))
        tree = {
            "asset": {"version": "2.0"},
            "scene": 0,
            "scenes": [{"nodes": nodes}],
            "extensionsUsed": ["KHR_materials_clearcoat"],
            **self._tree,
            "buffers": [{"byteLength": len(self._binary)}],
        }
        text = json.dumps(tree, separators=(",", ":")).encode()
        text += b" " * (-len(text) % 4)
        whole = 12 + 8 + len(text) + 8 + len(self._binary)
        head = struct.pack("<4sII", b"glTF", 2, whole)
        first = struct.pack("<I4s", len(text), b"JSON") + text
        return head + first + struct.pack("<I4s", len(self._binary), b"BIN\0") + self._binary

    def _put(self, kind: str, entry: dict[str, Any]) -> int:
        self._tree.setdefault(kind, []).append(entry)
        return len(self._tree[kind]) - 1

    def _view(self, data: bytes, **more: int) -> int:
        start = len(self._binary)
        self._binary += data + b"\0" * (-len(data) % 4)
        where = {"buffer": 0, "byteOffset": start, "byteLength": len(data)}
        return self._put("bufferViews", where | more)

    def _values(self, values: NDArray[Any], kind: str, bounds: bool = False) -> int:
        rows = np.ascontiguousarray(values, np.float32)
        entry: dict[str, Any] = {
            "bufferView": self._view(rows.tobytes(), target=VERTICES),
            "componentType": FLOAT,
            "count": len(rows),
            "type": kind,
        }
        if bounds:
            entry |= {"min": rows.min(0).tolist(), "max": rows.max(0).tolist()}
        return self._put("accessors", entry)

    def _indices(self, faces: NDArray[Any]) -> int:
        short = int(faces.max()) < 65_535
        flat = np.ascontiguousarray(faces, np.uint16 if short else np.uint32).reshape(-1)
        entry = {
            "bufferView": self._view(flat.tobytes(), target=INDICES),
            "componentType": SHORT if short else INT,
            "count": len(flat),
            "type": "SCALAR",
        }
        return self._put("accessors", entry)

    def _texture(self, image: bytes | None) -> int | None:
        if image is None:
            return None
        view = self._view(image)
        source = self._put("images", {"bufferView": view, "mimeType": "image/jpeg"})
        if "samplers" not in self._tree:
            fit = {"magFilter": SMOOTH, "minFilter": MIPMAPPED, "wrapS": CLAMP, "wrapT": CLAMP}
            self._put("samplers", fit)
        return self._put("textures", {"source": source, "sampler": 0})


def described(material: Material, texture: int | None) -> dict[str, Any]:
    """A material in glTF's terms: colours linear, the lacquer as ``KHR_materials_clearcoat``."""
    surface: dict[str, Any] = {
        "metallicFactor": round(material.metallic, 3),
        "roughnessFactor": round(material.roughness, 3),
    }
    if texture is None:
        colour = [round(float(v), 5) for v in linear(material.colour)]
        surface["baseColorFactor"] = [*colour, 1.0]
    else:
        surface["baseColorTexture"] = {"index": texture}
    entry: dict[str, Any] = {"pbrMetallicRoughness": surface, "doubleSided": True}
    if material.clearcoat:
        lacquer = {
            "clearcoatFactor": round(material.clearcoat, 3),
            "clearcoatRoughnessFactor": round(0.6 * (1 - material.clearcoat_gloss), 3),
        }
        entry["extensions"] = {"KHR_materials_clearcoat": lacquer}
    return entry


def read_tree(data: bytes) -> dict[str, Any]:
    """The JSON part of a GLB. Raises ValueError for anything else."""
    if data[:4] != b"glTF" or data[16:20] != b"JSON":
        raise ValueError("not a GLB")
    (length,) = struct.unpack_from("<I", data, 12)
    tree: dict[str, Any] = json.loads(data[20 : 20 + length])
    return tree


def whole(entries: Iterable[tuple[Mesh, Material, bytes | None]]) -> bytes:
    """A file of several meshes."""
    made = Glb()
    for mesh, material, image in entries:
        made.add(mesh, material, image)
    return made.data()
