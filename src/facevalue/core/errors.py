"""Every error this package raises, with its number, its exit status and what to do.

FacevalueError
 ├─ WrongUse            exit 2   the call cannot mean what it says
 │   ├─ NoSuchFile      E101     there is nothing at that path
 │   ├─ NotAFile        E102     a folder, pipe or device where a photo was wanted
 │   ├─ Unknown         E103     no style, format, detector ... of that name
 │   ├─ BadChoice       E104     a setting that does not fit the others or the photo
 │   └─ WouldOverwrite  E105     the output exists already
 ├─ Refused             exit 3   the file cannot be read or made safe; nothing was written
 │   ├─ NotAPhoto       E301     no format knows its first bytes
 │   ├─ Broken          E302     it begins like a photo and does not go on like one
 │   ├─ TooBig          E303     larger than the limits in ``photos/limits.py``
 │   ├─ TooSlow         E304     decoding took more time or memory than allowed
 │   ├─ CannotRead      E305     the system does not let us read it
 │   ├─ CannotWrite     E306     the system does not let us write the result
 │   ├─ Unsafe          E307     a protection did not work when looked at again
 │   ├─ Moving          E308     a moving picture where only a still one can be done
 │   ├─ Unwanted        E309     the words ask for a picture that is not made
 │   └─ NotFetched      E310     a document could not be brought from its archive
 └─ Missing             exit 4   something needed is not installed
     ├─ NoEngine        E401     a library or a weight file is not here
     └─ BadAsset        E402     a weight file is not the one that was pinned
"""

from __future__ import annotations

from typing import ClassVar


class FacevalueError(Exception):
    """Base of all. ``number`` is stable and documented; ``exit_status`` is the command's."""

    number: ClassVar[str] = "E000"
    exit_status: ClassVar[int] = 1

    def __reduce__(self) -> tuple[object, ...]:
        return (_rebuild, (type(self), self.args))


def _rebuild(kind: type[FacevalueError], args: tuple[object, ...]) -> FacevalueError:
    """Unpickle without calling a subclass's own constructor."""
    error = kind.__new__(kind)
    error.args = args
    return error


class WrongUse(FacevalueError):
    """The call cannot mean what it says."""

    number = "E100"
    exit_status = 2


class NoSuchFile(WrongUse):
    """There is nothing at that path."""

    number = "E101"


class NotAFile(WrongUse):
    """A folder, pipe or device where a photo was wanted."""

    number = "E102"


class Unknown(WrongUse):
    """No thing of that name in a catalogue; the message lists the names there are."""

    number = "E103"

    def __init__(self, kind: str, name: str, known: list[str]) -> None:
        super().__init__(f"there is no {kind} named {name!r}; choose from: {', '.join(known)}")


class BadChoice(WrongUse):
    """A setting that does not fit the other settings or the photo."""

    number = "E104"


class WouldOverwrite(WrongUse):
    """The output exists already and nobody said to replace it."""

    number = "E105"


class Refused(FacevalueError):
    """The file cannot be read or made safe; nothing was written."""

    number = "E300"
    exit_status = 3


class NotAPhoto(Refused):
    """No format knows its first bytes."""

    number = "E301"


class Broken(Refused):
    """It begins like a photo and does not go on like one."""

    number = "E302"


class TooBig(Refused):
    """Larger than the limits in ``photos/limits.py``."""

    number = "E303"


class TooSlow(Refused):
    """Decoding took more time or memory than allowed, or took the decoder down."""

    number = "E304"


class CannotRead(Refused):
    """The system does not let us read the file."""

    number = "E305"


class CannotWrite(Refused):
    """The system does not let us write the result (no permission, disk full)."""

    number = "E306"


class Unsafe(Refused):
    """A protection did not work when it was looked at again; nothing was written."""

    number = "E307"


class Moving(Refused):
    """A moving picture where only a still one can be protected."""

    number = "E308"


class Unwanted(Refused):
    """The words ask for a picture that is not made; the message does not repeat them."""

    number = "E309"


class NotFetched(Refused):
    """A document could not be brought from its archive; nothing was written."""

    number = "E310"


class Missing(FacevalueError):
    """Something needed is not installed; the message says how to get it."""

    number = "E400"
    exit_status = 4


class NoEngine(Missing):
    """A library or a weight file is not here."""

    number = "E401"


class BadAsset(Missing):
    """A weight file is here, but it is not the one that was pinned."""

    number = "E402"
