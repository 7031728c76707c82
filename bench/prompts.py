"""What is found of what prompts say: doll prompts, labelled sentences, own prompts, clean ones.

``python3 do.py bench prompts FOLDER`` (FOLDER has ``doll_prompts_dev.txt`` and
``presidio_synth_v2.json``; without it only the project's own prompts are measured).

How the tagger was kept from what it is measured on: it is taught by ``bench words`` from
templates and values of this project alone. ``doll_prompts_dev.txt`` is opened by this program
and by nothing else; its prompts, and programs that were written beside them, were not read by
whoever wrote the rules, lists and templates; of its results only counts by type are printed.
The own prompts (``labels/words_held_out.txt``, ``labels/words_clean.txt``) were written before
the first rule. Of the held-out ones the odd lines were looked at while tuning, the even lines
were not. Presidio is not run: it is no dependency, and spaCy's model is not pinned here yet.
"""

from __future__ import annotations

import json
import re
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from _words_scores import Marked, Scores
from facevalue.core.places import Span
from facevalue.findings.words.facets import Facet, facet_of
from facevalue.findings.words.identity import identity
from facevalue.findings.words.look import look_words

LABELS = Path(__file__).resolve().parent / "labels"
MARK = re.compile(r"\[\[([A-Z]+)\|(.*?)\]\]")
Labelled = tuple[str, list[Marked]]

FITS = {
    "place": {"address"},
    "address": {"place"},
    "date": {"age"},
    "employer": {"school"},
    "card": {"id"},
    "iban": {"id"},
    "id": {"card", "iban"},
    "religion": {"nrp"},
    "politics": {"nrp"},
    "ethnicity": {"nrp"},
}
"""Types that are taken for right beside the same one; the sketch of the field has the same."""

SENTENCES = {
    "GPE": "place",
    "STREET_ADDRESS": "address",
    "ORGANIZATION": "employer",
    "DATE_TIME": "date",
    "PHONE_NUMBER": "phone",
    "EMAIL_ADDRESS": "email",
    "US_SSN": "id",
    "US_DRIVER_LICENSE": "id",
    "CREDIT_CARD": "card",
    "ZIP_CODE": "address",
    "DOMAIN_NAME": "url",
    "IBAN_CODE": "iban",
}
NOT_ASKED = {"TITLE"}


def main(given: list[str]) -> int:
    look_words("warm up")
    figures: dict[str, float] = {}
    lines = marked(LABELS / "words_held_out.txt")
    figures |= measured("own, looked at", lines[0::2])
    figures |= measured("own, unseen", lines[1::2])
    clean = (LABELS / "words_clean.txt").read_text(encoding="utf-8").splitlines()
    figures |= measured("own, clean", [(line, []) for line in clean])
    if given:
        folder = Path(given[0])
        dolls = marked(folder / "doll_prompts_dev.txt")
        labelled = sentences(folder / "presidio_synth_v2.json")
        for name, rows in (("doll prompts", dolls), ("sentences", labelled)):
            figures |= measured(name, rows)
            figures |= measured(f"{name}, Rampart alone", rows, alone)
    figures["ms_300_characters"] = speed()
    print(f"300 characters: {figures['ms_300_characters']:.1f} ms")
    print(json.dumps(figures))
    return 0


def marked(file: Path) -> list[Labelled]:
    """Prompts with inline [[KIND|text]] marks as texts and spans."""
    found = []
    for line in file.read_text(encoding="utf-8").splitlines():
        text, last = "", 0
        marks: list[Marked] = []
        for match in MARK.finditer(line):
            text += line[last : match.start()]
            marks.append((len(text), len(text) + len(match[2]), match[1].lower()))
            text, last = text + match[2], match.end()
        found.append((text + line[last:], marks))
    return found


def sentences(file: Path) -> list[Labelled]:
    """The labelled sentences with the project's names of types."""
    rows = json.loads(file.read_text(encoding="utf-8"))
    return [
        (
            row["full_text"],
            [
                (span["start_position"], span["end_position"], named(span["entity_type"]))
                for span in row["spans"]
                if span["entity_type"] not in NOT_ASKED
            ],
        )
        for row in rows
    ]


def named(entity: str) -> str:
    return SENTENCES.get(entity, entity.lower())


def said(text: str) -> list[Marked]:
    """What the project finds, by facet."""
    found = []
    for finding in look_words(text).findings:
        assert isinstance(finding.where, Span)
        facet = facet_of(finding) or Facet.PERSON
        found.append((finding.where.start, finding.where.end, str(facet)))
    return found


def alone(text: str) -> list[Marked]:
    """What the tagger of names finds by itself."""
    return [(one.start, one.end, str(one.facet)) for one in identity(text)]


def measured(
    name: str, rows: Iterable[Labelled], find: Callable[[str], list[Marked]] = said
) -> dict[str, float]:
    scores = Scores(FITS)
    for text, marks in rows:
        scores.add(marks, find(text))
    scores.show(name)
    figures = scores.figures()
    figures |= {
        f"recall {key}": round(hit / count, 3) for key, (hit, count) in scores.by.items() if count
    }
    figures |= {"clean": scores.clean, "clean_false": scores.clean_false}
    return {f"{name}: {key}": value for key, value in figures.items()}


def speed() -> float:
    """Milliseconds of one core for a prompt of 300 characters, the median of 20."""
    lines = [text for text, _ in marked(LABELS / "words_held_out.txt")]
    text = " ".join(lines)
    times = []
    for number in range(20):
        part = text[number * 300 : number * 300 + 300]
        since = time.process_time()
        look_words(part)
        times.append(time.process_time() - since)
    return round(sorted(times)[10] * 1000, 1)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
