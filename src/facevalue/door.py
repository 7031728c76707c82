"""The Python door: the same paths as the command line, with plain arguments."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from .core.photo import Photo, Upload

if TYPE_CHECKING:
    from .core.change import Protected
    from .core.made import Made
    from .core.report import Report

Source = str | os.PathLike[str] | bytes


def check(
    photo: Source | None = None, words: str | None = None, service: str | None = None
) -> Report:
    """What an upload would give away.

    ``photo`` is a path or the bytes of a file. Raises FacevalueError: WrongUse, Refused or
    Missing, each with its number.
    """
    from .flows.check import check as flow

    return flow(Upload(_opened(photo), words, service))


def protect(
    photo: Source | None = None,
    words: str | None = None,
    service: str | None = None,
    *,
    only: Sequence[str] = ("strip", "cover"),
    keep: str = "none",
    keep_me: Sequence[Source] = (),
    children: str = "cover",
    style: str = "solid",
    still: bool = False,
) -> Protected:
    """A safer photo, with what was changed and what a second look still finds.

    ``only`` limits what is done; ``keep`` says which faces stay: none, largest, subjects, all
    or numbers such as "1,3"; ``keep_me`` are one to five photos of somebody who stays as well;
    ``children`` is "cover" or "keep" and decides about faces that could be a child's; ``style``
    is a cover; ``still`` lets a moving picture become a still one. The bytes are in
    ``result.photo.data``; nothing is written.
    Raises FacevalueError as ``check`` does.
    """
    from .flows.protect import protect as flow
    from .protection.plan import Wanted

    wanted = Wanted(
        only=tuple(only),
        keep=keep,
        style=style,
        still=still,
        keep_me=tuple(photo for photo in map(_opened, keep_me) if photo is not None),
        children=children,
    )
    return flow(Upload(_opened(photo), words, service), wanted)


def make(
    style: str = "doll",
    photo: Source | None = None,
    words: str = "",
    *,
    seed: int = 0,
    quality: str = "preview",
    aspect: str = "3:4",
    size: tuple[int, int] | None = None,
    person: int | None = None,
    files: Sequence[str] = (),
    cache: str | os.PathLike[str] | None = None,
    told: Callable[[str, float], None] | None = None,
    **by_hand: object,
) -> Made:
    """A picture made on this machine; nothing is sent and nothing is written.

    ``quality`` is preview, full or poster; ``aspect`` 3:4, 1:1, 9:16 or 16:9; ``size`` (width,
    height) in pixels goes before the aspect; ``person`` chooses a face, the largest being 1;
    ``files`` are further endings wanted (".glb", ".stl", ".webp", ".gif"), found in
    ``result.extras``; ``cache`` is a folder where shapes and light are kept for the next picture;
    ``told`` hears stages and shares; ``by_hand`` sets traits and the box (``hair="curly"``,
    ``glasses="round"``, ``title="ANA"``, ``things=["camera"]``), or the dials of a painted
    style (``strength``, ``likeness``, ``like``, ``longest``).
    Raises FacevalueError as ``check`` does.
    """
    from .core.places import Size
    from .flows.make import make as flow
    from .studio.styles import Ask, silent

    ask = Ask(
        words=words,
        person=person,
        by_hand=by_hand,
        seed=seed,
        quality=quality,
        aspect=aspect,
        size=None if size is None else Size(*size),
        endings=frozenset(files),
        cache=None if cache is None else Path(cache),
        told=told or silent,
    )
    return flow(style, _opened(photo), ask)


def _opened(source: Source | None) -> Photo | None:
    from .photos.open import open_photo

    return None if source is None else open_photo(source)
