"""What will be done is decided before anything is touched."""

from __future__ import annotations

from dataclasses import replace

import pytest

from facevalue.core.errors import BadChoice
from facevalue.core.finding import Finding, Kind, Look
from facevalue.core.person import Person, Role
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


CHILD = replace(FACES[1], kind=Kind.CHILD)
FAMILY = Look((FACES[0], CHILD, FACES[2]))


@pytest.mark.parametrize("keep", ["all", "1,2,3", "2"])
def test_a_face_that_could_be_a_childs_is_covered_even_if_it_was_chosen(keep: str) -> None:
    """Choosing everybody is not choosing the child; the plan says whom it held back."""
    todo = plan(FAMILY, Wanted(keep=keep))
    assert CHILD in todo.cover
    assert todo.held == (CHILD,)
    assert (FACES[0] in todo.keep) is (keep != "2")


def test_children_stay_only_when_it_is_said() -> None:
    """children="keep" treats them like anybody else, and not better."""
    assert CHILD in plan(FAMILY, Wanted(keep="2", children="keep")).keep
    assert CHILD in plan(FAMILY, Wanted(children="keep")).cover
    assert plan(FAMILY, Wanted(keep="all", children="keep")).cover == ()
    assert plan(FAMILY, Wanted(children="keep")).held == ()


@pytest.mark.parametrize("children", ["", "yes", "Cover", "none"])
def test_a_mistyped_choice_about_children_is_refused(children: str) -> None:
    """A typing mistake never uncovers a child."""
    with pytest.raises(BadChoice, match="cover or keep"):
        Wanted(children=children)


def test_subjects_stay_and_bystanders_and_unknown_people_are_covered() -> None:
    """Whom nobody could judge counts as somebody who was just there."""
    people = (Person(role=Role.SUBJECT), Person(role=Role.BYSTANDER), None)
    faces = tuple(replace(face, person=who) for face, who in zip(FACES, people, strict=True))
    todo = plan(Look(faces), Wanted(keep="subjects"))
    assert todo.keep == faces[:1]
    assert todo.cover == faces[1:]


def test_the_person_of_the_references_stays_beside_whoever_was_chosen() -> None:
    """Both choices add up, each face once and in its order."""
    assert plan(LOOK, Wanted(), me=FACES[1:2]).keep == FACES[1:2]
    assert plan(LOOK, Wanted(keep="1,2"), me=FACES[1:]).keep == FACES
    assert plan(FAMILY, Wanted(), me=(CHILD,)).held == (CHILD,)


def test_a_sixth_reference_is_refused() -> None:
    """Five photos are enough for a recogniser; a whole album is a mistake."""
    from facevalue.core.photo import Header, Photo
    from facevalue.core.places import Size

    photo = Photo(b"", "jpeg", Header(Size(1, 1)))
    assert Wanted(keep_me=(photo,) * 5).covers
    with pytest.raises(BadChoice, match="5 photos, not 6"):
        Wanted(keep_me=(photo,) * 6)


def test_a_face_too_small_to_tell_is_held_back_like_a_childs() -> None:
    """It is no child found, and yet nobody can say that it is none."""
    small = replace(FACES[2], person=Person(may_be_child=True))
    todo = plan(Look((FACES[0], small)), Wanted(keep="all"))
    assert (todo.keep, todo.held) == ((FACES[0],), (small,))
