"""What is said of faces and of what was done to them: whole, numbered, the worst first."""

from __future__ import annotations

from dataclasses import replace

import click
import numpy as np
import pytest

from facevalue.core.change import Protected
from facevalue.core.finding import Finding, Kind, Look, Miss
from facevalue.core.lab import FaceLab, Judged
from facevalue.core.person import Enrol, Person, Role
from facevalue.core.photo import Header, Photo, Picture, Upload
from facevalue.core.places import Region, Size
from facevalue.core.report import Report
from facevalue.show.page import page
from facevalue.show.people import face_rows, lab_says, worst_lab
from facevalue.show.text import FACES, LABS, protected_lines, report_lines
from facevalue.show.thumbs import MOST, SIDE, strip

WHO = Person(
    Enrol.YES, ("sharp",), Role.SUBJECT, "the largest face", 0.7, True, "could be under 16"
)
FACE = Finding(Kind.CHILD, Region(10, 10, 40, 50), 0.9, "faces", "why", person=WHO)
PHOTO = Photo(b"x", "jpeg", Header(Size(99, 99)), "a.jpg")
PICTURE = Picture(np.full((99, 99, 3), 90, np.uint8))


def report(faces: int, *misses: Miss) -> Report:
    """A report on so many faces."""
    return Report(Upload(PHOTO), Look((FACE,) * faces, (), misses), ())


def lab(number: int, *scores: float | None) -> FaceLab:
    """A face whose recognisers give these scores after covering."""
    judges = tuple(Judged("dlib", 0.4, 0.99, score, None, score) for score in scores)
    return FaceLab(number, FACE, judges, (0.9, 0.0), "no recogniser matches it")


def plain(*lines: str) -> str:
    """Lines without colours, spaces joined."""
    return " ".join(click.unstyle(" ".join(lines)).split())


def test_a_face_is_numbered_and_says_all_that_is_known() -> None:
    """Height, age with its doubt, enrolment and role with their reasons."""
    (row,) = face_rows(Look((FACE,)))
    assert (row.number, row.region, row.child) == (1, FACE.where, True)
    assert row.says == (
        "40 pixels high",
        "could be under 16",
        "a face matcher can keep it (sharp)",
        "the photo is of them (the largest face)",
    )


def test_what_is_not_known_is_not_said() -> None:
    """Without a person there is the height and nothing else; no word such as None."""
    (row,) = face_rows(Look((replace(FACE, kind=Kind.FACE, person=None),)))
    assert row.says == ("40 pixels high",)
    assert not row.child


@pytest.mark.parametrize("count", [0, 1, FACES, FACES + 3])
def test_the_terminal_lists_faces_and_says_how_many_it_left_out(count: int) -> None:
    """A crowd does not fill the screen, and nobody is left out in silence."""
    text = plain(*report_lines(report(count)))
    assert text.count("could be under 16") == min(count, FACES)
    assert (f"and {count - FACES} more" in text) is (count > FACES)


def test_what_may_have_been_missed_is_printed_on_terminal_and_page() -> None:
    """Beside the findings, as loud as a skip."""
    miss = Miss("faces", 0, 12, 2.0, 5, "about 2 more faces may be there")
    assert "faces: about 2 more faces may be there" in plain(*report_lines(report(1, miss)))
    assert "About 2 more faces may be there." in page(report(1, miss), PICTURE)


def test_the_page_lists_every_face_with_one_strip_of_thumbnails() -> None:
    """Each row shows its own part of the strip; a possible child is marked."""
    html = page(report(3), PICTURE)
    assert html.count('aria-label="face ') == 3
    assert html.count('<li class="child">') == 3
    assert "background-position: 0 -128px" in html
    assert html.count("background-image: url(data:image/jpeg;base64,") == 1
    assert "background-image: url(" not in page(report(3), None)


def test_the_worst_lab_report_comes_first_and_the_rest_is_counted() -> None:
    """A face that still matches stands on top; faces that could not be compared at the end."""
    labs = (lab(1, 0.1, 0.2), lab(2, None), lab(3, 0.1, 0.5), lab(4, 0.3))
    assert [each.number for each in worst_lab(labs)] == [3, 4, 1, 2]
    result = Protected(PHOTO, None, (), Look(), (), labs + (lab(5, 0.0),) * 3)
    text = plain(*protected_lines(result))
    assert text.count("no recogniser matches it") == LABS
    assert "and 3 faces less alike" in text
    assert "clothes" in text


def test_lab_numbers_are_words_where_there_is_no_number() -> None:
    """Nothing to compare is said and never shown as a zero."""
    says = lab_says(lab(1, None).judges[0])
    assert "0.99 → nothing to compare" in says
    assert "its line 0.40" in says


@pytest.mark.parametrize("box", [(0, 0, 1, 1), (0, 0, 99, 99), (98, 98, 99, 99), (90, 0, 99, 9)])
def test_a_thumbnail_has_its_size_wherever_the_face_lies(box: tuple[int, int, int, int]) -> None:
    """At the border, in a corner, as large as the picture or a single pixel."""
    shown = strip(PICTURE, [Region(*box)] * 2)
    assert shown.size == Size(SIDE, 2 * SIDE)
    assert (shown.pixels == 90).all()


def test_a_strip_has_an_end() -> None:
    """A crowd of a thousand gives no picture that JPEG cannot hold, and no crash on the page."""
    assert strip(PICTURE, [Region(0, 0, 9, 9)] * (MOST + 9)).size.height == MOST * SIDE
    with pytest.raises(ValueError, match="no faces"):
        strip(PICTURE, [])
