"""Bring documents of a service from the public archive that keeps them, with git, when asked.

This is the one part of the package that may use the network, and only ``facevalue terms fetch``
calls it. git is asked for single versions, without hooks, without a password prompt, and with no
protocol but https and files.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from ..core.errors import NoEngine, NotFetched
from ..core.terms import Document
from .read import MOST, text_of

ARCHIVES = "https://github.com"
"""Where Open Terms Archive publishes the repositories that the documents name."""

SECONDS = 300
"""How long one call of git may take."""

NOW = "HEAD"

QUIET = (
    *("-c", "core.hooksPath=/dev/null"),
    *("-c", "credential.helper="),
    *("-c", "protocol.allow=never"),
    *("-c", "protocol.https.allow=always"),
    *("-c", "protocol.file.allow=always"),
)


@dataclass(frozen=True, slots=True)
class Fetched:
    """One version of a document: ``commit`` as the archive numbers it, ``text`` as it keeps it."""

    document: Document
    commit: str
    text: str


def fetch(document: Document, base: str = ARCHIVES, *, now: bool = False) -> Fetched:
    """The version that the facts were read in, or with ``now`` the newest that is kept.

    ``base`` is an address or a folder below which the archive lies. Raises NoEngine without git,
    NotFetched when the version cannot be had, Broken when what comes is no document.
    """
    wanted = NOW if now else document.commit
    address = f"{base.rstrip('/')}/{document.archive}"
    with tempfile.TemporaryDirectory(prefix="facevalue-") as folder:
        home = Path(folder)
        _git(home, "init", "--quiet", "--template=")
        _git(home, "fetch", "--quiet", "--depth=1", "--no-tags", "--", address, wanted)
        commit = _git(home, "rev-parse", "FETCH_HEAD").decode("ascii", "replace").strip()
        untrusted_bytes = _git(home, "show", f"FETCH_HEAD:{document.path}")
    if len(untrusted_bytes) > MOST:
        raise NotFetched(f"{document.path} is larger than any terms: {len(untrusted_bytes)} bytes")
    return Fetched(document, commit, text_of(untrusted_bytes, document.path))


def _git(home: Path, *words: str) -> bytes:
    """What git prints. Raises NoEngine without it, NotFetched when it fails."""
    program = shutil.which("git")
    if program is None:
        raise NoEngine("git is not installed; it brings the documents from their archive")
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
    proxies = {name: value for name, value in os.environ.items() if name.lower().endswith("_proxy")}
    quiet = {"GIT_TERMINAL_PROMPT": "0", "GIT_CONFIG_NOSYSTEM": "1", "HOME": str(home)}
    try:
        done = subprocess.run(  # noqa: S603 - fixed words, and addresses after a double dash
            [program, *QUIET, *words],
            cwd=home,
            env={**kept, **proxies, **quiet},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise NotFetched(f"git {words[0]} took more than {SECONDS} seconds") from None
    if done.returncode:
        lines = done.stderr.decode("utf-8", "replace").strip().splitlines() or ["no reason given"]
        raise NotFetched(f"the archive did not give the document: {lines[-1]}")
    return done.stdout
