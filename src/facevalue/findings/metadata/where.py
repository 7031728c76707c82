"""Places: coordinates with the nearest city, and names of places."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from ...core.finding import Finding, Kind
from ...core.photo import Metadata, Tag
from ...core.places import Field
from ...core.secret import Secret
from ..places import nearest_city
from .by_name import ByName, Rule

EXACT = "it holds the coordinates of the place, usually to a few metres"
PARTIAL = "it holds a coordinate that cannot be read, or one without the other"
_WORDS = ByName(
    "where",
    Kind.WHERE,
    (
        Rule(
            r"City|Sub-?location|Province-?State|State|Country(Name|Code|-PrimaryLocation\w+)?|Location|"
            r"ContentLocation\w+|Location(Created|Shown)(\.\w+)*|WorldRegion|CountryCode|LocationName|"
            r"Landmark|GPSAreaInformation|GPSProcessingMethod|location(\.ISO6709)?|xyz|loci",
            0.9,
            "it names a place",
        ),
        Rule(
            r"GPSInfo\.GPSVersionID|exif\.GPSVersionID|GPSInfo\.GPSMapDatum|exif\.GPSMapDatum",
            0.3,
            "it belongs to a position",
        ),
        Rule(
            r"GPSInfo\.\w+|exif\.GPS\w+|\w*GPS\w+|Geotag|AbsoluteAltitude|RelativeAltitude",
            0.8,
            "it belongs to a position: height, direction, speed or the satellites in view",
        ),
    ),
)


class Where:
    """Coordinates of Exif and XMP, and every field that names a place."""

    name = "where"
    kinds = frozenset({Kind.WHERE})

    def look(self, thing: Metadata) -> Iterable[Finding]:
        """Both coordinates together on the latitude's field, everything else field by field."""
        taken: set[Field] = set()
        for found in _positions(thing.tags):
            taken.add(found.where) if isinstance(found.where, Field) else None
            yield found
        for tag in thing.tags:
            if tag.field not in taken and not _is_time(tag.field):
                yield from _WORDS.look(Metadata((tag,)))


WHERE = Where()


def _is_time(field: Field) -> bool:
    return field.path[-1] in ("GPSTimeStamp", "GPSDateStamp")


def _positions(tags: Iterable[Tag]) -> Iterator[Finding]:
    """A finding for each pair of latitude and longitude that stands side by side."""
    blocks: dict[tuple[str, ...], dict[str, Tag]] = {}
    for tag in tags:
        blocks.setdefault(tag.field.path[:-1], {}).setdefault(tag.field.path[-1], tag)
    for block in blocks.values():
        for names in (("GPSLatitude", "GPSLongitude"), ("GPSDestLatitude", "GPSDestLongitude")):
            yield from _pair(block, *names)


def _pair(block: Mapping[str, Tag], latitude: str, longitude: str) -> Iterator[Finding]:
    north, east = block.get(latitude), block.get(longitude)
    first = north or east
    if first is None:
        return
    place = (
        (
            _degrees(north.value, _value(block, f"{latitude}Ref"), 90),
            _degrees(east.value, _value(block, f"{longitude}Ref"), 180),
        )
        if north and east
        else (None, None)
    )
    if place[0] is None or place[1] is None:
        for tag in (north, east):
            if tag:
                yield Finding(Kind.WHERE, tag.field, 0.6, "where", PARTIAL, Secret(tag.value))
        return
    says = f"{place[0]:.6f}, {place[1]:.6f} ({nearest_city(place[0], place[1])})"
    score = 0.5 if place == (0.0, 0.0) else 1.0
    yield Finding(Kind.WHERE, first.field, score, "where", EXACT, Secret(says))
    if east and east is not first:
        yield Finding(Kind.WHERE, east.field, score, "where", EXACT, Secret(east.value))


def _value(block: Mapping[str, Tag], name: str) -> str:
    return block[name].value if name in block else ""


def _degrees(value: str, ref: str, most: int) -> float | None:
    """Degrees, minutes and seconds in one text to degrees; None when they are none."""
    numbers = [float(part) for part in re.findall(r"\d{1,9}(?:\.\d{1,12})?", value)[:3]]
    if not numbers or "nan" in value.lower() or "inf" in value.lower():
        return None
    degrees = sum(number / 60.0**index for index, number in enumerate(numbers))
    if degrees > most:
        return None
    south = value.strip().startswith("-") or (ref + value).strip().upper().endswith(("S", "W"))
    south = south or ref.strip().upper()[:1] in ("S", "W")
    return -degrees if south else degrees
