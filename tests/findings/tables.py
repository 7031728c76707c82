"""Tables of hits and near misses: one field and its value, and what must be said of it."""

from __future__ import annotations

from collections.abc import Iterable

from hypothesis import HealthCheck, settings

from facevalue.core.finding import Finding, Kind
from facevalue.core.photo import Copy, Metadata, Tag
from facevalue.core.places import Field
from facevalue.findings.metadata.look import look_metadata

SURE = (0.9, 1.0)
LIKELY = (0.5, 0.89)
HINT = (0.25, 0.49)
HARDLY = (0.0, 0.24)

CALM = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""For property tests: a busy machine is no fault of the code."""

Row = tuple[str, str, Kind | None, tuple[float, float]]
"""Dotted path, value, the kind that must be found (None: nothing), and the band of the score."""


def field(path: str) -> Field:
    """A field by its dotted path."""
    return Field(tuple(path.split(".")))


def carried(*pairs: tuple[str, str], copies: tuple[Copy, ...] = ()) -> Metadata:
    """What a file with these fields and second pictures carries."""
    return Metadata(tuple(Tag(field(path), value) for path, value in pairs), copies)


def seen(*pairs: tuple[str, str]) -> tuple[Finding, ...]:
    """All that is found in these fields, by every detector in the order of the catalogue."""
    return look_metadata(carried(*pairs))


def judge(row: Row, by: str) -> None:
    """Exactly what the row says is found: by the detector ``by`` when the kind is its own."""
    path, value, kind, (least, most) = row
    found = seen((path, value))
    assert [one.kind for one in found] == ([] if kind is None else [kind])
    for one in found:
        assert one.where == field(path)
        assert least <= one.score <= most
        assert (one.by == by) or kind is not _kind_of(by)
        assert one.value is not None
        assert one.value.show() == value
        assert len(value) < 4 or value in path or value not in f"{one!r} {one.because}"


def _kind_of(by: str) -> Kind:
    """The kind of the detector's own hits; other rows of its table are near misses."""
    kinds = {
        "where": Kind.WHERE,
        "when": Kind.WHEN,
        "device": Kind.DEVICE,
        "names": Kind.NAME,
        "contact": Kind.CONTACT,
        "captions": Kind.TEXT,
        "edits": Kind.EDIT,
        "prompts": Kind.EDIT,
        "marks": Kind.MARK,
    }
    return kinds[by]


def called(rows: Iterable[Row]) -> list[str]:
    """Names for the rows of a table."""
    return [f"{path}={value[:24]!r}" for path, value, _, _ in rows]
