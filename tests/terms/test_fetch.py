"""Documents from an archive: the version that was asked for, or a sentence and nothing."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from facevalue.core.errors import Broken, NoEngine, NotFetched
from facevalue.core.terms import Document
from facevalue.terms.fetch import fetch

OLD = "One is here. Two is here. Three is here. Four is here. Five is here.\n"
NEW = OLD + "Six is new. \n"
DOCUMENT = Document("tos", "Terms", date(2026, 1, 1), "them/versions", "A service/Terms.md", "")


def git(folder: Path, *words: str) -> str:
    """git in a folder."""
    who = ["-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    done = subprocess.run(["git", *who, *words], cwd=folder, capture_output=True, check=True)
    return done.stdout.decode().strip()


@pytest.fixture
def archive(tmp_path: Path) -> tuple[Path, Document]:
    """A folder with an archive of two versions, and a document that names the first."""
    home = tmp_path / "archive" / "them" / "versions"
    (home / "A service").mkdir(parents=True)
    git(home, "init", "--quiet")
    git(home, "config", "uploadpack.allowAnySHA1InWant", "true")
    for text in (OLD, NEW):
        (home / DOCUMENT.path).write_text(text, encoding="utf-8")
        git(home, "add", ".")
        git(home, "commit", "--quiet", "-m", "recorded")
    return tmp_path / "archive", replace(DOCUMENT, commit=git(home, "rev-parse", "HEAD~1"))


def test_the_version_that_was_read_comes_by_its_commit(archive: tuple[Path, Document]) -> None:
    """Not the newest, and with the commit that was asked for."""
    base, document = archive
    got = fetch(document, str(base))
    assert (got.text, got.commit) == (OLD, document.commit)


def test_the_newest_version_comes_when_it_is_asked_for(archive: tuple[Path, Document]) -> None:
    """With the commit under which the archive keeps it."""
    base, document = archive
    got = fetch(document, str(base), now=True)
    assert got.text == NEW
    assert got.commit != document.commit


@pytest.mark.parametrize(
    "change",
    [
        {"commit": "0" * 40},
        {"path": "nothing.md"},
        {"archive": "them/none"},
        {"commit": "--upload-pack=touch owned"},
        {"archive": "--upload-pack=touch owned"},
    ],
)
def test_what_the_archive_does_not_give_is_said(
    archive: tuple[Path, Document], change: dict[str, str]
) -> None:
    """A commit, path or archive that is not there, and words that look like options of git."""
    base, document = archive
    with pytest.raises(NotFetched, match="archive"):
        fetch(replace(document, **change), str(base))  # type: ignore[arg-type]
    assert not list(base.rglob("owned"))


@pytest.mark.parametrize("base", ["ext::sh -c touch% owned", "http://127.0.0.1:9", "ssh://nobody"])
def test_only_https_and_folders_are_asked(base: str, tmp_path: Path) -> None:
    """Other protocols, which could run programs or leave the words open, are refused by git."""
    with pytest.raises(NotFetched, match="not allowed"):
        fetch(replace(DOCUMENT, commit="0" * 40), base)


def test_an_empty_document_is_no_document(archive: tuple[Path, Document]) -> None:
    """A failed crawl, kept by the archive, is refused as any other text."""
    base, document = archive
    home = base / document.archive
    (home / document.path).write_text("Access denied.", encoding="utf-8")
    git(home, "commit", "--quiet", "-am", "recorded")
    with pytest.raises(Broken, match="fewer than"):
        fetch(document, str(base), now=True)


def test_without_git_it_is_said_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    """And where to turn."""
    monkeypatch.setattr("facevalue.terms.fetch.shutil.which", lambda _: None)
    with pytest.raises(NoEngine, match="git"):
        fetch(DOCUMENT)
