"""Wishes written before the reader was tuned, and what is made of them.

``python3 do.py bench wishes [FILE.csv]``: the table goes to ``FILE.md`` beside the file, which
is ``wishes.csv`` (fifty, written before the first line of code) where none is named;
``wishes_held_out.csv`` has three times twenty that were written later, each after the tuning on
all before it. Each row says what would be accepted, and in ``first`` how the first run over it
went, before anything was changed for it. Signs that no editor shows are written as Python
writes them.
"""

from __future__ import annotations

import csv
import json
import re
import sys
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from facevalue.core.errors import Unwanted
from facevalue.core.wish import Wish
from facevalue.studio.wish.catalogue import things
from facevalue.studio.wish.read import wish

HERE = Path(__file__).resolve().parent
PARTS = ("title", "subtitle", "outfit", "things", "private")
ALWAYS = {"heart", "star", "gift", "sparkles"}


@dataclass(frozen=True)
class Judged:
    """One wish: what was made of it, and which parts were as accepted beforehand."""

    group: str
    words: str
    made: str
    right: dict[str, bool]
    strays: int
    first: str

    @property
    def ok(self) -> bool:
        return all(self.right.values())


def main(given: list[str]) -> int:
    file = Path(given[0]) if given else HERE / "wishes.csv"
    since = time.process_time()
    with file.open(newline="", encoding="utf-8") as rows:
        judged = [judge(row) for row in csv.DictReader(rows)]
    seconds = time.process_time() - since
    figures = totals(judged) | {"cpu_s": round(seconds, 2)}
    file.with_suffix(".md").write_text(page(file.name, judged, figures), encoding="utf-8")
    for one in judged:
        print(f"{'ok ' if one.ok else 'NOT'} {one.words[:60]!r}: {one.made}")
    for name, value in figures.items():
        print(f"{name:20} {value}")
    print(json.dumps(figures))
    return 0


def judge(row: dict[str, str]) -> Judged:
    """Ask for one wish and compare with what its row accepts."""
    try:
        made = wish(plain(row["words"]))
    except Unwanted as error:
        right = dict.fromkeys(PARTS, "refused" in row["outcome"])
        shown = f"refused ({error.number})"
        return Judged(row["group"], row["words"], shown, right, 0, row["first"])
    shown = f"{made.title} / {made.subtitle} / {made.outfit}: "
    shown += ", ".join(thing.label for thing in made.things)
    shown += ", in a wheelchair" if made.seated else ""
    right, extra = parts(row, made), strays(row, made)
    return Judged(row["group"], row["words"], shown, right, extra, row["first"])


def parts(row: dict[str, str], made: Wish) -> dict[str, bool]:
    """Which parts are as accepted."""
    held = names(made)
    return {
        "title": made.title in row["title"].split("|"),
        "subtitle": made.subtitle in row["subtitle"].split("|"),
        "outfit": row["outfit"] == "*" or made.outfit in row["outfit"].split("|"),
        "things": all(held & set(need.split("/")) for need in row["needed"].split(";") if need),
        "private": not leaks(row, made) and made.seated == (row["outcome"] == "seated"),
    }


def names(made: Wish) -> set[str]:
    """What each thing may be called in the file: its name, its icon, its label's words."""
    icons = _icons()
    found: set[str] = set()
    for thing in made.things:
        found |= {thing.name, icons.get(thing.name, ""), thing.label.replace(" ", "-")}
    return found - {""}


def leaks(row: dict[str, str], made: Wish) -> bool:
    """Whether something is on the box that must not be."""
    lines = " ".join((made.title, made.subtitle, *(thing.label for thing in made.things)))
    never = [plain(word) for word in row["never"].split(";") if word]
    return any(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", lines, re.I) for word in never)


def strays(row: dict[str, str], made: Wish) -> int:
    """Things that nobody asked for and that the row does not allow either."""
    allowed = set(re.split("[/;]", row["needed"] + ";" + row["may"])) | ALWAYS
    if "*" in allowed:
        return 0
    icons = _icons()
    return sum(
        not ({thing.name, icons.get(thing.name, ""), thing.label.replace(" ", "-")} & allowed)
        for thing in made.things
    )


def plain(text: str) -> str:
    """Signs written as Python writes them, put back."""
    return re.sub(r"\\(x..|u....)", lambda code: chr(int(code[1][1:], 16)), text)


def totals(judged: Iterable[Judged]) -> dict[str, object]:
    """Shares of wishes that are right, whole and by part."""
    every = list(judged)
    figures: dict[str, object] = {"wishes": len(every), "ok": sum(one.ok for one in every)}
    figures["ok_at_first_run"] = sum(one.first == "ok" for one in every)
    for group in sorted({one.group for one in every}):
        mine = [one for one in every if one.group == group]
        figures[f"ok_{group}"] = f"{sum(one.ok for one in mine)}/{len(mine)}"
    for part in PARTS:
        figures[part] = sum(one.right[part] for one in every)
    figures["stray_things"] = sum(one.strays for one in every)
    figures["things_in_catalogue"] = len(things())
    return figures


def page(name: str, judged: Iterable[Judged], figures: dict[str, object]) -> str:
    """The table as Markdown."""
    lines = [
        "# Wishes and what was made of them",
        "",
        f"Made by `python3 do.py bench wishes` from `{name}`. *Not* means that a part differs from",
        "what the row accepts; *at first* is how it went before anything was changed for it.",
        "",
        "| asked | made | now | at first |",
        "|---|---|---|---|",
    ]
    for one in judged:
        wrong = ", ".join(part for part, right in one.right.items() if not right)
        cells = (one.words or "(nothing)", one.made, "ok" if one.ok else f"not: {wrong}", one.first)
        lines.append("| " + " | ".join(cell.replace("|", "/") for cell in cells) + " |")
    lines += ["", "| figure | value |", "|---|---|"]
    lines += [f"| {key} | {value} |" for key, value in figures.items()]
    return "\n".join(lines) + "\n"


def _icons() -> dict[str, str]:
    import tomllib

    from facevalue.studio.wish.catalogue import FOLDER

    rows = tomllib.loads((FOLDER / "things.toml").read_text(encoding="utf-8"))["thing"]
    return {row["name"]: row.get("icon", "") for row in rows}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
