"""A child process that decodes untrusted bytes, and that can be killed.

One child serves many photos; after any failure it is thrown away and the next photo gets
a fresh one. What it answers is untrusted too: a hostile file may have taken it over.
"""

from __future__ import annotations

import atexit
import contextlib
import json
import os
import subprocess
import sys
import threading
from collections.abc import Sequence
from typing import IO

from ..core.errors import Broken, NoEngine, Refused, TooBig, TooSlow
from . import limits

LENGTHS = 16
"""Bytes before each message: the length of its JSON head and of its body, 8 bytes each."""

_SAYS: dict[str, tuple[type[Refused], str]] = {
    "broken": (
        Broken,
        "the picture is damaged or cut short and cannot be decoded; "
        "try to copy or export it again from where it came",
    ),
    "memory": (TooSlow, "decoding the picture needs more memory than is allowed"),
    "time": (TooSlow, "decoding the picture takes longer than is allowed"),
    "big": (TooBig, "the picture unpacks to more pixels than it may"),
}


class Child:
    """One decoding process and the pipe to it."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-s", "-m", "facevalue.photos.child"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_environment(),
            start_new_session=True,
        )
        _widen(self._process.stdout)
        self.owner = os.getpid()

    def ask(
        self, head: dict[str, object], bodies: Sequence[bytes]
    ) -> tuple[dict[str, object], bytes]:
        """Send a request and wait for its answer, no longer than the wall-clock limit.

        Raises TooSlow when the child dies or has to be killed.
        """
        watch = threading.Timer(limits.WALL_SECONDS, self.close)
        watch.daemon = True
        watch.start()
        try:
            assert self._process.stdin
            assert self._process.stdout
            send(self._process.stdin, head, bodies)
            return receive(self._process.stdout, limits.PIXELS * 4)
        except (OSError, EOFError, ValueError):
            raise TooSlow(
                "decoding the picture took too much time or memory, or made the decoder "
                "stop; the file may be built to do that. It was given up, nothing else happened"
            ) from None
        finally:
            watch.cancel()

    def close(self) -> None:
        """Kill the child; safe to call twice."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe:
                _close(pipe)


def send(pipe: IO[bytes], head: dict[str, object], bodies: Sequence[bytes]) -> None:
    """Write one message: two lengths, the JSON head, then the bodies one after the other."""
    text = json.dumps(head).encode()
    whole = sum(len(body) for body in bodies)
    pipe.write(len(text).to_bytes(8, "big") + whole.to_bytes(8, "big") + text)
    for body in bodies:
        pipe.write(body)
    pipe.flush()


def receive(pipe: IO[bytes], most: int) -> tuple[dict[str, object], bytes]:
    """Read one message. Raises EOFError when the pipe ends, ValueError when it is too long."""
    lengths = _exactly(pipe, LENGTHS)
    head = int.from_bytes(lengths[:8], "big")
    body = int.from_bytes(lengths[8:], "big")
    if head > 65_536 or body > most:
        raise ValueError("message too long")
    answer = json.loads(_exactly(pipe, head))
    if not isinstance(answer, dict):
        raise ValueError("message has no head")  # noqa: TRY004 - one error for a bad message
    return answer, _exactly(pipe, body)


def ask(head: dict[str, object], bodies: Sequence[bytes]) -> tuple[dict[str, object], bytes]:
    """Ask the shared child; start it when it is not there, drop it when it failed.

    Raises Broken, TooBig, TooSlow or NoEngine as the child found.
    """
    with _lock:
        child = _child()
        try:
            answer, body = child.ask(head, bodies)
        except BaseException:
            _drop()
            raise
    problem = answer.get("error")
    if problem is None:
        return answer, body
    if problem == "missing":
        raise NoEngine(
            "the decoder for HEIC photos is not installed; get it with "
            "'pip install pi-heif' (the extra named heic). Metadata can be checked and taken "
            "out without it"
        )
    kind, says = _SAYS.get(str(problem), _SAYS["broken"])
    raise kind(says)


def close() -> None:
    """Stop the shared child, if there is one."""
    with _lock:
        _drop()


_lock = threading.Lock()
_shared: list[Child] = []


def _child() -> Child:
    if _shared and _shared[0].owner != os.getpid():
        _shared.clear()  # after a fork the pipe still belongs to the parent
    if not _shared:
        _shared.append(Child())
    return _shared[0]


def _drop() -> None:
    while _shared:
        child = _shared.pop()
        if child.owner == os.getpid():
            child.close()


def _environment() -> dict[str, str]:
    """Only what an interpreter needs to start: no tokens, no home, no proxies."""
    keep = ("PATH", "SYSTEMROOT", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "TMPDIR", "TEMP")
    kept = {name: os.environ[name] for name in keep if name in os.environ}
    return kept | {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}


def _widen(pipe: IO[bytes] | None) -> None:
    """A pipe of 1 MB where the system can (Linux): fewer turns between the two processes."""
    try:
        from fcntl import F_SETPIPE_SZ, fcntl
    except ImportError:
        return
    with contextlib.suppress(OSError):  # the system's limit may be lower; slower is fine
        assert pipe
        fcntl(pipe, F_SETPIPE_SZ, 1 << 20)


def _exactly(pipe: IO[bytes], count: int) -> bytes:
    data = pipe.read(count)
    if len(data) != count:
        raise EOFError
    return data


def _close(pipe: IO[bytes]) -> None:
    with contextlib.suppress(OSError):  # the other end is gone, which is what closing wants
        pipe.close()


atexit.register(close)
