"""Where the features are on a face."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from facevalue.studio.doll.head.features import features
from facevalue.studio.doll.spec import HeadSpec

U = np.linspace(-1, 1, 41)


def test_a_calm_mouth_is_closed_and_a_laughing_one_open() -> None:
    """The opening is closed up to a third of a smile and grows with it; the corners rise."""
    calm, mild, wide = (features(HeadSpec(smile=s)).mouth for s in (0.0, 0.33, 1.0))
    gaps = [float((m.top(U) - m.bottom(U)).max()) for m in (calm, mild, wide)]
    assert gaps[0] < 0.005
    assert gaps[1] < 0.005
    assert gaps[2] > 0.1
    assert wide.lift > calm.lift
    assert wide.wide > calm.wide


def test_lips_lie_outside_the_opening() -> None:
    """At every place of every smile: upper lip above, lower lip below, both closed at the ends."""
    for smile in np.linspace(0, 1, 6):
        m = features(HeadSpec(smile=float(smile))).mouth
        assert (m.over(U) >= m.top(U) - 1e-9).all()
        assert (m.top(U) > m.bottom(U)).all()
        assert (m.bottom(U) >= m.under(U) - 1e-9).all()
        assert abs(m.over(1.0) - m.under(1.0)) < 0.01


def test_children_have_larger_eyes_and_smaller_noses() -> None:
    """Eyes shrink and noses grow from band to band."""
    faces = [features(HeadSpec(age=age)) for age in ("child", "teen", "adult", "older")]
    eyes, noses = [f.eye.wide for f in faces], [f.nose for f in faces]
    assert eyes == sorted(eyes, reverse=True)
    assert noses == sorted(noses)


def test_an_eye_knows_its_edge() -> None:
    """Its outline is at share one of the opening, its middle at nought, on both sides."""
    eye = features(HeadSpec()).eye
    edge = eye.outline(np.linspace(0, 2 * np.pi, 33))
    assert np.abs(eye.inside(edge[:, 0], edge[:, 1]) - 1).max() < 0.2
    assert eye.inside(-eye.x, eye.y) < 0.01


def test_features_do_not_overlap() -> None:
    """For every age and smile: brows over eyes over nose over mouth over chin, eyes apart."""
    for age in ("child", "teen", "adult", "older"):
        for smile in (0.0, 1.0):
            f = features(replace(HeadSpec(), age=age, smile=smile))
            assert f.brow_y - 0.08 > f.eye.y + f.eye.up
            assert f.eye.y - f.eye.low > f.nose_y - 0.05
            assert f.nose_y - 0.08 * f.nose > float(f.mouth.over(0.24))
            assert float(f.mouth.under(0.0)) > -0.9
            assert f.eye.x - f.eye.wide > 0.1
