"""Teaching what phrases mean: a softmax over sentence embeddings, from lists of values."""

from __future__ import annotations

import random

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from _words_prompts import Maker, pieces
from _words_values import Values, table
from facevalue.engines import sentence
from facevalue.findings.words.meaning import MEANINGS

ROWS = {
    "thing": (
        "things",
        "style",
        "scene",
        "color",
        "clothes",
        "hair",
        "words",
        "detail",
        "creature",
    ),
    "job": ("job", "official_job"),
    "hobby": ("hobby", "hobby_do", "hobby_go", "hobbyist"),
    "health": ("condition", "state", "aid", "aid_bare", "medical"),
    "belief": ("religion", "practice", "practice_do", "worship", "feast"),
    "politics": ("politics", "party", "slogan"),
    "origin": ("origin",),
    "orientation": ("orientation",),
    "vehicle": ("vehicle",),
    "kin": ("kin", "tie", "kids"),
    "ambition": ("ambition",),
    "species": ("species",),
    "name": ("first", "last", "first_english"),
    "place": ("city", "country"),
}
MOST = 900
"""Phrases of a meaning; of the rest a choice by chance."""

OTHER = (
    "action figure",
    "toy box",
    "collectible figure",
    "blister pack",
    "selfie",
    "photo",
    "attached photo",
    "picture",
    "background",
    "left hand",
    "right hand",
    "front view",
    "full body",
    "high detail",
    "text",
    "box",
    "doll",
    "plastic packaging",
    "title",
    "white letters",
    "big smile",
    "soft light",
    "aspect ratio",
    "birthday card",
    "magazine cover",
    "poster",
    "starter pack",
    "character sheet",
    "avatar",
    "style",
    "version",
    "day",
    "night",
    "life",
    "year",
    "week",
    "time",
    "everything",
    "everybody",
    "people",
    "person",
    "thing",
    "same",
    "better",
    "real",
    "nice",
    "funny",
    "cute",
    "happy",
    "old",
    "new",
    "little",
    "tiny",
    "big",
    "thanks",
    "look",
    "turn",
    "draw",
    "paint",
    "generate",
    "transform",
    "use",
    "change",
    "remove",
    "holding",
    "wearing",
    "sitting",
    "standing",
    "accessories",
    "hobbies",
    "job",
    "age",
    "name",
    "dream",
    "goal",
    "items",
    "colours",
)


def meant_model() -> tuple[NDArray[np.float32], float]:
    """The model's (384 + 1) x meanings numbers, and how many of part 2 it names rightly."""
    taught, right = sets(0), sets(2)
    factors = _fit(*_told(taught))
    raised, gold = _told(right)
    said = (raised @ factors[:-1] + factors[-1]).argmax(1)
    return factors.astype(np.float32), float((said == gold).mean())


def sets(which: int) -> list[tuple[str, int]]:
    """Phrases of one part and their meanings, the same in every run."""
    rng = random.Random(which)
    maker = Maker(rng, Values(rng, which), pieces(test=False))
    found = []
    for number, meaning in enumerate(MEANINGS):
        rows = [maker._nested(row) for name in ROWS[meaning] for row in table(name, which)]
        rows = sorted({_bare(row) for row in rows})
        rng.shuffle(rows)
        found += [(row, number) for row in rows[:MOST]]
    return found + [(word, 0) for word in OTHER]


def _bare(phrase: str) -> str:
    """As a chunk has it: no small word in front."""
    words = phrase.lower().split()
    while len(words) > 1 and words[0] in ("a", "an", "the", "my", "our", "i"):
        words = words[1:]
    return " ".join(words)


def _told(rows: list[tuple[str, int]]) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
    raised = sentence.directions([row for row, _ in rows]).astype(np.float64)
    return raised, np.array([meaning for _, meaning in rows])


def _fit(raised: NDArray[np.float64], gold: NDArray[np.int64]) -> NDArray[np.float64]:
    """Softmax regression with a small penalty, every meaning of equal weight."""
    many, wide = len(MEANINGS), raised.shape[1]
    counts = np.bincount(gold, minlength=many)
    weight = (len(gold) / many / counts)[gold] ** 0.5
    wanted = np.eye(many)[gold]
    full = np.hstack([raised, np.ones((len(raised), 1))])

    def cost(flat: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        factors = flat.reshape(wide + 1, many)
        told = full @ factors
        told -= told.max(1, keepdims=True)
        logs = told - np.log(np.exp(told).sum(1, keepdims=True))
        gap = (np.exp(logs) - wanted) * weight[:, None]
        lost = -(logs * wanted).sum(1) @ weight + 0.02 * (flat**2).sum()
        return float(lost), (full.T @ gap + 0.04 * factors).ravel()

    done = minimize(
        cost, np.zeros((wide + 1) * many), jac=True, method="L-BFGS-B", options={"maxiter": 150}
    )
    answer: NDArray[np.float64] = done.x.reshape(wide + 1, many)
    return answer
