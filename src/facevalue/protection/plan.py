"""What will be done, decided before anything is touched."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..core.errors import BadChoice
from ..core.finding import Finding, Kind, Look
from ..core.places import Field

PROTECTORS = ("strip", "cover")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the person asked for.

    ``only`` limits the protectors; ``keep`` says which faces stay uncovered: ``none``,
    ``largest``, ``all`` or numbers such as ``1,3`` (face 1 is the largest); ``style`` is a
    name of the COVERS catalogue; ``still`` allows a moving picture to become a still one.
    """

    only: tuple[str, ...] = PROTECTORS
    keep: str = "none"
    style: str = "solid"
    still: bool = False

    def __post_init__(self) -> None:
        for name in self.only or ("",):
            if name not in PROTECTORS:
                raise BadChoice(
                    f"there is no protection named {name!r}; choose from: {', '.join(PROTECTORS)}"
                )

    @property
    def covers(self) -> bool:
        return "cover" in self.only and self.keep != "all"

    @property
    def strips(self) -> bool:
        return "strip" in self.only


@dataclass(frozen=True, slots=True)
class Plan:
    """Which faces are covered, which are kept on purpose, which fields are stripped."""

    cover: tuple[Finding, ...] = ()
    keep: tuple[Finding, ...] = ()
    strip: tuple[Finding, ...] = ()


def plan(look: Look, wanted: Wanted) -> Plan:
    """Sort the findings by what answers them. Raises BadChoice for a face that is not there."""
    faces = [found for found in look.findings if found.kind in (Kind.FACE, Kind.CHILD)]
    keep = _kept(faces, wanted)
    cover = tuple(face for face in faces if face not in keep)
    fields = tuple(found for found in look.findings if isinstance(found.where, Field))
    return Plan(cover, keep, fields)


def _kept(faces: Sequence[Finding], wanted: Wanted) -> tuple[Finding, ...]:
    if not wanted.covers:
        return tuple(faces)
    if wanted.keep == "none":
        return ()
    if wanted.keep == "largest":
        return tuple(faces[:1])
    return tuple(faces[number - 1] for number in _numbers(wanted.keep, len(faces)))


def _numbers(keep: str, faces: int) -> list[int]:
    parts = [part.strip() for part in keep.split(",")]
    if not all(part.isascii() and part.isdecimal() and len(part) < 5 for part in parts):
        raise BadChoice(
            f"--keep takes none, largest, all or face numbers such as 1,3, not {keep!r}"
        )
    numbers = sorted({int(part) for part in parts})
    wrong = [number for number in numbers if not 1 <= number <= faces]
    if wrong:
        raise BadChoice(
            f"--keep names face {wrong[0]}, but {faces} face(s) were found; "
            "'facevalue check PHOTO --html PAGE' draws them with their numbers, the largest is 1"
        )
    return numbers
