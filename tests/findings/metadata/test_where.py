"""Places: coordinates however they are written, names of places, and what only looks like one."""

from __future__ import annotations

import pytest

from facevalue.core.finding import Finding, Kind
from facevalue.findings.metadata.where import EXACT, HALF, PARTIAL, ZERO
from tests.findings.tables import LIKELY, SURE, Row, called, judge, seen

EXIF = "Exif.GPSInfo.GPS"

ROWS: list[Row] = [
    ("Iptc.Application2.City", "Munich", Kind.WHERE, LIKELY),
    ("Iptc.Application2.Sub-location", "Marienplatz", Kind.WHERE, LIKELY),
    ("Iptc.Application2.Province-State", "Bavaria", Kind.WHERE, LIKELY),
    ("Iptc.Application2.CountryCode", "DEU", Kind.WHERE, LIKELY),
    ("Xmp.photoshop.City", "Munich", Kind.WHERE, LIKELY),
    ("Xmp.photoshop.Country", "Germany", Kind.WHERE, LIKELY),
    ("Xmp.Iptc4xmpExt.LocationShown.Sublocation", "Marienplatz", Kind.WHERE, LIKELY),
    ("Xmp.Iptc4xmpCore.Location", "at home", Kind.WHERE, LIKELY),
    ("Exif.MakerNote.Panasonic.City", "Munich", Kind.WHERE, LIKELY),
    ("Exif.GPSInfo.GPSProcessingMethod", "GPS", Kind.WHERE, LIKELY),
    ("Exif.GPSInfo.GPSAreaInformation", "Schwabing", Kind.WHERE, LIKELY),
    ("Exif.GPSInfo.GPSAltitude", "520", Kind.WHERE, (0.5, 0.5)),
    ("Xmp.exif.GPSAltitude", "520/1", Kind.WHERE, (0.5, 0.5)),
    ("Exif.GPSInfo.GPSImgDirection", "211.3", Kind.WHERE, (0.5, 0.5)),
    ("Exif.GPSInfo.GPSVersionID", "2 3 0 0", Kind.WHERE, (0.3, 0.3)),
    ("Exif.GPSInfo.GPSLatitude", "52 31 12", Kind.WHERE, (0.6, 0.6)),
    ("Exif.GPSInfo.GPSLongitude", "13 24 18", Kind.WHERE, (0.6, 0.6)),
    ("Film.©xyz", "+52.5200+013.4050/", Kind.WHERE, SURE),
    ("Heif.moov.com.apple.quicktime.location.ISO6709", "+52.5200+013.4050/", Kind.WHERE, SURE),
    ("File.Trailer.Film.loci", "Munich", Kind.WHERE, SURE),
    ("Iptc.Application2.City", "unknown", Kind.WHERE, (0.2, 0.2)),
    ("Iptc.Application2.City", "-", Kind.WHERE, (0.2, 0.2)),
    # near misses
    ("Exif.Photo.SubjectLocation", "2048 1536", Kind.DEVICE, (0.2, 0.2)),
    ("Exif.GPSInfo.GPSTimeStamp", "8 24 31", Kind.WHEN, SURE),
    ("Icc.rXYZ", "0.4 0.2 0.0", Kind.DEVICE, (0.3, 0.3)),
    ("Xmp.mine.Capacity", "12", Kind.OTHER, (0.5, 0.5)),
    ("C2pa.c2pa.signature.x5chain.certificate.L", "Dublin", Kind.MARK, SURE),
]


@pytest.mark.parametrize("row", ROWS, ids=called(ROWS))
def test_names_and_parts_of_places(row: Row) -> None:
    """A field that names or belongs to a place is one finding; one that only sounds so is none."""
    judge(row, "where")


def pair(north: str, east: str, block: str = EXIF, **more: str) -> tuple[Finding, ...]:
    """What is found in a block with these two coordinates and what else stands there."""
    fields = {"Latitude": north, "Longitude": east, **more}
    return seen(*((f"{block}{name}", value) for name, value in fields.items()))


def shown(found: Finding) -> str:
    """The position and the city that a finding shows."""
    assert found.value is not None
    return found.value.show()


POSITIONS = [
    ("52 31 12", "13 24 18", "N", "E", "52.520000, 13.405000 (in Berlin, Germany)"),
    ("33 51 31", "151 12 51", "S", "E", "-33.858611, 151.214167 (in Sydney, Australia)"),
    ("22 54 30", "43 11 47", "S", "W", "-22.908333, -43.196389 (in Rio de Janeiro, Brazil)"),
    ("40 42 46", "74 0 22", "N", "W", "40.712778, -74.006111 (in New York City, United States)"),
    ("52,31.2N", "13,24.3E", "", "", "52.520000, 13.405000 (in Berlin, Germany)"),
    ("33,51.5167S", "151,12.85E", "", "", "-33.858612, 151.214167 (in Sydney, Australia)"),
    ("22,54,30S", "43,11,47W", "", "", "-22.908333, -43.196389 (in Rio de Janeiro, Brazil)"),
    ("52.52", "13.405", "", "", "52.520000, 13.405000 (in Berlin, Germany)"),
    ("-33.858611", "+151.214167", "", "", "-33.858611, 151.214167 (in Sydney, Australia)"),
    ("52/1, 31/1, 1200/100", "13/1, 24/1, 18/1", "North", "East", "52.520000, 13.405000 (in"),
    ("52 deg 31' 12.00\" N", "13 deg 24' 18.00\" E", "", "", "52.520000, 13.405000 (in Berlin"),
    ("52 31 undefined", "13 24 0", "N", "E", "52.516667, 13.400000 (in Berlin, Germany)"),
    ("52 undefined 12", "13 24 0", "N", "E", "52.000000, 13.400000 ("),
    ("52 31 1.2e1", "13 24 18", "N", "E", "52.520000, 13.405000 (in Berlin, Germany)"),
    ("1e-05 0 0", "13 24 18", "N", "E", "0.000010, 13.405000 ("),
    ("90 0 0", "180 0 0", "N", "E", "90.000000, 180.000000 ("),
    ("0 0 0", "13 24 18", "N", "E", "0.000000, 13.405000 ("),
]


@pytest.mark.parametrize(("north", "east", "ref", "turn", "says"), POSITIONS)
def test_both_coordinates_are_one_exact_position(
    north: str, east: str, ref: str, turn: str, says: str
) -> None:
    """However it is written and on whichever half of the Earth, the latitude shows all of it."""
    refs = {"LatitudeRef": ref, "LongitudeRef": turn} if ref else {}
    first, *others = pair(north, east, **refs)
    assert shown(first).startswith(says)
    assert (first.because, first.score, str(first.where)) == (EXACT, 1.0, f"{EXIF}Latitude")
    assert {one.because for one in others} == {HALF}
    assert all(one.value is None and one.score == 1.0 for one in others)
    assert len(others) == (3 if ref else 1)


@pytest.mark.parametrize(
    ("block", "name"),
    [
        ("Xmp.exif.GPS", "XMP"),
        ("C2pa.stds.exif.exif:GPS", "C2PA"),
        ("Png.tEXt.exif:GPS", "ImageMagick"),
        ("Xmp.drone-dji.Gps", "DJI"),
        ("Xmp.Iptc4xmpExt.LocationCreated.GPS", "IPTC"),
        ("Exif.GPSInfo.GPSDest", "destination"),
    ],
)
def test_coordinates_are_known_wherever_they_stand(block: str, name: str) -> None:
    """Other carriers hold the same position, also inside a record that is called harmless."""
    first, half = pair("52,31.2N", "13,24.3E", block)
    assert shown(first) == "52.520000, 13.405000 (in Berlin, Germany)"
    assert (first.kind, first.score, half.kind) == (Kind.WHERE, 1.0, Kind.WHERE)


def test_a_longitude_spelled_as_drones_spelled_it_counts() -> None:
    """DJI wrote GpsLongtitude for years."""
    first, _ = seen(("Xmp.drone-dji.GpsLatitude", "52.52"), ("Xmp.drone-dji.GpsLongtitude", "13.4"))
    assert (first.because, first.score) == (EXACT, 1.0)


BAD = [
    "",
    "nan",
    "inf",
    "-inf",
    "1e999",
    "-1e2",
    "91",
    "90 1",
    "99999999999999999999",
    "N",
    "1/0",
    "9 nan",
    "9 inf 1",
]


@pytest.mark.parametrize("bad", [*BAD, "undefined undefined undefined", "52,5200", "\0", "°"])
def test_a_coordinate_that_is_none_is_still_reported(bad: str) -> None:
    """Bad numbers give no position, but two findings that say so and show what is there."""
    found = pair(bad, "13 24 18")
    assert [one.because for one in found] == [PARTIAL, PARTIAL]
    assert [shown(one) for one in found] == [bad, "13 24 18"]
    assert {one.score for one in found} == {0.6}


def test_zero_and_zero_is_hardly_a_place() -> None:
    """Receivers without a fix write 0, 0: it is reported, and not as an exact place."""
    first, half = pair("0 0 0", "0 0 0")
    assert first.score == half.score == 0.5
    assert first.because == ZERO
    assert shown(first).startswith("0.000000, 0.000000 (")


def test_nothing_is_made_of_absent_coordinates() -> None:
    """References alone belong to a position and give none."""
    found = seen((f"{EXIF}LatitudeRef", "N"), (f"{EXIF}LongitudeRef", "E"))
    assert [(one.kind, one.score) for one in found] == [(Kind.WHERE, 0.5)] * 2
    assert seen() == ()


def test_what_stands_beside_a_position_counts_as_much() -> None:
    """Height and direction tell more of an exact place than alone; the clock stays a time."""
    found = pair("52 31 12", "13 24 18", Altitude="34", ImgDirection="211", DateStamp="2026:05:17")
    scores = {str(one.where): (one.kind, one.score) for one in found}
    assert scores[f"{EXIF}Altitude"] == scores[f"{EXIF}ImgDirection"] == (Kind.WHERE, 1.0)
    assert scores[f"{EXIF}DateStamp"] == (Kind.WHEN, 1.0)


def test_a_second_position_under_the_same_names_is_not_lost() -> None:
    """Two Exif blocks in one file: the second one counts as well."""
    places = [("0", "0"), ("52 31 12", "13 24 18")]
    fields = [(f"{EXIF}{n}", p[i]) for p in places for i, n in enumerate(("Latitude", "Longitude"))]
    zero, exact = (one for one in seen(*fields) if one.because in (ZERO, EXACT))
    assert (zero.score, exact.score) == (0.5, 1.0)
    assert "Berlin" in shown(exact)
