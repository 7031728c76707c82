"""A document from a file: read whole, or refused with a sentence."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from facevalue.core.errors import Broken, FacevalueError, NoSuchFile, NotAFile, TooBig
from facevalue.terms.read import MOST, read_text

GOOD = "One is here. Two is here. Three is here. Four is here. Five is here.\n"


def written(folder: Path, content: bytes) -> Path:
    """A file with this content."""
    path = folder / "terms.md"
    path.write_bytes(content)
    return path


def test_a_document_is_read_as_it_is(tmp_path: Path) -> None:
    """With or without the mark that some editors put before UTF-8."""
    assert read_text(written(tmp_path, GOOD.encode())) == GOOD
    assert read_text(written(tmp_path, b"\xef\xbb\xbf" + GOOD.encode())) == GOOD


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"", Broken),
        (b"Please enable JavaScript and reload the page. " * 3, Broken),
        (b"\x89PNG\r\n\x1a\n" * 50, Broken),
        (("a. B" * 9).encode() + b"\0", Broken),
        (b"One. " * (MOST // 4), TooBig),
    ],
)
def test_what_is_no_document_of_terms_is_refused(
    tmp_path: Path, content: bytes, error: type[FacevalueError]
) -> None:
    """Empty, a failed download, a picture, too large: each is said."""
    with pytest.raises(error):
        read_text(written(tmp_path, content))


def test_a_file_of_fifty_megabytes_is_refused_without_being_read(tmp_path: Path) -> None:
    """Its beginning is enough to know."""
    path = tmp_path / "terms.md"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    since = time.process_time()
    with pytest.raises(TooBig):
        read_text(path)
    assert time.process_time() - since < 1


@pytest.mark.parametrize(
    "page",
    [
        "<!doctype html><html><body></body></html>",
        "<!doctype html><script>One is. Two is. Three is. Four is. Five is. Six is.</script>",
        "<html><noscript>Please enable JavaScript and cookies to continue.</noscript>",
    ],
)
def test_a_page_without_text_is_a_failed_download(tmp_path: Path, page: str) -> None:
    """What only a program would have shown is not taken for terms."""
    with pytest.raises(Broken, match="failed download"):
        read_text(written(tmp_path, page.encode()))


def test_nothing_and_a_folder_are_told_apart(tmp_path: Path) -> None:
    """Each with its own number."""
    with pytest.raises(NoSuchFile):
        read_text(tmp_path / "none.md")
    with pytest.raises(NotAFile):
        read_text(tmp_path)
