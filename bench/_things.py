"""The things that bench/metadata.py counts, and how each shows itself to us and to exiftool."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from facevalue.core.finding import Finding, Kind
from facevalue.findings.metadata.device import SERIAL
from facevalue.findings.metadata.edits import PROMPT


@dataclass(frozen=True)
class Thing:
    """A flag of the manifest, how we and how exiftool would show that it is there."""

    flag: str
    ours: Callable[[Finding], bool]
    oracle: str
    """Pattern of the names (group:tag) in exiftool's answer."""
    judged: bool = True

    def told_by(self, tags: Iterable[str]) -> bool:
        return any(re.search(self.oracle, name, re.IGNORECASE) for name in tags)


def _path(found: Finding) -> str:
    return str(found.where)


def _regions(found: Finding) -> bool:
    return found.kind is Kind.NAME and re.search(r"Region|Face", _path(found)) is not None


OWNER = (
    r"(?:\w*OwnerName|Artist|XPAuthor|By-line|Creator|Writer-Editor|Caption-?Writer|Author(Name)?)"
)
PROMPTS = r"^PNG:(Parameters|Prompt|Workflow|Invokeai_\w+|Negative\w*)$"
TIMES = r"\w*(DateTimeOriginal|CreateDate|DateCreated|GPSDateStamp)"
PLACES = r":(City|Sub-location|State|Province-State|Country\w*|Location\w*)$"


def _copy(found: Finding) -> bool:
    return found.kind is Kind.COPY


THINGS = (
    Thing(
        "gps",
        lambda f: f.kind is Kind.WHERE and "GPSL" in _path(f) and f.score > 0.4,
        r":GPS(Latitude|Longitude|Position)$",
    ),
    Thing("serial", lambda f: f.because == SERIAL, r":\w*SerialNumber$"),
    Thing(
        "owner_name",
        lambda f: f.kind is Kind.NAME and not _regions(f),
        rf"^(?!ICC|File:|ExifTool:)[\w-]+:{OWNER}$",
    ),
    Thing("thumbnail", _copy, r":\w*Thumbnail(Image|TIFF)$"),
    Thing("preview", _copy, r":(PreviewImage|JpgFromRaw|OtherImage|MPImage\d+)\w*$"),
    Thing("face_regions", _regions, r":Region\w*|:FaceRegions?\w*"),
    Thing(
        "person_names",
        lambda f: f.kind is Kind.NAME,
        r":(PersonInImage\w*|RegionPersonDisplayName|RegionName)$",
    ),
    Thing("ai_prompt", lambda f: f.because == PROMPT, PROMPTS),
    Thing("c2pa", lambda f: _path(f).startswith("C2pa."), r"^(JUMBF|C2PA):|:C2PA\w*|:JUMD\w*"),
    Thing("place_text", lambda f: f.kind is Kind.WHERE, PLACES, judged=False),
    Thing(
        "datetime",
        lambda f: f.kind is Kind.WHEN,
        rf"^(?!File:|System:|ICC)[\w-]+:{TIMES}$",
        judged=False,
    ),
    Thing("motion_photo", _copy, r":(MotionPhoto\w*|EmbeddedVideo\w*)$", judged=False),
)
