"""Teaching the chain: conditional likelihood, AdaGrad (Duchi et al. 2011), batches of prompts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray

Floats = NDArray[np.float64]

LEAST_SEEN = 4
"""Words that a clue must have been seen at, to be learned."""


@dataclass
class Lesson:
    """One prompt: the clues' numbers of each word, and the right tags."""

    rows: list[list[int]]
    tags: list[int]


def numbered(clues: Sequence[Sequence[Sequence[str]]]) -> dict[str, int]:
    """A number for every clue that was seen often enough, in the order of the letters."""
    counts: dict[str, int] = {}
    for prompt in clues:
        for row in prompt:
            for clue in row:
                counts[clue] = counts.get(clue, 0) + 1
    kept = sorted(clue for clue, count in counts.items() if count >= LEAST_SEEN)
    return {clue: number for number, clue in enumerate(kept)}


def taught(
    lessons: Sequence[Lesson], clues: int, tags: int, epochs: int, seed: int = 0
) -> tuple[Floats, Floats]:
    """Weights clues x tags and steps (tags + 1) x tags; the last row of steps begins a chain."""
    says, steps = np.zeros((clues, tags)), np.zeros((tags + 1, tags))
    says2, steps2 = np.full_like(says, 1e-2), np.full_like(steps, 1e-2)
    rng = np.random.default_rng(seed)
    order = sorted(range(len(lessons)), key=lambda index: len(lessons[index].rows))
    batches = [order[start : start + 40] for start in range(0, len(order), 40)]
    for epoch in range(epochs):
        loss = 0.0
        rate = 0.25 / (1 + epoch)
        for number in rng.permutation(len(batches)):
            batch = [lessons[index] for index in batches[number]]
            there, lost, step_slope, slope = _slopes(batch, says, steps)
            loss += lost
            flat = slope / len(batch)
            slope_says = there.T @ flat
            touched = np.unique(there.indices)
            change = slope_says[touched] + 2e-6 * says[touched]
            says2[touched] += change**2
            says[touched] -= rate * change / np.sqrt(says2[touched])
            step_change = step_slope / len(batch)
            steps2 += step_change**2
            steps -= rate * step_change / np.sqrt(steps2)
        print(f"epoch {epoch + 1}: {loss / len(lessons):.3f} nats a prompt", flush=True)
    return says, steps


def _slopes(
    batch: Sequence[Lesson], says: Floats, steps: Floats
) -> tuple[sp.csr_matrix, float, Floats, Floats]:
    """The clues of a batch as a matrix, the loss, and the slopes of steps and of emissions."""
    sizes = np.array([len(lesson.rows) for lesson in batch])
    rows = [row for lesson in batch for row in lesson.rows]
    starts = np.cumsum([0, *map(len, rows)])
    numbers = np.concatenate([np.array(row, np.int64) for row in rows])
    there = sp.csr_matrix((np.ones(len(numbers)), numbers, starts), (len(rows), len(says)))
    raised = there @ says
    gold = np.concatenate([lesson.tags for lesson in batch])
    sure, moves, logs = _chances(raised, sizes, steps)
    first = np.cumsum(np.concatenate([[0], sizes[:-1]]))
    score = raised[np.arange(len(gold)), gold].sum() + steps[-1, gold[first]].sum()
    inner = np.ones(len(gold), bool)
    inner[first] = False
    here = np.nonzero(inner)[0]
    score += steps[gold[here - 1], gold[here]].sum()
    np.subtract.at(moves, (gold[here - 1], gold[here]), 1)
    moves[-1] += sure[first].sum(0)
    np.subtract.at(moves[-1], gold[first], 1)
    sure[np.arange(len(gold)), gold] -= 1
    return there, float(logs - score), moves, sure


def _chances(
    raised: Floats, sizes: NDArray[np.int64], steps: Floats
) -> tuple[Floats, Floats, float]:
    """Tag probabilities of every word, expected moves, and the sum of log partitions."""
    many, longest, tags = len(sizes), int(sizes.max()), raised.shape[1]
    padded = np.zeros((many, longest, tags))
    inside = np.arange(longest)[None, :] < sizes[:, None]
    padded[inside] = raised
    most = padded.max(2, keepdims=True)
    lifted = np.exp(padded - most)
    ways, begin = np.exp(steps[:-1]), np.exp(steps[-1])
    ahead, behind = np.zeros_like(lifted), np.ones_like(lifted)
    scale = np.ones((many, longest))
    for place in range(longest):
        came = begin[None] if place == 0 else ahead[:, place - 1] @ ways
        row = came * lifted[:, place]
        scale[:, place] = row.sum(1)
        ahead[:, place] = row / scale[:, place, None]
    for place in range(longest - 2, -1, -1):
        row = (behind[:, place + 1] * lifted[:, place + 1]) @ ways.T / scale[:, place + 1, None]
        behind[:, place] = np.where(inside[:, place + 1, None], row, 1.0)
    sure = ahead * behind
    moves = np.zeros_like(steps)
    for place in range(1, longest):
        on = inside[:, place]
        right = behind[on, place] * lifted[on, place] / scale[on, place, None]
        moves[:-1] += ahead[on, place - 1].T @ right * ways
    logs = (np.log(scale) + most[..., 0])[inside].sum()
    return sure[inside], moves, float(logs)
