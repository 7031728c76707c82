"""The decoding child: it can be killed, and what it does hurts nobody else."""

from __future__ import annotations

import io
import json
import os
import signal
import sys

import pytest

from facevalue.core.errors import Broken, NoEngine, Refused, TooSlow
from facevalue.photos import limits, sandbox
from facevalue.photos.open import open_photo
from facevalue.photos.pixels import decode, decode_bytes
from tests.photographs import astronaut, phone_photo, saved, shown


def test_decoding_gives_the_pixels_a_viewer_shows() -> None:
    """Through the child and back nothing is changed."""
    assert (decode(phone_photo()).pixels == shown(phone_photo().data)).all()


def test_a_cut_photo_is_broken_and_the_next_one_decodes() -> None:
    """A damaged photo is refused in a sentence; the child serves the next."""
    cut = phone_photo().data[:-9000]
    with pytest.raises(Broken):
        decode_bytes(cut, "jpeg")
    assert decode(phone_photo()).size.width == 512


def test_a_killed_child_is_replaced() -> None:
    """A decoder that dies takes one photo with it and nothing else."""
    decode(phone_photo())
    child = sandbox._shared[0]
    os.kill(child._process.pid, signal.SIGKILL)
    with pytest.raises(TooSlow):
        decode(phone_photo())
    assert decode(phone_photo()).size.width == 512


def test_a_silent_child_is_killed_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """A decoder that never answers is given up after the wall-clock limit."""
    monkeypatch.setattr(limits, "WALL_SECONDS", 0.3)
    sandbox.close()
    decode_child = sandbox._child()
    os.kill(decode_child._process.pid, signal.SIGSTOP)
    with pytest.raises(TooSlow):
        decode(phone_photo())


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no resource limits")
def test_too_much_memory_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A picture that needs more memory than the child has is refused, not swapped in."""
    sandbox.close()
    large = saved(astronaut()[:1].repeat(4, 0).repeat(40, 1), "PNG")
    wide = open_photo(large)
    assert decode(wide).size.width == 20480
    with pytest.raises(Refused):
        decode_bytes(_png_bomb(14_000), "png")


def _png_bomb(side: int) -> bytes:
    """A small file of side x side pixels."""
    from PIL import Image

    out = io.BytesIO()
    Image.new("1", (side, side)).save(out, "PNG")
    data = bytearray(out.getvalue())
    data[24:26] = b"\x10\x06"  # declares 16 bits and alpha: more data than there is
    import zlib

    data[29:33] = zlib.crc32(bytes(data[12:29])).to_bytes(4, "big")
    return bytes(data)


def test_the_child_gets_no_secrets_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tokens and home folders are not handed to a process that reads untrusted bytes."""
    monkeypatch.setenv("SECRET_TOKEN", "abc")
    assert "SECRET_TOKEN" not in sandbox._environment()
    assert "HOME" not in sandbox._environment()


def test_a_message_that_is_too_long_is_refused() -> None:
    """A child that was taken over cannot make the parent read without end."""
    endless = io.BytesIO((2).to_bytes(8, "big") + (1 << 60).to_bytes(8, "big") + b"{}")
    with pytest.raises(ValueError, match="too long"):
        sandbox.receive(endless, 100)


def test_a_message_survives_the_pipe() -> None:
    """What is sent is what is received."""
    pipe = io.BytesIO()
    sandbox.send(pipe, {"a": 1}, [b"xy", b"z"])
    pipe.seek(0)
    assert sandbox.receive(pipe, 10) == ({"a": 1}, b"xyz")
    assert json.dumps({"a": 1}).encode() in pipe.getvalue()


def test_an_answer_with_a_wrong_size_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """The numbers in an answer are checked against its bytes."""
    for answer in ({"width": 9, "height": 9}, {"width": -1, "height": 2}, {}):
        monkeypatch.setattr(sandbox, "ask", lambda *_, a=answer: (a, b"123"))
        with pytest.raises(Refused):
            decode(phone_photo())


def test_a_missing_decoder_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the HEIC decoder the message names the extra."""
    child = sandbox._child()
    monkeypatch.setattr(child, "ask", lambda *_: ({"error": "missing"}, b""))
    with pytest.raises(NoEngine, match="heic"):
        sandbox.ask({"do": "decode"}, [])
