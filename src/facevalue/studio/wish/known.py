"""What was understood of somebody's words, while they are read."""

from __future__ import annotations

from dataclasses import dataclass, field

from .catalogue import Job, Row
from .hobbies import Find
from .nearest import Nearest

STRANGE = "some words were not understood: English works best"


@dataclass(slots=True)
class Known:
    """Filled clause by clause.

    ``about`` is what the job is about where that was said first; ``worn`` the outfit that was
    asked for; ``job_rows`` the things of the job; ``finds`` things for what is liked;
    ``loose`` are capital words inside sentences.
    """

    near: Nearest
    name: str = ""
    job: str = ""
    family: Job | None = None
    about: str = ""
    outfit: str = "tshirt"
    worn: str = ""
    job_rows: tuple[Row, ...] = ()
    finds: list[Find] = field(default_factory=list)
    loose: frozenset[str] = frozenset()
    seated: bool = False
    left_out: list[str] = field(default_factory=list)
