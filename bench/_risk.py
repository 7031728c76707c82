"""The stated risk of a miss against what was missed, for bench/faces.py.

Three tables. *Cross-validated*: the four numbers of ``findings/picture/missed.py`` are chosen
on nine tenths of the pictures and predict the rest, by band of height and by fifths of the
predicted number. *As shipped*: how many of the answers hold ("at most"). *Pasted up*: the
same pictures pasted to sheets of 12 megapixels, which the numbers were not chosen on.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from _crowd import pasted
from _finders import NAMES, Faces, Pixels, boxes_of, decoded, matches

FOLDS = 10
Numbers = NDArray[np.float64]


@dataclass
class Case:
    """One picture: what speaks for missed faces, the missed labels' heights, what was said."""

    found: tuple[float, ...]
    doubts: tuple[float, ...]
    missed: list[float]
    edges: tuple[float, ...]
    said: tuple[Any, ...]
    nothing: bool

    def true(self) -> Numbers:
        """Missed labelled faces by band."""
        return np.histogram(self.missed, [*self.edges, np.inf])[0].astype(float)


def calibration(folder: Path, pictures: list[dict[str, Any]]) -> dict[str, Any]:
    """All three tables, printed; the figures."""
    whole = [picture for picture in pictures if not picture.get("partial")]
    cases = [_case(decoded(folder / each["file"]), each["faces"]) for each in whole]
    sheets = [_case(pixels, faces) for pixels, faces in pasted(folder, whole)]
    answer = _crossed(cases)
    answer["as_shipped"] = _shipped(cases)
    answer["pasted_up_12_megapixels"] = _table("pasted up", _predicted(sheets), _true(sheets))
    return answer


def _case(pixels: Pixels, faces: Faces) -> Case:
    from facevalue.core.places import Size
    from facevalue.engines import face_finder
    from facevalue.findings.picture import missed

    size = Size(pixels.shape[1], pixels.shape[0])
    search = face_finder.search(pixels)
    evidence = missed.evidence(search.faces, search.doubts, size)
    taken = matches(faces, boxes_of(search.faces))
    lost = [face["h"] for face, box in zip(faces, taken, strict=True) if box is None]
    said = missed.misses(search.faces, search.doubts, size)
    edges = missed.bands(size)
    return Case(evidence.found, evidence.doubts, lost, edges, said, not search.faces)


def _true(cases: list[Case]) -> Numbers:
    return np.array([case.true() for case in cases])


def _predicted(cases: list[Case]) -> Numbers:
    """As shipped."""
    from facevalue.findings.picture import missed

    rows = [missed.Evidence(case.found, case.doubts).expected() for case in cases]
    return np.array(rows)


def _mean(numbers: Numbers, found: Numbers, doubts: Numbers) -> Numbers:
    """The model: doubts and found faces each count once below 12 pixels and once above."""
    from facevalue.findings.picture import missed

    low, high = numbers[[0, 2]], numbers[[1, 3]]
    first = np.arange(len(NAMES)) == 0
    weights = np.where(first[:, None], low, high)
    mean: Numbers = np.array(missed.FLOOR) + doubts * weights[:, 0] + found * weights[:, 1]
    return mean


def _fitted(found: Numbers, doubts: Numbers, true: Numbers) -> Numbers:
    """The four numbers under which what was missed is likeliest (Poisson)."""
    from scipy.optimize import minimize

    def cost(numbers: Numbers) -> float:
        mean = _mean(numbers, found, doubts)
        return float((mean - true * np.log(mean)).sum())

    start, bounds = np.array([0.3, 0.2, 0.1, 0.01]), [(0, None)] * 4
    best: Numbers = minimize(cost, start, bounds=bounds, method="L-BFGS-B").x
    return best


def _crossed(cases: list[Case]) -> dict[str, Any]:
    """Every picture predicted by numbers chosen without it."""
    found = np.array([case.found for case in cases])
    doubts = np.array([case.doubts for case in cases])
    true = _true(cases)
    fold = np.random.default_rng(0).permutation(len(cases)) % FOLDS
    predicted = np.zeros_like(true)
    for number in range(FOLDS):
        rest, here = fold != number, fold == number
        numbers = _fitted(found[rest], doubts[rest], true[rest])
        predicted[here] = _mean(numbers, found[here], doubts[here])
    answer = {"chosen_on_all": _fitted(found, doubts, true).round(4).tolist()}
    answer["cross_validated"] = _table("cross-validated", predicted, true)
    order = np.argsort(predicted.sum(1), kind="stable")
    parts = np.array_split(order, 5)
    fifths = [(round(float(predicted[p].sum()), 1), int(true[p].sum())) for p in parts]
    print("  fifths, predicted/true: " + "  ".join(f"{mean}/{count}" for mean, count in fifths))
    answer["fifths"] = fifths
    return answer


def _table(name: str, predicted: Numbers, true: Numbers) -> dict[str, Any]:
    """Sums by band, printed; the figures."""
    sums, counts = predicted.sum(0).round(1).tolist(), true.sum(0).astype(int).tolist()
    cells = "".join(
        f"{f'{mean:.1f}/{count}':>13}" for mean, count in zip(sums, counts, strict=True)
    )
    print(f"missed {name:18} predicted/true, lowest heads first{cells}")
    return {"predicted": sums, "true": counts}


def _shipped(cases: list[Case]) -> dict[str, Any]:
    """How many of the answers hold that a check would print."""
    held = answers = named = named_held = 0
    for case in cases:
        for miss in case.said:
            below = np.inf if miss.below is None else miss.below
            right = sum(miss.least <= height < below for height in case.missed) <= miss.at_most
            answers, held = answers + 1, held + right
            if miss.expected >= 0.25:
                named, named_held = named + 1, named_held + right
    nothing = [case for case in cases if case.nothing]
    promised = sum(miss.expected for case in nothing for miss in case.said)
    print(
        f"  'at most' holds for {held} of {answers} answers, {named_held} of {named} that name "
        f"a band; nothing found: {len(nothing)} pictures, {promised:.2f} missed predicted, "
        f"{sum(len(case.missed) for case in nothing)} true"
    )
    return {
        "answers": answers,
        "held": held,
        "named": named,
        "named_held": named_held,
        "nothing_found": len(nothing),
        "nothing_found_predicted": round(promised, 2),
        "nothing_found_true": sum(len(case.missed) for case in nothing),
    }
