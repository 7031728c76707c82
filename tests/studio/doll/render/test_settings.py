"""Sizes of pictures by quality and aspect."""

from __future__ import annotations

import pytest

from facevalue.core.errors import BadChoice, Unknown
from facevalue.core.places import Size
from facevalue.studio.doll.render.settings import ASPECTS, QUALITIES, settings


@pytest.mark.parametrize(
    ("quality", "size"),
    [("preview", (480, 640)), ("full", (1024, 1365)), ("poster", (1800, 2400))],
)
def test_sizes_at_three_to_four(quality: str, size: tuple[int, int]) -> None:
    """Each quality has its known size."""
    found = settings(quality)
    assert (found.width, found.height) == size


@pytest.mark.parametrize("aspect", ASPECTS)
@pytest.mark.parametrize("quality", QUALITIES)
def test_every_aspect_has_its_shape_and_as_many_pixels(quality: str, aspect: str) -> None:
    """The shape is right to a pixel or two and the work about the same."""
    found, usual = settings(quality, aspect), settings(quality)
    wide, high = ASPECTS[aspect]
    assert found.width / found.height == pytest.approx(wide / high, rel=0.005)
    assert found.width * found.height == pytest.approx(usual.width * usual.height, rel=0.02)


def test_samples_fit_the_sampler() -> None:
    """Samples are square numbers, or the sampler would round them."""
    for quality in QUALITIES.values():
        across = int(quality.samples**0.5)
        assert quality.samples % across == 0


def test_wrong_names_and_sizes_are_refused() -> None:
    """A name that is not there and a size out of reason are said in a sentence."""
    with pytest.raises(Unknown, match="preview"):
        settings("best")
    with pytest.raises(Unknown, match="16:9"):
        settings("full", "2:1")
    with pytest.raises(BadChoice):
        settings("full", size=Size(20_000, 100))
    assert settings("full", "1:1", Size(300, 200)).width == 300


def test_samples_are_powers_of_two() -> None:
    """Otherwise the light of some pixels is added in another order every time."""
    for grade in QUALITIES.values():
        assert grade.samples.bit_count() == 1
