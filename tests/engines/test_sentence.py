"""Short texts that mean similar things point the same way."""

from __future__ import annotations

import numpy as np
import pytest

from facevalue.core.errors import NoEngine
from facevalue.engines import sentence, weights


def test_directions_have_length_one_and_stand_in_the_order_of_the_texts() -> None:
    """Whatever the lengths of the texts beside it, each gets its own direction."""
    texts = ["a cat", "the price of bread went up by a tenth last year in the whole country", "dog"]
    together = sentence.directions(texts)
    assert together.shape == (3, sentence.WIDTH)
    assert np.linalg.norm(together, axis=1) == pytest.approx(1, abs=1e-5)
    for text, direction in zip(texts, together, strict=True):
        assert float(sentence.directions([text])[0] @ direction) > 0.98


def test_similar_meanings_are_nearer_than_similar_letters() -> None:
    """A falconer is nearer to a hawk than to a falsetto."""
    falconer, hawk, falsetto = sentence.directions(["falconer", "hawk", "falsetto"])
    assert float(falconer @ hawk) > float(falconer @ falsetto) + 0.1


def test_nothing_gives_nothing() -> None:
    """No texts give no rows; an empty text gives a direction all the same."""
    assert sentence.directions([]).shape == (0, sentence.WIDTH)
    assert np.isfinite(sentence.directions([""])).all()


def test_without_the_model_it_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """NoEngine names the file and the command."""
    monkeypatch.setattr(weights, "FOLDER", weights.FOLDER / "nowhere")
    sentence._session.cache_clear()
    try:
        with pytest.raises(NoEngine, match=r"minilm_l6\.onnx.*do\.py assets"):
            sentence.directions(["cat"])
    finally:
        sentence._session.cache_clear()
