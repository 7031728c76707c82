"""Which function makes which kind of hair: a new kind is a function and a line here."""

from __future__ import annotations

from collections.abc import Callable

from ...parts import Mesh, Piece
from ...spec import HeadSpec
from . import curls, falling, short, swept, tied

Maker = Callable[[HeadSpec, float], Mesh]

KINDS: dict[str, Maker] = {
    "short": short.crop,
    "side": swept.side,
    "quiff": swept.quiff,
    "pixie": short.pixie,
    "bob": falling.bob,
    "long": falling.long,
    "wavy": falling.wavy,
    "curly": curls.curly,
    "afro": curls.afro,
    "bun": tied.bun,
    "ponytail": tied.ponytail,
    "braids": tied.braids,
}


def hair_pieces(spec: HeadSpec, grain: float) -> list[Piece]:
    """Hair in the role ``hair`` and its bands in ``tie``; none for a bald or a covered head."""
    if spec.hair not in KINDS:
        return []
    hair = Piece("hair", KINDS[spec.hair](spec, grain), "hair")
    return [hair, *(Piece(f"tie{k}", ring, "tie") for k, ring in enumerate(tied.ties(spec)))]
