"""What a recogniser keeps of a face: numbers that identify a person as a finger print does."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..views import Floats


@dataclass(frozen=True, slots=True, eq=False)
class Print:
    """The numbers of one face. They do not show in logs and tracebacks, and cannot be pickled."""

    numbers: Floats = field(repr=False)

    def __reduce__(self) -> tuple[object, ...]:
        raise TypeError("the print of a face is not stored or sent")
