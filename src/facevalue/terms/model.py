"""Sparse linear models over words and pairs of words, kept as text beside this file.

``learned/general.txt`` and ``learned/topics.txt`` are written by ``bench/train_clauses.py`` and by
nothing else; ``learned/README.md`` says from what. A model is a table of weights: no library for
learning is needed to use it, and the same text gives the same scores everywhere.
"""

from __future__ import annotations

import base64
import json
import math
import re
import zlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

FOLDER = Path(__file__).resolve().parent / "learned"

MOST = 4_000_000
"""Bytes of a model when unpacked; the shipped ones have less than a third of it."""

_WORD = re.compile(r"[^\W\d_]+|\d+")
_LETTERS = 100


@dataclass(frozen=True, slots=True)
class Model:
    """Scores sentences on several classes at once.

    ``names``: the classes. ``words``: rows by feature (a word, or two with a space between).
    ``rarity``: (features,), what a feature counts for. ``weights``: (places, features, classes),
    places being the sentence itself, and where there are three, the ones before and after it,
    which count ``around`` times. ``hints`` are patterns that were features too, ``hinted`` their
    weights: (hints, classes). ``base``: (classes,), what is added. A class is found above zero.
    """

    names: tuple[str, ...]
    words: dict[str, int]
    rarity: NDArray[np.float32]
    weights: NDArray[np.float32]
    hints: tuple[re.Pattern[str], ...]
    hinted: NDArray[np.float32]
    base: NDArray[np.float32]
    around: float

    def scores(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """How far each plain text (``rules.plain``) is on the side of each class.

        (texts, classes), found above zero. Hints are looked for only where they could lift a
        class above zero: elsewhere a score is lower by what they could have added.
        """
        import numpy as np

        places = np.zeros((len(self.weights), len(texts), len(self.names)), np.float32)
        for at, text in enumerate(texts):
            rows, values = self._features(text)
            if rows:
                places[:, at] = np.einsum("f,pfc->pc", values, self.weights[:, rows])
        scores: NDArray[np.float32] = places[0] + self.base
        if len(places) > 1:
            scores[1:] += self.around * places[1, :-1]
            scores[:-1] += self.around * places[2, 1:]
        if self.hints:
            lift = np.maximum(self.hinted, 0).sum(axis=0)
            near = np.flatnonzero((scores + lift > 0).any(axis=1)).tolist()
            scores[near] += self.hits([texts[at] for at in near]) @ self.hinted
        return scores

    def hits(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Which hints each plain text has: (texts, hints), one or zero."""
        import numpy as np

        found = [[float(bool(hint.search(text))) for hint in self.hints] for text in texts]
        return np.array(found, np.float32).reshape(len(texts), len(self.hints))

    def _features(self, text: str) -> tuple[list[int], NDArray[np.float32]]:
        """The rows of a text's features and their values, which have length one together."""
        import numpy as np

        counted = Counter(features(text))
        known = [(self.words[name], count) for name, count in counted.items() if name in self.words]
        rows = [row for row, _ in known]
        counts = np.array([1 + math.log(count) for _, count in known], np.float32)
        values = counts * self.rarity[rows]
        return rows, values / max(float(np.sqrt(values @ values)), 1e-9)


def features(text: str) -> Iterable[str]:
    """The words of a plain text and its pairs of neighbours; every number is one word."""
    words = ["0" if word[0].isdigit() else word for word in _WORD.findall(text)]
    yield from words
    for first, second in pairwise(words):
        yield f"{first} {second}"


@cache
def model(name: str) -> Model:
    """The shipped model of a name. Raises ValueError for a file that is damaged."""
    return unpacked((FOLDER / f"{name}.txt").read_text(encoding="ascii"))


def packed(model: Model) -> str:
    """A model as text: what it is on the first line, then weights of eight bits, compressed."""
    import numpy as np

    scale = float(max(np.abs(model.weights).max(), 1e-9)) / 127
    head = {
        "names": model.names,
        "places": len(model.weights),
        "scale": scale,
        "around": model.around,
        "hints": [hint.pattern for hint in model.hints],
        "hinted": np.round(model.hinted, 4).tolist(),
        "base": np.round(model.base, 4).tolist(),
    }
    words = "\n".join(sorted(model.words, key=lambda word: model.words[word])).encode()
    rarity = np.rint(model.rarity * 16).astype(np.uint8).tobytes()
    weights = np.rint(model.weights / scale).astype(np.int8).tobytes()
    whole = b"\0".join([words, rarity.hex().encode(), weights])
    text = base64.b85encode(zlib.compress(whole, 9)).decode("ascii")
    lines = [text[start : start + _LETTERS] for start in range(0, len(text), _LETTERS)]
    return "\n".join([json.dumps(head, ensure_ascii=True, sort_keys=True), *lines]) + "\n"


def unpacked(text: str) -> Model:
    """The model that ``packed`` wrote. Raises ValueError for text that is none."""
    import numpy as np

    first, *lines = text.split("\n")
    head = json.loads(first)
    try:
        whole = zlib.decompressobj().decompress(base64.b85decode("".join(lines)), MOST)
    except zlib.error as error:
        raise ValueError(f"this is no model: {error}") from error
    words, rarity, rest = whole.split(b"\0", 2)
    names = words.decode().split("\n")
    shape = (head["places"], len(names), len(head["names"]))
    weights = np.frombuffer(rest, np.int8).reshape(shape).astype(np.float32)
    count = len(head["names"])
    return Model(
        tuple(head["names"]),
        {name: row for row, name in enumerate(names)},
        np.frombuffer(bytes.fromhex(rarity.decode()), np.uint8).astype(np.float32) / np.float32(16),
        weights * np.float32(head["scale"]),
        tuple(re.compile(hint) for hint in head["hints"]),
        np.array(head["hinted"], np.float32).reshape(len(head["hints"]), count),
        np.array(head["base"], np.float32),
        head["around"],
    )
