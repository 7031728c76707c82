"""Prompts made from pieces and values, with what is said in them marked."""

from __future__ import annotations

import random
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from _words_slots import slots
from _words_values import LABELS, Values, part
from facevalue.findings.words.facets import Facet

CHOICE = re.compile(r"\(([^()]*\|[^()]*)\)")
SLOT = re.compile(r"\{([A-Z]+)\}")
KEPT = 5
"""One template in this many is kept for the test, and so is one value in three."""

SHARE = 0.08
"""How often a hobby is made from a verb ("restoring old clocks") instead of the list."""

SAYS = {
    Facet.PERSON: "FIRST FULL UPPER LAST",
    Facet.OCCUPATION: "JOB JOBCAP",
    Facet.EMPLOYER: "EMP",
    Facet.SCHOOL: "SCHOOL",
    Facet.PLACE: "PLACE",
    Facet.HOBBY: "HOBBY HOBBIES HOBBYDO HOBBYDOES HOBBYING HOBBYGO HOBBYIST",
    Facet.FAMILY: "KIDS MYKIN TIE KIN",
    Facet.HEALTH: "COND STATE AID AIDBARE MEDICAL",
    Facet.RELIGION: "REL PRACTICE WORSHIP FEAST",
    Facet.POLITICS: "PARTY POL SLOGAN",
    Facet.ETHNICITY: "ETH",
    Facet.SEXUALITY: "SEX",
    Facet.AMBITION: "AMB AMBING",
    Facet.AGE: "AGE AGENUM AGEADJ AGEDEC",
    Facet.INCOME: "MONEY",
    Facet.VEHICLE: "VEH",
    Facet.PET: "SPECIES PETNAME",
    Facet.DATE: "DATE YEAR",
}
FACET = {slot: facet for facet, names in SAYS.items() for slot in names.split()}

Mark = tuple[int, int, Facet]


@dataclass(frozen=True)
class Prompt:
    """A text and what is said in it: start, end, facet."""

    text: str
    marks: tuple[Mark, ...]


@cache
def pieces(test: bool) -> dict[str, list[str]]:
    """The templates of one side; no piece is in both."""
    rows = tomllib.loads((LABELS / "words_templates.toml").read_text(encoding="utf-8"))
    return {
        name: [piece for piece in each if (part(piece, KEPT) == 0) is test]
        for name, each in rows.items()
    }


def prompts(count: int, seed: int, which: int, test: bool) -> Iterator[Prompt]:
    """``count`` prompts from the values of part ``which``."""
    rng = random.Random(seed)
    for _ in range(count):
        yield Maker(rng, Values(rng, which), pieces(test)).prompt()


class Maker:
    """Puts one prompt together."""

    def __init__(self, rng: random.Random, values: Values, rows: dict[str, list[str]]) -> None:
        self.rng, self.values, self.rows = rng, values, rows
        self.slots = slots()

    def prompt(self) -> Prompt:
        parts = self._parts()
        joint = self.rng.choice([" ", " ", " ", "\n", ", ", "; ", " and ", " / ", "\n- ", " - "])
        text, marks = "", []
        for place, (piece, said) in enumerate(parts):
            between = joint if place and self.rng.random() < 0.8 else " " if place else ""
            if between.strip() and between != "\n- ":
                text = text.rstrip(".")
            new, found = self.filled(piece, said)
            shift = len(text) + len(between)
            text += between + new
            marks += [(start + shift, end + shift, facet) for start, end, facet in found]
        return self._worn(text, joined(text, marks))

    def _parts(self) -> list[tuple[str, bool]]:
        kind = self.rng.random()
        if kind < 0.1:
            return [(piece, True) for piece, _ in self._some("talk", self.rng.choice([1, 1, 2, 3]))]
        if kind < 0.32:
            clean = [(self.rng.choice(self.rows["clean"]), False)]
            return clean + self._some("picture", self.rng.randint(0, 3))
        body = self._some("fact", self.rng.choice([1, 2, 3, 3, 4, 5, 6, 8]))
        body += self._some("picture", self.rng.choice([0, 1, 1, 2, 3]))
        self.rng.shuffle(body)
        return self._some("opening", self.rng.choice([0, 1, 1])) + body

    def _some(self, name: str, count: int) -> list[tuple[str, bool]]:
        return [(self.rng.choice(self.rows[name]), name == "fact") for _ in range(count)]

    def filled(self, piece: str, said: bool) -> tuple[str, list[Mark]]:
        """A piece with values in its slots, and where they are when they say something."""
        text, marks, last = "", [], 0
        piece = CHOICE.sub(lambda match: self.rng.choice(match[1].split("|")), piece)
        for match in SLOT.finditer(piece):
            text += piece[last : match.start()]
            last = match.end()
            for before, value, told in self._values(match[1]):
                text += before
                if re.search(r"\b[Aa] $", text) and value[0].lower() in "aeio":
                    text = text[:-1] + "n "
                start = len(text)
                text += value
                if said and told and match[1] in FACET:
                    marks.append((start, len(text), FACET[match[1]]))
        return text + piece[last:], marks

    def _values(self, slot: str) -> list[tuple[str, str, bool]]:
        """What stands in a slot: what is before, the value, whether it says something."""
        if slot in ("HOBBIES", "THINGS"):
            name = "HOBBY" if slot == "HOBBIES" else "THING"
            count = self.rng.choice([1, 2, 2, 3, 4])
            rows = [self.value(name) for _ in range(count)]
            if slot == "THINGS" and self.rng.random() < 0.5:
                rows = [
                    f"{self.rng.choice(['a', 'my', 'a small', 'the', 'two'])} {row}" for row in rows
                ]
            signs = (
                [""] + [", "] * (count - 2) + [self.rng.choice([" and ", ", ", " & ", ", and "])]
            )
            return [(sign, row, True) for sign, row in zip(signs, rows, strict=False)]
        return [("", self.value(slot), True)]

    def value(self, slot: str) -> str:
        if slot in ("HOBBYING", "AMBING"):
            first, *rest = self._nested(
                self.value(slot.removesuffix("ING").replace("HOBBY", "HOBBYDO"))
            ).split(" ")
            return " ".join([gerund(first), *rest])
        if slot == "HOBBY" and self.rng.random() < SHARE:
            return self.value("HOBBYING")
        if slot == "HOBBYDOES":
            first, *rest = self.value("HOBBYDO").split(" ")
            return " ".join([first + ("es" if first[-1] in "hsox" else "s"), *rest])
        if slot == "A":
            return self.rng.choice(["a", "my", "our", "a small", "a little", "my own"])
        return self._nested(self.slots[slot](self.values))

    def _nested(self, value: str) -> str:
        return SLOT.sub(lambda match: self.value(match[1]), value)

    def _worn(self, text: str, marks: list[Mark]) -> Prompt:
        """As people write: small or large letters, no apostrophes, no full stops."""
        kind = self.rng.random()
        worn = text.lower() if kind < 0.22 else text.upper() if kind < 0.26 else text
        if self.rng.random() < 0.1:
            worn = worn.replace(".", ",")
        if len(worn) != len(text):
            worn = text
        if self.rng.random() < 0.15:
            return without(Prompt(worn, tuple(marks)), "'")
        return Prompt(worn, tuple(marks))


def gerund(verb: str) -> str:
    """Running of run, baking of bake."""
    if verb.endswith("e") and not verb.endswith("ee"):
        return verb[:-1] + "ing"
    double = re.fullmatch(r"[^aeiou]*[aeiou][^aeiouwxy]", verb) and len(verb) > 2
    return verb + (verb[-1] if double else "") + "ing"


def joined(text: str, marks: list[Mark]) -> list[Mark]:
    """Neighbours of one facet with a space between them become one."""
    found: list[Mark] = []
    for start, end, facet in marks:
        if found and found[-1][2] == facet and text[found[-1][1] : start] == " ":
            found[-1] = (found[-1][0], end, facet)
        else:
            found.append((start, end, facet))
    return found


def without(prompt: Prompt, sign: str) -> Prompt:
    """The prompt without one sign."""

    def moved(place: int) -> int:
        return place - prompt.text[:place].count(sign)

    marks = tuple((moved(start), moved(end), facet) for start, end, facet in prompt.marks)
    return Prompt(prompt.text.replace(sign, ""), tuple(mark for mark in marks if mark[0] < mark[1]))
