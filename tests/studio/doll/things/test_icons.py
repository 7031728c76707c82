"""Icons: found by name, drawn, taken apart."""

from __future__ import annotations

import numpy as np
import pytest

from facevalue.core.errors import Unknown
from facevalue.studio.doll.things import icons

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">'
SQUARE = '<rect x="0" y="0" width="16" height="16" fill="url(#a)"/>'


def shapes(body: str) -> list[float]:
    """The area of each shape, as a share of the icon."""
    found = icons.shapes(f"{HEAD}{body}</svg>", 64)
    return [round(float(one.mean()), 2) for one in found]


def test_every_name_is_a_base_icon() -> None:
    """More than a thousand icons, none of them a skin tone of another."""
    found = icons.names()
    assert len(found) > 1500
    assert {"octopus", "light-bulb", "horizontal-traffic-light"} <= set(found)
    assert not {"baby-dark", "artist-medium-light"} & set(found)


def test_an_unknown_icon() -> None:
    """The answer names a few that come close, not all."""
    with pytest.raises(Unknown, match="rocket") as caught:
        icons.svg("roket")
    assert len(str(caught.value)) < 200


def test_any_name_is_only_a_name() -> None:
    """What looks like a path is an unknown icon, and nothing else."""
    for name in ("../../etc/passwd", "", "a\x00b", "octopus.svg", "x" * 5000):
        with pytest.raises(Unknown):
            icons.svg(name)


def test_pixels_and_shapes_lie_on_each_other() -> None:
    """An icon whose box is no square is drawn in one, and its shapes in the same."""
    for name in ("octopus", "bomb", "elephant"):
        assert icons.pixels(icons.svg(name), 96).shape == (96, 96, 4)
    for box in ("32 33", "33 32"):
        text = f'{HEAD.replace("32 32", box)}<rect x="8" y="8" width="16" height="16"/></svg>'
        alpha = icons.pixels(text, 66)[..., 3] / 255
        filled = icons.shapes(text.replace("<rect", '<rect fill="#000"'), 66)[0]
        assert np.abs(alpha - filled).max() < 0.02
        assert alpha[48, 48] == 0


def test_shapes_in_painting_order() -> None:
    """Each painted outline once, whatever colours lie on it."""
    again = SQUARE.replace("url(#a)", "#fff")
    disc = '<circle cx="16" cy="16" r="8" fill="#000"/>'
    assert shapes(SQUARE + again + disc) == [0.25, 0.2]


def test_what_is_not_painted_is_no_shape() -> None:
    """Definitions, masks, glows, and what can hardly be seen."""
    glow = '<filter id="g"><feGaussianBlur stdDeviation="1"/></filter>'
    inner = '<filter id="h"><feOffset dx="1"/><feGaussianBlur stdDeviation="1"/></filter>'
    assert shapes(f"<defs>{SQUARE}{glow}{inner}</defs>") == []
    assert shapes(f'<defs>{glow}</defs><g filter="url(#g)">{SQUARE}</g>') == []
    assert shapes(f'<defs>{inner}</defs><g filter="url(#h)">{SQUARE}</g>') == [0.25]
    assert shapes(SQUARE.replace("/>", ' opacity=".2"/>')) == []
    assert shapes('<mask id="m"><circle cx="9" cy="9" r="9" fill="#fff"/></mask>') == []


def test_groups_move_their_shapes() -> None:
    """A moved group is moved here too."""
    found = icons.shapes(f'{HEAD}<g transform="translate(16 16)">{SQUARE}</g></svg>', 64)
    assert found[0, 48, 48] == 1
    assert found[0, 16, 16] == 0


def test_lines_are_shapes() -> None:
    """A stroke without a fill is as wide as it is drawn."""
    line = '<path d="M0 16H32" fill="none" stroke="#000" stroke-width="8"/>'
    assert shapes(line) == [0.25]


def test_only_so_many_shapes() -> None:
    """An icon of a thousand hairs costs no more than its first ones."""
    hairs = "".join(f'<path d="M{i / 40} 0v32h.1v-32z" fill="#000"/>' for i in range(900))
    assert len(icons.shapes(f"{HEAD}{hairs}</svg>", 32)) == icons.MOST_SHAPES


def test_shapes_are_opacities() -> None:
    """Between 0 and 1."""
    found = icons.shapes(icons.svg("octopus"), 48)
    assert found.dtype == np.float32
    assert found.min() >= 0
    assert found.max() <= 1
