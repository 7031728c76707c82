"""Which formats can be taken apart and which can be shown, for ``facevalue doctor``."""

from __future__ import annotations

from importlib.metadata import version

from ..core.health import Health
from ..core.roles import Format
from .formats.catalogue import FORMATS

DECODED = "The picture itself is decoded to find and cover faces; metadata needs no decoder."
"""Why a decoder matters, the same for every format."""


def health() -> tuple[Health, ...]:
    """One line per format; missing is one whose decoder is not installed or does not start."""
    return tuple(_health(form) for form in FORMATS)


def _health(form: Format) -> Health:
    package = "pi-heif" if form.name == "heic" else "pillow"
    wrong = _wrong(form.name)
    return Health(
        f"format {form.name.upper()}",
        not wrong,
        f"{package} {wrong}" if wrong else f"decoded by {package} {version(package)}",
        f"{form.carries} {DECODED}",
        f"pip install {package}",
    )


def _wrong(form: str) -> str:
    """Nothing when pictures of the format can be decoded, else why not."""
    try:
        if form == "heic":
            import pi_heif  # noqa: F401 - to see that it starts
        else:
            from PIL import features

            if form in ("webp", "avif") and not features.check(form):
                return f"was built without {form.upper()}"
    except ModuleNotFoundError:
        return "is not installed"
    except (ImportError, OSError) as error:
        return f"is installed but does not start: {error}"
    return ""
