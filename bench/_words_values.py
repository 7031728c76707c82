"""What fills the slots of training prompts: values from tables, in three parts that share none.

Part 0 teaches the meanings of phrases, part 1 the tagger, part 2 is kept for the test. A value
belongs to a part by a digest of its letters, so that the split is the same everywhere.
"""

from __future__ import annotations

import hashlib
import io
import random
import re
import tomllib
import zipfile
from functools import cache
from pathlib import Path

from facevalue.engines import weights as assets
from facevalue.findings.words import tables

HERE = Path(__file__).resolve().parent
LABELS = HERE / "labels"
PARTS = 3

NUMBERS = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "twelve",
    "fifteen",
    "nineteen",
    "twenty",
]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty"]
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


def part(text: str, parts: int = PARTS) -> int:
    """The part that a value or a template belongs to, the same on every machine."""
    return hashlib.sha256(text.lower().encode()).digest()[0] % parts


@cache
def fillers() -> dict[str, list[str]]:
    """The lists of words_fillers.toml."""
    rows: dict[str, list[str]] = tomllib.loads(
        (LABELS / "words_fillers.toml").read_text(encoding="utf-8")
    )
    return rows


@cache
def table(name: str, which: int | None) -> list[str]:
    """The values of a table that are in one part; all of them for None."""
    rows = fillers()[name] if name in fillers() else everything(name)
    chosen = [row for row in rows if which is None or part(row) == which]
    return chosen or list(rows)


@cache
def everything(name: str) -> list[str]:
    """One table of the package, in order; things are those that the doll knows as well."""
    if name == "things":
        doll = HERE.parent / "src/facevalue/studio/wish/things.toml"
        rows = tomllib.loads(doll.read_text(encoding="utf-8"))["thing"]
        labels = {row["label"].lower() for row in rows}
        return sorted(labels | set(fillers()["thing"]) | _icons())
    return sorted(tables.table(name))


def _icons() -> set[str]:
    """What the doll's icons show, without people and flags."""
    with zipfile.ZipFile(io.BytesIO(assets.load("fluent-emoji.zip"))) as store:
        names = {name.removesuffix(".svg").replace("-", " ") for name in store.namelist()}
    return {name for name in names if not PEOPLE.search(name) and len(name.split()) <= 3}


PEOPLE = re.compile(
    r"\b(?:man|woman|person|people|men|women|boy|girl|child|baby|family|couple|face|flag|worker|kiss|mrs|santa|prince"
    r"|princess|police|guard|detective|health|student|teacher|judge|farmer|cook|mechanic|office|scientist|singer|artist"
    r"|pilot|astronaut|firefighter|older|adult|button|square|circle|arrow|clock|oclock|thirty|[ivx]+)\b"
)


class Values:
    """Draws values for slots out of one part of the tables."""

    def __init__(self, rng: random.Random, which: int) -> None:
        self.rng = rng
        self.which = which

    def one(self, name: str) -> str:
        return self.rng.choice(table(name, self.which))

    def job(self) -> str:
        return self.one("job") if self.rng.random() < 0.6 else self.one("official_job")

    def first(self) -> str:
        return self.one("first") if self.rng.random() < 0.6 else self.one("first_english").title()

    def full(self) -> str:
        middle = f" {self.rng.choice('ABCDEFGHJKLMNPRSTW')}." if self.rng.random() < 0.08 else ""
        last = self.one("last")
        if self.rng.random() < 0.12:
            last = f"{last[0]}."
        elif self.rng.random() < 0.1:
            last += f"-{self.one('last')}"
        return f"{self.first()}{middle} {last}"

    def firm(self) -> str:
        kind = self.rng.random()
        if kind < 0.35:
            return self.one("firm")
        if kind < 0.85:
            head = self.rng.choice([self.one("last"), self.city(), self.one("thing").title()])
            return f"{head} {self.one('firm_tail')}"
        return f"{self.one('last')}{self.rng.choice(['s', ' & ' + self.one('last'), 'tech', 'ia'])}"

    def school(self) -> str:
        if self.rng.random() < 0.4:
            return self.one("school")
        saint = self.rng.choice(["St. ", "", "", "", ""])
        head = self.first() if saint else self.rng.choice([self.one("last"), self.city()])
        return f"{saint}{head} {self.one('school_tail')}"

    def city(self) -> str:
        return self.one("city") if self.rng.random() < 0.85 else self.one("country")

    def place(self) -> str:
        city = self.city()
        return f"{city}, {self.one('country')}" if self.rng.random() < 0.15 else city

    def age(self) -> str:
        number = self.rng.randint(3, 92)
        spoken = f"{self.rng.choice(TENS)}-{self.rng.choice(NUMBERS[:9])}"
        return self.rng.choice(
            [
                f"{number}",
                f"{number} years old",
                f"{number}yo",
                f"{number} yrs",
                spoken,
                f"{number}",
            ]
        )

    def family(self) -> str:
        my = self.one("my")
        space = "" if my.endswith("-") else " "
        return f"{my}{space}{self.one('kin')}"

    def decade(self) -> str:
        return self.rng.choice(["", "early ", "late ", "mid-"]) + self.rng.choice(TENS)[:-1] + "ies"

    def hobby_do(self) -> str:
        if self.rng.random() < 0.8:
            return self.one("hobby_do")
        kind = self.rng.choice(["", "", f"{self.one('hobby_kind')} "])
        return f"{self.one('hobby_verb')} {kind}{self.one('things')}s"

    def condition(self) -> str:
        kind = self.rng.random()
        if kind < 0.75:
            return self.one("condition")
        if kind < 0.88:
            return f"{self.one('body')} {self.one('trouble')}"
        form = self.rng.choice(["{sick} {body}s", "a {sick} {body}"])
        return form.format(sick=self.one("sick"), body=self.one("body"))

    def ambition(self) -> str:
        return self.one("ambition")

    def money(self) -> str:
        amount = self.rng.choice([900, 1500, 2400, 32000, 48000, 55000, 120000])
        form = self.rng.choice(["${:,}", "€{:,}", "£{:,}", "{} euros", "{} dollars", "{:,} USD"])
        thousand = self.rng.choice(["${}k", "€{}k", "{}k", "£{}K"]).format(
            self.rng.randint(20, 190)
        )
        return self.rng.choice([form.format(amount), thousand])

    def date(self) -> str:
        day, month, year = self.rng.randint(1, 28), self.rng.choice(MONTHS), self.year()
        number = MONTHS.index(month) + 1
        forms = [
            "{d} {m} {y}",
            "{m} {d}, {y}",
            "{d:02}.{n:02}.{y}",
            "{n}/{d}/{y}",
            "{y}-{n:02}-{d:02}",
        ]
        forms += ["{m} {d}", "{m} {d}th", "the {d}th of {m}", "{m} {y}"]
        return self.rng.choice(forms).format(d=day, m=month, n=number, y=year)

    def year(self) -> str:
        return str(self.rng.randint(1938, 2025))

    def mail(self) -> str:
        return f"{self.first()}.{self.one('last')}@{self.one('last')}.com".lower().replace(" ", "")

    def handle(self) -> str:
        sign = self.rng.choice(["_", ".", ""])
        return f"@{self.first()}{sign}{self.one('thing').split()[0]}".lower()

    def phone(self) -> str:
        area, line = self.rng.randint(200, 999), self.rng.randint(1000, 9999)
        forms = ["({a}) 555-{l}", "+1 {a} 555 {l}", "+49 30 {a}{l}", "0{a} {l}{l}", "{a}-555-{l}"]
        return self.rng.choice(forms).format(a=area, l=line)

    def number(self) -> str:
        return f"{self.rng.choice(['A', 'HR-', 'X', '#', ''])}{self.rng.randint(10000, 999999)}"

    def address(self) -> str:
        number, street = self.rng.randint(1, 220), self.one("street")
        return self.rng.choice([f"{number} {street}", f"{street} {number}, {self.city()}"])
