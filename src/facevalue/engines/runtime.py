"""onnxruntime, opened so that it keeps quiet.

From version 1.29 its builds for every system collect events, keep a number of the machine in
the home folder, and send them to Microsoft. ``pyproject.toml`` therefore asks for an older
one; should a newer one be here all the same, the variable below, which it reads once while it
is loaded, switches that off.
"""

from __future__ import annotations

import os
from types import ModuleType
from typing import Any

OFF = "ORT_DISABLE_TELEMETRY"


def onnxruntime() -> ModuleType:
    """The library, with nothing collected or sent. Raises ImportError when it is not here.

    Control-C while it loads arrives as an ImportError that hides a KeyboardInterrupt; it is
    raised again as what it is.
    """
    os.environ[OFF] = "1"
    try:
        import onnxruntime as library
    except ImportError as error:
        if _interrupted(error):
            raise KeyboardInterrupt from None
        raise
    library.disable_telemetry_events()  # builds for Windows would write trace events
    found: ModuleType = library
    return found


def _interrupted(error: BaseException) -> bool:
    """Whether a KeyboardInterrupt stands somewhere behind an error."""
    behind: BaseException | None = error
    for _ in range(10):
        if behind is None:
            return False
        if isinstance(behind, KeyboardInterrupt):
            return True
        behind = behind.__cause__ or behind.__context__
    return False


def quiet_session(model: bytes) -> Any:
    """A model of one fixed input size, ready to run on at most two threads.

    Waiting threads sleep instead of spinning: a single look is over before they are needed.
    """
    library = onnxruntime()
    options = library.SessionOptions()
    options.intra_op_num_threads = min(2, os.cpu_count() or 1)
    options.log_severity_level = 3
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    return library.InferenceSession(model, options, providers=["CPUExecutionProvider"])
