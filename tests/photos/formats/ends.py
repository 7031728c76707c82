"""How every question to a format ends: with an answer or a refusal."""

from __future__ import annotations

import contextlib

from facevalue.core.errors import Refused
from facevalue.core.roles import Format


def stripped_for_good(form: Format, data: bytes) -> bytes | None:
    """Ask everything; the stripped file, which is its own stripped form, or None if refused."""
    for ask in (form.header, form.fields, form.embedded):
        with contextlib.suppress(Refused):
            ask(data)
    try:
        once = form.strip(data).data
    except Refused:
        return None
    assert form.strip(once).data == once
    assert form.embedded(once) == ()
    return once
