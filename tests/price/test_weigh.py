"""The bill: every finding on one line, the heaviest line first, in words that are right."""

from __future__ import annotations

import string
import time
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facevalue.core.finding import Finding, Kind, Look, Skip
from facevalue.core.person import Enrol, Person, Role
from facevalue.core.places import Field, Region, Span
from facevalue.core.report import Exposure, Level
from facevalue.core.secret import Secret
from facevalue.price.weigh import Row, scale, weigh
from tests.findings.tables import CALM

LISTED = frozenset(kind for row in scale() for kind in row.kinds if not row.words)
IN_WORDS = frozenset(kind for row in scale() for kind in row.kinds if row.words)


def finding(kind: Kind, score: float = 1.0, number: int = 0, says: str = "it was found") -> Finding:
    """One finding in a field of its own."""
    return Finding(kind, Field(("a", str(number))), score, "test", says, Secret("value"))


def bill(*findings: Finding) -> tuple[Exposure, ...]:
    """The lines for these findings."""
    return weigh(Look(findings))


found = st.builds(
    Finding,
    st.sampled_from(Kind),
    st.builds(Field, st.tuples(st.sampled_from(["a", "b"]))) | st.just(Region(0, 0, 4, 4)),
    st.floats(0, 1),
    st.sampled_from(["one", "two", "{by}"]),
    st.text(max_size=12),
    st.none() | st.builds(Secret, st.text(max_size=12)),
)


@given(st.lists(found, max_size=30))
@CALM
def test_every_finding_is_on_exactly_one_line(findings: Sequence[Finding]) -> None:
    """None is lost and none is counted twice, equal ones included; the heaviest lines first."""
    lines = weigh(Look(tuple(findings)))
    on_lines = [id(one) for line in lines for one in line.findings]
    assert sorted(on_lines) == sorted(id(one) for one in findings)
    levels = [line.level for line in lines]
    assert levels == sorted(levels, reverse=True)
    assert all(line.findings for line in lines)
    for line in lines:
        scores = [one.score for one in line.findings]
        assert scores == sorted(scores, reverse=True)


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("score", [0.0, 0.2, 0.5, 0.85, 1.0])
def test_every_kind_has_a_line_at_every_score(kind: Kind, score: float) -> None:
    """One from scale.toml, or the one that says that the scale has none for it yet."""
    (line,) = bill(finding(kind, score))
    assert line.title
    assert line.says
    assert line.remedy
    assert ("the scale has no line" in line.says) is (kind not in LISTED)
    if kind not in LISTED:
        assert kind.value in line.title
        assert line.level is Level.CARE


def test_every_kind_that_a_detector_finds_is_on_the_scale() -> None:
    """The line for what nobody thought of is for plug-ins and later versions only."""
    from facevalue.findings.catalogue import METADATA, PICTURE

    kinds = {kind for detector in (*METADATA, *PICTURE) for kind in detector.kinds}
    assert kinds | {Kind.OTHER} <= LISTED


@pytest.mark.parametrize("row", scale(), ids=lambda row: row.name)
def test_every_row_says_all_it_must(row: Row) -> None:
    """A title, what it means, what to do, where that stands; whole sentences, fields that fit."""
    assert row.title[0].isupper() or row.title.startswith("{n}")
    assert not row.title.endswith(".")
    assert len(row.title) < 50
    for sentence in (row.says, row.remedy):
        assert sentence[0].isupper() or sentence.startswith("facevalue ")
        assert sentence.endswith(".")
        assert len(sentence) < 250
    assert len(row.source) > 10
    assert row.kinds
    assert 0 <= row.least < 1
    for text in (row.title, row.says):
        names = {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}
        assert names <= {"n", "s"}
    assert "{" not in row.remedy + row.source


def test_names_and_titles_of_rows_are_used_once() -> None:
    """Two lines of one bill are never called the same."""
    for words in ([row.name for row in scale()], [row.title for row in scale()]):
        assert len(set(words)) == len(words)


def test_no_row_stands_in_the_shade_of_another() -> None:
    """Rows of one kind come with falling thresholds, or ask for persons whom no row above takes."""
    for kind in LISTED:
        mine = [row for row in scale() if kind in row.kinds and not row.words]
        rows = [row for row in mine if not row.roles | row.enrols]
        least = [row.least for row in rows]
        assert least == sorted(set(least), reverse=True)
        assert least[-1] == 0
        asking = [row for row in mine if row.roles | row.enrols]
        assert all(scale().index(row) < scale().index(rows[-1]) for row in asking)
        assert len({(row.least, row.roles, row.enrols) for row in asking}) == len(asking)


def person(role: Role | None, enrol: Enrol | None, kind: Kind = Kind.FACE) -> Finding:
    """A face of such a person."""
    return replace(finding(kind), person=Person(enrol=enrol, role=role))


@pytest.mark.parametrize(
    ("role", "enrol", "title", "level"),
    [
        (Role.SUBJECT, Enrol.YES, "can find", Level.STOP),
        (Role.SUBJECT, Enrol.POORLY, "can find", Level.STOP),
        (Role.BYSTANDER, Enrol.YES, "just there", Level.STOP),
        (Role.BYSTANDER, Enrol.NO, "hardly keep", Level.CARE),
        (Role.SUBJECT, Enrol.NO, "hardly keep", Level.CARE),
        (Role.BYSTANDER, None, "can find", Level.STOP),
        (None, None, "can find", Level.STOP),
    ],
)
def test_a_face_goes_to_the_line_of_its_person(
    role: Role | None, enrol: Enrol | None, title: str, level: Level
) -> None:
    """Bystanders and faces that nobody can enrol have lines of their own; unknown stays heavy."""
    (line,) = bill(person(role, enrol))
    assert title in line.title
    assert line.level is level


@pytest.mark.parametrize("enrol", [None, *Enrol])
def test_a_possible_child_stops_however_small(enrol: Enrol | None) -> None:
    """A child's face is the heaviest line, even where no matcher keeps it."""
    (line,) = bill(person(Role.BYSTANDER, enrol, Kind.CHILD))
    assert line.level is Level.STOP
    assert "child" in line.title


@pytest.mark.parametrize(
    ("count", "title"),
    [
        (1, "1 face that a machine can find"),
        (2, "2 faces that a machine can find"),
        (11, "11 faces that a machine can find"),
    ],
)
def test_one_and_many_faces_are_said_right(count: int, title: str) -> None:
    """Numbers and plurals agree."""
    (line,) = bill(*(finding(Kind.FACE, number=number) for number in range(count)))
    assert line.title == title


@pytest.mark.parametrize("row", scale(), ids=lambda row: row.name)
def test_plurals_are_right_on_every_line(row: Row) -> None:
    """Of one thing no line speaks as of several; no sign of the template is left."""
    score = min(1.0, row.least + 0.01)
    kind = sorted(row.kinds)[0]
    for count in (1, 2, 3):
        many = [finding(kind, score, number) for number in range(count)]
        (line,) = bill(*(replace(one, where=Span(0, 4)) if row.words else one for one in many))
        words = f"{line.title} {line.says}"
        assert "{" not in words
        assert "1 faces" not in words
        assert "1 fields" not in words
        assert "1 hidden second pictures" not in words
        if "{n}" in row.title + row.says:
            assert str(count) in words


@pytest.mark.parametrize("text", ["{n}", "{", "}", "{0}", "{s!r:>99}", "{look.findings}", "%s"])
@pytest.mark.parametrize("kind", [Kind.FACE, Kind.OTHER, Kind.PLATE])
def test_braces_in_a_finding_break_nothing(text: str, kind: Kind) -> None:
    """Only the words of the scale are templates; what comes out of a file is none."""
    one = Finding(kind, Field((text,)), 1.0, text, text, Secret(text))
    (line,) = bill(one)
    assert line.findings == (one,)
    assert text not in f"{line.title} {line.says} {line.remedy}"


@pytest.mark.parametrize(
    ("kind", "score", "level"),
    [
        (Kind.WHERE, 1.0, Level.STOP),
        (Kind.WHERE, 0.9, Level.STOP),
        (Kind.WHERE, 0.85, Level.CARE),
        (Kind.WHERE, 0.6, Level.NOTE),
        (Kind.WHERE, 0.2, Level.NOTE),
        (Kind.FACE, 0.3, Level.STOP),
        (Kind.CHILD, 0.3, Level.STOP),
        (Kind.CONTACT, 0.95, Level.STOP),
        (Kind.NAME, 0.9, Level.STOP),
        (Kind.NAME, 0.5, Level.STOP),
        (Kind.NAME, 0.2, Level.NOTE),
        (Kind.COPY, 1.0, Level.STOP),
        (Kind.DEVICE, 1.0, Level.CARE),
        (Kind.DEVICE, 0.9, Level.CARE),
        (Kind.DEVICE, 0.7, Level.NOTE),
        (Kind.DEVICE, 0.2, Level.NOTE),
        (Kind.WHEN, 0.2, Level.CARE),
        (Kind.TEXT, 0.8, Level.CARE),
        (Kind.EDIT, 1.0, Level.CARE),
        (Kind.EDIT, 0.7, Level.NOTE),
        (Kind.OTHER, 0.5, Level.NOTE),
        (Kind.MARK, 1.0, Level.NOTE),
    ],
)
def test_levels(kind: Kind, score: float, level: Level) -> None:
    """An exact place, a face, a person's name stop; a dummy or a setting is a note."""
    assert [line.level for line in bill(finding(kind, score))] == [level]


def test_a_place_and_its_traces_are_two_lines() -> None:
    """The same kind goes to the line that its score reaches."""
    lines = bill(finding(Kind.WHERE, 0.3), finding(Kind.WHERE, 1.0), finding(Kind.NAME, 0.2))
    assert [line.level for line in lines] == [Level.STOP, Level.NOTE]
    assert [len(line.findings) for line in lines] == [1, 2]


def test_an_empty_look_costs_nothing() -> None:
    """No finding, no line; a skip is shown elsewhere and is no line either."""
    assert weigh(Look()) == ()
    assert weigh(Look((), (Skip("faces", "no engine"),))) == ()


def test_a_bill_of_many_findings_takes_no_time() -> None:
    """A hostile file can have tens of thousands of fields."""
    many = tuple(finding(Kind.OTHER, 0.5, number) for number in range(20_000))
    since = time.process_time()
    (line,) = weigh(Look(many))
    assert time.process_time() - since < 2
    assert line.title.startswith("20000 fields")


def test_every_kind_of_words_is_on_the_scale_and_no_line_of_the_photo_takes_it() -> None:
    """A name in the words is not a name in the file, and nothing found in words is unlisted."""
    from facevalue.findings.words.facets import KIND

    assert set(KIND.values()) == IN_WORDS
    for kind in IN_WORDS:
        (line,) = bill(replace(finding(kind), where=Span(0, 4)))
        assert line.title.startswith("Your words: ")
    two = bill(finding(Kind.NAME), replace(finding(Kind.NAME), where=Span(0, 4)))
    assert len(two) == 2
