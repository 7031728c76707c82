"""Our own mark is harmless, and nothing hides behind it."""

from __future__ import annotations

import pytest

from facevalue.core.finding import Kind
from facevalue.core.photo import Metadata, Tag
from facevalue.core.places import Field
from facevalue.findings.metadata.look import look_metadata
from facevalue.findings.metadata.own import says_made_here
from facevalue.photos.fields import metadata
from facevalue.photos.mark import SOURCE, marked
from facevalue.photos.open import open_photo
from tests.photographs import astronaut, saved


def kinds(path: str, value: str) -> set[Kind]:
    """What is found in one field."""
    tag = Tag(Field(tuple(path.split("."))), value)
    return {found.kind for found in look_metadata(Metadata(tags=(tag,)))}


def test_our_words_are_a_mark() -> None:
    """The program and the sentence that pictures of the studio carry."""
    assert kinds("Xmp.xmp.CreatorTool", "Facevalue 0.1.0") == {Kind.MARK}
    says = "Made by software, not photographed: a figure in a box."
    assert kinds("Xmp.dc.description", says) == {Kind.MARK}


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("Xmp.dc.description", "Made by software, not photographed: Dana Weber in a box."),
        ("Xmp.dc.description", "Made by software, not photographed: a box. Call 555 123"),
        ("Xmp.dc.description", "Dana. Made by software, not photographed: a figure in a box."),
        ("Xmp.dc.title", "Made by software, not photographed: a figure in a box."),
        ("Xmp.xmp.CreatorTool", "Facevalue 0.1.0 of Dana Weber"),
        ("Xmp.xmp.CreatorTool", "Photoshop 27"),
    ],
)
def test_other_words_stay_findings(path: str, value: str) -> None:
    """A name beside the sentence, another field, another program."""
    assert Kind.MARK not in kinds(path, value)
    assert kinds(path, value)


WHOLE = {
    "Xmp.Iptc4xmpExt.DigitalSourceType": SOURCE,
    "Xmp.xmp.CreatorTool": "Facevalue 0.1.0",
    "Xmp.dc.description": "Made by software, not photographed: a figure in a box.",
}


def made_here(fields: dict[str, str]) -> bool:
    """Whether a file with these fields counts as one of our own."""
    tags = [Tag(Field(tuple(path.split("."))), value) for path, value in fields.items()]
    return says_made_here(Metadata(tags=tuple(tags)))


def test_a_file_with_the_whole_mark_is_ours() -> None:
    """In the words of any version."""
    assert made_here(WHOLE)
    assert made_here({**WHOLE, "Xmp.xmp.CreatorTool": "Facevalue 2.14"})


@pytest.mark.parametrize("name", list(WHOLE))
def test_a_part_of_the_mark_is_not_enough(name: str) -> None:
    """Each of the fields must be there, and say what ours says."""
    assert not made_here({key: value for key, value in WHOLE.items() if key != name})
    assert not made_here({**WHOLE, name: f"{WHOLE[name]} of Dana"})
    assert not made_here({})


def test_the_mark_does_not_hide_what_stands_beside_it() -> None:
    """A photo that somebody gave our mark is still looked at when it tells anything more."""
    assert not made_here({**WHOLE, "Exif.Image.Make": "Examplephone"})
    assert not made_here({**WHOLE, "Xmp.xmp.Rating": "5"})


@pytest.mark.parametrize("form", ["PNG", "WEBP", "GIF"])
def test_what_the_studio_writes_is_known_again(form: str) -> None:
    """In every format it writes; without the mark a file is not."""
    plain = saved(astronaut()[:64, :64], form)
    assert says_made_here(metadata(open_photo(marked(plain, "a figure in a box"))))
    assert not says_made_here(metadata(open_photo(plain)))
