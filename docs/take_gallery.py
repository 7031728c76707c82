"""Make the gallery's pictures: ``.venv/bin/python docs/take_gallery.py [NAME...]``.

Six people who do not exist, each from a few words and traits set by hand, in full size. Some
42 CPU-seconds for each. ``doll`` is the picture of the README: the demo's photograph.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import facevalue
from facevalue.core.made import Made
from facevalue.demo.__main__ import WORDS, telephone_photo
from facevalue.photos.frames import still
from facevalue.photos.mark import marked
from facevalue.photos.pixels import decode
from facevalue.studio.cache import folder

PICTURES = Path(__file__).resolve().parent / "pictures"
LONGEST = 1024

Settings = dict[str, Any]

PEOPLE: dict[str, tuple[str, Settings]] = {
    "amara": (
        "I'm Amara, gardener. I grow tomatoes, play the guitar and keep bees",
        {"skin": "#5a3422", "hair": "braids", "hair_colour": "#17110e", "smile": 0.9,
         "outfit": "overalls", "lashes": True, "pose": "wave", "world": "forest"},
    ),
    "leila": (
        "I'm Leila, marine biologist. I love my microscope, octopuses and diving",
        {"skin": "#c68c66", "hair": "hijab", "cover_colour": "#6c4a8c", "smile": 0.6,
         "outfit": "labcoat", "lashes": True, "eyes": "#3f2a1c", "world": "teal"},
    ),
    "harpreet": (
        "Harpreet, music teacher, plays the violin, cycles to work and loves tea",
        {"skin": "#b07a52", "hair": "turban", "cover_colour": "#c8622c", "beard": "long",
         "hair_colour": "#241a15", "smile": 0.7, "top_colour": "#31597f", "outfit": "shirt",
         "world": "indigo"},
    ),
    "walter": (
        "Walter, retired watchmaker: chess, old radios, my dog and a good book",
        {"skin": "#e8bb9d", "hair": "side", "hair_colour": "#d9d6d2", "beard": "short",
         "glasses": "round", "age": "older", "outfit": "sweater", "top_colour": "#a4462f",
         "smile": 0.5, "eyes": "#4f7fae", "world": "sunshine"},
    ),
    "sam": (
        "Sam, basketball coach and wheelchair user. Coffee, camera and vinyl records",
        {"skin": "#8d5a3b", "hair": "curly", "hair_colour": "#1d1411", "beard": "goatee",
         "smile": 1.0, "outfit": "sports", "world": "coral"},
    ),
    "yuki": (
        "I'm Yuki, illustrator. I paint, bake bread and live with a cat",
        {"skin": "#f0cdb0", "hair": "bob", "hair_colour": "#1b1717", "fringe": True,
         "glasses": "cat", "glasses_colour": "#8c1f4f", "smile": 0.7, "lashes": True,
         "outfit": "dress", "top_colour": "#d94f70", "pose": "hips", "world": "magenta"},
    ),
}  # fmt: skip


def main(names: list[str]) -> None:
    """Make the pictures named, or all."""
    PICTURES.mkdir(exist_ok=True)
    for name in names or ["doll", *PEOPLE]:
        made = _demo() if name == "doll" else _person(name)
        pixels = decode(made.photo).pixels
        data = marked(still(pixels, LONGEST), "a collectible figure of a person in a toy box")
        (PICTURES / f"{'doll' if name == 'doll' else f'gallery-{name}'}.jpg").write_bytes(data)
        print(f"{name}: {made.seconds:.0f} CPU-seconds, {len(data) / 1e3:.0f} kB")


def _demo() -> Made:
    photo = telephone_photo().data
    return facevalue.make("doll", photo, WORDS, quality="full", cache=folder())


def _person(name: str) -> Made:
    words, settings = PEOPLE[name]
    return facevalue.make("doll", None, words, quality="full", cache=folder(), **settings)


if __name__ == "__main__":
    main(sys.argv[1:])
