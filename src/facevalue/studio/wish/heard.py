"""What somebody's words say: in English or another language, and in pictographs."""

from __future__ import annotations

from collections.abc import Sequence

from . import english, foreign
from .dressed import dress
from .hobbies import Find, of_sign
from .known import STRANGE, Known
from .languages import language_of
from .nearest import Nearest
from .private import without_contacts

CHAIRS = ("manual wheelchair", "motorized wheelchair", "wheelchair symbol")
"""Pictographs of somebody who sits in a wheelchair."""

SHOUTED = 12
"""Letters from which words in capitals are read as small ones."""


def heard(text: str, signs: Sequence[str], childlike: bool, near: Nearest) -> Known:
    """Read all of a cleaned text and the names of its pictographs."""
    known = Known(near)
    plain, known.left_out = without_contacts(text)
    plain = plain.lower() if plain.isupper() and len(plain) > SHOUTED else plain
    language = language_of(plain)
    if language:
        foreign.read(known, plain, language)
    else:
        english.read(known, plain)
        if known.finds and not (known.name or known.job or any(f.row for f in known.finds)):
            known.left_out.append(STRANGE)
    _signs(known, signs)
    if childlike and known.name:
        known.name = ""
        known.left_out.append("a child's name is put on the box only when given as its title")
    dress(known)
    return known


def _signs(known: Known, signs: Sequence[str]) -> None:
    """Pictographs by their Unicode names: what the catalogue has of them."""
    for sign in signs:
        row = of_sign(sign)
        if sign in CHAIRS:
            known.seated = True
        elif row:
            known.finds.append(Find(sign, row, 1.0))
