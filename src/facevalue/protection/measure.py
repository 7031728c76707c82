"""Numbers for what was done, taken from the written file and not from the intention."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..core.change import Change, Effect
from ..core.errors import Unsafe
from ..core.finding import Finding
from ..core.photo import Metadata, Photo, Picture
from ..findings.metadata.harmless import harmless
from ..photos.fields import metadata
from .cover import Covered, meet
from .heads import Head

SAME = 16.0
"""Largest mean difference (of 255) of a cover in the written file from its paint.

JPEG at low quality blurs the rim of a cover by 2 to 8; a face in its place differs by more
than 30.
"""


def of_file(before: Photo, after: Photo) -> Change:
    """What the file carried before and carries now."""
    was, now = metadata(before), metadata(after)
    effects = (
        Effect("metadata fields that tell something", _telling(was), _telling(now)),
        Effect("second pictures in the file", len(was.copies), len(now.copies)),
        Effect("bytes", len(before.data), len(after.data)),
    )
    return Change("measure", "the written file was taken apart again", (), effects)


def of_covers(covered: Covered, shown: Picture, found: Sequence[Finding]) -> Change:
    """Whether the written file shows the covers; ``found`` are the faces found in it.

    Raises Unsafe when a cover is not where it was painted.
    """
    worst = max((_difference(covered, shown, head) for head in covered.heads), default=0.0)
    if worst > SAME:
        raise Unsafe("the written file does not show the covers that were painted")
    left = [
        face
        for face in found
        if any(meet(face, old) for old in covered.faces) and not covered.hides(face)
    ]
    effects = (
        Effect("covered faces that the face finder finds", len(covered.faces), len(left)),
        Effect("difference of the covers from their paint, of 255", 0.0, round(worst, 2)),
    )
    says = "the written file was decoded again: every cover is where it was painted"
    return Change("measure", says, covered.faces, effects)


def _telling(found: Metadata) -> int:
    """Fields that are not on the list of the harmless."""
    return sum(not harmless(tag) for tag in found.tags)


def _difference(covered: Covered, shown: Picture, head: Head) -> float:
    """Mean difference under the middle of a cover, 0..255."""
    import numpy as np

    middle = replace(head, beyond=None).times(0.8)
    box = middle.bounds(covered.picture.size)
    if box is None:
        return 0.0
    part = (slice(box.top, box.bottom), slice(box.left, box.right))
    mask = middle.mask(box)
    if not mask.any():
        return 0.0
    painted = covered.picture.pixels[part][mask].astype(np.int16)
    return float(np.abs(painted - shown.pixels[part][mask]).mean())
