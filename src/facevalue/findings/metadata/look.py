"""All metadata detectors over what a file carries, then what none of them knew."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from ...core.finding import Finding, Kind
from ...core.photo import Metadata
from ...core.places import Field
from ...core.secret import Secret
from ..catalogue import METADATA
from .harmless import harmless

UNKNOWN = "an unknown field: nobody can say what it tells, so it is not called harmless"


def look_metadata(metadata: Metadata) -> tuple[Finding, ...]:
    """Every finding; each field is claimed by the first detector of the catalogue that knows it."""
    findings: list[Finding] = []
    claimed: set[Field] = set()
    for detector in METADATA:
        new = [found for found in detector.look(metadata) if found.where not in claimed]
        findings += new
        if Kind.COPY not in detector.kinds:
            claimed |= {found.where for found in new if isinstance(found.where, Field)}
    return (*findings, *unclaimed(metadata, claimed))


def unclaimed(metadata: Metadata, claimed: Collection[Field]) -> Iterator[Finding]:
    """Fields that no detector claimed and that are not on the list of the harmless."""
    for tag in metadata.tags:
        if tag.field not in claimed and not harmless(tag):
            yield Finding(Kind.OTHER, tag.field, 0.5, "unclaimed", UNKNOWN, Secret(tag.value))
