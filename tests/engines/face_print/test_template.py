"""What becomes of a print when its face gets worse: much for a good face, little for a smear."""

from __future__ import annotations

import numpy as np
from scipy.ndimage import gaussian_filter

from facevalue.engines import face_finder
from facevalue.engines.face_print.template import COARSE, Template, coarser, templates
from tests.photographs import astronaut


def at(sigma: float) -> Template:
    """The astronaut's face, blurred."""
    soft = gaussian_filter(astronaut().astype(np.float32), (sigma, sigma, 0))
    landmarks = face_finder.find(astronaut())[0].landmarks
    return templates(np.rint(soft).astype(np.uint8), [landmarks])[0]


def test_a_good_face_changes_and_a_smear_does_not() -> None:
    """By both recognisers, and the strength says so."""
    good, smear = at(0.1), at(12)
    assert good.coarse[0] < 0.4 < 0.8 < smear.coarse[0]
    assert good.coarse[1] < 0.6 < smear.coarse[1]
    assert smear.strength < 0.2 < 0.8 < good.strength


def test_coarse_is_a_few_pixels_enlarged() -> None:
    """Twelve to a side: squares of noise come out smooth and near their mean."""
    noise = np.random.default_rng(0).integers(0, 256, (112, 112, 3), np.uint8)
    found = coarser(noise)
    assert found.shape == noise.shape
    assert found.std() < noise.std() / 4
    steps = np.zeros((112, 112, 3), np.uint8)
    steps[56:] = 240
    rows = coarser(steps)[:, 50, 0].astype(int)
    assert rows[:40].max() < 20
    assert rows[72:].min() > 220
    between = 112 // COARSE
    assert np.abs(np.diff(rows)).max() < 3 * 240 / between


def test_no_faces_have_no_templates() -> None:
    """A picture without a face is not an error."""
    assert templates(astronaut(), []) == []
