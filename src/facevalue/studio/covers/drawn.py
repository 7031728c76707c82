"""What covers that draw a head have in common."""

from __future__ import annotations

from ...core.roles import Cover


class Drawn:
    """A drawn head by its name; ``instead`` are what to draw when it is like the person by chance.

    ``matched`` takes one of a few tones near the person's, ``aside`` (1, 2) looks elsewhere than
    the person does.
    """

    draws = True

    def __init__(
        self,
        name: str,
        instead: tuple[Cover, ...] = (),
        *,
        matched: bool = False,
        aside: int = 0,
    ) -> None:
        self.name, self.instead = name, instead
        self.matched, self.aside = matched, aside

    @property
    def keeps_nothing(self) -> bool:
        return not self.matched
