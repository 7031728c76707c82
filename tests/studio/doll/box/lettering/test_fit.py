"""Text in a space."""

from __future__ import annotations

import pytest

from facevalue.studio.doll.box.lettering.fit import Space, capitals, fitted

TITLE = Space(395, 106, 124)
NAMES = [
    "A",
    "Bo",
    "ANA",
    "MAXIMILIAN-ALEXANDER",
    "Žofia Łukaszewicz",
    "Wolfeschlegelsteinhausenbergerdorff abcd",
    "i" * 40,
    "W" * 40,
    "ليلى",
    "山田花子山田花子山田",
    "Ǻ" + "\u0302" * 9,
    "prova di un nome davvero molto lungo qui",
]


@pytest.mark.parametrize("name", NAMES)
def test_names_of_all_lengths_fit(name: str) -> None:
    """One to forty characters stay inside, and short ones stay below the largest size."""
    made = fitted(name, "display", TITLE)
    assert 0 < made.width <= TITLE.width + 1e-6
    assert made.bottom - made.top <= TITLE.height + 1e-6
    assert made.size <= TITLE.most


def test_two_lines_when_that_is_larger() -> None:
    """A long name is broken where it may be, a short one is not."""
    long = fitted("MAXIMILIAN-ALEXANDER", "display", TITLE)
    assert [part.text for part in long.lines] == ["MAXIMILIAN-", "ALEXANDER"]
    one = Space(TITLE.width, TITLE.height, TITLE.most, lines=1)
    assert long.size > 1.12 * fitted("MAXIMILIAN-ALEXANDER", "display", one).size
    assert len(fitted("O B", "display", TITLE).lines) == 1


def test_lines_do_not_touch() -> None:
    """However deep the first and high the second, there is room between their ink."""
    made = fitted("gyjpq gyjpq ÅÄÖ ÅÄÖ", "display", Space(200, 500, 100))
    above, below = made.lines
    assert made.baselines[1] + below.box[1] > above.box[3] + 0.1


def test_the_forty_first_letter_is_dots() -> None:
    """What is too long for the smallest size is shortened and says so."""
    made = fitted("word " * 60, "label", Space(100, 20, 17, least=8))
    assert made.lines[-1].text.endswith("…")
    assert made.size >= 8


def test_greek_capitals_lose_their_accents() -> None:
    """Other languages keep theirs."""
    assert capitals("Ελένη") == "ΕΛΕΝΗ"
    assert capitals("Žofia") == "ŽOFIA"


def test_ink_is_centred() -> None:
    """Drawn about a point, the ink reaches equally far to both sides."""
    import numpy as np

    from facevalue.photos.drawing import drawn

    path = fitted("gL", "display", Space(80, 60, 60)).svg(50, 50)
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">{path}</svg>'
    ink = np.argwhere(drawn(svg, 400)[..., 3] > 127)
    middle = (ink.min(0) + ink.max(0)) / 2
    assert np.abs(middle - 199.5).max() < 3
