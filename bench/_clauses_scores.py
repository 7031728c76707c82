"""Tables of the clause finder: the corpus by document folds, our topics on unseen services."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.metrics import f1_score
from sklearn.svm import LinearSVC

from _clauses_data import CLASSES, Corpus, Flags, Labelled, of_services
from _clauses_fit import scored
from _clauses_plans import general, topics
from facevalue.core.terms import Stance, Topic
from facevalue.terms.clauses import on_topics
from facevalue.terms.model import Model
from facevalue.terms.rules import plain
from facevalue.terms.text import Sentence

EIGHT = 8
"""The classes of the literature; the ninth, privacy-included, is counted apart."""


def by_folds(read: Corpus) -> tuple[Flags, Flags]:
    """What the baseline and our model find in each fold when taught on the others."""
    base, ours = np.zeros_like(read.flags), np.zeros_like(read.flags)
    for fold in read.folds:
        out = np.isin(read.documents, fold)
        base[out] = _baseline(read, out)
        kept = np.flatnonzero(~out).tolist()
        taught = general(read, kept)
        texts = [read.texts[at] for at in np.flatnonzero(out).tolist()]
        ours[out] = scored(taught, texts, read.documents[out]) > 0
    return base, ours


def f1(flags: Flags, found: Flags) -> dict[str, float]:
    """F1 of each class; the mean of eight, and of eight and the sentences without any."""
    each = f1_score(flags, found, average=None, zero_division=0)
    eight, got = flags[:, :EIGHT], found[:, :EIGHT]
    fair = f1_score(eight.sum(axis=1) == 0, got.sum(axis=1) == 0)
    named = dict(zip(CLASSES.values(), map(float, each), strict=True))
    mean = {"macro 8": float(each[:EIGHT].mean())}
    return {**named, **mean, "macro 8 and none": float((each[:EIGHT].sum() + fair) / (EIGHT + 1))}


def on_services(rows: Sequence[Labelled], names: Sequence[str]) -> Counter[tuple[str, str]]:
    """Counts on these services, with a model taught on all others."""
    taught = topics(of_services(rows, names, are=False))
    return counts(of_services(rows, names, are=True), taught)


def one_out(rows: Sequence[Labelled]) -> Counter[tuple[str, str]]:
    """Counts over all services, each with a model taught on the others."""
    total: Counter[tuple[str, str]] = Counter()
    for name in sorted({row.service for row in rows}):
        total += counts(
            of_services(rows, [name], are=True), topics(of_services(rows, [name], are=False))
        )
    return total


def counts(rows: Sequence[Labelled], taught: Model) -> Counter[tuple[str, str]]:
    """Per topic how often it was found rightly, wrongly, missed, and with the right stance."""
    total: Counter[tuple[str, str]] = Counter()
    texts = [plain(row.text) for row in rows]
    for row, text, each in zip(rows, texts, taught.scores(texts), strict=True):
        found: dict[Topic, Stance] = {}
        for clause in on_topics(Sentence(row.text, 1), text, each):
            assert isinstance(clause.topic, Topic)
            found[clause.topic] = clause.stance
        for topic in Topic:
            both = topic in found and topic in row.said
            total[topic.value, "right"] += both
            total[topic.value, "wrong"] += topic in found and topic not in row.said
            total[topic.value, "missed"] += topic in row.said and topic not in found
            total[topic.value, "stance"] += both and found[topic] is row.said[topic]
    return total


def rates(total: Counter[tuple[str, str]], topic: str) -> dict[str, float]:
    """How many there are, precision, recall, and how often the stance is right where found."""
    right, wrong, missed, stance = (
        total[topic, name] for name in ("right", "wrong", "missed", "stance")
    )
    return {
        "labelled": right + missed,
        "precision": right / max(right + wrong, 1),
        "recall": right / max(right + missed, 1),
        "stance": stance / max(right, 1),
    }


def summed(total: Counter[tuple[str, str]]) -> Counter[tuple[str, str]]:
    """The counts, and those of all topics together under the name ``all``."""
    every: Counter[tuple[str, str]] = Counter()
    for (_, what), times in total.items():
        every["all", what] += times
    return total + every


def _baseline(read: Corpus, out: NDArray[np.bool_]) -> Flags:
    """TF-IDF of one to three words and a linear support vector machine."""
    texts = np.array(read.texts, dtype=object)
    words = TfidfVectorizer(ngram_range=(1, 3), min_df=2, sublinear_tf=True, max_features=80_000)
    seen, unseen = words.fit_transform(texts[~out]), words.transform(texts[out])
    machine = LinearSVC(C=1.0, class_weight="balanced", random_state=0, max_iter=20_000)
    columns = [
        machine.fit(seen, read.flags[~out][:, at]).predict(unseen) for at in range(len(CLASSES))
    ]
    return np.stack(columns, axis=1)
