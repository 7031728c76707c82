"""Scores of found spans: one character in common counts as found, typed ones need the same type."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

Marked = tuple[int, int, str]


class Scores:
    """Counts over many texts. F2 weighs a missed fact more than a needless find."""

    def __init__(self, fits: dict[str, set[str]] | None = None) -> None:
        self.fits = fits or {}
        self.by: dict[str, list[int]] = defaultdict(lambda: [0, 0])
        self.typed, self.any, self.found = 0, 0, 0
        self.any_hit, self.gold = 0, 0
        self.clean, self.clean_false = 0, 0
        self.wrong: dict[str, int] = defaultdict(int)
        self.seen: dict[str, int] = defaultdict(int)

    def add(self, gold: Sequence[Marked], said: Sequence[Marked]) -> None:
        """One text: what is there, what was found."""
        said = sorted(set(said))
        for mark in gold:
            hits = [each for each in said if _meet(each, mark)]
            self.by[mark[2]][1] += 1
            self.by[mark[2]][0] += any(self._fit(each[2], mark[2]) for each in hits)
            self.any_hit += bool(hits)
            self.seen[mark[2]] += bool(hits)
            self.gold += 1
        for each in said:
            near = [mark for mark in gold if _meet(each, mark)]
            right = any(self._fit(each[2], mark[2]) for mark in near)
            self.typed += right
            self.wrong[each[2]] += not right
            self.any += bool(near)
        self.found += len(said)
        if not gold:
            self.clean += 1
            self.clean_false += bool(said)

    def _fit(self, said: str, gold: str) -> bool:
        return said == gold or gold in self.fits.get(said, ())

    def figures(self) -> dict[str, float]:
        """Precision, recall, F2, typed and of any type."""
        recall = sum(hit for hit, _ in self.by.values()) / max(self.gold, 1)
        precision = self.typed / max(self.found, 1)
        any_recall, any_precision = self.any_hit / max(self.gold, 1), self.any / max(self.found, 1)
        return {
            "precision": round(precision, 3),
            "recall": round(recall, 3),
            "f2": round(f2(precision, recall), 3),
            "any_f2": round(f2(any_precision, any_recall), 3),
        }

    def show(self, name: str) -> None:
        """A line of figures, one of recall by type.

        In brackets: how many were found as another type, and needless finds of this one.
        """
        shown = " ".join(f"{key} {value:.3f}" for key, value in self.figures().items())
        false = f" | {self.clean_false} of {self.clean} clean ones falsely found in"
        print(f"{name}: {shown}{false if self.clean else ''}")
        types = sorted({*self.by, *(key for key, count in self.wrong.items() if count)})
        print("   ", *(self._shown(each) for each in types), flush=True)

    def _shown(self, each: str) -> str:
        hit, count = self.by.get(each, (0, 0))
        wrong = self.wrong.get(each, 0)
        other = self.seen[each] - hit
        return (
            f"{each}:{hit}/{count}"
            + (f"({other} as another)" if other else "")
            + (f"(+{wrong})" if wrong else "")
        )


def f2(precision: float, recall: float) -> float:
    """van Rijsbergen's measure with recall counted twice."""
    return 5 * precision * recall / max(4 * precision + recall, 1e-9)


def _meet(one: Marked, other: Marked) -> bool:
    return one[0] < other[1] and other[0] < one[1]
