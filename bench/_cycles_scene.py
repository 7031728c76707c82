"""The handed-over scene in Blender's Cycles: ``python -P _cycles_scene.py FOLDER [lean]``.

Runs in an interpreter that has ``bpy``, with nothing of ours but this file. The scene keeps our
axes (y up): light and camera are placed by matrices, and Cycles does not mind which way is up.
"""

from __future__ import annotations

import json
import os
import re
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

Arrays = dict[str, np.ndarray[Any, Any]]
Head = dict[str, Any]

SHEEN = 0.35
"""Weight of Cycles' sheen for one of Burley's: it is a broader, brighter model; by eye."""


def main() -> None:
    folder = Path(sys.argv[1])
    head, arrays = taken(folder)
    scene = built(head, arrays)
    target = folder / "light.exr"
    configure(scene, head, target)
    if "lean" in sys.argv[2:]:
        make_lean(scene.cycles)
    spent = timed(lambda: _rendered(target))
    (folder / "cycles.json").write_text(json.dumps(spent))
    np.save(folder / "cycles.npy", _read(target))


def taken(folder: Path) -> tuple[Head, Arrays]:
    """The scene's head and arrays, by the number that the head names them with."""
    head: Head = json.loads((folder / "scene.json").read_text())
    with np.load(folder / "scene.npz") as stock:
        return head, dict(stock)


def timed(work: Callable[[], object]) -> dict[str, float]:
    """CPU-seconds and seconds of a piece of work, and the most memory this process ever had."""
    before, began = os.times(), time.perf_counter()
    work()
    after, ended = os.times(), time.perf_counter()
    cpu = sum(after[:4]) - sum(before[:4])
    most = re.search(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text())
    return {
        "render_cpu_s": cpu,
        "render_wall_s": ended - began,
        "peak_mb": int(most[1]) * 1024 / 1e6 if most else 0.0,
    }


def built(head: Head, arrays: Arrays) -> Any:
    """A Blender scene with all meshes, lamps, the surrounding light and the camera."""
    import bpy

    bpy.ops.wm.read_factory_settings(use_empty=True)
    scene = bpy.context.scene
    images: dict[int, Any] = {}
    for number, part in enumerate(head["parts"]):
        mesh = _mesh(f"part{number}", [arrays[str(at)] for at in part["mesh"]])
        mesh.materials.append(_material(f"part{number}", part["material"], arrays, images))
        scene.collection.objects.link(bpy.data.objects.new(f"part{number}", mesh))
    for number, lamp in enumerate(head["lamps"]):
        scene.collection.objects.link(_lamp(f"lamp{number}", lamp))
    scene.world = _world(head["sky"])
    scene.camera = _camera(head["camera"])
    scene.collection.objects.link(scene.camera)
    return scene


def configure(scene: Any, head: Head, target: Path) -> None:
    """Cycles on the processor, with our samples, bounces, pixel filter and kind of denoiser."""
    scene.render.engine = "CYCLES"
    cycles = scene.cycles
    cycles.device = "CPU"
    cycles.samples, cycles.use_adaptive_sampling = head["samples"], False
    # Mitsuba counts the camera's ray and the ray to a lamp as well
    bounces = head["depth"] - 2
    cycles.max_bounces = cycles.diffuse_bounces = cycles.glossy_bounces = bounces
    cycles.pixel_filter_type = "BOX"
    cycles.use_denoising, cycles.denoiser = True, "OPENIMAGEDENOISE"
    cycles.denoising_use_gpu = False
    render = scene.render
    render.resolution_x, render.resolution_y = head["camera"]["width"], head["camera"]["height"]
    render.resolution_percentage = 100
    render.filepath = str(target)
    render.image_settings.file_format = "OPEN_EXR"
    render.image_settings.color_depth, render.image_settings.exr_codec = "32", "NONE"


def make_lean(cycles: Any) -> None:
    """Without two defaults that cost time and that our renderer has no counterpart of."""
    cycles.use_light_tree = False
    cycles.denoising_prefilter = "NONE"


def _rendered(target: Path) -> None:
    import bpy

    bpy.ops.render.render(write_still=True)
    if not target.is_file():
        raise SystemExit("Cycles wrote no picture")


def _read(path: Path) -> np.ndarray[Any, Any]:
    """The linear light in a file, height x width x 3."""
    import bpy

    image = bpy.data.images.load(str(path))
    width, height = image.size
    pixels = np.empty(width * height * 4, np.float32)
    image.pixels.foreach_get(pixels)
    return pixels.reshape(height, width, 4)[::-1, :, :3].copy()


def _mesh(name: str, arrays: list[np.ndarray[Any, Any]]) -> Any:
    """Triangles with our normals and, where there are any, texture coordinates."""
    import bpy

    points, faces, normals, *uv = arrays
    mesh = bpy.data.meshes.new(name)
    mesh.vertices.add(len(points))
    mesh.vertices.foreach_set("co", points.ravel())
    mesh.loops.add(faces.size)
    mesh.loops.foreach_set("vertex_index", faces.ravel())
    mesh.polygons.add(len(faces))
    mesh.polygons.foreach_set("loop_start", np.arange(0, faces.size, 3, dtype=np.int32))
    mesh.update(calc_edges=True)
    mesh.polygons.foreach_set("use_smooth", np.ones(len(faces), bool))
    own = mesh.attributes.new("custom_normal", "FLOAT_VECTOR", "POINT")
    own.data.foreach_set("vector", normals.ravel())
    if uv:
        layer = mesh.uv_layers.new(name="uv")
        layer.uv.foreach_set("vector", uv[0][faces.ravel()].ravel())
    return mesh


def _material(name: str, material: Head, arrays: Arrays, images: dict[int, Any]) -> Any:
    """Burley's model of 2012 in terms of Blender's, which has the same parents."""
    import bpy

    made = bpy.data.materials.new(name)
    nodes, links = made.node_tree.nodes, made.node_tree.links
    surface = nodes["Principled BSDF"]
    numbers = {
        "Roughness": material["roughness"],
        "Specular IOR Level": material["specular"],  # both: 0.08 x it at right angles
        "Metallic": material["metallic"],
        "Coat Weight": 0.25 * material["clearcoat"],  # Burley's coat is a quarter of a real one
        "Coat Roughness": (0.1 - 0.099 * material["clearcoat_gloss"]) ** 0.5,
        "Sheen Weight": SHEEN * material["sheen"],
    }
    for socket, value in numbers.items():
        surface.inputs[socket].default_value = value
    surface.inputs["Base Color"].default_value = (*material["linear"], 1)
    if "texture" in material:
        print_ = nodes.new("ShaderNodeTexImage")
        print_.image = _image(material["texture"], arrays, images)
        print_.extension = "EXTEND"
        links.new(print_.outputs["Color"], surface.inputs["Base Color"])
    return made


def _image(number: int, arrays: Arrays, images: dict[int, Any]) -> Any:
    """A texture, made once for all that share it."""
    import bpy

    if number not in images:
        pixels = arrays[str(number)][::-1]  # Blender's rows run upwards
        height, width = pixels.shape[:2]
        whole = np.ones((height, width, 4), np.float32)
        whole[..., :3] = pixels / np.float32(255)
        images[number] = bpy.data.images.new(f"print{number}", width, height)
        images[number].pixels.foreach_set(whole.ravel())
        images[number].update()
    return images[number]


def _lamp(name: str, lamp: Head) -> Any:
    """A rectangle of that radiance: Blender wants the watts that it gives off."""
    import bpy

    wide, high = (2 * side for side in lamp["size"])
    most = max(lamp["radiance"])
    light = bpy.data.lights.new(name, "AREA")
    light.shape, light.size, light.size_y = "RECTANGLE", wide, high
    light.energy = most * wide * high * np.pi
    light.color = [channel / most for channel in lamp["radiance"]]
    hung = bpy.data.objects.new(name, light)
    hung.matrix_world = _aimed(lamp["at"], lamp["towards"], 0.01)
    return hung


def _camera(camera: Head) -> Any:
    import bpy

    lens = bpy.data.cameras.new("camera")
    lens.sensor_fit, lens.sensor_height = "VERTICAL", 24.0
    lens.lens = 12.0 / np.tan(np.radians(camera["fov"]) / 2)
    stood = bpy.data.objects.new("camera", lens)
    stood.matrix_world = _aimed(camera["origin"], camera["target"])
    return stood


def _world(sky: list[float]) -> Any:
    import bpy

    world = bpy.data.worlds.new("sky")
    world.node_tree.nodes["Background"].inputs["Color"].default_value = (*sky, 1)
    return world


def _aimed(at: list[float], towards: list[float], lean: float = 0.0) -> Any:
    """The placement of what looks along its own -z, with y upwards as far as it can.

    ``lean`` tips that "upwards" towards z, for what may look straight down.
    """
    from mathutils import Matrix

    back = np.subtract(at, towards)
    back /= np.linalg.norm(back)
    right = np.cross([0, 1, lean], back)
    right /= np.linalg.norm(right)
    placed = np.eye(4)
    placed[:3] = np.stack([right, np.cross(back, right), back, np.asarray(at)], 1)
    return Matrix(placed.tolist())


if __name__ == "__main__":
    main()
