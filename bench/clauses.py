"""The clause finder measured: general classes, our topics on unseen services, OPP-115, speed.

``python3 do.py bench clauses DATA/clauses``: the texts of the services lie in ``terms`` beside it,
OPP-115 in ``opp115`` inside it. Models are taught here anew for every part that is left out; only
the speed is that of the shipped ones.
"""

from __future__ import annotations

import json
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

from _clauses_data import OPENED, SEALED, corpus, labelled
from _clauses_opp import measured
from _clauses_scores import by_folds, f1, on_services, one_out, rates, summed
from facevalue.core.terms import Topic
from facevalue.terms import model
from facevalue.terms.clauses import read

PAGE = 3000
"""Characters of a printed page of terms, about 500 words."""

PAGES = 60


def main(given: list[str]) -> int:
    if not given:
        print("name the folder of the corpus; the texts lie in 'terms' beside it")
        return 2
    folder = Path(given[0])
    figures: dict[str, Any] = {"speed": speed(folder.parent / "terms")}
    figures |= our_topics(folder.parent / "terms")
    figures |= general_classes(folder)
    figures["opp115"] = measured(folder / "opp115")
    print("\nOPP-115, TF-IDF and rules, test part")
    for name, value in figures["opp115"].items():
        print(f"  {name:36} {value:.3f}")
    print(json.dumps(figures))
    return 0


def our_topics(folder: Path) -> dict[str, Any]:
    """Precision and recall per topic; what was never looked at comes first."""
    rows = labelled(folder)
    print(f"{len(rows)} labelled sentences of {len({row.service for row in rows})} services")
    return {
        "topics_sealed": _table(f"unseen: {', '.join(SEALED)}", on_services(rows, SEALED)),
        "topics_held_out": _table(
            f"held out: the same and {', '.join(OPENED)}", on_services(rows, (*OPENED, *SEALED))
        ),
        "topics_one_out": _table("each service, model taught on the others", one_out(rows)),
    }


def general_classes(folder: Path) -> dict[str, Any]:
    """F1 per class by document folds, for clauses of any level and of the unfair levels."""
    figures = {}
    for name, levels in (("any level", "123"), ("levels 2 and 3", "23")):
        held = corpus(folder, levels)
        base, ours = (f1(held.flags, found) for found in by_folds(held))
        print(f"\nGeneral classes, {name}: TF-IDF and linear SVM | ours (F1 by document folds)")
        for label, value in ours.items():
            print(f"  {label:20} {base[label]:.3f} | {value:.3f}")
        figures[f"general, {name}"] = {"baseline": base, "ours": ours}
    return figures


def speed(folder: Path) -> dict[str, float]:
    """Seconds of one core to load the models and for sixty pages: the best of three.

    Those of the clock beside them: on a machine that does other things too they are longer.
    """
    text = "".join(path.read_text(encoding="utf-8") for path in sorted(folder.glob("[m-z]*.md")))
    policy = text[: PAGES * PAGE]
    figures: dict[str, float] = {}
    for _ in range(3):
        model.model.cache_clear()
        for name, work in (("load", _load), ("sixty_pages", lambda: read(policy))):
            core, clock = time.process_time(), time.perf_counter()
            work()
            spent = {"core_s": time.process_time() - core, "clock_s": time.perf_counter() - clock}
            for unit, seconds in spent.items():
                key = f"{name}_{unit}"
                figures[key] = min(figures.get(key, seconds), seconds)
    for key, seconds in figures.items():
        print(f"{key:24} {seconds:.3f}")
    return figures


def _load() -> None:
    """Both models, from their files."""
    model.model("topics")
    model.model("general")


def _table(title: str, total: Counter[tuple[str, str]]) -> dict[str, dict[str, float]]:
    total = summed(total)
    print(f"\n{title}\n  topic       labelled precision recall stance")
    figures = {}
    for topic in [*(each.value for each in Topic), "all"]:
        got = figures[topic] = rates(total, topic)
        numbers = f"{got['precision']:.2f}      {got['recall']:.2f}   {got['stance']:.2f}"
        print(f"  {topic:12}{got['labelled']:6}   {numbers}")
    return figures


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
