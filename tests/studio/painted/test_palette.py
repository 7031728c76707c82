from __future__ import annotations

import numpy as np

from facevalue.studio.painted import palette


def test_there_and_back() -> None:
    """sRGB to OKLab and back is the same within two of 255, for all corners and a spread."""
    steps = np.array([0, 1, 17, 64, 128, 200, 254, 255], np.uint8)
    cube = np.stack(np.meshgrid(steps, steps, steps), -1).reshape(-1, 3)
    assert np.abs(palette.srgb(palette.oklab(cube)).astype(int) - cube).max() <= 2


def test_white_and_black_are_the_ends() -> None:
    """OKLab has them at 1 and 0, without colour."""
    ends = palette.oklab(np.array([[0, 0, 0], [255, 255, 255]], np.uint8))
    assert np.allclose(ends, [[0, 0, 0], [1, 0, 0]], atol=1e-3)


def test_a_small_bright_spot_keeps_its_tube() -> None:
    """Two per cent of red in a blue picture is still on the palette."""
    pixels = np.full((100, 100, 3), (70, 100, 190), np.uint8)
    pixels += np.random.default_rng(0).integers(0, 40, pixels.shape).astype(np.uint8)
    pixels[:10, :20] = (220, 30, 30)
    tubes = palette.tubes(palette.oklab(pixels), 6, np.random.default_rng(1))
    red = palette.oklab(np.array([220, 30, 30], np.uint8))
    assert np.linalg.norm(tubes - red, axis=1).min() < 0.05


def test_tubes_never_outnumber_colours() -> None:
    """A picture of two colours is mixed from two."""
    flat = palette.oklab(np.full((20, 20, 3), 90, np.uint8))
    assert len(palette.tubes(flat, 28, np.random.default_rng(0))) == 1


def test_mixing_pulls_towards_the_tubes() -> None:
    """A colour between tubes comes nearer to one of them; a tube stays itself."""
    tubes = np.array([[0.3, 0.1, 0.0], [0.8, -0.1, 0.1]], np.float32)
    manner = palette.Manner(tubes, 0.2, 0.9)
    between = np.array([[0.4, 0.06, 0.03]], np.float32)
    moved = palette.mixed(between, manner)
    assert np.linalg.norm(moved - tubes[0]) < np.linalg.norm(between - tubes[0])
    assert np.allclose(palette.mixed(tubes, manner), tubes, atol=1e-3)


def test_grading_opens_a_dark_photo() -> None:
    """A dark photo gets lighter on the whole, and the order of its values stays."""
    light = np.linspace(0.05, 0.5, 64, dtype=np.float32)
    lab = np.zeros((64, 64, 3), np.float32)
    lab[..., 0] = light
    graded = palette.graded(lab, palette.own(lab, np.random.default_rng(0)))
    assert graded[..., 0].mean() > lab[..., 0].mean() + 0.03
    assert (np.diff(graded[0, :, 0]) > 0).all()


def test_another_painting_gives_its_reach_and_palette() -> None:
    """A pale green painting: light values, green tubes."""
    pale = np.random.default_rng(0).integers(0, 30, (80, 80, 3)) + np.array([150, 215, 160])
    manner = palette.like(
        pale.astype(np.uint8), palette.oklab(np.full((20, 20, 3), 90, np.uint8)),
        np.random.default_rng(0),
    )  # fmt: skip
    assert manner.dark > 0.7
    assert (manner.tubes[:, 1] < 0).all()
