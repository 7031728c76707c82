"""Teach the tagger of ``findings/words`` from generated prompts, and measure it on generated ones.

``python3 do.py bench words [OUT]``: writes ``learned/meanings.txt`` and ``learned/tagger.txt``
(OUT instead of the package's folder, to compare). Nothing is read but tables, templates and
fillers of this project: values are split in three parts (meanings, tagger, test) and templates in
two, so that the test has neither a template nor a value that was taught.
"""

from __future__ import annotations

import json
import random
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from _words_chain import Lesson, numbered, taught
from _words_meant import meant_model
from _words_prompts import Prompt, prompts
from _words_scores import Scores
from facevalue.findings.words import meaning, weights
from facevalue.findings.words.clues import clues, listed, phrases
from facevalue.findings.words.grammar import hints
from facevalue.findings.words.identity import identity
from facevalue.findings.words.profile import marks_of
from facevalue.findings.words.tagger import TAGGED, TAGS, tagged
from facevalue.findings.words.tokens import Token, tokens

LESSONS, TESTS, EPOCHS = 7000, 500, 7
HIDE = 0.4
"""How often all lists are hidden from a prompt of training, so that meaning and place count."""

ALONE = 0.25
"""How often the tagger of names is not asked, so that its model may be missing."""

MOST_CLUES = 14_000


def main(given: list[str]) -> int:
    out = Path(given[0]) if given else weights.FOLDER
    out.mkdir(parents=True, exist_ok=True)
    since = time.time()
    factors, right = meant_model()
    (out / "meanings.txt").write_text(weights.packed(factors), encoding="ascii")
    print(f"meanings of unseen phrases right: {right:.3f}", flush=True)
    weights.FOLDER = out
    weights.linear.cache_clear()
    meaning._model.cache_clear()
    rows = list(prompts(LESSONS, 1, 1, test=False))
    meant_of([phrase for prompt in rows for phrase in phrases(tokens(prompt.text))])
    seen = [read(prompt, random.Random(number)) for number, prompt in enumerate(rows)]
    print(f"{len(rows)} prompts, {sum(len(s[0]) for s in seen)} words, {time.time() - since:.0f} s")
    write(out, seen, rows)
    weights.tagger.cache_clear()
    figures = {"meanings_right": round(right, 3), "seconds": round(time.time() - since)}
    for name, hide in (("lists", 0.0), ("no lists", 1.0)):
        figures |= measured(name, hide)
    print(json.dumps(figures))
    return 0


def read(
    prompt: Prompt, rng: random.Random, hide: float = HIDE
) -> tuple[list[Token], list[list[str]]]:
    """Words and clues of a prompt, sometimes without what lists say."""
    words = tokens(prompt.text)
    lists = listed(words)
    kind = rng.random()
    if kind < hide:
        names = {clue.split("=")[1].rstrip("+") for row in lists for clue in row}
        gone = (
            names
            if kind < hide / 2 or hide == 1
            else {n for n in sorted(names) if rng.random() < 0.5}
        )
        lists = [[c for c in row if c.split("=")[1].rstrip("+") not in gone] for row in lists]
    meant = meant_of(phrases(words))
    marks = [*marks_of(prompt.text), *hints(prompt.text)]
    named = identity(prompt.text) if rng.random() > ALONE else []
    return words, clues(words, marks, meant, lists, named)


MEANT: dict[str, NDArray[np.float32]] = {}
"""Meanings asked before: the same phrases come again and again."""


def meant_of(asked: Sequence[str]) -> NDArray[np.float32] | None:
    new = sorted({phrase for phrase in asked if phrase not in MEANT})
    if new:
        MEANT.update(zip(new, meaning.meanings(new), strict=True))
    return np.array([MEANT[phrase] for phrase in asked]) if asked else None


def right_tags(prompt: Prompt, words: Sequence[Token]) -> list[int]:
    """The tag of each word by the marks of the prompt."""
    found = [0] * len(words)
    for start, end, facet in prompt.marks:
        inside = [n for n, token in enumerate(words) if token.start < end and start < token.end]
        for step, place in enumerate(inside):
            found[place] = 1 + 2 * TAGGED.index(facet) + (step > 0)
    return found


def write(
    out: Path, seen: Sequence[tuple[list[Token], list[list[str]]]], rows: Sequence[Prompt]
) -> None:
    """Teach, keep the clues that say most, and write them as text."""
    known = numbered([each[1] for each in seen])
    lessons = [
        Lesson(
            [[known[c] for c in row if c in known] for row in each[1]], right_tags(prompt, each[0])
        )
        for each, prompt in zip(seen, rows, strict=True)
        if each[0]
    ]
    print(f"{len(known)} clues", flush=True)
    says, steps = taught(lessons, len(known), len(TAGS), EPOCHS)
    strong: NDArray[np.float64] = np.abs(says).max(1)
    kept = sorted(np.argsort(-strong)[:MOST_CLUES])
    names = sorted(known, key=known.__getitem__)
    says = np.clip(says, -6, 6)
    text = weights.packed(steps.astype(np.float32)) + weights.packed(says[kept].astype(np.float32))
    text += "\n".join(names[number] for number in kept) + "\n"
    (out / "tagger.txt").write_text(text, encoding="utf-8")
    print(f"tagger.txt: {len(text.encode()) / 1e6:.2f} MB, {len(kept)} clues")


def measured(name: str, hide: float) -> dict[str, float]:
    """Typed figures on prompts with templates and values that were not taught."""
    scores = Scores()
    for prompt in prompts(TESTS, 2, 2, test=True):
        words, found = read(prompt, random.Random(3), hide)
        said = (
            [(one.start, one.end, str(one.facet)) for one in tagged(words, found)] if words else []
        )
        scores.add([(s, e, str(f)) for s, e, f in prompt.marks], said)
    scores.show(f"generated, {name}")
    return {f"{name} {key}": value for key, value in scores.figures().items()}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
