"""One self-contained page: the photo with its findings, the bill, before and after."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass
from importlib import resources
from typing import TYPE_CHECKING

from ..core.change import Protected
from ..core.finding import Finding, Skip
from ..core.photo import Photo, Picture
from ..core.places import Place, Region, Span
from ..core.report import Exposure, Report
from ..photos.pixels import preview
from .clean import clean
from .people import LIMITS, FaceRow, face_rows, faces_of, lab_says, worst_lab
from .text import shown_values
from .thumbs import MOST, strip
from .words import marked

if TYPE_CHECKING:
    from jinja2 import Template
    from markupsafe import Markup

LONGEST = 1400
"""Longest side of the pictures on the page, in pixels: sharp on a phone, small enough to mail."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the bill as the page shows it."""

    number: int
    level: str
    title: str
    values: tuple[str, ...]
    says: str
    remedy: str
    drawn: bool


@dataclass(frozen=True, slots=True)
class Box:
    """A finding drawn on the photo, in pixels of the upright picture."""

    line: int
    level: str
    label: str
    region: Region


@dataclass(frozen=True, slots=True)
class Lab:
    """The lab report of one face as the page shows it."""

    number: int
    verdict: str
    judges: tuple[str, ...]
    finder: str
    bad: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A finding in the full list."""

    kind: str
    where: str
    value: str
    score: str
    because: str


def page(
    report: Report,
    picture: Picture | None,
    result: Protected | None = None,
    after: Picture | None = None,
) -> str:
    """The page as HTML: no script, no address outside itself.

    ``picture`` and ``after`` are the decoded photos; None leaves the picture out and says
    so. Every text of the file is cleaned and escaped.
    """
    photo = report.upload.photo
    faces = face_rows(report.look)
    return _template().render(
        css=_read("report.css"),
        photo=photo,
        name=clean(photo.name) if photo else "",
        facts=_facts(photo) if photo else "",
        level=report.level.word if report.exposures else "none",
        size=picture.size if picture else None,
        image=_data(picture),
        boxes=_boxes(report),
        lines=_lines(report),
        faces=faces,
        thumbs=_thumbs(picture, faces),
        thumbed=MOST,
        misses=[miss.says for miss in report.look.misses],
        limits=LIMITS,
        words=marked(report.upload.words or "", report.look.findings),
        labs=_labs(result),
        skips=_skips(report.look.skips),
        rows=[_row(found) for found in report.look.findings],
        result=result,
        after=_data(after),
        after_facts=_facts(result.photo) if result and result.photo else "",
        changes=result.changes if result else (),
        left=_skips(result.left.skips) if result else (),
        still=[_row(found) for found in result.left.findings] if result else (),
    )


def _template() -> Template:
    from jinja2 import Environment, StrictUndefined

    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters["options"] = _options
    return environment.from_string(_read("report.html"))


def _options(text: str) -> Markup:
    """A sentence in which no option such as --keep is torn apart at the end of a line."""
    from markupsafe import Markup, escape

    words = (
        Markup('<span class="option">{}</span>').format(word) if word[:2] == "--" else escape(word)
        for word in text.split(" ")
    )
    return Markup(" ").join(words)


def _read(name: str) -> str:
    return resources.files("facevalue.show").joinpath("templates", name).read_text("utf-8")


def _data(picture: Picture | None) -> str:
    if picture is None:
        return ""
    return "data:image/jpeg;base64," + b64encode(preview(picture, LONGEST)).decode()


def _thumbs(picture: Picture | None, faces: list[FaceRow]) -> str:
    """All faces in one strip, as the page's one picture of them."""
    if picture is None or not faces:
        return ""
    shown = strip(picture, [face.region for face in faces])
    return "data:image/jpeg;base64," + b64encode(preview(shown, shown.size.height)).decode()


def _labs(result: Protected | None) -> list[Lab]:
    """The lab reports, the likest faces first."""
    return [
        Lab(
            face.number,
            face.verdict,
            tuple(lab_says(judge) for judge in face.judges),
            f"{face.found[0]:.2f} → {face.found[1]:.2f}",
            any(judge.matches for judge in face.judges),
        )
        for face in worst_lab(result.lab if result else ())
    ]


def _facts(photo: Photo) -> str:
    size = photo.size
    return (
        f"{photo.format.upper()} · {size.width} × {size.height} · {len(photo.data) / 1e3:,.0f} kB"
    )


def _lines(report: Report) -> list[Line]:
    return [_line(number, line) for number, line in enumerate(report.exposures, 1)]


def _line(number: int, line: Exposure) -> Line:
    drawn = any(isinstance(found.where, Region) for found in line.findings)
    values = tuple(shown_values(line))
    return Line(number, line.level.word, line.title, values, line.says, line.remedy, drawn)


def _boxes(report: Report) -> list[Box]:
    """Every finding with a place in the picture, on the first line of the bill that has it."""
    boxes: dict[Finding, Box] = {}
    faces = faces_of(report.look)
    for number, line in enumerate(report.exposures, 1):
        for found in line.findings:
            if isinstance(found.where, Region) and found not in boxes:
                label = f"face {faces.index(found) + 1}" if found in faces else found.kind.value
                boxes[found] = Box(number, line.level.word, label, found.where)
    return list(boxes.values())


def _skips(skips: tuple[Skip, ...]) -> list[tuple[str, str]]:
    return [(clean(skip.by), clean(skip.reason, 400)) for skip in skips]


def _row(found: Finding) -> Row:
    where = found.where
    place = _place(where)
    value = clean(found.value.show(), 200) if found.value else ""
    return Row(found.kind.value, place, value, f"{found.score:.2f}", found.because)


def _place(where: Place) -> str:
    if isinstance(where, Region):
        return f"{where.left}, {where.top} – {where.right}, {where.bottom}"
    if isinstance(where, Span):
        return f"letters {where.start + 1} to {where.end} of the words"
    return clean(str(where))
