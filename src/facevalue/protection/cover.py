"""Cover faces: the shape of the head, grown until a face finder finds nothing there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..core.change import Change, Effect
from ..core.errors import Unsafe
from ..core.finding import Finding, Kind
from ..core.photo import Picture
from ..core.places import Region
from ..core.roles import Cover
from ..findings.look import look_picture
from .covers.catalogue import COVERS
from .heads import head_of

ROUNDS = 4
"""How often covers may grow before the photo is refused."""

GROWTH = 1.18
"""How much larger the covers get in each round."""

FACES = frozenset({Kind.FACE, Kind.CHILD})


@dataclass(frozen=True, slots=True)
class Covered:
    """A picture with covers painted over ``faces``; ``grow`` is the size they needed."""

    picture: Picture
    faces: tuple[Finding, ...]
    style: Cover
    grow: float
    share: float

    @property
    def change(self) -> Change:
        """What was done, in words and numbers."""
        what = "1 face" if len(self.faces) == 1 else f"{len(self.faces)} faces"
        says = f"{what} covered ({self.style.name}), with the hair and ears around"
        effects = (Effect("share of the picture covered", 0.0, round(self.share, 4)),)
        return Change("cover", says, self.faces, effects)

    def hides(self, face: Finding) -> bool:
        """Whether a face found afterwards is only the drawn cover itself.

        True when nine tenths of its box lie under covers whose paint does not depend on
        the pixels that were there: then nobody's face can be in it.
        """
        if not self.style.keeps_nothing or not isinstance(face.where, Region):
            return False
        box = face.where
        under = (head_of(old, self.grow).mask(box).mean() for old in self.faces)
        return max(under, default=0.0) >= 0.9


def cover(
    picture: Picture, faces: Sequence[Finding], style: str = "solid", keep: Sequence[Finding] = ()
) -> Covered:
    """Cover every given face in a copy of the picture.

    Looks again each time: covers grow while a face is still found where one was covered,
    and a face that is found only now, and is none of ``keep``, is covered as well. Raises
    Unknown for a style that is not there, Unsafe when growing does not help, Missing when
    the face finder is not here.
    """
    done = _painted(picture, tuple(faces), COVERS[style], 1.0)
    for _ in range(ROUNDS):
        peeking, new = _still_found(done, keep)
        if not peeking and not new:
            return done
        grow = done.grow * GROWTH if peeking else done.grow
        done = _painted(picture, (*done.faces, *new), done.style, grow)
    if not _still_found(done, keep)[0]:
        return done
    raise Unsafe(
        f"after {ROUNDS} rounds a machine still finds a covered face; nothing was written. "
        "The solid cover (--style solid) hides most"
    )


def meet(one: Finding, other: Finding) -> bool:
    """Whether two boxes share at least a third of the smaller one."""
    if not isinstance(one.where, Region) or not isinstance(other.where, Region):
        return False
    return one.where.overlap(other.where) >= min(one.where.area, other.where.area) / 3


def _still_found(done: Covered, keep: Sequence[Finding]) -> tuple[list[Finding], list[Finding]]:
    """Faces found where one was covered, and faces found elsewhere that nobody keeps."""
    again = [found for found in look_picture(done.picture)[0] if found.kind in FACES]
    again = [face for face in again if not done.hides(face)]
    peeking = [face for face in again if any(meet(face, old) for old in done.faces)]
    kept = [face for face in again if any(meet(face, one) for one in keep)]
    return peeking, [face for face in again if face not in peeking and face not in kept]


def _painted(picture: Picture, faces: tuple[Finding, ...], style: Cover, grow: float) -> Covered:
    pixels = picture.pixels.copy()
    alpha = None if picture.alpha is None else picture.alpha.copy()
    result = Picture(pixels, alpha)
    painted = sum(_paint(result, face, style, grow) for face in faces)
    share = min(painted / picture.size.pixels, 1.0)
    return Covered(result, faces, style, grow, share)


def _paint(picture: Picture, face: Finding, style: Cover, grow: float) -> int:
    """Paint one head in place; the number of pixels painted.

    One pixel around it is mixed half and half, so that the rim is smooth; what is under
    the head itself is replaced completely.
    """
    head = head_of(face, grow)
    box = head.wider(1).bounds(picture.size)
    if box is None:
        return 0
    inside, outer = head.mask(box), head.wider(1).mask(box)
    part = (slice(box.top, box.bottom), slice(box.left, box.right))
    pixels = picture.pixels[part]
    rim = outer & ~inside
    before = pixels[rim] // 2
    style.paint(pixels, outer, head, box)
    pixels[rim] = pixels[rim] // 2 + before
    if picture.alpha is not None:  # what shines through a half-transparent cover is no cover
        picture.alpha[part][outer] = 255
    return int(inside.sum())
