"""Texts and labels for the clause finder: read from the data folders, never from the package.

The corpus of consumer-law clauses (CC BY 4.0) may be learned from and shipped as weights; the
labels of OPP-115 are for research and are only measured; the labels of ``bench/labels`` are ours.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from facevalue.core.terms import General, Stance, Topic
from facevalue.terms.text import sentences

LABELS = Path(__file__).resolve().parent / "labels"

CLASSES = {
    "a": General.ARBITRATION.value,
    "ch": Topic.CHANGES.value,
    "cr": General.REMOVAL.value,
    "j": General.JURISDICTION.value,
    "law": General.LAW.value,
    "ltd": Topic.LIABILITY.value,
    "ter": General.TERMINATION.value,
    "use": General.BY_USE.value,
    "pinc": General.PRIVACY_INCLUDED.value,
}
"""The tags of the corpus, in the order of the model's classes, and what they are called here."""

OPENED = ("Google Gemini", "OpenAI ChatGPT", "TikTok")
SEALED = ("fal", "Microsoft Copilot", "Mistral Le Chat")
"""Chosen by the digest of their names before the first rule was written. The errors on the first
three were looked at after the first measurement, those on the last three never."""

Flags = NDArray[np.int_]


@dataclass(frozen=True, slots=True)
class Corpus:
    """Sentences with their document and flags (sentences, classes); ``folds`` of documents."""

    texts: tuple[str, ...]
    documents: NDArray[np.str_]
    flags: Flags
    folds: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Labelled:
    """A sentence of a service's terms with what it says on each topic, as labelled by hand."""

    service: str
    text: str
    said: dict[Topic, Stance]


def corpus(folder: Path, levels: str = "123") -> Corpus:
    """The corpus below a folder; a clause counts when it is tagged with one of the levels."""
    texts, documents, flags = [], [], []
    for file in sorted((folder / "sentences").glob("*.txt")):
        lines = file.read_text(encoding="utf-8").split("\n")
        tags = (folder / "tags" / file.name).read_text(encoding="utf-8").split("\n")
        for line, tagged in zip(lines, tags, strict=True):
            if line.strip():
                names = {tag[:-1] for tag in tagged.split() if tag[-1] in levels}
                texts.append(line.strip())
                documents.append(file.stem)
                flags.append([int(name in names) for name in CLASSES])
    folds = tuple(
        tuple(fold.read_text(encoding="utf-8").replace(".txt", "").split())
        for fold in sorted((folder / "lists").glob("fold_*.txt"))
    )
    return Corpus(tuple(texts), np.array(documents), np.array(flags), folds)


def labelled(folder: Path) -> list[Labelled]:
    """The labelled sentences, found by digest in the texts below a folder."""
    known: dict[str, dict[str, str]] = {}
    rows = []
    for file in ("clauses.csv", "clauses_more.csv"):
        with (LABELS / file).open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines):
                name = row["file"]
                if name not in known:
                    text = (folder / name).read_text(encoding="utf-8")
                    known[name] = {each.digest: each.text for each in sentences(text)}
                rows.append(Labelled(row["service"], known[name][row["digest"]], _said(row)))
    return rows


def segments(folder: Path, part: str) -> tuple[list[str], Flags, list[str]]:
    """Segments of privacy policies with flags (segments, labels), and the labels."""
    labels = (folder / "label_list.txt").read_text(encoding="utf-8").split("\n")
    names = [label.strip() for label in labels if label.strip()]
    lines = (folder / f"{part}.json").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines if line.strip()]
    flags = np.array([[int(name in row["label"]) for name in names] for row in rows])
    return [row["text"] for row in rows], flags, names


def of_services(rows: Sequence[Labelled], names: Sequence[str], *, are: bool) -> list[Labelled]:
    """The sentences of these services, or of all others."""
    return [row for row in rows if (row.service in names) is are]


def flags_of(rows: Sequence[Labelled]) -> Flags:
    """Which topics each sentence speaks of: (sentences, topics)."""
    return np.array([[int(topic in row.said) for topic in Topic] for row in rows])


def _said(row: dict[str, str]) -> dict[Topic, Stance]:
    pairs = [part.split(":") for part in row["clauses"].split(";") if part]
    return {Topic(topic): Stance(stance) for topic, stance in pairs}
