"""Families of wording that say what a sentence of terms is about, and whose side it is on.

The families are data (``rules.toml``), written from the documents of eleven services and, after
a first measurement, the errors on three more; three are kept for measuring only
(``bench/labels/clauses.md``).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from importlib import resources

from ..core.terms import Stance, Topic

_QUOTES = str.maketrans("‘’‛′“”„″", "''''\"\"\"\"")
_PADDING = re.compile(
    r",?\s?\(?(?:including|included|and|but)?,? ?(?:but|and)? ?"
    r"(?:are |is |being )?(?:not limited to|without (?:limitation|limiting the foregoing))[,:)]?"
)
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Family:
    """One way of wording: where ``any`` is found and ``but`` is not, a topic with a stance."""

    topic: Topic
    stance: Stance
    any: tuple[re.Pattern[str], ...]
    but: re.Pattern[str] | None
    turns: tuple[tuple[Stance, re.Pattern[str]], ...]

    def stance_in(self, plain: str) -> Stance | None:
        """The stance of a plain sentence, None where the family is not found in it."""
        if not any(pattern.search(plain) for pattern in self.any):
            return None
        if self.but is not None and self.but.search(plain):
            return None
        turned = (stance for stance, pattern in self.turns if pattern.search(plain))
        return next(turned, self.stance)


def plain(sentence: str) -> str:
    """A sentence as the families expect it: small letters, straight quotes, no padding."""
    text = _SPACE.sub(" ", sentence.translate(_QUOTES).casefold())
    return _PADDING.sub("", text).strip()


def by_rule(text: str, among: Collection[Topic] = tuple(Topic)) -> dict[Topic, Stance]:
    """The topics that a family finds in a plain text, with the heaviest stance of each."""
    order = list(Stance)
    said: dict[Topic, Stance] = {}
    for family in families():
        stance = family.stance_in(text) if family.topic in among else None
        if stance is not None:
            known = said.get(family.topic, stance)
            said[family.topic] = min(stance, known, key=order.index)
    return said


def stance_by_turns(topic: Topic, text: str) -> Stance:
    """Whose side a plain text is on whose topic is known: the first family's turns decide."""
    first = next(family for family in families() if family.topic is topic)
    turned = (stance for stance, pattern in first.turns if pattern.search(text))
    return next(turned, first.stance)


@cache
def families() -> tuple[Family, ...]:
    """Every family, in the order of the file."""
    text = resources.files("facevalue.terms").joinpath("rules.toml").read_text("utf-8")
    raw = tomllib.loads(text)
    words: dict[str, str] = raw["words"]
    return tuple(_family(row, words) for row in raw["family"])


def _family(row: dict[str, object], words: dict[str, str]) -> Family:
    patterns, but, turns = row["any"], row.get("but", []), row.get("turns", [])
    assert isinstance(patterns, list)
    assert isinstance(but, list)
    assert isinstance(turns, list)
    return Family(
        Topic(str(row["topic"])),
        Stance(str(row["stance"])),
        tuple(_compiled(pattern, words) for pattern in patterns),
        _compiled("|".join(but), words) if but else None,
        tuple((Stance(stance), _compiled(pattern, words)) for stance, pattern in turns),
    )


def _compiled(pattern: str, words: dict[str, str]) -> re.Pattern[str]:
    for name, alternatives in words.items():
        pattern = pattern.replace("{" + name + "}", alternatives)
    return re.compile(pattern)
