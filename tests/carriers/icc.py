"""ICC profiles as monitors, cameras and programs write them: with names, dates and serials."""

from __future__ import annotations

import struct

from facevalue.photos.carriers.icc_profile import parsed
from facevalue.photos.carriers.icc_standard import CURVES, Space, colorants, generated

LCD = ((0.35736, 0.20616, 0.02617), (0.45222, 0.70026, 0.12091), (0.15460, 0.09399, 0.67770))
"""Colorants of one laptop's display: of no usual space."""

Tags = dict[bytes, bytes]


def s15(*numbers: float) -> bytes:
    """Numbers with sixteen bits behind the point."""
    return b"".join(struct.pack(">i", round(number * 65536)) for number in numbers)


def xyz(*numbers: float) -> bytes:
    """A colour."""
    return b"XYZ \0\0\0\0" + s15(*numbers)


def gamma(value: float) -> bytes:
    """A curve that is one power."""
    return b"curv" + struct.pack(">IIH", 0, 1, round(value * 256))


def table(values: list[float]) -> bytes:
    """A curve by its values at even steps, 0..1."""
    numbers = [round(value * 65535) for value in values]
    return b"curv" + struct.pack(f">II{len(numbers)}H", 0, len(numbers), *numbers)


def para(kind: int, *numbers: float) -> bytes:
    """A curve by a formula."""
    return b"para" + struct.pack(">IHH", 0, kind, 0) + s15(*numbers)


def text(words: str) -> bytes:
    """Plain text."""
    return b"text\0\0\0\0" + words.encode() + b"\0"


def desc(words: str, wide: str = "", mac: str = "") -> bytes:
    """A description of version 2: ASCII, UTF-16 and Macintosh."""
    ascii_, letters = words.encode() + b"\0", wide.encode("utf-16-be")
    out = b"desc" + struct.pack(">II", 0, len(ascii_)) + ascii_
    out += struct.pack(">II", 0, len(wide)) + letters
    return out + struct.pack(">HB", 0, len(mac)) + mac.encode().ljust(67, b"\0")


def mluc(**languages: str) -> bytes:
    """A description of version 4: one text for each language, such as ``enUS``."""
    at, rows, body = 16 + 12 * len(languages), b"", b""
    for code, words in languages.items():
        letters = words.encode("utf-16-be")
        rows += code.encode() + struct.pack(">II", len(letters), at + len(body))
        body += letters
    return b"mluc" + struct.pack(">III", 0, len(languages), 12) + rows + body


def dictionary(**entries: str) -> bytes:
    """Names and values, as Linux desktops store the monitor's serial number."""
    at, rows, body = 16 + 16 * len(entries), b"", b""
    for name, value in entries.items():
        for words in (name, value):
            letters = words.encode("utf-16-be")
            rows += struct.pack(">II", at + len(body), len(letters))
            body += letters
    return b"dict" + struct.pack(">III", 0, len(entries), 16) + rows + body


def mmod(serial: int) -> bytes:
    """Apple's make and model of a display, with its serial number."""
    return b"mmod" + struct.pack(">5I16x", 0, 0x610, 0x9C5F, serial, 0)


def lookup(inputs: int = 3, outputs: int = 3, steps: int = 2, tail: bytes = b"") -> bytes:
    """A table of type mft1 that hands its inputs through (equal counts) or averages them."""
    head = struct.pack(">4s4xBBBx", b"mft1", inputs, outputs, steps) + s15(
        1, 0, 0, 0, 1, 0, 0, 0, 1
    )
    ramp = bytes(range(256))
    grid = b""
    for point in range(steps**inputs):
        digits = [point // steps ** (inputs - 1 - at) % steps for at in range(inputs)]
        grid += bytes(255 * digits[at % inputs] // (steps - 1) for at in range(outputs))
    return head + ramp * inputs + grid + ramp * outputs + tail


def pipeline(tail: bytes = b"") -> bytes:
    """A table of type mAB: B curves and a matrix, with bytes nobody needs between them."""
    curves = para(0, 1.0) * 3
    matrix = s15(1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0)
    gap = tail + bytes(-len(tail) % 4)
    offsets = (32 + len(gap), 32 + 2 * len(gap) + len(curves), 0, 0, 0)
    if gap:
        offsets = (*offsets[:2], offsets[1] + len(matrix) + len(gap), 0, 0)
    else:
        offsets = (*offsets[:2], offsets[1] + len(matrix), 0, 0)
    head = struct.pack(">4s4xBB2x5I", b"mAB ", 3, 3, *offsets)
    return head + gap + curves + gap + matrix + gap + curves


def made(
    tags: Tags,
    *,
    space: bytes = b"RGB ",
    kind: bytes = b"mntr",
    connection: bytes = b"XYZ ",
    version: int = 0x02400000,
    signed: bool = True,
    tail: bytes = b"",
) -> bytes:
    """A profile of these tags whose header, when ``signed``, names a maker, a model and a day."""
    start = 132 + 12 * len(tags)
    rows, body = b"", b""
    for name, data in tags.items():
        rows += name + struct.pack(">II", start + len(body), len(data))
        body += data + bytes(-len(data) % 4)
    head = struct.pack(">I4sI", start + len(body), b"CMMx" if signed else b"", version)
    head += kind + space + connection
    head += struct.pack(">6H", *((2021, 7, 4, 13, 5, 9) if signed else (0,) * 6)) + b"acsp"
    if signed:
        head += b"APPL\0\0\0\0MAKRMODL" + bytes(8) + bytes(4)
    head = head.ljust(68, b"\0") + s15(0.9642, 1, 0.8249)
    head += (b"CREA" + bytes(range(1, 17))) if signed else b""
    return head.ljust(128, b"\0") + struct.pack(">I", len(tags)) + rows + body + tail


def rgb(colours: tuple[tuple[float, float, float], ...], curve: bytes, **more: bytes) -> bytes:
    """A display profile of these colorants and one curve; ``more`` are further tags."""
    tags: Tags = {b"desc": desc("Display"), b"cprt": text("maker"), b"wtpt": xyz(0.95, 1, 1.09)}
    for letter, colour in zip((b"r", b"g", b"b"), colours, strict=True):
        tags |= {letter + b"XYZ": xyz(*colour), letter + b"TRC": curve}
    return made(tags | {name.encode(): data for name, data in more.items()})


def usual(space: Space, **more: bytes) -> bytes:
    """A usual space as somebody else's program writes it: rounded, signed, as a table."""
    from facevalue.photos.carriers.icc_standard import curve_at

    curve = table([curve_at(CURVES[space.curve], step / 1023) for step in range(1024)])
    colours = tuple(tuple(round(part, 4) for part in colour) for colour in colorants(space.gamut))
    return rgb(colours, curve, **more)  # type: ignore[arg-type]


def talkative(canary: str) -> bytes:
    """A plain sRGB profile that says ``canary`` wherever a profile can speak."""
    srgb = parsed(generated(Space("sRGB", "sRGB")))
    tags: Tags = {
        entry.name: entry.data.whole() for entry in srgb.entries if entry.data is not None
    }
    tags |= {
        b"desc": mluc(enUS=canary, frFR=f"{canary} FR"),
        b"cprt": mluc(enUS=canary),
        b"dmnd": text(canary),
        b"meta": dictionary(EDID_serial=canary),
        b"mmod": mmod(0x0C0FFEE0),
        b"priv": b"priv\0\0\0\0" + canary.encode(),
    }
    return made(tags, version=0x04300000, tail=canary.encode())
