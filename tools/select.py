"""Keep part of a package's file: what is stored is made from it, the same on every machine."""

from __future__ import annotations

import csv
import io
import json
import re
import struct
import zipfile
from collections.abc import Callable, Set

Select = Callable[[bytes], bytes]

_TONE = re.compile(r"-(light|dark|medium)(-(light|dark|medium))*(?=-|$)")
"""The words for a skin tone in the name of an icon."""


def icons(data: bytes) -> bytes:
    """The icons of an IconifyJSON file as SVG files in a ZIP, without their skin tones.

    An icon can then be read without the others. bzip2, because zlib packs differently from
    build to build and the digest of the product is pinned.
    """
    found = json.loads(data)
    bodies = found["icons"]
    chosen = [name for name in sorted(bodies) if not _toned(name, bodies.keys())]
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_BZIP2, compresslevel=9) as store:
        for name in chosen:
            _add(store, f"{name}.svg", _svg(bodies[name], found))
    return out.getvalue()


def _toned(name: str, names: Set[str]) -> bool:
    """Whether an icon is another one in a skin tone; a police-car-light is none."""
    base = _TONE.sub("", name)
    return base != name and {base, f"{base}-medium-dark"} <= names


def _svg(icon: dict[str, str | int], common: dict[str, str | int]) -> str:
    """One icon as a file; what it does not say of its size holds for all."""
    width, height = (icon.get(side, common.get(side, 16)) for side in ("width", "height"))
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">'
    return f"{head}{icon['body']}</svg>"


def _add(store: zipfile.ZipFile, name: str, text: str) -> None:
    """A file whose head says nothing of the machine or the hour."""
    head = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    head.compress_type = zipfile.ZIP_BZIP2
    head.create_system = 3
    head.external_attr = 0o644 << 16
    store.writestr(head, text.encode("utf-8"), compresslevel=9)


def halves(data: bytes) -> bytes:
    """Numbers of 32 bits as numbers of 16, rounded to the nearest (both little-endian).

    Integers among them, seen as floats, are so small that they become nothing. Raises
    struct.error when the file does not hold whole numbers, OverflowError when one is too large.
    """
    numbers = (number for (number,) in struct.iter_unpack("<f", data))
    return b"".join(struct.pack("<e", number) for number in numbers)


_MOST_WORDS = 8
"""Words of the longest name of an occupation."""


def jobs(data: bytes) -> bytes:
    """The names of ESCO's occupations, one a line in small letters, sorted.

    The table has one cell an occupation: its names and then what it does, with nothing
    between them. The name is what the sentence behind begins with, there in the plural.
    Groups, whose names are in the plural already, are left out.
    """
    rows = csv.reader(io.StringIO(data.decode("utf-8")))
    next(rows)
    found = {_job(text) for _, text in rows}
    return "".join(f"{name}\n" for name in sorted(found) if name).encode("utf-8")


def _job(text: str) -> str:
    """The first words that come again as the subject of a sentence, or nothing."""
    words = text.split()
    for count in range(min(_MOST_WORDS, len(words)), 0, -1):
        name = " ".join(words[:count]).lower()
        rest = text[len(name) :]
        if any(re.search(rf"(?<!\w){re.escape(form)}\b", rest) for form in _plurals(name)):
            return "" if re.search(r"[^s’']s$", name) else name
    return ""


def _plurals(name: str) -> list[str]:
    """How a sentence about all who do this may begin."""
    forms = [f"{name}s", f"{name}es", re.sub("y$", "ies", name), re.sub("man$", "men", name)]
    return [form[0].upper() + form[1:] for form in forms]


SELECTS: dict[str, Select] = {"icons": icons, "halves": halves, "jobs": jobs}
"""What ``select`` may say in assets.toml."""
