"""Make a picture on this machine, ask two recognisers about it, and say what it is."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from ..core.errors import Unknown
from ..core.made import Made, Match
from ..core.photo import Header, Photo, Picture
from ..core.places import Size
from ..photos.mark import marked
from ..photos.open import open_photo
from ..photos.pixels import decode, encode
from ..price.footprint import energy_wh
from ..price.receipt import likeness_says
from ..studio.catalogue import STYLES
from ..studio.styles import Ask, Drawn, Settled, Style, part

AGAIN = (
    "A recogniser matched the first try with the photo, so the picture was made again with a "
    "neutral shape of the face, smile and eye colour; now none matches."
)


READ, DRAWN, FURTHER = 0.1, 0.95, 0.5
"""Share of the work that is done when all is read; when the picture is drawn; and when it is drawn
but further files follow, which take about as long (GLB and STL 25 s where a preview took 31)."""


def make(style: str, photo: Photo | None, ask: Ask) -> Made:
    """The picture with its receipt.

    Raises Unknown for a style that is not there, Refused when the photo cannot be read or
    the words ask for what is not made, BadChoice for a wrong setting, Missing when
    something is not installed.
    """
    began = _cpu_seconds()
    painter = STYLES[style]
    _known("setting", sorted(ask.by_hand), painter.settings)
    _known("kind of file", sorted(ask.endings), sorted(painter.endings))
    if photo is not None:
        ask = replace(ask, pixels=decode(photo).pixels)
    settled = painter.read(replace(ask, told=part(ask.told, 0.0, READ)))
    settled, drawn, likeness = _unmatched(painter, ask, settled)
    picture = _written(drawn, style, photo)
    extras = drawn.further(part(ask.told, FURTHER, 1.0))
    ask.told("Done", 1.0)
    seconds = _cpu_seconds() - began
    return Made(
        style=style,
        seed=ask.seed,
        seconds=seconds,
        wish=settled.wish,
        photo=picture,
        likeness=likeness,
        receipt=_says_of(likeness, settled),
        traits=settled.guesses,
        notes=(*settled.notes, *drawn.notes),
        energy_wh=energy_wh(seconds),
        extras={
            ending: _marked(style, data) if ending in (".webp", ".gif") else data
            for ending, data in extras.items()
        },
    )


Answered = tuple[Settled[Any], Drawn, tuple[Match, ...]]
"""What was drawn from, the picture, and the recognisers' answers."""


def _unmatched(painter: Style[Any], ask: Ask, settled: Settled[Any]) -> Answered:
    """The picture and the recognisers' answers; one that is matched is drawn once more.

    The second time the face's own shape is left out, except for what was set by hand. If that
    does not help, the first picture stands, and the receipt says that it is matched.
    """
    drawn, likeness = _asked(painter, ask, settled)
    if not any(match.match for match in likeness):
        return settled, drawn, likeness
    plainer = painter.plainer(ask, settled)
    if plainer is None:
        return settled, drawn, likeness
    again, answers = _asked(painter, ask, plainer)
    if any(match.match for match in answers):
        return settled, drawn, likeness
    return replace(plainer, notes=(*plainer.notes, AGAIN)), again, answers


def _asked(painter: Style[Any], ask: Ask, settled: Settled[Any]) -> tuple[Drawn, tuple[Match, ...]]:
    """The picture, and whether the person is still matched in it."""
    done = FURTHER if ask.endings else DRAWN
    drawn = painter.draw(replace(ask, told=part(ask.told, READ, done)), settled)
    ask.told("Asking two recognisers", done)
    return drawn, _receipt(ask, settled, drawn)


def _known(kind: str, given: Iterable[str], there: Iterable[str]) -> None:
    """Raises Unknown for a name that the style does not have."""
    for name in given:
        if name not in there:
            raise Unknown(kind, name, list(there))


def _receipt(ask: Ask, settled: Settled[Any], drawn: Drawn) -> tuple[Match, ...]:
    """Whether anybody is still matched; empty when there was no face to ask about."""
    if ask.pixels is None or not settled.sources or not drawn.faces:
        return ()
    from ..engines.face_print.compare import compare

    return compare(ask.pixels, drawn.pixels, settled.sources, drawn.faces)


def _says_of(likeness: tuple[Match, ...], settled: Settled[Any]) -> tuple[str, ...]:
    """What the recognisers' answers mean, in sentences."""
    if not likeness:
        return ()
    from ..engines.face_print.compare import height

    childlike = any(g.trait == "age" and g.value in ("child", "teen") for g in settled.guesses)
    tall = max(height(each) for each in settled.sources)
    people = len(settled.sources)
    return likeness_says(likeness, tall, childlike=childlike, people=people)


def _written(drawn: Drawn, style: str, photo: Photo | None) -> Photo:
    """The picture as PNG: its pixels and the sentence that says what it is, nothing else."""
    like = Photo(b"", "png", Header(Size(1, 1)))
    plain = encode(Picture(drawn.pixels), like)
    name = f"{Path(photo.name).stem}.{style}.png" if photo else f"{style}.png"
    return open_photo(_marked(style, plain.data), name=name)


def _marked(style: str, data: bytes) -> bytes:
    """The file with the mark that it was made by software."""
    return marked(data, STYLES[style].says)


def _cpu_seconds() -> float:
    """CPU-seconds that this process and its finished children have used."""
    spent = os.times()
    return spent.user + spent.system + spent.children_user + spent.children_system
