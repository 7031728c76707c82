"""The stated risk of a miss: it follows its evidence, adds up, and never promises nothing."""

from __future__ import annotations

import pytest
from scipy.stats import nbinom

from facevalue.core.finding import Miss
from facevalue.core.places import Size
from facevalue.engines.face_finder import Face
from facevalue.findings.picture import missed
from facevalue.findings.picture.missed import at_most, bands, evidence, misses

SMALL, LARGE = Size(400, 300), Size(8000, 6000)


def face(height: float, score: float = 0.8) -> Face:
    """A face of that height somewhere."""
    return Face((10.0, 10.0, 10.0 + height, 10.0 + height), score, ())


def expected(said: tuple[Miss, ...]) -> float:
    """Missed faces of all heights together."""
    return sum(miss.expected for miss in said)


def test_where_nothing_was_found_something_may_still_be() -> None:
    """One answer for all heights, above nought, and "at most" is never 0."""
    (miss,) = misses([], [], SMALL)
    assert (miss.least, miss.below) == (0, None)
    assert miss.expected == pytest.approx(sum(missed.FLOOR))
    assert miss.at_most == 1
    assert miss.says.startswith("no face was found; in about 1 of ")


def test_a_doubt_counts_the_more_the_surer_it_is() -> None:
    """Many weak ones count less than one that was nearly believed."""
    weak = misses([face(80)], [face(10, 0.07)] * 5, SMALL)
    sure = misses([face(80)], [face(10, 0.29)], SMALL)
    assert expected(misses([face(80)], [], SMALL)) < expected(weak) < expected(sure)


def test_where_many_small_faces_are_found_more_small_ones_are_missed() -> None:
    """Large faces say nothing about small ones; each small one does."""
    large = misses([face(80)] * 20, [], SMALL)
    small = misses([face(9)] * 20, [], SMALL)
    assert expected(large) < 0.5
    assert small[0].below == 12
    assert small[0].expected == pytest.approx(missed.FLOOR[0] + 20 * missed.FOUND[0])
    assert small[0].says == (
        "about 3 more faces lower than 12 pixels may be there "
        f"(nine times in ten at most {small[0].at_most})"
    )


def test_the_bands_cover_every_height_and_add_up() -> None:
    """From nought upwards without a gap or an overlap, and nothing of the evidence is lost."""
    faces = [face(height) for height in (8, 8, 9, 10, 15, 18, 30, 90)]
    doubts = [face(height, 0.25) for height in (7, 14, 16, 25, 60) for _ in range(3)]
    said = misses(faces, doubts, SMALL)
    assert len(said) > 2
    assert said[0].least == 0
    assert said[-1].below is None
    assert [miss.least for miss in said[1:]] == [miss.below for miss in said[:-1]]
    assert expected(said) == pytest.approx(sum(evidence(faces, doubts, SMALL).expected()))
    assert all(miss.at_most >= max(1, miss.expected) for miss in said)


def test_a_large_photo_is_looked_at_from_further_away() -> None:
    """The bands begin higher where the finder cannot come as close."""
    assert bands(SMALL) == missed.EDGES
    assert all(
        large > small for large, small in zip(bands(LARGE)[1:], missed.EDGES[1:], strict=True)
    )


@pytest.mark.parametrize("mean", [0.02, 0.3, 1.0, 4.5, 30.0])
def test_at_most_is_what_nine_in_ten_stay_under(mean: float) -> None:
    """The same as the library's quantile of the negative binomial distribution, at least 1."""
    share = missed.SPREAD / (missed.SPREAD + mean)
    assert at_most(mean) == max(1, int(nbinom.ppf(0.9, missed.SPREAD, share)))


def test_one_face_more_is_one_face() -> None:
    """Words for one, and for less than one."""
    (one,) = misses([face(80)], [face(8, 0.29)] * 3, SMALL)[:1]
    assert one.says.startswith("about 1 more face lower than 12 pixels may be there")
    (less,) = misses([face(80)], [], SMALL)
    assert "there is one more face of any height" in less.says
