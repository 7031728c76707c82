"""Teach the two models of the clause finder, and write them into ``terms/learned``.

``python3 do.py bench train_clauses DATA/clauses [OUT]``: DATA is the folder that holds
``clauses`` (the corpus, CC BY 4.0) and ``terms`` (the texts that the labels of
``bench/labels/clauses*.csv`` point into). OPP-115 is not read. The same data gives the same files.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from _clauses_data import corpus, labelled
from _clauses_plans import general, topics
from facevalue.terms import model


def main(given: list[str]) -> int:
    if not given:
        print("name the folder of the corpus; the texts lie in 'terms' beside it")
        return 2
    folder, out = Path(given[0]), Path(given[1]) if given[1:] else model.FOLDER
    out.mkdir(parents=True, exist_ok=True)
    read = corpus(folder)
    taught = {
        "general": general(read, range(len(read.texts))),
        "topics": topics(labelled(folder.parent / "terms")),
    }
    figures = {}
    for name, each in taught.items():
        text = model.packed(each)
        (out / f"{name}.txt").write_text(text, encoding="ascii")
        figures[name] = {"features": len(each.words), "bytes": len(text)}
        print(f"{name}: {len(each.words)} features, {len(text)} bytes")
    print(json.dumps(figures))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
