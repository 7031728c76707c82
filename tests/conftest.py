"""What holds for every test: no sockets, no child left behind."""

from __future__ import annotations

import socket
from collections.abc import Iterator

import pytest

from facevalue.photos import sandbox


class _Refused(socket.socket):
    """Still a class, because the standard library makes subclasses of it."""

    def __init__(self, *_: object, **__: object) -> None:
        raise AssertionError("a socket was opened")


@pytest.fixture(autouse=True)
def _no_sockets(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing leaves: a test that opens a socket fails."""

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket, "socket", _Refused)
    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


@pytest.fixture(autouse=True, scope="session")
def _no_child_left() -> Iterator[None]:
    """The decoding child ends with the tests."""
    yield
    sandbox.close()
