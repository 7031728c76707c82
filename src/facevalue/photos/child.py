"""The decoding process itself: limits first, then one request after the other.

Runs as ``python -m facevalue.photos.child``; only ``sandbox.py`` starts it. It gets bytes
and gives back bytes; it opens no file and no socket.
"""

from __future__ import annotations

import sys
import warnings
from typing import BinaryIO

from . import limits
from .sandbox import receive, send


def main() -> None:
    """Answer requests until the pipe closes."""
    into, out = sys.stdin.buffer, sys.stdout.buffer
    _warm()
    _limit_memory()
    warnings.simplefilter("ignore")
    while True:
        try:
            head, body = receive(into, limits.FILE_BYTES + limits.PIXELS * 4)
        except EOFError:
            return
        _limit_time()
        _answer(out, head, body)


def _answer(out: BinaryIO, head: dict[str, object], body: bytes) -> None:
    from .raster import WORK, BombError, MissingDecoderError

    work = WORK[str(head["do"])]
    try:
        answer, parts = work(head, body)
    except MissingDecoderError:
        answer, parts = {"error": "missing"}, []
    except BombError:
        answer, parts = {"error": "big"}, []
    except MemoryError:
        answer, parts = {"error": "memory"}, []
    except Exception:  # noqa: BLE001 - whatever a decoder raises means: not decodable
        answer, parts = {"error": "broken"}, []
    send(out, answer, parts)


def _warm() -> None:
    """Load the decoders before the limits are drawn around untrusted bytes."""
    from . import raster

    raster.load_decoders()


def _limit_memory() -> None:
    """Address space, no core dump, no file written. Windows has no such limits."""
    try:
        import resource
    except ImportError:
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    most = limits.DECODE_BYTES if hard == resource.RLIM_INFINITY else min(limits.DECODE_BYTES, hard)
    resource.setrlimit(resource.RLIMIT_AS, (most, hard))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


def _limit_time() -> None:
    """CPU seconds from now on: the limit counts since the process began, so it is moved."""
    try:
        import resource
    except ImportError:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    soon = int(used.ru_utime + used.ru_stime) + limits.DECODE_SECONDS
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    if hard == resource.RLIM_INFINITY or soon <= hard:
        resource.setrlimit(resource.RLIMIT_CPU, (soon, hard))


if __name__ == "__main__":
    main()
