"""What will be done, decided before anything is touched."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..core.errors import BadChoice
from ..core.finding import FACES, Finding, Kind, Look
from ..core.person import Role
from ..core.photo import Photo
from ..core.places import Field

PROTECTORS = ("strip", "cover")
CHILDREN = ("cover", "keep")
MOST_REFERENCES = 5


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the person asked for.

    ``only`` limits the protectors; ``keep`` says which faces stay uncovered: ``none``,
    ``largest``, ``subjects``, ``all`` or numbers such as ``1,3`` (face 1 is the largest);
    ``keep_me`` are one to five photos of somebody whose face stays as well; ``children``
    says whether a face that could be a child's is covered all the same (``cover``) or stays
    like any other (``keep``); ``style`` is a name of the catalogue of covers; ``still`` allows a
    moving picture to become a still one.
    """

    only: tuple[str, ...] = PROTECTORS
    keep: str = "none"
    style: str = "solid"
    still: bool = False
    keep_me: tuple[Photo, ...] = ()
    children: str = "cover"

    def __post_init__(self) -> None:
        for name in self.only or ("",):
            if name not in PROTECTORS:
                raise BadChoice(
                    f"there is no protection named {name!r}; choose from: {', '.join(PROTECTORS)}"
                )

        if self.children not in CHILDREN:
            raise BadChoice(f"--children takes cover or keep, not {self.children!r}")
        if len(self.keep_me) > MOST_REFERENCES:
            raise BadChoice(
                f"--keep-me takes one to {MOST_REFERENCES} photos, not {len(self.keep_me)}"
            )

    @property
    def covers(self) -> bool:
        return "cover" in self.only and (self.keep != "all" or self.children == "cover")

    @property
    def keeps(self) -> bool:
        """Whether any face may stay uncovered."""
        return self.keep != "none" or bool(self.keep_me)

    @property
    def strips(self) -> bool:
        return "strip" in self.only


@dataclass(frozen=True, slots=True)
class Plan:
    """Which faces are covered, which are kept on purpose, which fields are stripped.

    ``held`` are those of the covered that were chosen to stay, and could be a child's;
    ``faces`` are all, in the order of their numbers.
    """

    cover: tuple[Finding, ...] = ()
    keep: tuple[Finding, ...] = ()
    strip: tuple[Finding, ...] = ()
    held: tuple[Finding, ...] = ()
    faces: tuple[Finding, ...] = ()


def plan(look: Look, wanted: Wanted, me: Sequence[Finding] = ()) -> Plan:
    """Sort the findings by what answers them; ``me`` are the faces that ``keep_me`` found.

    Raises BadChoice for a face that is not there.
    """
    fields = tuple(found for found in look.findings if isinstance(found.where, Field))
    faces = [found for found in look.findings if found.kind in FACES]
    if not wanted.covers:
        return Plan((), tuple(faces), fields, (), tuple(faces))
    chosen = _chosen(faces, wanted.keep)
    chosen += [face for face in faces if face in me and face not in chosen]
    held = tuple(f for f in chosen if wanted.children == "cover" and may_be_child(f))
    keep = tuple(face for face in faces if face in chosen and face not in held)
    cover = tuple(face for face in faces if face not in keep)
    return Plan(cover, keep, fields, held, tuple(faces))


def may_be_child(face: Finding) -> bool:
    """Whether a face could be a child's, or is too small for anybody to say that it is not."""
    return face.kind is Kind.CHILD or (face.person is not None and face.person.may_be_child)


def _chosen(faces: Sequence[Finding], keep: str) -> list[Finding]:
    """The faces that the words of ``keep`` mean."""
    if keep == "none":
        return []
    if keep == "largest":
        return list(faces[:1])
    if keep == "all":
        return list(faces)
    if keep == "subjects":
        return [face for face in faces if face.person and face.person.role is Role.SUBJECT]
    return [faces[number - 1] for number in _numbers(keep, len(faces))]


def _numbers(keep: str, faces: int) -> list[int]:
    parts = [part.strip() for part in keep.split(",")]
    if not all(part.isascii() and part.isdecimal() and len(part) < 5 for part in parts):
        raise BadChoice(
            f"--keep takes none, largest, subjects, all or face numbers such as 1,3, not {keep!r}"
        )
    numbers = sorted({int(part) for part in parts})
    wrong = [number for number in numbers if not 1 <= number <= faces]
    if wrong:
        raise BadChoice(
            f"--keep names face {wrong[0]}, but {faces} face(s) were found; "
            "'facevalue check PHOTO --html PAGE' draws them with their numbers, the largest is 1"
        )
    return numbers
