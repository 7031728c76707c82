"""A picture that is still matched is drawn a second time, and nothing else is done twice."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np
import pytest

from facevalue.core.catalogue import Catalogue
from facevalue.core.made import Made
from facevalue.core.wish import Wish
from facevalue.flows.make import make
from facevalue.studio.styles import Ask, Drawn, Settled, Style, Told
from facevalue.studio.traits import Traits
from tests.flows.recognisers import Answers
from tests.photographs import phone_photo

POINTS = ((0.0, 0.0),) * 5
SEEN = Traits(smile=0.9)


@dataclass
class Counting:
    """A style that writes down what it is asked to do."""

    name: str = "counting"
    says: str = "a grey square"
    settings: tuple[str, ...] = ("smile",)
    endings: frozenset[str] = frozenset({".glb", ".webp"})
    done: list[str] = field(default_factory=list)

    def read(self, ask: Ask) -> Settled[Traits]:
        self.done.append("read")
        ask.told("Reading", 1.0)
        return Settled(SEEN, Wish("ANA"), sources=(POINTS,))

    def plainer(self, ask: Ask, settled: Settled[Traits]) -> Settled[Traits] | None:
        plain = replace(settled, plan=Traits(smile=0.4))
        return None if "smile" in ask.by_hand else plain

    def draw(self, ask: Ask, settled: Settled[Traits]) -> Drawn:
        said = f"{settled.plan.smile}"
        self.done.append(f"draw {said}")
        ask.told("Drawing", 1.0)

        def further(told: Told) -> dict[str, bytes]:
            self.done.append(f"files {said}")
            told("Writing", 1.0)
            return {".glb": said.encode()} if ask.endings else {}

        return Drawn(np.full((8, 8, 3), 128, np.uint8), (POINTS,), (f"drawn {said}",), further)


@pytest.fixture
def style(monkeypatch: pytest.MonkeyPatch) -> Counting:
    """The one style there is."""
    style = Counting()
    styles: Catalogue[Style[Traits]] = Catalogue("style", style)
    monkeypatch.setattr("facevalue.flows.make.STYLES", styles)
    monkeypatch.setattr("facevalue.engines.face_print.compare.height", lambda _: 100.0)
    return style


def made(monkeypatch: pytest.MonkeyPatch, matched: int, ask: Ask) -> Made:
    """What is made when the first ``matched`` pictures are matched."""
    monkeypatch.setattr("facevalue.engines.face_print.compare.compare", Answers(matched))
    return make("counting", phone_photo(), ask)


@pytest.mark.parametrize(
    ("matched", "done", "stands"),
    [
        (0, ["read", "draw 0.9", "files 0.9"], "0.9"),
        (1, ["read", "draw 0.9", "draw 0.4", "files 0.4"], "0.4"),
        (2, ["read", "draw 0.9", "draw 0.4", "files 0.9"], "0.9"),
    ],
    ids=["not-matched", "matched-once", "matched-twice"],
)
def test_photo_and_words_are_read_once_and_files_written_once(
    matched: int, done: list[str], stands: str, style: Counting, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In this order, and files and notes belong to the picture that stands."""
    found = made(monkeypatch, matched, Ask(endings=frozenset({".glb"})))
    assert style.done == done
    assert found.extras[".glb"] == stands.encode()
    assert f"drawn {stands}" in found.notes
    assert sum("made again" in note for note in found.notes) == (matched == 1)
    assert found.likeness[0].match == (matched == 2)


def test_a_face_that_cannot_be_plainer_is_not_drawn_again(
    style: Counting, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was set by hand stays, and the receipt tells the truth."""
    found = made(monkeypatch, 1, Ask(by_hand={"smile": 0.9}))
    assert style.done == ["read", "draw 0.9", "files 0.9"]
    assert found.likeness[0].match


@pytest.mark.parametrize("endings", [frozenset(), frozenset({".glb"})], ids=["picture", "files"])
def test_progress_only_grows_and_ends_at_one(
    endings: frozenset[str], style: Counting, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever comes after the picture."""
    shares: list[float] = []
    made(monkeypatch, 0, Ask(endings=endings, told=lambda _, share: shares.append(share)))
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    assert shares[0] > 0
