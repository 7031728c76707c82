"""What a pen draws of a face."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from facevalue.studio.painted.drawn import quiet
from facevalue.studio.painted.drawn.marks import marks
from facevalue.studio.painted.drawn.shapes import curve

from .heads import head, with_light


def test_eyes_look_the_same_way_and_at_us() -> None:
    """Both irises lie between their lids, about in the middle: she looks into the camera."""
    found = marks(head(), head().people[0], 0.7)
    for eye in found.eyes:
        across = eye.upper[-1] - eye.upper[0]
        share = float((np.array(eye.iris) - eye.upper[0]) @ across / (across @ across))
        assert 0.35 < share < 0.65
        assert eye.open


def test_a_smile_shows_teeth_and_a_dark_mouth_none() -> None:
    """Teeth are drawn where the photo is bright between the lips, and only there."""
    one = head()
    assert marks(one, one.people[0], 0.7).mouth.teeth > 0.5
    mouth = marks(one, one.people[0], 0.7).mouth
    inside = quiet.mask(one, [np.concatenate([mouth.upper, mouth.lower[::-1]])], 2.0) > 0.1
    shut = with_light(one, np.where(inside, 10, one.lab[..., 0]))
    assert marks(shut, one.people[0], 0.7).mouth.teeth == 0


def test_less_likeness_opens_the_eyes() -> None:
    """The dial goes from her eyes to a type's larger ones."""
    gaps = [
        np.linalg.norm(eye.upper[12] - eye.lower[12])
        for likeness in (1.0, 0.0)
        for eye in marks(head(), head().people[0], likeness).eyes[:1]
    ]
    assert gaps[1] > 1.15 * gaps[0]


def test_nothing_is_traced_where_marks_are() -> None:
    """The field of lines is empty at the eyes and weaker on the cheeks, whole outside."""
    one = head()
    found = marks(one, one.people[0], 0.7)
    strength = np.ones((one.height, one.width), np.float32)
    quieter = quiet.softened(strength, one.lab[..., 0] / np.float32(100), one, [found])
    for eye in found.eyes:
        assert quieter[quiet.mask(one, [eye.shape], 0) > 0].max() < 0.05
    assert quieter[2, 2] == 1
    cheek = quiet.mask(one, [found.oval], 0) > 0.5
    assert quieter[cheek].mean() < 0.4


def test_beards_are_seen_by_trait_and_shade_only_when_deep() -> None:
    """The same shade is hatched sooner on a face that has a beard."""
    one = head()
    found = marks(one, one.people[0], 0.7)
    face = quiet.mask(one, [found.oval], 2.0)
    dim = with_light(one, one.lab[..., 0] - 20 * face)
    bearded = replace(one.people[0], traits=replace(one.people[0].traits, beard="full"))
    plain = quiet.darker(dim, face)
    hairy = quiet.darker(replace(dim, people=(bearded,)), face)
    assert hairy.sum() > 1.5 * plain.sum()


def test_a_curve_goes_through_its_points() -> None:
    """Smoothing does not pull it away from them."""
    points = np.array([[0.0, 0], [4, 3], [9, 1]])
    found = curve(points, 40)
    assert np.allclose(found[[0, -1]], points[[0, -1]])
    assert np.linalg.norm(found - points[1], axis=1).min() < 0.3
