"""Things as flat pictures for a T-shirt."""

from __future__ import annotations

import numpy as np
import pytest

from facevalue.core.errors import Unknown
from facevalue.studio.doll.things import build, icons, transfer

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">'
SQUARE = f'{HEAD}<rect x="8" y="8" width="16" height="8" fill="#ff0000"/></svg>'


def test_a_drawing_is_cut_out_with_a_rim(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing around it but the rim, which is as wide on every side and has one colour."""
    monkeypatch.setattr(icons, "svg", lambda _: SQUARE)
    made = transfer.transfer("square")
    tall, wide, _ = made.shape
    scale, rim = transfer.SIDE / 32, transfer.RIM
    assert abs(wide - (16 * scale + 2 * rim)) <= 2
    assert abs(tall - (8 * scale + 2 * rim)) <= 2
    for row, column in ((tall // 2, 3), (tall // 2, -4), (3, wide // 2), (-4, wide // 2)):
        assert tuple(made[row, column]) == (*transfer.PAPER, 255)
    assert tuple(made[tall // 2, wide // 2]) == (255, 0, 0, 255)
    assert made[0, 0, 3] == 0


@pytest.mark.parametrize("name", ["mug", "octopus", "cat"])
def test_models_and_charms_have_a_picture(name: str) -> None:
    """Opaque where it is drawn, in more than one colour."""
    made = build.picture(name)
    assert made.dtype == np.uint8
    assert made.shape[2] == 4
    seen = made[made[..., 3] == 255][:, :3]
    assert len(seen) > 0.2 * made.shape[0] * made.shape[1]
    assert len(np.unique(seen, axis=0)) > 50


def test_an_unknown_thing_has_none() -> None:
    """The names that come close are offered."""
    with pytest.raises(Unknown, match="octopus"):
        build.picture("octopuss")
