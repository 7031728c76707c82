"""The camera: the box is in the picture, whole and large, in every aspect."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest

from facevalue.studio.doll.render.camera import MARGIN, framed, projected
from facevalue.studio.doll.render.settings import ASPECTS, settings

BOX = (np.array([-2.8, 0, -1.6], np.float32), np.array([2.8, 8.9, 1.6], np.float32))
CORNERS = np.array(list(product(*zip(*BOX, strict=True))))


@pytest.mark.parametrize("aspect", ASPECTS)
def test_the_box_fills_the_picture(aspect: str) -> None:
    """All corners stay inside the margins, and touch them in one direction."""
    size = settings("preview", aspect)
    seen = projected(CORNERS, BOX, size)
    margin = MARGIN * min(size.width, size.height)
    edges = np.array([size.width, size.height])
    room = np.minimum(seen, edges - seen).min(0)
    assert room.min() == pytest.approx(margin, abs=1.0)
    middle = (seen.min(0) + seen.max(0)) / 2
    assert middle == pytest.approx(edges / 2, abs=1.0)


def test_points_go_where_their_rays_come_from() -> None:
    """A point on the ray of a pixel is projected to the middle of that pixel."""
    view = framed(BOX, settings("preview"))
    ray = view.rays(slice(100, 130))[23, 45].astype(float)
    assert view.project([view.origin + 17 * ray])[0] == pytest.approx([45.5, 123.5], abs=1e-3)
    assert np.linalg.norm(ray) == pytest.approx(1)


def test_up_is_up_and_right_is_right() -> None:
    """A higher point is higher in the picture, one to the right further right."""
    low, high, right = projected([[0, 1, 0], [0, 2, 0], [1, 1, 0]], BOX, settings("preview"))
    assert high[1] < low[1]
    assert right[0] > low[0]
