"""The small rules of the core's words."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facevalue.core import errors
from facevalue.core.catalogue import Catalogue
from facevalue.core.finding import Finding, Kind, Look, Skip
from facevalue.core.places import Field, Region, Span


def test_an_empty_region_is_refused() -> None:
    """A box without pixels is a mistake, not a place."""
    with pytest.raises(ValueError, match="empty"):
        Region(3, 3, 3, 9)


@given(st.tuples(*[st.integers(0, 20)] * 4), st.tuples(*[st.integers(0, 20)] * 4))
def test_overlap_is_symmetric_and_bounded(one: tuple[int, ...], two: tuple[int, ...]) -> None:
    """Two boxes share the same area seen from either, never more than the smaller has."""
    boxes = [Region(b[0], b[1], b[0] + b[2] + 1, b[1] + b[3] + 1) for b in (one, two)]
    shared = boxes[0].overlap(boxes[1])
    assert shared == boxes[1].overlap(boxes[0])
    assert 0 <= shared <= min(box.area for box in boxes)


def test_a_span_gives_its_letters() -> None:
    """Start inside, end outside."""
    assert Span(2, 5).of("a nurse") == "nur"


def test_a_score_out_of_range_is_refused() -> None:
    """Scores are shares of one."""
    with pytest.raises(ValueError, match="score"):
        Finding(Kind.FACE, Field(("a",)), 1.1, "x", "y")


def test_a_skip_is_not_clean() -> None:
    """An empty list beside a skip does not mean that nothing is there."""
    mark = Finding(Kind.MARK, Field(("C2pa",)), 1.0, "marks", "why")
    assert Look().clean
    assert Look((mark,)).clean
    assert not Look((), (Skip("faces", "no engine"),)).clean


@dataclass(frozen=True)
class _Thing:
    name: str


def test_a_catalogue_refuses_twins_and_lists_its_names() -> None:
    """Two of one name are a mistake; an unknown name is answered with the known ones."""
    with pytest.raises(ValueError, match="two"):
        Catalogue("thing", _Thing("a"), _Thing("a"))
    with pytest.raises(errors.Unknown, match="a, b"):
        Catalogue("thing", _Thing("a"), _Thing("b"))["c"]


def _every(kind: type[errors.FacevalueError]) -> Iterator[type[errors.FacevalueError]]:
    yield kind
    for below in kind.__subclasses__():
        yield from _every(below)


def test_every_error_is_drawn_in_the_tree_with_its_number_and_survives_a_pipe() -> None:
    """The docstring of the module is the true list; workers hand errors over a pipe."""
    kinds = list(_every(errors.FacevalueError))
    assert len({kind.number for kind in kinds}) == len(kinds)
    for kind in kinds:
        assert kind.__name__ in (errors.__doc__ or "")
        if kind.number[2:] != "00" or kind is errors.FacevalueError:
            assert kind.number in (errors.__doc__ or "") or kind is errors.FacevalueError
        error = kind("thing", "x", ["y"]) if kind is errors.Unknown else kind("why")
        again = pickle.loads(pickle.dumps(error))
        assert type(again) is kind
        assert str(again) == str(error)
