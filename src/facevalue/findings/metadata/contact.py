"""Ways to reach a person: by field, and by pattern in any text."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ...core.finding import Finding, Kind
from ...core.photo import Metadata, Tag
from ...core.secret import Secret
from .by_name import Rule

_FIELDS = Rule(
    r"CreatorContactInfo(\.\w+)*|Contact|Ci(Adr\w+|EmailWork|TelWork|UrlWork)|\w*Email\w*|\w*(?<!micro)Phone\w*|baseurl",
    1.0,
    "it is a field for reaching a person",
)
_MAIL = re.compile(
    r"[\w.+-]{1,64}@(?![23]x\.)(?:[\w-]{1,63}\.){1,4}(?:xn--[\w-]{1,59}|[^\W\d_]{2,63})"
)
_PHONE = re.compile(r"(?<![\w.])\+\d{1,3}[ ()./-]{0,2}\d(?:[ ()./-]{0,2}\d){6,12}(?![\w.])")
LOOKED_AT = 20_000
"""Characters of a value that are searched: prompts and histories can be longer."""


class Contact:
    """Contact fields, and e-mail addresses or telephone numbers in any text."""

    name = "contact"
    kinds = frozenset({Kind.CONTACT})

    def look(self, thing: Metadata) -> Iterable[Finding]:
        """One finding per field."""
        for tag in thing.tags:
            because = _because(tag)
            if because:
                yield Finding(Kind.CONTACT, tag.field, 0.95, self.name, because, Secret(tag.value))


CONTACT = Contact()


def _because(tag: Tag) -> str:
    if _FIELDS.fits(str(tag.field)):
        return _FIELDS.because
    text = tag.value[:LOOKED_AT]
    if _MAIL.search(text):
        return "it holds an e-mail address"
    return "it holds a telephone number" if _PHONE.search(text) else ""
