"""Places: coordinates with the nearest city, and names of places."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import islice

from ...core.finding import Finding, Kind
from ...core.photo import Metadata, Tag
from ...core.places import Field, Place
from ...core.secret import Secret
from ..places import nearest_city
from .by_name import ByName, Rule

EXACT = "it holds the coordinates of the place, usually to a few metres"
ZERO = "it holds the position 0, 0, which devices write that do not know where they are"
HALF = "it is a part of the coordinates that another field of the photo shows whole"
PARTIAL = "it holds a coordinate that cannot be read, or one without the other"
_NUMBER = re.compile(r"\d+(?:\.\d+)?(?:e[+-]?\d+)?(?:/\d+)?", re.IGNORECASE)
_WORDS = ByName(
    "where",
    Kind.WHERE,
    (
        Rule(r"location\.ISO6709|(?-i:\W?xyz)|loci", 1.0, EXACT),
        Rule(
            r"City|Sub-?location|Province-?State|State|Country(Name|Code|-PrimaryLocation\w+)?|Location|"
            r"ContentLocation\w+|Location(Created|Shown)(\.\w+)*|WorldRegion|CountryCode|LocationName|"
            r"Landmark|GPSAreaInformation|GPSProcessingMethod|MediaJukebox\.Places",
            0.85,
            "it names a place",
        ),
        Rule(
            r"GPSInfo\.GPSVersionID|exif\.GPSVersionID|GPSInfo\.GPSMapDatum|exif\.GPSMapDatum",
            0.3,
            "it belongs to a position",
        ),
        Rule(
            r"GPSInfo\.\w+|exif\.GPS\w+|\w*GPS\w+|Geotag|AbsoluteAltitude|RelativeAltitude",
            0.5,
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
        found = tuple(_positions(thing.tags))
        taken = {one.where for one in found}
        exact = {_block(one.where) for one in found if one.because == EXACT}
        yield from found
        for tag in thing.tags:
            if tag.field in taken or _is_time(tag.field):
                continue
            for more in _WORDS.look(Metadata((tag,))):
                known = _block(tag.field) in exact and _bare(tag.field).startswith("gps")
                yield replace(more, score=1.0) if known else more


WHERE = Where()


def _block(place: Place) -> tuple[str, ...]:
    """The directory of a field: height and direction beside a position belong to it."""
    return place.path[:-1] if isinstance(place, Field) else ()


def _is_time(field: Field) -> bool:
    return _bare(field) in ("gpstimestamp", "gpsdatestamp")


def _bare(field: Field) -> str:
    """A name in small letters, without a prefix as in exif:GPSLatitude, spelled as in Exif.

    DJI writes GpsLatitude, and for years wrote GpsLongtitude.
    """
    name = "".join(field.path[-1:]).rpartition(":")[2]
    return name.casefold().replace("longtitude", "longitude")


def _positions(tags: Iterable[Tag]) -> Iterator[Finding]:
    """A finding for each pair of latitude and longitude that stands side by side.

    A second Exif block repeats the paths of the first, and is a pair of its own.
    """
    blocks: dict[tuple[tuple[str, ...], int], dict[str, Tag]] = {}
    seen: Counter[Field] = Counter()
    for tag in tags:
        key = tag.field.path[:-1], seen[tag.field]
        blocks.setdefault(key, {}).setdefault(_bare(tag.field), tag)
        seen[tag.field] += 1
    for block in blocks.values():
        for names in (("gpslatitude", "gpslongitude"), ("gpsdestlatitude", "gpsdestlongitude")):
            yield from _pair(block, *names)


def _pair(block: Mapping[str, Tag], latitude: str, longitude: str) -> Iterator[Finding]:
    north, east = block.get(latitude), block.get(longitude)
    first = north or east
    if first is None:
        return
    place = (
        (
            _degrees(north.value, _value(block, f"{latitude}ref"), 90),
            _degrees(east.value, _value(block, f"{longitude}ref"), 180),
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
    score, because = (0.5, ZERO) if place == (0.0, 0.0) else (1.0, EXACT)
    yield Finding(Kind.WHERE, first.field, score, "where", because, Secret(says))
    for name in (longitude, f"{latitude}ref", f"{longitude}ref"):
        if name in block:
            yield Finding(Kind.WHERE, block[name].field, score, "where", HALF)


def _value(block: Mapping[str, Tag], name: str) -> str:
    return block[name].value if name in block else ""


def _degrees(value: str, ref: str, most: int) -> float | None:
    """Degrees, minutes and seconds in one text to degrees; None when they are none.

    What stands behind a fraction over zero ("undefined") is left out.
    """
    value = value.partition("undefined")[0]
    numbers = [_number(found[0]) for found in islice(_NUMBER.finditer(value), 3)]
    if not numbers or "nan" in value.lower() or "inf" in value.lower():
        return None
    degrees = sum(number / 60.0**index for index, number in enumerate(numbers))
    if not degrees <= most:
        return None
    south = value.strip().startswith("-") or (ref + value).strip().upper().endswith(("S", "W"))
    south = south or ref.strip().upper()[:1] in ("S", "W")
    return -degrees if south else degrees


def _number(text: str) -> float:
    """A decimal or a fraction such as 1212/100; not a number when it is over zero."""
    above, _, below = text.partition("/")
    under = float(below or 1)
    return float(above) / under if under else math.nan
