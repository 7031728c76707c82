"""The rendering process: one scene in by a pipe, progress and pixels out, then it ends.

Runs as ``python -m facevalue.studio.doll.render.child``; only ``run.py`` starts it. A
compiler that aborts takes this process down and nothing else, and all memory is given back.
It ends at once when its other end is gone.
"""

from __future__ import annotations

import os
import sys
import threading
from pathlib import Path
from typing import IO, Any

from .wire import Head, receive, send


def main() -> None:
    """Answer the one request."""
    into, out = sys.stdin.buffer, _own_output()
    _die_with_parent()
    _no_core_dump()
    head, arrays = receive(into)
    threading.Thread(target=_watch, args=(into,), daemon=True).start()
    _choose(head.get("library"))
    send(out, {"done": True}, [_work(head, arrays, out)])
    os._exit(0)  # without waiting for the thread that watches the pipe


def _work(head: Head, arrays: list[Any], out: IO[bytes]) -> Any:
    from .packing import unpacked
    from .settings import Settings

    settings = Settings(**head["settings"])

    def told(stage: str, share: float) -> None:
        send(out, {"stage": stage, "share": share})

    if head.get("poses"):
        from .busts import posed

        poses = [(float(yaw), float(pitch)) for yaw, pitch in head["poses"]]
        return posed(unpacked(head, arrays), settings, poses, head["roles"])
    if head["frames"]:
        from .turn import turned

        return turned(unpacked(head, arrays), settings, int(head["frames"]), told)
    from .picture import picture
    from .shared import Kept

    def keep(kept: Kept) -> None:
        if head["keeps"]:
            send(out, {"keep": True}, [kept.layers, kept.there])

    scene = [unpacked(head, arrays)]
    kept = [Kept(*arrays[-2:]) if head["kept"] else None]
    arrays.clear()  # nobody else holds what is popped, so that the picture can let go of it
    return picture(scene.pop(), settings, told, kept.pop(), keep)


def _own_output() -> IO[bytes]:
    """The pipe to our parent, kept apart: what a library prints must not get into it."""
    own = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return own


def _watch(into: IO[bytes]) -> None:
    """End this process when the parent closes its end of the pipe, or is gone."""
    into.read(1)
    os._exit(1)


def _die_with_parent() -> None:
    """On Linux the system itself ends us with our parent, however busy we are."""
    if sys.platform != "linux":
        return
    import ctypes
    import signal

    ctypes.CDLL(None).prctl(1, signal.SIGKILL)  # PR_SET_PDEATHSIG


def _no_core_dump() -> None:
    """An abort leaves no file behind. Windows has no such limits."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _choose(library: str | None) -> None:
    """Choose how Mitsuba works: compiled by that LLVM, or without any."""
    if library:
        from .llvm import load

        load(Path(library))
    import mitsuba as mi

    mi.set_variant("llvm_ad_rgb" if library else "scalar_rgb")
    mi.set_log_level(mi.LogLevel.Error)


if __name__ == "__main__":
    main()
