"""The nearest city: checked against every city by haversine, and at the odd places of a ball."""

from __future__ import annotations

import re
from functools import cache

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from facevalue.findings import places
from facevalue.findings.places import nearest_city
from tests.findings.tables import CALM

LATITUDES = st.floats(-90, 90)
LONGITUDES = st.floats(-180, 180)
Floats = NDArray[np.float64]


@cache
def cities() -> tuple[Floats, Floats]:
    """Latitudes and longitudes of all candidates, in degrees."""
    north, east = np.array([city[:2] for city in places._every().cities]).T
    return north, east


def kilometres(latitude: float, longitude: float) -> Floats:
    """Distance to every candidate along the surface, by haversine."""
    north, east = (np.radians(degrees) for degrees in cities())
    here, turn = np.radians(latitude), np.radians(longitude)
    half = np.sin((north - here) / 2) ** 2
    half += np.cos(north) * np.cos(here) * np.sin((east - turn) / 2) ** 2
    return np.asarray(2 * 6371.0 * np.arcsin(np.minimum(1, np.sqrt(half))))


@given(LATITUDES, LONGITUDES)
@settings(CALM, max_examples=200)
@example(0.0, 180.0)
@example(0.0, -180.0)
@example(90.0, 0.0)
@example(-90.0, 17.0)
@example(-17.8, 179.99)
def test_no_city_is_nearer_than_the_chosen_one(latitude: float, longitude: float) -> None:
    """By brute force over the same candidates, the choice is within 1 km of the best."""
    chosen = places._nearest(places._every(), latitude, longitude)
    away = kilometres(latitude, longitude)
    index = places._every().cities.index(chosen)
    assert away[index] <= away.min() + 1
    assert places._distance(chosen, latitude, longitude) == pytest.approx(away[index], abs=0.01)


@given(LATITUDES, LONGITUDES)
@settings(CALM, max_examples=200)
def test_the_distance_that_is_said_is_one_that_holds(latitude: float, longitude: float) -> None:
    """Words and numbers agree: in, near, or so many kilometres from a place that is there."""
    says = nearest_city(latitude, longitude)
    nearest = kilometres(latitude, longitude).min()
    far = re.fullmatch(r"(\d+) km from .+", says)
    near = re.fullmatch(r"near .+, (\d+) km away", says)
    if far:
        assert int(far[1]) == pytest.approx(nearest, abs=1)
        assert nearest > places.FAR
    elif near:
        assert nearest <= int(near[1]) + 1
        assert 8 <= int(near[1]) <= places.FAR
    else:
        assert says.startswith("in ")
        assert nearest < 8


@pytest.mark.parametrize(
    ("latitude", "longitude", "says"),
    [
        (52.5200, 13.4050, "in Berlin, Germany"),
        (52.5159, 13.4538, "in Berlin, Germany"),  # Friedrichshain, of 115 thousand people
        (52.5600, 13.5500, "near Berlin, Germany, 10 km away"),
        (52.4009, 13.0591, "in Potsdam, Germany"),
        (31.7690, 35.2163, "in Jerusalem, Israel"),
        (-33.8586, 151.2142, "in Sydney, Australia"),
        (64.1466, -21.9426, "in Reykjavík, Iceland"),
        (-18.1416, 178.4419, "in Suva, Fiji"),
        (40.7128, -74.0060, "in New York City, United States"),
    ],
)
def test_known_cities_have_their_names(latitude: float, longitude: float, says: str) -> None:
    """A large city is named rather than its districts, with its country."""
    assert nearest_city(latitude, longitude) == says


@pytest.mark.parametrize(
    ("latitude", "longitude"), [(90, 0), (-90, 0), (0, -150), (-48.88, -123.39), (30, -45), (0, 0)]
)
def test_far_from_every_city_the_distance_comes_first(latitude: float, longitude: float) -> None:
    """At the poles and on the sea nobody is told that they were near a city."""
    assert re.fullmatch(r"\d{3,4} km from [^,]+, .+", nearest_city(latitude, longitude))


def test_the_date_line_is_no_border() -> None:
    """180 degrees east and west are the same place, and a city across the line is near."""
    for latitude in (-80.0, -16.8, 0.0, 52.0, 68.9):
        assert nearest_city(latitude, 180.0) == nearest_city(latitude, -180.0)
    across = [nearest_city(-16.8, 179.999), nearest_city(-16.8, -179.999)]
    assert across[0].split(" from ")[-1] == across[1].split(" from ")[-1]
    numbers = [int(re.findall(r"\d+", says)[0]) for says in across]
    assert abs(numbers[0] - numbers[1]) <= 1


def test_at_a_pole_every_longitude_is_the_same_place() -> None:
    """The nearest city of a pole does not depend on the way one looks."""
    for pole in (90.0, -90.0):
        assert len({nearest_city(pole, float(east)) for east in range(-180, 181, 45)}) == 1


def test_going_away_from_a_city_the_distance_grows() -> None:
    """Step by step out to sea, no step is said to be nearer than the one before."""
    away = [
        places._distance(places._nearest(places._every(), 38.7, -9.1 - step), 38.7, -9.1 - step)
        for step in np.arange(1.0, 7.0, 0.5)
    ]
    assert away == sorted(away)
