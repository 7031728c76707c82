"""Rendering in its own process: the same bytes twice, nothing left behind, stopped when told."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest

from facevalue.core.errors import NoEngine
from facevalue.studio.doll.render import run
from facevalue.studio.doll.render.settings import Settings
from facevalue.studio.doll.render.turn import turntable
from tests.studio.doll.render.sample import scene

SMALL = Settings(72, 96, 4)


def processes() -> set[int]:
    """Children of this process, by their numbers."""
    me = os.getpid()
    found = set()
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            parent = int(stat.read_text().rsplit(")", 1)[1].split()[1])
        except (OSError, IndexError):
            continue
        if parent == me:
            found.add(int(stat.parent.name))
    return found


def test_the_same_scene_gives_the_same_bytes() -> None:
    """Two processes agree to the last bit, and another seed gives other noise."""
    one, two = run.render(scene(), SMALL), run.render(scene(), SMALL)
    assert one.shape == (96, 72, 3)
    assert one.dtype == np.uint8
    assert (one == two).all()
    assert (run.render(scene(seed=1), SMALL) != one).any()


def test_without_llvm_it_renders_too() -> None:
    """The plain variant gives about the same picture as the compiled one."""
    plain = run.asked(scene(), SMALL, None).astype(float)
    usual = run.render(scene(), SMALL).astype(float)
    assert plain.std() > 20
    assert np.abs(plain - usual).mean() < 6


def test_print_is_the_right_way_up() -> None:
    """The first row of a texture is at the top."""
    pixels = run.render(scene(film=False), SMALL).astype(int)
    top, bottom = pixels[20, 36], pixels[58, 16]
    assert top[0] > top[2] + 40
    assert bottom[2] > bottom[0] + 40


def test_the_film_adds_its_streaks() -> None:
    """With a film there is more light where it mirrors lamps, and the middle hardly changes."""
    usual, bare = (run.render(scene(film=film), SMALL).astype(float) for film in (True, False))
    more = (usual - bare).mean(-1)
    assert more.max() > 8
    assert np.abs(more[35:60, 30:42]).mean() < 4


def test_progress_rises_to_the_end() -> None:
    """Shares never fall, start at 0 and end at 1."""
    heard: list[tuple[str, float]] = []
    run.render(scene(), SMALL, told=lambda stage, share: heard.append((stage, share)))
    shares = [share for _, share in heard]
    assert shares == sorted(shares)
    assert shares[0] == 0
    assert shares[-1] == 1
    assert {stage for stage, _ in heard} == {"Rendering", "Denoising"}


def test_stopping_leaves_nothing_behind() -> None:
    """What ``told`` raises comes out at once, and the process is gone."""
    before = processes()

    def stop(stage: str, share: float) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run.render(scene(), Settings(1024, 1024, 64), told=stop)
    assert processes() <= before


def test_nothing_is_written_without_a_cache(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither the home folder nor the temporary one gets a file."""
    for name in ("HOME", "TMPDIR", "XDG_CACHE_HOME"):
        (tmp_path / name).mkdir()
        monkeypatch.setenv(name, str(tmp_path / name))
    run.render(scene(), SMALL)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_a_cache_gets_kernels_and_only_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With a cache the compiled kernels are in it, and the home folder stays empty."""
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    (tmp_path / "home").mkdir()
    run.render(scene(), SMALL, cache=tmp_path / "cache")
    assert list((tmp_path / "home").iterdir()) == []
    names = {path.name for path in (tmp_path / "cache").iterdir()}
    assert names <= {"kernels", "llvm.json"}


def test_a_process_that_dies_is_tried_without_llvm(monkeypatch: pytest.MonkeyPatch) -> None:
    """A compiler that aborts in spite of the probe costs time and nothing else."""
    asked: list[Path | None] = []

    def dies(scene_: object, settings: object, llvm: Path | None, *rest: object) -> np.ndarray:
        asked.append(llvm)
        if llvm is not None:
            raise run.Stopped
        return np.zeros((1, 1, 3), np.uint8)

    monkeypatch.setattr(run, "asked", dies)
    monkeypatch.setattr(run, "library", lambda cache: Path("libLLVM.so.99"))
    assert run.render(scene(), SMALL).shape == (1, 1, 3)
    assert asked == [Path("libLLVM.so.99"), None]
    monkeypatch.setattr(run, "library", lambda cache: None)
    monkeypatch.setattr(run, "asked", lambda *rest: (_ for _ in ()).throw(run.Stopped))
    with pytest.raises(NoEngine, match="without a picture"):
        run.render(scene(), SMALL)


def test_a_missing_renderer_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without Mitsuba there is a sentence with the way to get it."""
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    monkeypatch.setattr(run, "library", lambda cache: None)
    with pytest.raises(NoEngine, match="pip install"):
        run.render(scene(), SMALL)


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_the_process_dies_with_its_parent() -> None:
    """A parent that is killed leaves no renderer running."""
    code = (
        "from facevalue.studio.doll.render import run\n"
        "from facevalue.studio.doll.render.settings import Settings\n"
        "from tests.studio.doll.render.sample import scene\n"
        "def told(stage, share):\n    print('on', flush=True)\n"
        "run.render(scene(), Settings(1024, 1024, 256), told=told)\n"
    )
    parent = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE)
    assert parent.stdout
    parent.stdout.readline()
    children = Path(f"/proc/{parent.pid}/task/{parent.pid}/children").read_text().split()
    assert children
    parent.send_signal(signal.SIGKILL)
    parent.wait()
    parent.stdout.close()
    until = time.monotonic() + 10
    while time.monotonic() < until and any(_runs(int(child)) for child in children):
        time.sleep(0.05)
    assert not any(_runs(int(child)) for child in children)


def _runs(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


def test_the_turntable_turns() -> None:
    """Frames of the asked number and size, each another side, the same bytes twice."""
    parts = [scene().parts[0]]
    frames = turntable(parts, Settings(48, 64, 4, 3), frames=3)
    again = turntable(parts, Settings(48, 64, 4, 3), frames=3)
    assert [frame.shape for frame in frames] == [(64, 48, 3)] * 3
    assert np.abs(frames[0].astype(int) - frames[1]).mean() > 2
    assert all((a == b).all() for a, b in zip(frames, again, strict=True))
