"""The energy that a picture made here took: an estimate, and always an interval.

A program cannot read the energy of most machines (virtual ones have no meter, others ask for
an administrator). Known are the seconds that processor cores were busy; what a busy core uses
lies between two numbers, which ``energy.toml`` gives with their sources.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources

HOUR = 3600
"""Seconds."""


@dataclass(frozen=True, slots=True)
class Range:
    """A row of ``energy.toml``: what lies between ``low`` and ``high``, in ``unit``."""

    name: str
    low: float
    high: float
    unit: str
    says: str
    source: str


@cache
def ranges() -> dict[str, Range]:
    """The rows by name."""
    text = resources.files("facevalue.price").joinpath("energy.toml").read_text("utf-8")
    return {row["name"]: Range(**row) for row in tomllib.loads(text)["range"]}


def energy_wh(cpu_seconds: float) -> tuple[float, float]:
    """Low and high estimate in watt-hours for seconds of busy cores, all cores together.

    Raises ValueError for less than nothing.
    """
    if not cpu_seconds >= 0:
        raise ValueError(f"no work takes {cpu_seconds} seconds")
    core = ranges()["core"]
    return (cpu_seconds * core.low / HOUR, cpu_seconds * core.high / HOUR)


def cloud_wh() -> tuple[float, float]:
    """Low and high estimate in watt-hours for one picture from a cloud's generator."""
    cloud = ranges()["cloud picture"]
    return (cloud.low, cloud.high)


def energy_says(energy: tuple[float, float]) -> str:
    """The estimate as a sentence."""
    low, high = cloud_wh()
    return (
        f"Making it took about {_shown(energy[0])} to {_shown(energy[1])} Wh, an estimate from "
        f"the time the processor was busy; a generated picture takes {_shown(low)} to "
        f"{_shown(high)} Wh in a data centre."
    )


def _shown(value: float) -> str:
    """Two digits that mean something."""
    return f"{value:.2f}" if value < 1 else f"{value:.1f}"
