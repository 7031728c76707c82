"""What will be done is decided before anything is touched."""

from __future__ import annotations

import pytest

from facevalue.core.errors import BadChoice
from facevalue.core.finding import Finding, Kind, Look
from facevalue.core.places import Field, Region
from facevalue.protection.plan import Wanted, plan

FACES = tuple(
    Finding(Kind.FACE, Region(0, 0, side, side), 0.9, "faces", "why") for side in (90, 50, 20)
)
PLACE = Finding(Kind.WHERE, Field(("Exif", "GPSInfo")), 1.0, "where", "why")
LOOK = Look((PLACE, *FACES))


@pytest.mark.parametrize(
    ("keep", "kept"),
    [("none", []), ("largest", [0]), ("all", [0, 1, 2]), ("1,3", [0, 2]), (" 2 ", [1])],
)
def test_faces_are_kept_as_chosen(keep: str, kept: list[int]) -> None:
    """Chosen faces are kept, every other one is covered."""
    todo = plan(LOOK, Wanted(keep=keep))
    assert todo.keep == tuple(FACES[index] for index in kept)
    assert set(todo.cover) == set(FACES) - set(todo.keep)
    assert todo.strip == (PLACE,)


@pytest.mark.parametrize("keep", ["4", "0", "1,", "one", "-1", "1;2", "²", "99999999999999"])
def test_a_face_that_is_not_there_is_refused(keep: str) -> None:
    """A wrong number never means: cover nothing."""
    with pytest.raises(BadChoice, match="face"):
        plan(LOOK, Wanted(keep=keep))


def test_only_strip_covers_nothing() -> None:
    """Faces stay when covering was not asked for."""
    assert plan(LOOK, Wanted(only=("strip",))).cover == ()


def test_an_unknown_protection_is_refused() -> None:
    """A typing mistake in --only does not switch protection off."""
    with pytest.raises(BadChoice, match="strip, cover"):
        Wanted(only=("stripp",))


def test_nothing_to_do_is_refused() -> None:
    """An empty list is a mistake too."""
    with pytest.raises(BadChoice):
        Wanted(only=())
