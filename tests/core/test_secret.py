"""A Secret does not print itself, however it is looked at."""

from __future__ import annotations

import copy
import dataclasses
import json
import logging
import pickle
import traceback

import pytest

from facevalue.core.finding import Finding, Kind
from facevalue.core.places import Field
from facevalue.core.secret import DOTS, Secret

HIDDEN = "48.1333, 11.5667"


def _finding() -> Finding:
    return Finding(Kind.WHERE, Field(("Exif", "GPSInfo")), 1.0, "where", "a place", Secret(HIDDEN))


def test_every_way_of_printing_gives_dots(caplog: pytest.LogCaptureFixture) -> None:
    """repr, str, format, logging, a dataclass around it and a traceback show dots only."""
    secret = Secret(HIDDEN)
    logging.getLogger("x").warning("found %s in %r", secret, _finding())
    said = "".join(traceback.format_exception(ValueError(_finding())))
    everything = (
        f"{secret} {secret:>20} {secret!r} {_finding()} {dataclasses.asdict(_finding())} "
        f"{said} {caplog.text}"
    )
    assert HIDDEN not in everything
    assert DOTS in everything


def test_json_cannot_take_it_by_accident() -> None:
    """A careless json.dumps fails instead of telling."""
    with pytest.raises(TypeError):
        json.dumps(Secret(HIDDEN))


def test_it_opens_only_on_request_and_survives_a_pipe() -> None:
    """show() is the way to read it; a copy and a pickle are equal to it."""
    secret = Secret(HIDDEN)
    assert secret.show() == HIDDEN
    assert pickle.loads(pickle.dumps(secret)) == secret == copy.deepcopy(secret)
    assert hash(secret) == hash(Secret(HIDDEN))
    assert secret != HIDDEN
