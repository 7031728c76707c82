"""Keep part of a package's file: what is stored is made from it, the same on every machine."""

from __future__ import annotations

import io
import json
import re
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


SELECTS: dict[str, Select] = {"icons": icons}
"""What ``select`` may say in assets.toml."""
