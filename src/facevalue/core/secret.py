"""A found value that never prints itself."""

from __future__ import annotations

DOTS = "•••"


class Secret:
    """Text that must not reach a log, a traceback or a report by accident.

    ``repr``, ``str`` and ``format`` give dots; ``show()`` is the one way to read the
    text. Two secrets are equal when their texts are. It is no dataclass on purpose:
    ``dataclasses.asdict`` would open it.
    """

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        self._text = text

    def show(self) -> str:
        """The text itself, for somebody who asked to see it."""
        return self._text

    def __repr__(self) -> str:
        return f"Secret({DOTS})"

    def __str__(self) -> str:
        return DOTS

    def __format__(self, spec: str) -> str:
        return format(DOTS, spec)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Secret) and self._text == other._text

    def __hash__(self) -> int:
        return hash((Secret, self._text))

    def __getstate__(self) -> object:
        return self._text

    def __setstate__(self, state: object) -> None:
        self._text = str(state)
