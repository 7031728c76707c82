"""Our own mark is harmless, and nothing hides behind it."""

from __future__ import annotations

import pytest

from facevalue.core.finding import Kind
from facevalue.core.photo import Metadata, Tag
from facevalue.core.places import Field
from facevalue.findings.metadata.look import look_metadata


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
