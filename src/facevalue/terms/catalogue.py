"""The services that were read: one TOML file each in ``services/``."""

from __future__ import annotations

import tomllib
from datetime import date
from functools import cache
from importlib import resources

from ..core.errors import Unknown
from ..core.terms import Document, Fact, Service, Stance, Topic

STALE_DAYS = 180
"""Facts read longer ago than this are shown as stale: services change their terms."""


@cache
def services() -> tuple[Service, ...]:
    """Every service, by name. Raises ValueError for a file that says something twice or wrongly."""
    folder = resources.files("facevalue.terms").joinpath("services")
    files = sorted(file.name for file in folder.iterdir() if file.name.endswith(".toml"))
    return tuple(_service(file[:-5], folder.joinpath(file).read_text("utf-8")) for file in files)


def service(asked: str) -> Service:
    """The service of a name, title or other name, however it is written. Raises Unknown."""
    wanted = _bare(asked)
    for each in services():
        if wanted in {_bare(name) for name in (each.name, each.title, *each.also)}:
            return each
    raise Unknown("service", asked, [each.name for each in services()])


def stale(fact: Fact, today: date) -> bool:
    """Whether a fact was read so long ago that it should be read again."""
    return (today - fact.read).days > STALE_DAYS


def _bare(name: str) -> str:
    return "".join(letter for letter in name.casefold() if letter.isalnum())


def _service(name: str, text: str) -> Service:
    raw = tomllib.loads(text)
    documents = tuple(_document(row) for row in raw["document"])
    facts = tuple(_fact(row, raw["read"]) for row in raw["fact"])
    _check(name, documents, facts)
    return Service(name, raw["title"], raw["region"], tuple(raw["also"]), documents, facts)


def _document(row: dict[str, object]) -> Document:
    recorded, effective = row["recorded"], row.get("effective")
    assert isinstance(recorded, date)
    assert effective is None or isinstance(effective, date)
    words = {key: str(row[key]) for key in ("name", "title", "archive", "path", "commit")}
    return Document(recorded=recorded, effective=effective, **words)


def _fact(row: dict[str, object], read: date) -> Fact:
    day = row.get("read", read)
    assert isinstance(day, date)
    return Fact(
        topic=Topic(str(row["topic"])),
        stance=Stance(str(row["stance"])),
        says=str(row["says"]),
        read=day,
        document=str(row.get("document", "")),
        line=int(str(row.get("line", 0))),
        digest=str(row.get("digest", "")),
    )


def _check(name: str, documents: tuple[Document, ...], facts: tuple[Fact, ...]) -> None:
    """Every topic is answered, silence stands alone, every place is in a document."""
    known = {document.name for document in documents}
    for topic in Topic:
        on = [fact.stance for fact in facts if fact.topic is topic]
        if not on or (Stance.SILENT in on and len(on) > 1):
            raise ValueError(f"{name}.toml: {topic.value} is not answered, or silent and answered")
    for fact in facts:
        if fact.digest and fact.document not in known:
            raise ValueError(f"{name}.toml: {fact.document!r} is none of its documents")
