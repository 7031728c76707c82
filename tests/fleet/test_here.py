"""Many photos: an error is a row, the rest goes on, folders are walked with care."""

from __future__ import annotations

from pathlib import Path

from facevalue.core.errors import NotAPhoto, Refused
from facevalue.fleet.here import Item, items, run


def test_folders_are_walked_and_safe_copies_passed_over(tmp_path: Path) -> None:
    """Photos by their ending, in order; hidden files and our own results are not photos to do."""
    for name in ("b.jpg", "a.PNG", "a.safe.jpg", ".hidden.jpg", "notes.txt", "sub/c.heic"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    (tmp_path / "loop").symlink_to(tmp_path)
    found = [item.path.relative_to(tmp_path).as_posix() for item in items([tmp_path])]
    assert found == ["a.PNG", "b.jpg", "sub/c.heic"]


def test_a_named_file_is_taken_as_it_is(tmp_path: Path) -> None:
    """What a person names is worked on, whatever its ending."""
    assert list(items([tmp_path / "x.txt"])) == [Item(tmp_path / "x.txt")]


def test_an_error_is_a_row_and_the_rest_goes_on() -> None:
    """Refusals, system errors and mistakes of ours end one photo, never the batch."""

    def work(item: Item) -> str:
        name = item.path.name
        if name == "refused":
            raise NotAPhoto("no")
        if name == "system":
            raise OSError(5, "Input/output error")
        if name == "bug":
            raise KeyError("secret value")
        return name

    names = ("refused", "system", "bug", "fine")
    rows = list(run(work, [Item(Path(name)) for name in names]))
    assert [row.done for row in rows] == [None, None, None, "fine"]
    assert isinstance(rows[0].error, NotAPhoto)
    assert "Input/output" in str(rows[1].error)
    assert isinstance(rows[2].error, Refused)
    assert "secret value" not in str(rows[2].error)
