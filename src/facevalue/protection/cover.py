"""Cover faces: the shape of the head, grown until neither finder nor recognisers find it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..core.change import Change, Effect
from ..core.errors import Unsafe
from ..core.finding import Finding
from ..core.photo import Picture
from ..core.places import Region
from ..core.roles import Cover
from ..findings.picture.faces import FACES as FINDER
from .covers.solid import SOLID
from .heads import Head, head_of
from .laying import laid
from .matched import DOUBT, Original
from .shares import shared
from .silhouette import silhouette

ROUNDS = 4
"""How often covers may grow before the photo is refused, or a drawn head becomes a solid one."""

GROWTH = 1.18
"""How much larger the covers get in each round."""

CHANCE = 0.01
"""How far below its line a recogniser must stay under a flat cover, where nothing of the face is
left: what it sees there is chance."""

DRAWN = 0.03
"""The same under a drawn head, which is as like one person as another: saving the file moves its
scores by 0.01 or 0.02."""

WHY = "a machine found or recognised somebody in the other"


@dataclass(frozen=True, slots=True)
class Covered:
    """A picture with covers painted over ``faces``, whose covers have the shapes ``heads``.

    ``share`` is how much of the picture they take, 0..1. ``each`` is the cover of each face,
    where some got another one than ``style``.
    """

    picture: Picture
    faces: tuple[Finding, ...]
    heads: tuple[Head, ...]
    style: Cover
    share: float
    each: tuple[Cover, ...] = ()

    @property
    def styles(self) -> tuple[Cover, ...]:
        """The cover of every face."""
        return self.each or (self.style,) * len(self.faces)

    @property
    def change(self) -> Change:
        """What was done, in words and numbers."""
        says = f"{_faces(len(self.faces))} covered ({self.style.name}), with hair, hat and ears"
        says += " where they show"
        for name, count in Counter(style.name for style in self.styles).items():
            if name != self.style.name:
                says += f"; {_faces(count)} got the {name} cover instead, because {WHY}"
        effects = (Effect("share of the picture covered", 0.0, round(self.share, 4)),)
        return Change("cover", says, self.faces, effects)

    def hides(self, face: Finding, *, flat: bool = True) -> bool:
        """Whether a face found afterwards is only the drawn cover itself.

        True when nine tenths of its box lie under a cover that draws a face of its own, or (with
        ``flat``) the same for everybody: then nobody's face can be in it. Whether it is like the
        one below is for the recognisers to say.
        """
        if not isinstance(face.where, Region):
            return False
        box = face.where
        return any(
            (style.draws or (flat and style.keeps_nothing)) and head.mask(box).mean() >= 0.9
            for head, style in zip(self.heads, self.styles, strict=True)
        )


def cover(
    picture: Picture,
    faces: Sequence[Finding],
    style: Cover,
    keep: Sequence[Finding] = (),
    known: Sequence[Finding] = (),
) -> Covered:
    """Cover every given face in a copy of the picture; ``known`` get the last resort at once.

    Looks again each time, at the whole size and at half of it: covers grow while a face is
    still found, or matched by a recogniser with the one that was there, and a face that is
    found only now, and is none of ``keep``, is covered as well. A drawn head that is matched is
    drawn in another way, and in the end that face gets the solid cover. Raises Unsafe when
    nothing helps, Missing when the face finder, the recognisers or what the cover is drawn with
    is not here.
    """
    original, ways = Original(picture), _ways(style)
    faces = (*faces, *(face for face in known if face not in faces))
    heads = _heads(picture, tuple(faces), ())
    each = tuple(ways[-1] if face in known else style for face in faces)
    done = _painted(picture, tuple(faces), heads, each, style)
    rounds = ROUNDS + len(ways) - 1
    for past in range(rounds):
        peeking, matched, new = _still_found(done, keep, original)
        if not (peeking or matched or new):
            return done
        pairs = _again(done, peeking, matched, ways, late=past >= ROUNDS - 1)
        heads = (*(head for head, _ in pairs), *_heads(picture, tuple(new), done.faces))
        each = (*(one for _, one in pairs), *(style for _ in new))
        done = _painted(picture, (*done.faces, *new), heads, each, style)
    if not any(_still_found(done, keep, original, last=True)[:2]):
        return done
    raise Unsafe(
        f"after {rounds} rounds a machine still finds or recognises a face covered with "
        f"{style.name}; nothing was written. The solid cover (--style solid) hides most"
    )


def _ways(style: Cover) -> tuple[Cover, ...]:
    """What a face gets, one after the other, as long as a recogniser takes it for the person.

    A drawn face is like some people by chance, so another is drawn; solid is the last.
    """
    return (style, *style.instead, SOLID) if style.draws else (style,)


def meet(one: Finding, other: Finding) -> bool:
    """Whether two boxes share at least a third of the smaller one."""
    if not isinstance(one.where, Region) or not isinstance(other.where, Region):
        return False
    return one.where.overlap(other.where) >= min(one.where.area, other.where.area) / 3


def _heads(
    picture: Picture, faces: tuple[Finding, ...], others: tuple[Finding, ...]
) -> tuple[Head, ...]:
    """The shape of every head, with hair and hat where they can be seen."""
    shapes = []
    for face in faces:
        head = head_of(face)
        near = [other for other in (*faces, *others) if other is not face]
        shapes.append(replace(head, beyond=silhouette(picture.pixels, face, head.tilt, near)))
    return tuple(shapes)


def _still_found(
    done: Covered, keep: Sequence[Finding], original: Original, *, last: bool = False
) -> tuple[list[Finding], list[Finding], list[Finding]]:
    """What is found under covers, which of the covered are matched, and who is found elsewhere.

    A find on a flat cover is nobody, but a cover that looks like a face is grown as well; only
    the ``last`` look lets it pass.
    """
    seen = FINDER.found(done.picture)
    again = [face for face in seen if not done.hides(face, flat=last)]
    peeking = [face for face in again if any(meet(face, old) for old in done.faces)]
    kept = [face for face in again if any(meet(face, one) for one in keep)]
    new = [face for face in again if face not in peeking and face not in kept]
    doubts = [_doubt(each) for each in done.styles]
    return peeking, original.matched(done.picture, done.faces, seen, doubts), new


def _doubt(style: Cover) -> float:
    """How far below its line a recogniser must stay under such a cover."""
    if style.draws:
        return DRAWN
    return CHANCE if style.keeps_nothing else DOUBT


def _again(
    done: Covered,
    peeking: Sequence[Finding],
    matched: Sequence[Finding],
    ways: Sequence[Cover],
    *,
    late: bool,
) -> list[tuple[Head, Cover]]:
    """Shape and cover of every face in the next round.

    What is matched is drawn in the next of ``ways``, or grows when there is none. What peeks
    out, or is found, grows. ``late``, what still fails gets the last of the ways.
    """
    pairs = []
    for face, head, now in zip(done.faces, done.heads, done.styles, strict=True):
        found = any(meet(face, other) for other in peeking)
        one = now
        if (face in matched or (found and late)) and now is not ways[-1]:
            one = ways[-1] if late else ways[ways.index(now) + 1]
        larger = found or (face in matched and one is now)
        pairs.append((head.times(GROWTH) if larger else head, one))
    return pairs


def _faces(count: int) -> str:
    return "1 face" if count == 1 else f"{count} faces"


def _painted(
    picture: Picture,
    faces: tuple[Finding, ...],
    heads: tuple[Head, ...],
    each: tuple[Cover, ...],
    style: Cover,
) -> Covered:
    """All covers in a copy; where two meet, each keeps what is nearer to its middle."""
    pixels = picture.pixels.copy()
    alpha = None if picture.alpha is None else picture.alpha.copy()
    hidden, cells = shared(heads, picture.size)
    for index, (head, one) in enumerate(zip(heads, each, strict=True)):
        laid(pixels, index, head, one, hidden, cells)
    if alpha is not None:  # what shines through a half-transparent cover is no cover
        alpha[hidden] = 255
    share = float((cells >= 0).mean())
    return Covered(Picture(pixels, alpha), faces, heads, style, share, each)
