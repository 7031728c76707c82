"""Where shapes are kept between pictures."""

from __future__ import annotations

import os
from pathlib import Path

VARIABLE = "FACEVALUE_CACHE"
"""Names another folder for the cache."""


def folder() -> Path:
    """The folder for shapes and compiled kernels; it need not exist yet."""
    named = os.environ.get(VARIABLE)
    if named:
        return Path(named)
    from platformdirs import user_cache_path

    return user_cache_path("facevalue", appauthor=False)
