"""Fit the linear models of ``terms/model.py`` with scikit-learn: the same numbers every time."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, diags, hstack
from sklearn.svm import LinearSVC

from facevalue.terms.model import Model, features
from facevalue.terms.rules import plain

AROUND = 0.4
HINT = 0.2
"""What the sentences around count for, and what a hint counts for as a feature."""

RARITY_STEPS = 16
"""Rarities are kept in steps of a sixteenth, so they are learned with that way too."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How a model is learned: ``cost`` of the support vector machine, how often a ``positive``
    sentence counts (None: as many times as there are others to one), the ``most`` features that
    stay, in at least ``least`` sentences, and whether the sentences around it count."""

    cost: float
    positive: float | None
    most: int
    least: int
    neighbours: bool
    hints: tuple[str, ...] = ()


def fit(
    texts: Sequence[str],
    flags: NDArray[np.int_],
    names: Sequence[str],
    plan: Plan,
    documents: NDArray[np.str_] | None = None,
) -> Model:
    """A model of all classes; neighbours are taken inside one of the ``documents`` only."""
    plains = [plain(text) for text in texts]
    counted = [Counter(features(text)) for text in plains]
    common = Counter(name for count in counted for name in count)
    words = sorted(name for name, times in common.items() if times >= plan.least)
    hits = _hits(plains, plan.hints)
    vectors, _ = _vectors(counted, words)
    places = _places(vectors, plan, documents)
    first = _weights(places, hits, flags, plan)[0]
    shape = (-1, len(words), len(names))
    strength = np.abs(first[: places.shape[1]].reshape(shape)).max(axis=(0, 2))
    best = np.argsort(-strength, kind="stable")[: plan.most]
    words = sorted(words[row] for row in best)
    vectors, rarity = _vectors(counted, words)
    places = _places(vectors, plan, documents)
    weights, base = _weights(places, hits, flags, plan)
    return Model(
        tuple(names),
        {name: row for row, name in enumerate(words)},
        rarity.astype(np.float32),
        weights[: places.shape[1]].reshape(-1, len(words), len(names)).astype(np.float32),
        tuple(re.compile(hint) for hint in plan.hints),
        (HINT * weights[places.shape[1] :]).astype(np.float32),
        base.astype(np.float32),
        AROUND,
    )


def _vectors(
    counted: Sequence[Counter[str]], words: Sequence[str]
) -> tuple[csr_matrix, NDArray[np.float64]]:
    """Sentences as rows of length one, and how rare each word is."""
    places = {name: row for row, name in enumerate(words)}
    rows = [
        [(places[name], times) for name, times in each.items() if name in places]
        for each in counted
    ]
    ends = np.cumsum([0, *(len(row) for row in rows)])
    columns = np.array([column for row in rows for column, _ in row], np.int64)
    data = np.array([1 + np.log(times) for row in rows for _, times in row])
    met = np.bincount(columns, minlength=len(words))
    rarity = np.log((1 + len(rows)) / (1 + met)) + 1
    rarity = np.minimum(np.rint(rarity * RARITY_STEPS), 255) / RARITY_STEPS
    matrix = csr_matrix((data * rarity[columns], columns, ends), (len(rows), len(words)))
    length = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1)).ravel())
    return diags(1 / np.maximum(length, 1e-9)) @ matrix, rarity


def _places(vectors: csr_matrix, plan: Plan, documents: NDArray[np.str_] | None) -> csr_matrix:
    """The vectors, and where the plan says so those of the sentences before and after."""
    if not plan.neighbours:
        return vectors.tocsr()
    if documents is None:
        raise ValueError("neighbours are taken inside a document, and no documents were given")
    same = (documents[1:] == documents[:-1]).astype(float)
    shape = (len(documents), len(documents))
    before, after = diags(same, -1, shape=shape), diags(same, 1, shape=shape)
    return hstack([vectors, AROUND * (before @ vectors), AROUND * (after @ vectors)]).tocsr()


def _hits(plains: Sequence[str], hints: Sequence[str]) -> csr_matrix:
    compiled = [re.compile(hint) for hint in hints]
    found = [[HINT * bool(hint.search(text)) for hint in compiled] for text in plains]
    return csr_matrix(np.array(found, float).reshape(len(plains), len(hints)))


def _weights(
    places: csr_matrix, hits: csr_matrix, flags: NDArray[np.int_], plan: Plan
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Weights (features, classes) and what is added (classes,); an empty class is never found."""
    whole = hstack([places, hits]).tocsr()
    weights = np.zeros((whole.shape[1], flags.shape[1]))
    base = np.full(flags.shape[1], -1.0)
    for at in range(flags.shape[1]):
        if flags[:, at].any():
            counts = "balanced" if plan.positive is None else {0: 1, 1: plan.positive}
            machine = LinearSVC(C=plan.cost, class_weight=counts, random_state=0, max_iter=20_000)
            machine.fit(whole, flags[:, at])
            weights[:, at], base[at] = machine.coef_[0], machine.intercept_[0]
    return weights, base


def scored(model: Model, texts: Sequence[str], documents: NDArray[np.str_]) -> NDArray[np.float32]:
    """Scores document by document, so that no sentence has a neighbour in another one."""
    scores = np.zeros((len(texts), len(model.names)), np.float32)
    for name in dict.fromkeys(documents.tolist()):
        rows = np.flatnonzero(documents == name).tolist()
        scores[rows] = model.scores([plain(texts[row]) for row in rows])
    return scores
