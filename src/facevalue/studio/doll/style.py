"""The style ``doll``: from a photo and a few words to the picture of a figure in its box."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import Any

from ...core.errors import BadChoice
from ...core.made import Guess
from ...core.wish import Wish
from ..styles import Ask, Drawn, Landmarks, Settled
from ..traits import Traits
from .box.worlds import WORLDS
from .render.settings import settings
from .spec import OUTFITS, POSES

TRAITS = tuple(each.name for each in fields(Traits))
BOXED = ("title", "subtitle", "things", "outfit", "print", "pose", "world")
"""Settings that are not traits."""

LOOKED = 0.6
"""Share of the reading that is done when the photo has been looked at."""

NEUTRAL: dict[str, Any] = {
    "face_width": 1.0,
    "jaw": 0.0,
    "brows": 1.0,
    "smile": 0.4,
    "eyes": "#5b3f2a",
}
"""What of a face's own shape a doll can do without: friends look at hair and glasses."""


@dataclass(frozen=True, slots=True)
class Doll:
    """A collectible figure in its toy box."""

    name: str = "doll"
    says: str = "a collectible figure of a person in a printed toy box"
    settings: tuple[str, ...] = (*TRAITS, *BOXED)
    endings: frozenset[str] = frozenset({".glb", ".stl", ".webp", ".gif"})

    def read(self, ask: Ask) -> Settled[Traits]:
        """As ``Style.read``; a wrong setting is refused before the work."""
        outfit = _chosen(ask, "outfit", OUTFITS)
        _chosen(ask, "pose", POSES)
        _chosen(ask, "world", tuple(each.name for each in WORLDS))
        settings(ask.quality, ask.aspect, ask.size)
        ask.told("Looking at the photo", 0.0)
        traits, guesses, notes, sources = _person(ask)
        ask.told("Reading the words", LOOKED)
        return Settled(traits, _wish(ask, traits, outfit), guesses, notes, sources)

    def plainer(self, ask: Ask, settled: Settled[Traits]) -> Settled[Traits] | None:
        """As ``Style.plainer``; what was set by hand stays."""
        plain = {name: value for name, value in NEUTRAL.items() if name not in ask.by_hand}
        traits = replace(settled.plan, **plain)
        guesses = [
            replace(guess, value=str(plain[guess.trait]), confidence=0.0, by="neutral")
            if guess.trait in plain
            else guess
            for guess in settled.guesses
        ]
        changed = traits != settled.plan
        return replace(settled, plan=traits, guesses=tuple(guesses)) if changed else None

    def draw(self, ask: Ask, settled: Settled[Traits]) -> Drawn:
        """As ``Style.draw``."""
        from .shoot import shoot

        traits = settled.plan
        pose = _text(ask.by_hand.get("pose")) or "relaxed"
        return shoot(ask, traits, settled.wish, pose, _top(traits, settled.guesses))


DOLL = Doll()


def _person(ask: Ask) -> tuple[Traits, tuple[Guess, ...], tuple[str, ...], tuple[Landmarks, ...]]:
    """Traits, how sure each is, what to tell, and where the face is in the photo."""
    from ..likeness.read import likeness
    from ..likeness.settle import settle

    by_hand = {name: value for name, value in ask.by_hand.items() if name in TRAITS}
    if ask.pixels is None:
        if ask.person is not None:
            raise BadChoice("a person was chosen, but there is no photo to choose from")
        return (*settle(None, by_hand), (), ())
    seen = likeness(ask.pixels, ask.person)
    traits, guesses = settle(seen, by_hand)
    return traits, guesses, seen.notes, (seen.face.landmarks,) if seen.face else ()


def _wish(ask: Ask, traits: Traits, outfit: str | None) -> Wish:
    from ..wish.read import wish

    by_hand = ask.by_hand
    things = by_hand.get("things", ())
    return wish(
        ask.words,
        title=_text(by_hand.get("title")),
        subtitle=_text(by_hand.get("subtitle")),
        things=[str(each) for each in things] if isinstance(things, (list, tuple)) else [],
        outfit=outfit,
        chest=_text(by_hand.get("print")),
        childlike=traits.age in ("child", "teen"),
        cache=ask.cache,
    )


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _chosen(ask: Ask, name: str, known: tuple[str, ...]) -> str | None:
    """A setting by hand that is one of a list. Raises BadChoice."""
    value = ask.by_hand.get(name)
    if value is not None and value not in known:
        raise BadChoice(f"there is no {name} named {value!r}; choose from: {', '.join(known)}")
    return _text(value)


def _top(traits: Traits, guesses: tuple[Guess, ...]) -> str | None:
    """The colour of the top, when it was seen or said; otherwise the outfit has its own."""
    known = any(guess.trait == "top_colour" and guess.by != "neutral" for guess in guesses)
    return traits.top_colour if known else None
