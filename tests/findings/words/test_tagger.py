"""The chain: what it computes, checked against counting all chains."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
import pytest
from numpy.typing import NDArray

from facevalue.findings.words import weights
from facevalue.findings.words.chunks import chunks
from facevalue.findings.words.tagger import TAGS, marginals, viterbi
from facevalue.findings.words.tokens import tokens


def chains(seed: int) -> tuple[NDArray[np.float64], NDArray[np.float32]]:
    """Four words, three tags."""
    rng = np.random.default_rng(seed)
    return rng.normal(size=(4, 3)), rng.normal(size=(4, 3)).astype(np.float32)


@pytest.mark.parametrize("seed", range(5))
def test_the_best_chain_and_its_chances_are_those_of_counting(seed: int) -> None:
    """Viterbi and forward-backward give what going through all 81 chains gives."""
    raised, steps = chains(seed)
    scores: dict[tuple[int, ...], float] = {}
    for chain in product(range(3), repeat=4):
        score = steps[-1][chain[0]] + sum(raised[n][tag] for n, tag in enumerate(chain))
        scores[chain] = float(score) + sum(steps[a][b] for a, b in pairwise(chain))
    assert viterbi(raised, steps) == list(max(scores.items(), key=lambda row: row[1])[0])
    total = sum(np.exp(score) for score in scores.values())
    sure = marginals(raised, steps)
    for place, tag in product(range(4), range(3)):
        share = sum(np.exp(score) for chain, score in scores.items() if chain[place] == tag)
        assert sure[place, tag] == pytest.approx(share / total, rel=1e-5)


def test_numbers_come_back_from_text_nearly_as_they_were() -> None:
    """Eight bits of each: an error of at most half a step, and nothing lost of what is behind."""
    matrix = np.random.default_rng(1).normal(size=(7, 5)).astype(np.float32)
    found, rest = weights.unpacked([*weights.packed(matrix).split("\n")[:-1], "more"])
    assert np.abs(found - matrix).max() <= np.abs(matrix).max() / 127 / 2 + 1e-6
    assert list(rest) == ["more"]


def test_what_was_learned_fits_the_tags() -> None:
    """One column a tag, one row a clue, one row of steps more than tags."""
    known, says, steps = weights.tagger()
    assert says.shape == (len(known), len(TAGS))
    assert steps.shape == (len(TAGS) + 1, len(TAGS))
    size = sum(file.stat().st_size for file in weights.FOLDER.iterdir())
    assert size <= 2_000_000


def test_words_know_where_they_stand() -> None:
    """Each lies at its place, in small letters, without the possessive."""
    text = "My sister's dog, O'Neil-Smith & co. He's 5!"
    found = tokens(text)
    assert [text[token.start : token.end] for token in found] == [token.text for token in found]
    assert [token.low for token in found[:3]] == ["my", "sister", "dog"]
    assert "he's" in [token.low for token in found]


def test_runs_of_words_end_at_small_words_and_marks() -> None:
    """What is asked of the sentence model are jobs and hobbies, not whole sentences."""
    words = tokens("I'm a head of accounting, I love trail running, of course, and my cat")
    runs = [" ".join(token.low for token in words[a:b]) for a, b in chunks(words)]
    assert runs == ["head of accounting", "trail running", "course", "cat"]
