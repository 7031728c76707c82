"""Have the fun of the AI photo trends, and see the price before it is paid.

``check`` says what a photo gives away, ``protect`` takes out what can be taken out and
looks a second time, ``make`` makes the picture itself. All work on this machine only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .core.change import Protected
    from .core.made import Made
    from .core.report import Report
    from .door import check, make, protect

__all__ = ["Made", "Protected", "Report", "check", "make", "protect"]

_HOMES = {
    "Made": "facevalue.core.made",
    "Protected": "facevalue.core.change",
    "Report": "facevalue.core.report",
    "check": "facevalue.door",
    "make": "facevalue.door",
    "protect": "facevalue.door",
}


def __getattr__(name: str) -> object:
    """Load a public name at first use, so that importing the package stays cheap."""
    if name not in _HOMES:
        raise AttributeError(f"module 'facevalue' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
