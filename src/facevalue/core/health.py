"""Whether a part of the house is here, for ``facevalue doctor``."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Health:
    """One engine or format: here or missing, why it matters, how to get it."""

    name: str
    here: bool
    detail: str
    why: str
    get: str = ""
