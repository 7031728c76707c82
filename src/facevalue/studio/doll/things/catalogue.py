"""The modelled accessories: a function for the shape, one for its surfaces, and how it is shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from .grip import Grip, Turn
from .kit import Look, Pieces
from .models.art import palette, palette_look
from .models.balls import basketball, basketball_look, football, football_look
from .models.bicycle import bicycle, bicycle_look
from .models.bread import bread, bread_look
from .models.camera import camera, camera_look
from .models.cat import cat, cat_look
from .models.desk import books, books_look, mug, mug_look
from .models.doctor import microscope, microscope_look, stethoscope, stethoscope_look
from .models.dog import dog, dog_look
from .models.guitar import guitar, guitar_look
from .models.plant import plant, plant_look
from .models.play import controller, controller_look, headphones, headphones_look
from .models.screens import laptop, laptop_look, phone, phone_look
from .models.shoes import shoes, shoes_look
from .models.suitcase import suitcase, suitcase_look
from .models.workshop import DRIVER, knife, knife_look, scissors, scissors_look, wrench, wrench_look


@dataclass(frozen=True, slots=True)
class Model:
    """One accessory: ``make(step)``, ``look(accent)``, and the turn that shows it best.

    ``turn`` is in degrees about x, y, z.
    """

    make: Callable[[float], Pieces]
    look: Callable[[str], Look]
    turn: Turn = (0, 0, 0)
    grip: Grip | None = None


MODELS: dict[str, Model] = {
    "camera": Model(camera, camera_look, (10, -16, 0), Grip((0.52, 0, 0), size=0.62)),
    "laptop": Model(laptop, laptop_look, (14, -16, 0)),
    "phone": Model(phone, phone_look, (4, -24, -6), Grip((0, -0.2, -0.16), size=0.6)),
    "mug": Model(mug, mug_look, (20, 16, 0), Grip((0.68, 0.02, 0), (0, 1, 0), (-1, 0, 0), 0.55)),
    "books": Model(books, books_look, (16, -15, 0), Grip((0, -0.1, -0.4), size=0.6)),
    "bread": Model(bread, bread_look, (26, -12, 0), Grip((0, -0.1, -0.44), size=0.62)),
    "plant": Model(plant, plant_look, (16, 0, 0), Grip((0, -0.3, -0.26), size=0.62)),
    "guitar": Model(guitar, guitar_look, (6, -14, -40), Grip((0, 0.58, 0.06), size=1.4)),
    "stethoscope": Model(stethoscope, stethoscope_look, (0, -10, 0), Grip((0, -0.05, 0), size=0.8)),
    "microscope": Model(microscope, microscope_look, (10, -38, 0)),
    "football": Model(football, football_look, (24, 20, 12), Grip((0, 0, -0.5), size=0.6)),
    "basketball": Model(basketball, basketball_look, (20, -28, 16), Grip((0, 0, -0.5), size=0.62)),
    "bicycle": Model(bicycle, bicycle_look, (8, -22, 0)),
    "palette": Model(palette, palette_look, (-12, -12, 0), Grip((0.3, -0.05, -0.11), size=0.75)),
    "headphones": Model(headphones, headphones_look, (8, -28, 0)),
    "controller": Model(
        controller, controller_look, (-18, -14, 0), Grip((0.42, -0.2, 0), size=0.7)
    ),
    "dog": Model(dog, dog_look, (4, -16, 0)),
    "cat": Model(cat, cat_look, (4, -18, 0)),
    "knife": Model(
        knife,
        knife_look,
        (-10, -14, 0),
        Grip((0.31, -0.17, 0.13), (-0.85, 0.53, 0), size=0.95, without=("board", "inlay")),
    ),
    "wrench": Model(
        wrench,
        wrench_look,
        (0, -12, 0),
        Grip((-0.2, -0.24, -0.035), (0.64, 0.77, 0), size=0.8, without=DRIVER),
    ),
    "scissors": Model(scissors, scissors_look, (0, -14, -28), Grip((0, -0.4, 0), size=0.7)),
    "suitcase": Model(suitcase, suitcase_look, (6, -28, 0)),
    "shoes": Model(shoes, shoes_look, (10, -15, 0)),
}
"""Adding one: two functions in ``models/`` and a line here."""
