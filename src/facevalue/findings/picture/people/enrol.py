"""Whether a face matcher can enrol a face: keep a print that finds the person again.

The answer comes from the prints themselves (``engines/face_print/template.py``); size, light,
pose and what hides the face give its reasons. It errs on the side of "can": a face that is
said not to be enrolled must be near chance for both recognisers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ....core.person import Enrol

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from ....engines.face_finder import Face
    from ....engines.face_mesh import FaceMesh
    from ....engines.face_quality import Quality

YES, NO = 0.6, 0.1
"""From which strength of the print a face can be enrolled, and below which it cannot.

Chosen by ``bench/enrol.py``: a face of YES is matched to nine in ten other photos of the same
person, one of NO to few more than to photos of different people.
"""

LOW, TURNED, TILTED = 32.0, 35.0, 25.0
"""Height in pixels, yaw and pitch in degrees, that are worth a reason."""

BLURRED, DARK, FLAT, BLOWN = 0.25, 0.08, 0.035, 0.3
"""Sharpness, level of light and contrast below which, and share of white pixels from which."""

COVERED, SHADED, CUT, UNLIKELY = 0.9, 0.35, 0.12, 0.3
"""Mouth covered, brightness of the eyes, share outside the picture, score of the mesh."""

EMPTY = "its print is hardly more than that of any blurred face"
UNKNOWN = "where its eyes and mouth are was not found, so nothing could be asked"

Verdict = tuple[Enrol, tuple[str, ...]]


def verdicts(
    pixels: NDArray[np.uint8], faces: Sequence[Face], meshes: Sequence[FaceMesh | None]
) -> list[Verdict]:
    """For each face of a picture (uint8, height x width x 3, RGB): the answer and its reasons.

    ``meshes`` are those of the faces, None where there is none. Raises Missing without the
    recognisers.
    """
    from ....engines.face_print.template import templates
    from ....engines.face_quality import quality

    usable = [index for index, face in enumerate(faces) if _placed(face)]
    found = templates(pixels, [faces[index].landmarks for index in usable])
    told: list[Verdict] = [(Enrol.POORLY, (UNKNOWN,))] * len(faces)
    for index, template in zip(usable, found, strict=True):
        seen = quality(pixels, faces[index], meshes[index], template.square)
        told[index] = _verdict(template.strength, seen)
    return told


def _placed(face: Face) -> bool:
    """Whether a face has its five landmarks, in more than one place."""
    from ....engines.face_print.compare import height

    return len(face.landmarks) == 5 and height(face.landmarks) > 1


def _verdict(strength: float, seen: Quality) -> Verdict:
    reasons = tuple(_reasons(seen))
    if strength >= YES:
        clear = f"{seen.height:.0f} pixels high and clear enough"
        return Enrol.YES, (clear, *(f"although {reason}" for reason in reasons))
    return Enrol.NO if strength < NO else Enrol.POORLY, reasons or (EMPTY,)


def _reasons(seen: Quality) -> Iterator[str]:
    """What is wrong with a face, in words."""
    if seen.height < LOW:
        yield f"only {seen.height:.0f} pixels high"
    elif seen.sharpness < BLURRED:
        yield "blurred"
    yield from _of_light(seen)
    if abs(seen.pose.yaw) >= TURNED:
        yield f"turned {abs(seen.pose.yaw):.0f} degrees away"
    if abs(seen.pose.pitch) >= TILTED:
        yield f"looking {'up' if seen.pose.pitch > 0 else 'down'}"
    yield from _of_hiding(seen)


def _of_light(seen: Quality) -> Iterator[str]:
    if seen.light.level < DARK:
        yield "very dark"
    elif seen.light.contrast < FLAT:
        yield "without contrast"
    if seen.light.over > BLOWN:
        yield "overexposed"


def _of_hiding(seen: Quality) -> Iterator[str]:
    """Colours tell little about the mouth of a face that is small, blurred or dark."""
    large = seen.height >= LOW and seen.sharpness >= BLURRED and seen.light.level >= DARK
    if seen.hidden.cut >= CUT:
        yield "cut by the edge of the picture"
    elif large and seen.hidden.mouth >= COVERED:
        yield "the lower face seems covered"
    if seen.height >= LOW and seen.light.level >= DARK and seen.hidden.eyes < SHADED:
        yield "the eyes seem covered, as by dark glasses"
    if seen.hidden.mesh is not None and seen.hidden.mesh < UNLIKELY:
        yield "hardly looks like a face"
