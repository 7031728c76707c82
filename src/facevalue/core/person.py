"""What else is known about a found face: how well a machine could keep it, how old, whose photo."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Enrol(StrEnum):
    """Whether a face matcher can enrol a face: keep a template that finds the person again."""

    YES = "yes"
    POORLY = "poorly"
    NO = "no"


class Role(StrEnum):
    """Whose photo it is: somebody the picture is of, or somebody who was there."""

    SUBJECT = "subject"
    BYSTANDER = "bystander"


@dataclass(frozen=True, slots=True)
class Person:
    """One face's person, as far as a machine can tell, each answer with its reasons in words.

    ``child`` is in 0..1 and rises with the share of children among faces that look like this
    one; it is no probability. ``may_be_child`` is the cautious answer, ``age_says`` the same
    in words with its doubt. None (or empty) where nothing could be asked.
    """

    enrol: Enrol | None = None
    enrol_because: tuple[str, ...] = ()
    role: Role | None = None
    role_because: str = ""
    child: float | None = None
    may_be_child: bool = False
    age_says: str = ""

    def __post_init__(self) -> None:
        if self.child is not None and not 0 <= self.child <= 1:
            raise ValueError(f"child out of 0..1: {self.child}")
