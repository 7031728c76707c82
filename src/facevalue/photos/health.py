"""Which formats can be taken apart and which can be shown, for ``facevalue doctor``."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version

from ..core.health import Health
from ..core.roles import Format
from .formats.catalogue import FORMATS


def health() -> tuple[Health, ...]:
    """One line per format; HEIC is missing when its decoder is not installed."""
    return tuple(_health(form) for form in FORMATS)


def _health(form: Format) -> Health:
    package = "pi-heif" if form.name == "heic" else "pillow"
    number = _version(package)
    detail = f"decoded by {package} {number}" if number else f"{package} is not installed"
    why = f"{form.carries} Metadata is read and taken out without a decoder"
    return Health(
        f"format {form.name.upper()}",
        number is not None,
        detail,
        f"{why}; faces need it.",
        "pip install pi-heif" if form.name == "heic" else "pip install pillow",
    )


def _version(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None
