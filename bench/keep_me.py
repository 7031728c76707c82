"""``--keep-me``: is the right face kept, is one's own covered, is a stranger left open?

``python3 do.py bench keep_me FOLDER [AGES]``: FOLDER as for ``verify``. The faces of groups are
drawn: one photo of somebody and STRANGERS of others; one, three or five other photos of the
person are the references. "absent" are groups without the person, "twice" such with two photos
of them (a collage). Faces are as they are, or SMALL pixels high; ORL's are small and grey to
begin with. The rule of ``same.py`` decides by the scores; PASTED groups are also pasted into one
picture, and go the whole way. Then every pair of photos: one as the picture, one as reference.

AGES (file, age; one picture of each person): how often are two different people of one age so
alike that one would be left open for the other? Relatives and twins are in none of the sets.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from _degraded import Pixels, Seen, alone, shrunk, worse
from _pairs import Flags, Floats, identities, looked_at, pairs_of, prints_of, rows
from facevalue.engines import face_finder
from facevalue.engines.face_print.catalogue import RECOGNISERS
from facevalue.engines.face_print.prints import Print
from facevalue.engines.face_print.same import SURE, certain, gathered, recognised

REFERENCES = (1, 3, 5)
GROUPS = 2000
"""Groups of each kind."""

PASTED, HIGH = 8, 90
STRANGERS, SMALL = 5, 40
AGES = (("under 13", 0, 13), ("13 to 17", 13, 18), ("18 and more", 18, 200))
SHOWN = {"present": 1, "absent": 0, "twice": 2}

Row = dict[str, Any]
Prints = dict[str, dict[str, Print]]


@dataclass(frozen=True, slots=True)
class Draw:
    """Who is in a group and who is not: names of photos."""

    mine: list[str]
    others: list[str]
    references: list[str]


@dataclass(frozen=True, slots=True)
class Group:
    """A made-up group picture: where its parts begin, and which of them show the person."""

    pixels: Pixels
    edges: list[int]
    mine: frozenset[int]


def main(folder: Path, ages: Path | None = None) -> int:
    who = identities(folder)
    seen = {name: looked_at(folder / name) for name in who}
    seen = {name: one for name, one in seen.items() if one.face}
    full = {each.name: prints_of(each, seen) for each in RECOGNISERS}
    answer: Row = {"pairs": _pairs(folder, full), "groups": {}}
    photos = {name: who[name] for name in seen if "orl_" not in name}
    orl = {name: who[name] for name in seen if "orl_" in name}
    low = {name: worse(alone(seen[name]), partial(shrunk, height=SMALL)) for name in photos}
    small = {name: one for name, one in low.items() if one and one.face}
    tiny = {each.name: prints_of(each, small) for each in RECOGNISERS}
    for where, people, shown in (
        ("photos", photos, full),
        (f"photos, {SMALL} pixels high", {name: who[name] for name in small}, tiny),
        ("orl", orl, full),
    ):
        for kind in SHOWN:
            for count in REFERENCES:
                row = _groups(people, kind, count, full, shown)
                answer["groups"][f"{where}, {kind}, {count}"] = row
                print(f"{where:23} {kind:8} {count} references: {row}", flush=True)
    answer["pasted"] = _pasted(photos, seen)
    if ages:
        answer["different_by_age"] = _by_age(ages)
    print(json.dumps(answer))
    return 0


def _draws(who: dict[str, str], kind: str, references: int, count: int) -> Iterator[Draw]:
    """Groups drawn at random, the same in every run."""
    random = np.random.default_rng(references)
    shown, times = SHOWN[kind], Counter(who.values())
    people = sorted(each for each, number in times.items() if number >= references + shown)
    for _ in range(count):
        person = people[random.integers(len(people))]
        mine = random.permutation([name for name in who if who[name] == person]).tolist()
        others = random.permutation([name for name in who if who[name] != person]).tolist()
        yield Draw(mine[:shown], others[:STRANGERS], mine[shown:][:references])


def _groups(who: dict[str, str], kind: str, references: int, full: Prints, shown: Prints) -> Row:
    """Shares of groups in which each thing happened."""
    told: Counter[str] = Counter()
    for draw in _draws(who, kind, references, GROUPS):
        me = certain(_scores([*draw.mine, *draw.others], draw.references, shown, full))
        told.update(_done(me[: len(draw.mine)], me[len(draw.mine) :]))
    return {name: round(told[name] / GROUPS, 4) for name in sorted(told)}


def _scores(faces: list[str], references: list[str], shown: Prints, full: Prints) -> Floats:
    """Faces x recognisers, as ``recognised`` has them."""
    return np.array(
        [
            [
                gathered(
                    [
                        each.likeness(shown[each.name][face], full[each.name][other])
                        for other in references
                    ]
                )
                for each in RECOGNISERS
            ]
            for face in faces
        ]
    )


def _done(mine: Flags, strangers: Flags) -> Iterator[str]:
    """What happened to the person's faces and to the others."""
    if len(mine):
        yield "kept me" if mine.all() else "kept one of two" if mine.any() else "covered me"
    yield "stranger open" if strangers.any() else "strangers covered"


def _pasted(who: dict[str, str], seen: dict[str, Seen]) -> Row:
    """Groups pasted into pictures, from finding the faces on, with three references."""
    told: Counter[str] = Counter()
    for draw in _draws(who, "present", REFERENCES[1], PASTED):
        group = _group([seen[name] for name in draw.mine], [seen[name] for name in draw.others])
        kept, strangers = _happened(group, [alone(seen[name]).pixels for name in draw.references])
        told.update(_done(np.array([kept]), np.array([strangers])))
    print(f"pasted pictures, 3 references: {dict(told)}", flush=True)
    return dict(told)


def _happened(group: Group, references: list[Pixels]) -> tuple[bool, bool]:
    """Whether the person was kept, and whether a stranger was."""
    faces, mine, strangers = face_finder.find(group.pixels), False, False
    for one in recognised(group.pixels, faces, references):
        middle = (one.face.box[0] + one.face.box[2]) / 2
        part = int(np.searchsorted(group.edges, middle, "right")) - 1
        mine |= one.me and part in group.mine
        strangers |= one.me and part not in group.mine
    return mine, strangers


def _group(mine: list[Seen], others: list[Seen]) -> Group:
    """The people side by side in drawn order, each face HIGH pixels high at most."""
    people = [*mine, *others]
    order = np.random.default_rng(0).permutation(len(people))
    parts = []
    for index in order:
        one = alone(people[index])
        small = shrunk(one, HIGH)
        parts.append(one.pixels if small is None else small)
    sheet = np.full((max(len(p) for p in parts), sum(p.shape[1] for p in parts), 3), 150, np.uint8)
    edges = [0]
    for part in parts:
        sheet[: len(part), edges[-1] : edges[-1] + part.shape[1]] = part
        edges.append(edges[-1] + part.shape[1])
    return Group(sheet, edges, frozenset(int(p) for p in np.nonzero(order < len(mine))[0]))


def _pairs(folder: Path, prints: Prints) -> dict[str, Row]:
    """Each pair: the face of one photo, with the other as the only reference."""
    told: dict[str, Counter[str]] = {}
    for pair in pairs_of(folder):
        if pair.one in prints[RECOGNISERS[0].name] and pair.other in prints[RECOGNISERS[0].name]:
            me = certain(_scores([pair.one], [pair.other], prints, prints))[0]
            mine = told.setdefault(pair.subset, Counter())
            mine.update([f"{'same' if pair.same else 'different'} {'kept' if me else 'covered'}"])
    for subset, count in told.items():
        print(f"pairs of {subset}: {dict(count)}", flush=True)
    return {subset: dict(count) for subset, count in told.items()}


def _by_age(folder: Path) -> dict[str, Row]:
    """The share of pairs of different people of one age that both recognisers are sure of."""
    found: dict[str, Row] = {}
    for name, low, high in AGES:
        table = rows(folder / "MANIFEST.tsv")
        files = [row["file"] for row in table if low <= float(row["age"]) < high]
        seen = {file: looked_at(folder / file) for file in files}
        sure = []
        for each in RECOGNISERS:
            prints = list(prints_of(each, seen).values())
            values = [each.likeness(a, b) for i, a in enumerate(prints) for b in prints[:i]]
            sure.append(np.array(values) >= each.threshold + SURE)
        both = np.all(sure, axis=0)
        found[name] = {"pairs": both.size, "sure": round(float(both.mean()), 4)}
        print(f"different people of {name}: {found[name]}", flush=True)
    return found


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit("name one folder of pairs, and one of ages if you like")
    sys.exit(main(*map(Path, sys.argv[1:])))
