"""A made-up person: a face, an arm, a shirt and hair in plain colours, no engine needed."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from facevalue.engines.face_finder import Face
from facevalue.studio.likeness.regions import OVAL
from facevalue.studio.painted import canvas
from facevalue.studio.painted.scene.scene import Person, Scene
from facevalue.studio.traits import Traits

Colour = tuple[float, float, float]
Floats = NDArray[np.float32]

HEIGHT, WIDTH, TALL = 320, 240, 80
"""Of the picture, and of the face, pixels."""

SKIN, HAIR, SHIRT, WALL = (62.0, 16, 22), (18.0, 3, 6), (48.0, 50, 30), (85.0, -4, 8)


def mesh() -> NDArray[np.float64]:
    """A face's points: an oval round (120, 110), eyes and nose inside."""
    points = np.tile([120.0, 110, 0], (468, 1))
    turn = np.linspace(0, 2 * np.pi, len(OVAL), endpoint=False)
    points[list(OVAL), :2] = np.stack([120 + 30 * np.sin(turn), 110 - 40 * np.cos(turn)], 1)
    points[10, :2], points[152, :2] = (120, 70), (120, 150)
    points[33, :2], points[263, :2] = (105, 105), (135, 105)
    return points


def scene(hair: Colour = HAIR, shirt: Colour = SHIRT, shade: float = 16.0, **traits: Any) -> Scene:
    """One person before a wall. The arm's left half lies in the shade by that many L*."""
    from skimage.color import lab2rgb

    rows, columns = np.mgrid[:HEIGHT, :WIDTH]
    head = ((columns - 120) / 44) ** 2 + ((rows - 100) / 52) ** 2 < 1
    oval = ((columns - 120) / 30) ** 2 + ((rows - 110) / 40) ** 2 < 1
    chest = (rows > 160) & (columns > 60) & (columns < 180)
    neck = (rows > 140) & (rows <= 160) & (np.abs(columns - 120) < 16)
    arm = (rows > 180) & (columns > 16) & (columns <= 60)
    lab = np.tile(np.array(WALL, np.float32), (HEIGHT, WIDTH, 1))
    lab[chest], lab[head], lab[oval | neck | arm] = shirt, hair, SKIN
    lab[arm & (columns < 38), 0] -= shade
    lab[..., 0] += np.where(head & ~oval, 5 * np.sin(columns * 0.35), 0)
    pixels = (lab2rgb(lab) * 255).astype(np.uint8)
    empty = np.zeros(lab.shape[:2], np.float32)
    person = (head | chest | neck | arm).astype(np.float32)
    hairs = (head & ~oval & (rows < 130)).astype(np.float32)
    one = Person(
        Face((90, 70, 150, 150), 1.0, ()), mesh(), float(TALL), 0.0, 0.0, 0.0, SKIN,
        Traits(**traits), hairs[40:140, 60:180], (40, 60, 140, 180),
    )  # fmt: skip
    bare = (oval | neck | arm).astype(np.float32)
    return Scene(
        pixels, 1.0, lab, person, hairs, bare, chest.astype(np.float32), empty, empty, empty,
        empty, empty, empty, empty, empty, people=(one,),
    )  # fmt: skip


def drawn(draw: Any, scale: float = 1.0) -> NDArray[np.uint8]:
    """What a painter draws on nothing, at a scale: height x width x 4, straight alpha."""
    picture = canvas.recorded(WIDTH, HEIGHT, draw)
    return canvas.played(picture, scale, (0, 0, round(HEIGHT * scale), round(WIDTH * scale)))


def lab(pixels: NDArray[np.uint8]) -> Floats:
    """CIELAB of pixels (... x 3 or 4)."""
    from skimage.color import rgb2lab

    return np.asarray(rgb2lab(pixels[..., :3] / np.float32(255)), np.float32)
