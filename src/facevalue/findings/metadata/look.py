"""All metadata detectors over what a file carries, then what none of them knew."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from ...core.finding import Finding, Kind
from ...core.photo import Metadata
from ...core.places import Place
from ...core.secret import Secret
from ..catalogue import METADATA
from .harmless import harmless

Value = tuple[Place, str]
"""A place and one of the values that stand there."""

UNKNOWN = "an unknown field: nobody can say what it tells, so it is not called harmless"


def look_metadata(metadata: Metadata) -> tuple[Finding, ...]:
    """Every finding; each value is claimed by the first detector of the catalogue that knows it.

    Values that stand under one path (the entries of an XMP list) are claimed one by one.
    """
    findings: list[Finding] = []
    claimed: set[Value] = set()
    values: dict[Place, set[str]] = {}
    for tag in metadata.tags:
        values.setdefault(tag.field, set()).add(tag.value)
    for detector in METADATA:
        told = (found for found in detector.look(metadata) if isinstance(found, Finding))
        pairs = [(found, _claims(found, values)) for found in told]
        new = [pair for pair in pairs if not pair[1] or not pair[1] <= claimed]
        findings += [found for found, _ in new]
        if Kind.COPY not in detector.kinds:
            claimed |= {value for _, mine in new for value in mine}
    return (*findings, *unclaimed(metadata, claimed))


def _claims(found: Finding, values: Mapping[Place, Collection[str]]) -> set[Value]:
    """Its own value where it shows one of the file, else (a position) all of the field."""
    here = values.get(found.where, ())
    own = found.value.show() if found.value else ""
    return {(found.where, own)} if own in here else {(found.where, value) for value in here}


def unclaimed(metadata: Metadata, claimed: Collection[Value]) -> Iterator[Finding]:
    """Values that no detector claimed and that are not on the list of the harmless."""
    for tag in metadata.tags:
        if (tag.field, tag.value) not in claimed and not harmless(tag):
            yield Finding(Kind.OTHER, tag.field, 0.5, "unclaimed", UNKNOWN, Secret(tag.value))
