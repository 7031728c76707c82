"""A mug of coffee and a pile of books."""

from __future__ import annotations

import numpy as np

from ...parts import Material, Mesh
from ...shapes.solids import curve
from ...shapes.turned import joined, lathe, sweep
from ..kit import Look, Pieces, gloss, matte, piece, placed, posed, satin
from ..plates import bent_board, brick, plate


def mug(_step: float) -> Pieces:
    """A mug of coffee with a heart on it."""
    cup = lathe([(0, -0.45), (0.33, -0.45), (0.37, -0.40), (0.395, -0.2), (0.4, 0.45),
                 (0.345, 0.45), (0.34, -0.34), (0, -0.36)], 72, 0.028)  # fmt: skip
    handle = sweep(curve([(0.37, 0.27, 0), (0.78, 0.33, 0), (0.76, -0.3, 0), (0.36, -0.24, 0)], 26),
                   0.062, 16)  # fmt: skip
    foam = lathe([(0, 0.25), (0.345, 0.25), (0.345, 0.32), (0.3, 0.335), (0, 0.33)], 56, 0.01)
    crema = lathe(
        [(0.31, 0.31), (0.344, 0.31), (0.344, 0.345), (0.325, 0.348), (0.31, 0.31)], 56, 0.008
    )
    t = np.linspace(0, 2 * np.pi, 48, endpoint=False)
    t = t[(np.abs(t - np.pi) > 0.5) | (t == np.pi)]
    x = 0.0105 * 16 * np.sin(t) ** 3
    y = 13 * np.cos(t) - 5 * np.cos(2 * t) - 2 * np.cos(3 * t) - np.cos(4 * t)
    line = np.column_stack([x, 0.0105 * np.maximum(y, -16) + 0.03])[::-1]
    heart = plate(line, 0.028, 0.012)
    points = heart.points.copy()
    points[:, 2] += np.sqrt(0.397**2 - points[:, 0] ** 2)
    bent = posed(Mesh(points, heart.faces, heart.normals), tilt=(0, -14, 0))
    return [
        piece("cup", "glaze", cup), piece("handle", "glaze", handle),
        piece("coffee", "coffee", foam), piece("crema", "crema", crema),
        piece("heart", "heart", bent),
    ]  # fmt: skip


def mug_look(accent: str) -> Look:
    """Glazed in the accent's colour."""
    return {
        "glaze": gloss(accent),
        "coffee": Material("#4a2713", roughness=0.3, clearcoat=0.15),
        "crema": satin("#a86a35"),
        "heart": gloss("#fffdf8"),
    }


def books(_step: float) -> Pieces:
    """Three books in a pile, with ribbons."""
    found: Pieces = []
    base = -0.42
    for at, (wide, deep, thick, spin) in enumerate(
        ((0.62, 0.36, 0.13, -7), (0.56, 0.34, 0.11, 8), (0.51, 0.31, 0.125, -4))
    ):
        found += placed(_book(wide, deep, thick, at), (0, base + thick, 0), (0, spin, 0))
        base += 2 * thick
    return found


def _book(wide: float, deep: float, thick: float, at: int) -> Pieces:
    """A closed book on its back, the spine to the viewer."""
    board = brick((wide, 0.02, deep), 0.012)
    covers = [board.placed((0, way * (thick - 0.02), 0)) for way in (-1, 1)]
    bow = np.linspace(-np.pi / 2, np.pi / 2, 11)
    back = np.column_stack([deep + 0.045 * np.cos(bow), (thick - 0.004) * np.sin(bow)])
    inner = np.column_stack([deep - 0.02 + 0.03 * np.cos(bow), (thick - 0.03) * np.sin(bow)])
    spine = bent_board(back, inner, wide)
    pages = brick((wide - 0.035, thick - 0.036, deep - 0.02), 0.012).placed((0, 0, -0.015))
    bands = [
        brick((0.014, thick * 0.98, 0.012), 0.006).placed((x * wide, 0, deep + 0.04))
        for x in (-0.72, -0.6, 0.66)
    ]
    plaque = brick((wide * 0.34, thick * 0.5, 0.006), 0.004).placed((0, 0, deep + 0.043))
    ribbon = sweep([(wide * 0.5, -thick * 0.1, -deep), (wide * 0.5, -thick * 0.3, -deep - 0.1)],
                   0.02, 8)  # fmt: skip
    return [
        piece("cover", f"cover{at}", joined(*covers, spine)), piece("pages", "paper", pages),
        piece("bands", "gold", joined(*bands, plaque)), piece("ribbon", "ribbon", ribbon),
    ]  # fmt: skip


def books_look(accent: str) -> Look:
    """Cloth, gold and paper."""
    return {
        "cover0": satin("#27476e"), "cover1": satin("#e0a43a"), "cover2": satin(accent),
        "paper": matte("#f6efdd"),
        "gold": Material("#f3d58a", roughness=0.3, metallic=0.5),
        "ribbon": satin("#c8324a"),
    }  # fmt: skip
