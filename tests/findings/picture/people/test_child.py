"""Who may be a child: a cautious guess with its doubt, for every face one."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from facevalue.core.errors import NoEngine
from facevalue.engines import age_deep, age_looks, face_finder, face_mesh, weights
from facevalue.engines.age_looks import Years
from facevalue.engines.face_finder import Face
from facevalue.findings.picture.people import child
from facevalue.photos.drawing import drawn
from tests.photographs import astronaut, smaller

DRAWN = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 200">
<rect width="200" height="200" fill="#bcd"/>
<ellipse cx="100" cy="105" rx="70" ry="78" fill="#f2c9a5"/>
<path d="M32 85Q60 15 100 28 140 15 168 85 130 45 100 50 70 45 32 85" fill="#7a5230"/>
<g fill="#fff"><ellipse cx="70" cy="112" rx="15" ry="13"/>
<ellipse cx="130" cy="112" rx="15" ry="13"/></g>
<g fill="#45301c"><circle cx="70" cy="112" r="10"/><circle cx="130" cy="112" r="10"/></g>
<ellipse cx="100" cy="132" rx="6" ry="4" fill="#dca581"/>
<path d="M82 152Q100 166 118 152 100 158 82 152" fill="#b5544a"/></svg>"""
"""A child's face as children's books draw it: round, large eyes below the middle, a small nose."""

MARKS = ((70, 112), (130, 112), (100, 132), (82, 153), (118, 153))

TINY = Face((0, 0, 10, 12), 0.9, ((3, 4), (7, 4), (5, 6), (3, 9), (7, 9)))


def guessed(pixels: np.ndarray) -> list[child.ChildGuess]:
    """The guesses for all faces of a picture."""
    faces = face_finder.find(pixels)
    return child.guesses(pixels, faces, [face_mesh.mesh(pixels, face) for face in faces])


def test_a_grown_woman_is_let_go() -> None:
    """The astronaut, large, at a quarter of her size, and mirrored."""
    for pixels in (astronaut(), smaller(2), smaller(4), np.ascontiguousarray(astronaut()[:, ::-1])):
        (guess,) = guessed(pixels)
        assert guess.may_be_child is False
        assert guess.child is not None
        assert guess.child < 0.05
        assert guess.says == child.GROWN


def test_a_drawn_child_is_held() -> None:
    """A round face with large low eyes looks young, whatever its skin."""
    face = Face((30, 27, 170, 183), 1.0, MARKS)
    for skin in ("#f2c9a5", "#8a5a3c"):
        pixels = np.ascontiguousarray(drawn(DRAWN.replace("#f2c9a5", skin), 200)[..., :3])
        (guess,) = child.guesses(pixels, [face], [None])
        assert guess.may_be_child is True
        assert guess.child is not None
        assert guess.child > 0.2
        assert guess.says in (child.WELL, child.COULD)


@pytest.mark.parametrize(
    ("years", "could", "says"),
    [
        (4, True, child.WELL),
        (18.9, True, child.WELL),
        (19.1, True, child.COULD),
        (28.9, True, child.COULD),
        (29.1, False, child.GROWN),
    ],
)
def test_the_line_decides(
    years: float, could: bool, says: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who looks younger than the line could be under 16, whatever the share."""
    monkeypatch.setattr(child, "looks", lambda *_: years)
    (guess,) = child.guesses(astronaut(), [Face((0, 0, 90, 99), 1.0, ())], [None])
    assert guess.may_be_child is could
    assert guess.says == says
    assert guess.child == child.share(years)


def test_both_networks_count_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of two that differ by forty years the answer is the middle, whichever is the older."""
    for first, deep in ((10.0, 50.0), (50.0, 10.0)):
        monkeypatch.setattr(age_looks, "years", lambda *_, told=(first, deep): Years(*told))
        assert child.looks(astronaut(), TINY, None) == 30


def test_the_younger_the_look_the_higher_the_share() -> None:
    """It falls with every year, from nearly one to nearly nothing."""
    shares = [child.share(years) for years in range(80)]
    assert shares == sorted(shares, reverse=True)
    assert shares[5] > 0.95
    assert 0.4 < child.share(child.EVEN) < 0.6
    assert shares[45] < 0.01


def test_too_small_is_not_an_adult() -> None:
    """No share, and the cautious answer, said in words; the networks are not even asked."""
    (guess,) = child.guesses(astronaut(), [TINY], [None])
    assert guess == child.ChildGuess(None, True, child.SMALL)


def test_every_face_has_its_own_answer() -> None:
    """In the order of the faces; no faces, no answers."""
    pixels = np.concatenate([astronaut(), astronaut()], 1)
    faces = [TINY, *face_finder.find(pixels)]
    found = child.guesses(pixels, faces, [None] * len(faces))
    assert [guess.child is None for guess in found] == [True, False, False]
    assert child.guesses(pixels, [], []) == []


def test_faces_and_meshes_belong_together() -> None:
    """Another number of meshes than of faces is refused."""
    with pytest.raises(ValueError):
        child.guesses(astronaut(), [TINY], [])


def test_the_words_claim_nothing() -> None:
    """They guess: nobody is called a child or an adult."""
    for words in (child.WELL, child.COULD, child.GROWN, child.SMALL):
        assert "could" in words or "guess" in words
        claims = ("is under", "is a child", "is an adult", "is not", "certain", "sure")
        assert not [claim for claim in claims if claim in words]


def test_without_weights_nobody_is_let_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A missing network raises NoEngine instead of an answer by the other alone."""
    face = face_finder.find(astronaut())[0]
    monkeypatch.setattr(weights, "FOLDER", tmp_path)
    age_deep._session.cache_clear()
    with pytest.raises(NoEngine):
        child.guesses(astronaut(), [face], [None])
