"""Whether a face matcher can enrol a face: the verdicts against what recognisers really do.

``python3 do.py bench enrol FOLDER``: FOLDER as for ``verify``. Every picture, and versions of it
made worse (``_degraded.py``; of subsets with more than MANY pictures every second one), gets its
verdict. Then the pairs are asked, with the worse version on either side: which share of those of
one person is matched by a recogniser, and which of those of different people? ORL's pictures
are small to begin with, and of one camera and day: its pairs are matched more easily.
"""

from __future__ import annotations

import json
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from _degraded import AS_IS, Seen, alone, ways, worse
from _pairs import Pair, looked_at, pairs_of, prints_of
from facevalue.core.person import Enrol
from facevalue.engines import face_finder, face_mesh
from facevalue.engines.face_print.catalogue import RECOGNISERS
from facevalue.engines.face_print.prints import Print
from facevalue.findings.picture.people.enrol import verdicts

MANY = 60
FACES = 25

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Asked:
    """One pair with one side made worse."""

    subset: str
    name: str
    way: str
    verdict: Enrol
    same: bool
    matched: tuple[bool, ...]


def main(folder: Path) -> int:
    pairs = pairs_of(folder)
    names = sorted({name for pair in pairs for name in (pair.one, pair.other)})
    seen = {name: looked_at(folder / name) for name in names}
    gallery = {each.name: prints_of(each, seen) for each in RECOGNISERS}
    lost: Counter[str] = Counter()
    asked = [
        one
        for name in names
        for way, probe in _versions(seen, name, names, lost)
        for one in _asked(pairs, gallery, name, way, probe)
    ]
    answer: Row = {"pictures": len(names), "no_face_found": dict(lost)}
    print("verdict x subset: pairs of one person with such a face, share matched")
    answer["verdicts"] = _table(asked, lambda one: f"{one.verdict.value}, {one.subset}")
    answer["verdicts"] |= _table(asked, lambda one: f"{one.verdict.value}, all")
    print("way x verdict: shares of faces, without ORL's, and of pairs matched by a recogniser")
    answer["ways"] = _by_way([one for one in asked if one.subset != "orl"])
    answer["seconds"] = _seconds(seen)
    print(json.dumps(answer))
    return 0


def _versions(
    seen: dict[str, Seen], name: str, names: list[str], lost: Counter[str]
) -> Iterator[tuple[str, Seen]]:
    """The picture as it is, and made worse in every way that leaves a face to be found."""
    one = seen[name]
    if one.face is None:
        return
    yield AS_IS, one
    alike = [each for each in names if Path(each).name[:3] == Path(name).name[:3]]
    if len(alike) > MANY and alike.index(name) % 2:
        return
    cut = alone(one)
    for way, how in ways().items():
        if way != AS_IS and (made := worse(cut, how)):
            if made.face:
                yield way, made
            else:
                lost[way] += 1


def _asked(
    pairs: list[Pair], gallery: dict[str, dict[str, Print]], name: str, way: str, probe: Seen
) -> Iterator[Asked]:
    """The pairs of a picture, with ``probe`` in its place."""
    assert probe.face is not None
    mesh = face_mesh.mesh(probe.pixels, probe.face)
    verdict, _ = verdicts(probe.pixels, [probe.face], [mesh])[0]
    prints = [each.print(probe.pixels, probe.face.landmarks) for each in RECOGNISERS]
    for pair in pairs:
        if name in (pair.one, pair.other):
            other = pair.other if pair.one == name else pair.one
            if other in gallery[RECOGNISERS[0].name]:
                matched = tuple(
                    each.likeness(mine, gallery[each.name][other]) >= each.threshold
                    for each, mine in zip(RECOGNISERS, prints, strict=True)
                )
                yield Asked(pair.subset, name, way, verdict, pair.same, matched)


def _table(asked: list[Asked], key: Any) -> dict[str, Row]:
    """Shares matched of the pairs of one person and of different people, by a key."""
    groups: defaultdict[str, list[Asked]] = defaultdict(list)
    for one in asked:
        groups[key(one)].append(one)
    found: dict[str, Row] = {}
    for name, group in groups.items():
        row: Row = {}
        for kind, same in (("same", True), ("different", False)):
            mine = [one.matched for one in group if one.same is same]
            row[f"{kind}_pairs"] = len(mine)
            judges = [each.name for each in RECOGNISERS]
            shares = [sum(each) / max(1, len(mine)) for each in zip(*mine, strict=True)]
            row[kind] = {who: round(share, 3) for who, share in zip(judges, shares, strict=False)}
            row[kind]["either"] = round(sum(map(any, mine)) / max(1, len(mine)), 3)
        found[name] = row
        print(
            f"  {name:30} {row['same_pairs']:5} same: {row['same']}  "
            f"{row['different_pairs']:5} different: {row['different']}"
        )
    return found


def _by_way(asked: list[Asked]) -> dict[str, Row]:
    """For each way: which share of the faces got which verdict, and what was matched."""
    found: dict[str, Row] = {}
    for way in dict.fromkeys(one.way for one in asked):
        mine = [one for one in asked if one.way == way]
        faces = {one.name: one.verdict for one in mine}
        row: Row = {"faces": len(faces)}
        for verdict in Enrol:
            share = sum(each is verdict for each in faces.values()) / len(faces)
            row[verdict.value] = round(share, 3)
        for kind, same in (("same", True), ("different", False)):
            hits = [any(one.matched) for one in mine if one.same is same]
            row[kind] = round(sum(hits) / max(1, len(hits)), 3)
        found[way] = row
        print(f"  {way:20} {row}")
    return found


def _seconds(seen: dict[str, Seen]) -> float:
    """CPU-seconds of the verdicts on FACES faces of one picture, prints and all, at best of 5."""
    one = max((each for each in seen.values() if each.face), key=lambda each: each.pixels.size)
    assert one.face is not None
    faces: list[face_finder.Face] = [one.face] * FACES
    meshes: list[face_mesh.FaceMesh | None] = [face_mesh.mesh(one.pixels, one.face)] * FACES
    best = float("inf")
    for _ in range(5):
        since = time.process_time()
        verdicts(one.pixels, faces, meshes)
        best = min(best, time.process_time() - since)
    print(f"{FACES} faces: {best:.2f} CPU-seconds with the prints")
    return round(best, 3)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("name one folder of pairs")
    sys.exit(main(Path(sys.argv[1])))
