"""The lab report: measured on what was written."""

from __future__ import annotations

from dataclasses import replace

import pytest

from facevalue.core.errors import Unsafe
from facevalue.core.lab import Judged
from facevalue.core.photo import Picture
from facevalue.core.places import Region
from facevalue.findings.picture.faces import FACES
from facevalue.protection.cover import Covered, cover
from facevalue.protection.covers.solid import SOLID
from facevalue.protection.lab import BODIES, _verdict, labs, refuse_matched
from tests.photographs import astronaut
from tests.protection.test_heads import face


def test_before_a_cover_both_recognisers_match_and_after_none_does() -> None:
    """The first score is high, or a low one after would say nothing."""
    picture = Picture(astronaut())
    faces = FACES.found(picture)
    done = cover(picture, faces, SOLID)
    (report,) = labs(picture, done.picture, faces, done, FACES.found(done.picture))
    assert report.number == 1
    assert len(report.judges) == 2
    for judge in report.judges:
        assert judge.before is not None
        assert judge.before > 0.8
        assert not judge.matches
        for score in (judge.after, judge.jpeg, judge.half):
            assert score is not None
            assert score < judge.threshold
    assert report.found[0] > 0.5
    assert report.found[1] == 0
    assert "No recogniser took" in report.verdict
    refuse_matched([report])


def test_a_face_that_is_still_there_is_said_and_refused() -> None:
    """A file that does not show the cover is not handed out as protected."""
    picture = Picture(astronaut())
    faces = FACES.found(picture)
    done = cover(picture, faces, SOLID)
    bare = replace(done, picture=picture)
    (report,) = labs(picture, picture, faces, bare, FACES.found(picture))
    assert all(judge.matches for judge in report.judges)
    assert "still recognised" in report.verdict
    with pytest.raises(Unsafe, match="face 1"):
        refuse_matched([report])


def test_a_face_too_small_to_compare_is_said_to_be() -> None:
    """No score is invented, and late faces go on counting behind the known ones."""
    picture = Picture(astronaut())
    known, late = face(Region(10, 10, 22, 26)), face(Region(40, 10, 52, 26))
    done = cover(picture, [late], SOLID, keep=FACES.found(picture))
    done = Covered(done.picture, (late,), done.heads, SOLID, done.share)
    (report,) = labs(picture, done.picture, [known], done, FACES.found(done.picture))
    assert report.number == 2
    assert all(judge.before is None and not judge.matches for judge in report.judges)
    assert report.verdict.startswith("Not measured: nothing could be compared for this face")
    assert "lower than 24 pixels" in report.verdict
    assert "not take" not in report.verdict


def test_a_recogniser_that_could_not_say_is_named_as_not_measured() -> None:
    """One silent recogniser beside one that answered: the sentence is about the other alone."""
    found = FACES.found(Picture(astronaut()))[0]
    says = Judged("dlib", 0.4, 0.99, 0.1, 0.1, 0.1)
    silent = Judged("fr_feature", 0.4, None, None, None, None)
    for judges in ((says, silent), (silent, says)):
        told = _verdict(found, judges, 0.0, drawn=False)
        assert told.startswith("dlib did not take the covered face for the person")
        assert "fr_feature: not measured, it takes the uncovered face for an empty patch" in told
    assert _verdict(found, (silent, silent), 0.0, drawn=False).startswith("Not measured")


def test_nothing_covered_is_nothing_reported() -> None:
    """Without a covered face there is no report, and the sentence names what covers leave."""
    picture = Picture(astronaut())
    assert labs(picture, picture, (), Covered(picture, (), (), SOLID, 0.0), ()) == ()
    for word in ("clothes", "tattoos", "reflections"):
        assert word in BODIES
