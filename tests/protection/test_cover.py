"""What happens to a face that a cover does not hide."""

from __future__ import annotations

import pytest

from facevalue.core.errors import Unsafe
from facevalue.core.photo import Picture
from facevalue.core.places import Region
from facevalue.flows.covers import COVERS
from facevalue.protection import cover as covers
from facevalue.protection.cover import Covered, cover
from facevalue.protection.covers.solid import COLOUR, RIM, SOLID
from facevalue.protection.heads import head_of
from facevalue.studio.covers import doll
from facevalue.studio.covers.place import elsewhere
from tests.photographs import astronaut
from tests.protection.test_covers import disc
from tests.protection.test_heads import face


@pytest.fixture(autouse=True)
def _a_plain_doll(monkeypatch: pytest.MonkeyPatch) -> None:
    """The doll's picture is not rendered here: a disc takes its place."""
    monkeypatch.setattr(doll, "_bust", lambda yaw, pitch, side: disc(side))


class Always:
    """In place of the recognisers: they match whatever is drawn by one of these covers."""

    def __init__(self, *names: str) -> None:
        self.names, self.seen = names, 0

    def __call__(self, done: Covered, *_: object, last: bool = False) -> object:
        self.seen += 1
        pairs = zip(done.faces, done.styles, strict=True)
        return [], [face for face, style in pairs if style.name in self.names][:1], []


@pytest.mark.parametrize("style", ["paint", "paint-matched", "doll", "doll-matched", "emoji"])
def test_a_drawn_head_that_is_matched_is_drawn_otherwise_and_last_solid(
    style: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One of two faces gets another cover, the sentence says so, and nothing is refused."""
    picture, plain = Picture(astronaut()), style.removesuffix("-matched")
    faces = [face(Region(120, 150, 220, 270)), face(Region(300, 150, 400, 270))]
    monkeypatch.setattr(covers, "_still_found", Always(style, plain))
    done = cover(picture, faces, COVERS[style])
    assert [each.name for each in done.styles] == ["solid", "solid"]
    assert "2 faces got the solid cover instead, because" in done.change.says
    monkeypatch.setattr(covers, "_still_found", Once())
    again = cover(picture, faces, COVERS[style])
    assert again.styles[1] is COVERS[style]
    assert again.styles[0] is not COVERS[style]
    if style.endswith("-matched"):
        assert again.styles[0].name == style
        assert "instead" not in again.change.says


class Once:
    """The first face is matched in the first look only."""

    def __init__(self) -> None:
        self.left = 1

    def __call__(self, done: Covered, *_: object, last: bool = False) -> object:
        self.left -= 1
        return [], list(done.faces[:1]) if self.left >= 0 else [], []


def test_what_even_solid_does_not_hide_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """The last resort is not the last word."""
    monkeypatch.setattr(covers, "_still_found", Always("paint", "solid"))
    with pytest.raises(Unsafe, match="paint"):
        cover(Picture(astronaut()), [face(Region(120, 150, 220, 270))], COVERS["paint"])


def test_other_drawings_of_a_head_differ() -> None:
    """What is tried instead looks elsewhere: not the same picture again."""
    head = head_of(face(Region(60, 60, 140, 160)))
    for style in ("paint", "doll"):
        ways = [COVERS[style], *COVERS[style].instead]
        yaws = {elsewhere(head.yaw, at) for at in range(len(ways))}
        assert len(yaws) == len(ways) == 3


def test_solid_heads_side_by_side_are_told_apart_by_a_rim() -> None:
    """Between two covers that meet runs a lighter line, inside both; nothing else differs."""
    left, right = (face(Region(x, 150, x + 100, 270)) for x in (120, 220))
    done = cover(Picture(astronaut()), [left, right], SOLID)
    row = done.picture.pixels[210, 130:310]
    assert {tuple(pixel) for pixel in row.tolist()} == {COLOUR, RIM}
    middle = [tuple(pixel) == RIM for pixel in row.tolist()]
    assert sum(middle) < 20
    assert any(middle[70:110])
