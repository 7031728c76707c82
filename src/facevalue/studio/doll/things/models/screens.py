"""What has a screen: a laptop and a phone."""

from __future__ import annotations

from .....photos.drawing import drawn
from ...parts import Material, Pixels
from ...shapes.turned import joined, lathe
from ..kit import Look, Pieces, glass, metal, piece, placed, satin
from ..plates import brick, card, plate, rounded


def laptop(_step: float) -> Pieces:
    """Open, with single keys, a trackpad and code on its screen."""
    base = plate(rounded(0.66, 0.41, 0.07), 0.035, 0.022)
    keys = [
        brick((0.043 * wide, 0.038, 0.016), 0.011, 2).placed((x, y, 0.035))
        for x, y, wide in _keyboard()
    ]
    pad = plate(rounded(0.19, 0.115, 0.02, 4), 0.006, 0.004).placed((0, -0.27, 0.036))
    well = plate(rounded(0.57, 0.245, 0.03, 4), 0.004, 0.003).placed((0, 0.11, 0.036))
    flat = [
        piece("base", "shell", base), piece("keys", "keys", joined(*keys)),
        piece("pad", "pad", pad), piece("well", "well", well),
    ]  # fmt: skip
    lid = plate(rounded(0.66, 0.43, 0.06), 0.022, 0.015).placed((0, 0.43, 0))
    frame = plate(rounded(0.64, 0.41, 0.045), 0.006, 0.004).placed((0, 0.43, 0.02))
    screen = card(1.2, 0.75, 0.004).placed((0, 0.435, 0.0285))
    eye = lathe([(0, 0), (0.009, 0), (0.009, 0.003), (0, 0.003)], 16)
    upright = [
        piece("lid", "shell", lid), piece("frame", "frame", frame), piece("screen", "code", screen),
        *placed([piece("eye", "lens", eye)], (0, 0.826, 0.026), (90, 0, 0)),
    ]  # fmt: skip
    hinge = brick((0.4, 0.03, 0.03), 0.025).placed((0, 0.02, -0.415))
    return [
        *placed(flat, tilt=(-90, 0, 0)),
        *placed(upright, (0, 0.03, -0.41), (-14, 0, 0)),
        piece("hinge", "well", hinge),
    ]


def _keyboard() -> list[tuple[float, float, float]]:
    """Middle and width of each key."""
    rows = [
        (-0.486 + 0.108 * column, 0.3 - 0.095 * row, 1.0)
        for row in range(4)
        for column in range(10)
    ]
    last = [(-0.486, 1.0), (-0.378, 1.0), (-0.27, 1.0), (0.0, 4.0), (0.27, 1.0), (0.378, 1.0),
            (0.486, 1.0)]  # fmt: skip
    return rows + [(x, -0.08, wide) for x, wide in last]


def _code() -> Pixels:
    """A coloured program on a dark ground."""
    colours = ("#7fd1ff", "#ffb86b", "#9be38a", "#ff7eb6", "#c9a6ff")
    lines = []
    for at in range(11):
        x, y = 150 + 34 * (0, 1, 2, 2, 1, 0, 1, 2, 3, 2, 1)[at], 66 + 31 * at
        for part in range(1 + (at * 7) % 3):
            wide = min(50 + (at * 53 + part * 71) % 130, 610 - x)
            colour = colours[(at + 2 * part) % 5]
            lines.append(
                f'<rect x="{x}" y="{y}" width="{wide}" height="13" rx="6.5" fill="{colour}"/>'
            )
            x += wide + 16
    marks = "".join(f'<circle cx="{26 + 24 * i}" cy="24" r="7" fill="{c}"/>'
                    for i, c in enumerate(("#ff5f57", "#febc2e", "#28c840")))  # fmt: skip
    files = "".join(f'<rect x="22" y="{70 + 34 * i}" width="{50 + i * 29 % 46}" height="10" rx="5" '
                    f'fill="#56688f"/>' for i in range(8))  # fmt: skip
    return _drawn(f'<rect width="640" height="400" fill="#18223a"/><rect width="640" height="46" '
                  f'fill="#101829"/><rect y="46" width="122" height="354" fill="#131c31"/>'
                  f'{marks}{files}{"".join(lines)}', 640, 400)  # fmt: skip


def _drawn(body: str, width: int, height: int) -> Pixels:
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">'
    return drawn(f"{head}{body}</svg>", width)[..., :3].copy()


def laptop_look(_accent: str) -> Look:
    """Aluminium."""
    return {
        "shell": metal("#cfd4db", 0.28),
        "keys": satin("#2b2e36"),
        "well": satin("#1d1f25"),
        "pad": metal("#b7bdc6", 0.2),
        "frame": glass("#101216"),
        "lens": glass("#27406b"),
        "code": Material(texture=_code(), roughness=0.15, clearcoat=0.8),
    }


def phone(_step: float) -> Pieces:
    """A phone with its apps on the screen, three lenses on its back."""
    body = plate(rounded(0.27, 0.55, 0.085), 0.045, 0.03)
    face = plate(rounded(0.252, 0.532, 0.07), 0.008, 0.006).placed((0, 0, 0.042))
    screen = card(0.46, 1.0, 0.002).placed((0, 0, 0.0515))
    buttons = [
        brick((0.01, tall, 0.014), 0.008).placed((x, y, 0))
        for x, y, tall in ((0.273, 0.2, 0.09), (-0.273, 0.26, 0.05), (-0.273, 0.13, 0.05))
    ]
    bump = plate(rounded(0.12, 0.12, 0.04), 0.014, 0.01).placed((-0.12, 0.4, -0.05))
    lens = lathe([(0, 0), (0.042, 0), (0.042, 0.02), (0.03, 0.02), (0.028, 0.012), (0, 0.012)], 28)
    lenses = [
        part.mesh
        for x, y in ((-0.17, 0.45), (-0.17, 0.35), (-0.07, 0.4))
        for part in placed([piece("lens", "lens", lens)], (x, y, -0.062), (-90, 0, 0))
    ]
    return [
        piece("body", "shell", body), piece("face", "frame", face),
        piece("screen", "apps", screen), piece("buttons", "metal", joined(*buttons)),
        piece("bump", "shell", bump), piece("lenses", "frame", joined(*lenses)),
    ]  # fmt: skip


def _apps() -> Pixels:
    """Tiles on a sunset."""
    colours = ("#34c759", "#ff9f0a", "#0a84ff", "#ff375f", "#ffd60a", "#5e5ce6", "#64d2ff",
               "#ff6482", "#30d158", "#bf5af2", "#ffffff", "#ac8e68")  # fmt: skip
    tiles = "".join(
        f'<rect x="{26 + 56 * (i % 4)}" y="{150 + 66 * (i // 4)}" width="42" height="42" rx="11" '
        f'fill="{colour}"/>'
        for i, colour in enumerate(colours)
    )
    dock = "".join(f'<rect x="{26 + 56 * i}" y="462" width="42" height="42" rx="11" fill="{c}"/>'
                   for i, c in enumerate(("#32d74b", "#0a84ff", "#ff453a", "#ffcc00")))  # fmt: skip
    return _drawn(
        '<defs><linearGradient id="s" x1="0" y1="0" x2=".4" y2="1"><stop stop-color="#4b3fd6"/>'
        '<stop offset=".55" stop-color="#c64fb0"/><stop offset="1" stop-color="#ff9a5a"/>'
        '</linearGradient></defs><rect width="260" height="540" rx="34" fill="#07080a"/>'
        '<rect x="1" y="1" width="258" height="538" rx="34" fill="url(#s)"/>'
        '<rect x="90" y="16" width="80" height="22" rx="11" fill="#08090b"/>'
        '<rect x="30" y="70" width="130" height="26" rx="13" fill="#fff" fill-opacity=".85"/>'
        '<rect x="30" y="106" width="86" height="14" rx="7" fill="#fff" fill-opacity=".6"/>'
        f'{tiles}<rect x="12" y="450" width="236" height="66" rx="24" fill="#fff" '
        f'fill-opacity=".3"/>{dock}', 260, 540)  # fmt: skip


def phone_look(accent: str) -> Look:
    """A coloured shell around black glass."""
    return {
        "shell": metal(accent, 0.25),
        "metal": metal("#c9ccd2"),
        "frame": glass("#08090b"),
        "apps": Material(texture=_apps(), roughness=0.12, clearcoat=0.9),
    }
