"""The painted styles: a photo read into a scene, painted at any size, tile by tile."""

from __future__ import annotations

from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path

import numpy as np

from ...core.errors import BadChoice
from ...core.wish import Wish
from ..styles import Ask, Drawn, Further, Landmarks, Pixels, Settled, Told, nothing, silent
from . import canvas
from .scene.scene import Person, Scene
from .touch import Touch

SMALLEST, LARGEST = 256, 6000
"""Longer side of a painted picture, pixels; the largest is 24 megapixels at 3:2."""

RECEIPTS = 4
"""How many faces the recognisers are asked about, the largest."""

FRAMES, MILLISECONDS = 3, 180
"""Of the moving picture: each frame has the same drawing, its strokes laid anew."""

READ, PLAYED = 0.25, 0.95
"""Share of drawing that is done when the strokes are laid, and when they are painted."""


@dataclass(frozen=True, slots=True, eq=False)
class Plan:
    """What a picture is painted from: the photo understood, and the dials."""

    scene: Scene
    touch: Touch


@dataclass(frozen=True, slots=True)
class Painted:
    """One way to paint a photo: the file of its name in ``styles/``.

    That file has ``paint(canvas, scene, touch)``, which draws on a ``skia.Canvas`` in pixels
    of the working picture. It may have ``finish(pixels, place, scale, touch)``, its paper: the
    pixels of a tile (height x width x 3), its place (top, left) in the finished picture, and
    finished pixels by working pixels; it answers the tile on paper.
    """

    name: str
    says: str
    settings: tuple[str, ...] = ("strength", "likeness", "like", "longest")
    endings: frozenset[str] = frozenset({".webp", ".gif"})

    def read(self, ask: Ask) -> Settled[Plan]:
        """As ``Style.read``; wrong settings are refused before the work."""
        if ask.pixels is None:
            raise BadChoice(f"{self.name} is painted from a photo; give one")
        if ask.words.strip():
            raise BadChoice(f"words do not change what {self.name} paints; leave them out")
        hand = touch(ask)
        _size(ask)
        from .scene.read import scene

        ask.told("Looking at the photo", 0.0)
        seen = scene(ask.pixels)
        return Settled(
            Plan(seen, hand),
            Wish(),
            notes=tuple(_notes(seen)),
            sources=tuple(_landmarks(each, 1 / seen.scale) for each in asked(seen, ask.person)),
        )

    def plainer(self, ask: Ask, settled: Settled[Plan]) -> Settled[Plan] | None:
        """A painting is meant to be known: it is not painted a second time."""
        return None

    def draw(self, ask: Ask, settled: Settled[Plan]) -> Drawn:
        """As ``Style.draw``."""
        seen, hand = settled.plan.scene, settled.plan.touch
        width, height = _size(ask)
        pixels = self._painted(seen, hand, width, height, ask.told)
        faces = tuple(_landmarks(each, width / seen.width) for each in asked(seen, ask.person))
        return Drawn(pixels, faces, further=self._further(ask, seen, hand))

    def _painted(self, seen: Scene, hand: Touch, width: int, height: int, told: Told) -> Pixels:
        """The picture, tile by tile."""
        told("Laying the strokes", 0.0)
        style = import_module(f"{__package__}.styles.{self.name}")
        finish = getattr(style, "finish", None)
        picture = canvas.recorded(
            seen.width, seen.height, lambda easel: style.paint(easel, seen, hand)
        )
        scale = width / seen.width
        answer = np.empty((height, width, 3), np.uint8)
        boxes = list(canvas.tiles(width, height))
        for number, box in enumerate(boxes):
            told("Painting", READ + (PLAYED - READ) * number / len(boxes))
            top, left, bottom, right = box
            tile = canvas.played(picture, scale, box)[..., :3]
            if finish:
                tile = finish(tile, (top, left), scale, hand)
            answer[top:bottom, left:right] = tile
        return answer

    def _further(self, ask: Ask, seen: Scene, hand: Touch) -> Further:
        """The moving picture: as hand-drawn film boils, each frame is drawn anew."""
        wanted = sorted(ask.endings)
        if not wanted:
            return nothing

        def moving(told: Told) -> dict[str, bytes]:
            from ...photos.frames import animated

            frames = []
            for number in range(FRAMES):
                told("Painting the frames", number / FRAMES)
                other = replace(hand, seed=hand.seed + number)
                frames.append(self._painted(seen, other, seen.width, seen.height, silent))
            return {each: animated(frames, MILLISECONDS, each[1:]) for each in wanted}

        return moving


def touch(ask: Ask) -> Touch:
    """The dials that were set by hand. Raises BadChoice, and what opening a painting raises."""
    return Touch(
        strength=_share(ask, "strength", Touch().strength),
        likeness=_share(ask, "likeness", Touch().likeness),
        seed=ask.seed,
        like=_painting(ask.by_hand.get("like")),
    )


def asked(seen: Scene, person: int | None) -> list[Person]:
    """Whom the receipt is about: one, 1 being the largest, or the largest few. Raises BadChoice."""
    people = sorted(seen.people, key=lambda each: each.height, reverse=True)
    if person is None:
        return people[:RECEIPTS]
    if not 1 <= person <= len(people):
        raise BadChoice(f"there is no person {person}: {len(people)} faces were found")
    return [people[person - 1]]


def _share(ask: Ask, name: str, usual: float) -> float:
    value = ask.by_hand.get(name, usual)
    if not isinstance(value, (int, float)) or not 0 <= value <= 1:
        raise BadChoice(f"{name} is a number from 0 to 1, not {value!r}")
    return float(value)


def _painting(source: object) -> Pixels | None:
    """Pixels of the painting whose palette and touch are wanted."""
    if source is None:
        return None
    from ...photos.open import open_photo
    from ...photos.pixels import decode

    if not isinstance(source, (str, Path, bytes)):
        raise BadChoice("like is the file of a painting")
    return decode(open_photo(source)).pixels


def _size(ask: Ask) -> tuple[int, int]:
    """Width and height of the picture: those of the photo, or with the longer side asked for."""
    assert ask.pixels is not None
    height, width = ask.pixels.shape[:2]
    longest = ask.by_hand.get("longest")
    if longest is None:
        longest = min(max(width, height, SMALLEST), LARGEST)
    if not isinstance(longest, int) or not SMALLEST <= longest <= LARGEST:
        raise BadChoice(f"the longer side has {SMALLEST} to {LARGEST} pixels, not {longest}")
    scale = longest / max(width, height)
    return max(1, round(width * scale)), max(1, round(height * scale))


def _landmarks(person: Person, scale: float) -> Landmarks:
    """Eyes, nose, corners of the mouth, in pixels of a picture at some scale."""
    return tuple((float(x) * scale, float(y) * scale) for x, y in person.face.landmarks)


def _notes(seen: Scene) -> list[str]:
    """What was not drawn, and why."""
    skipped = [each.why for each in seen.people if not each.drawn]
    notes = []
    for why in dict.fromkeys(skipped):
        count = skipped.count(why)
        some = "One face is" if count == 1 else f"{count} faces are"
        notes.append(f"{some} painted with the rest and not drawn: {why}.")
    return notes
