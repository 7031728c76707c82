"""Traces of work: programs, histories, and above all the prompts of generators."""

from __future__ import annotations

import json

import pytest

from facevalue.core.finding import Kind
from facevalue.findings.metadata.edits import PROMPT
from tests.findings.tables import Row, called, judge, seen

PROGRAM = (0.5, 0.5)
HISTORY = (0.7, 0.7)
SETTINGS = (0.4, 0.4)
ASKED = (1.0, 1.0)
UNKNOWN = (0.5, 0.5)

A1111 = "a cat in a hat\nNegative prompt: dogs\nSteps: 20, Sampler: Euler a, CFG scale: 7, Seed: 1"
COMFY = json.dumps({"3": {"class_type": "KSampler", "inputs": {"seed": 1, "text": "a cat"}}})
INVOKE = json.dumps({"positive_prompt": "a cat", "cfg_scale": 7.5, "seed": 1})

ROWS: list[Row] = [
    ("Png.tEXt.parameters", A1111, Kind.EDIT, ASKED),
    ("Png.iTXt.parameters", "a cat", Kind.EDIT, ASKED),
    ("Png.zTXt.parameters", "a cat", Kind.EDIT, ASKED),
    ("Png.tEXt.prompt", COMFY, Kind.EDIT, ASKED),
    ("Png.tEXt.workflow", '{"nodes": []}', Kind.EDIT, ASKED),
    ("Png.tEXt.invokeai_metadata", INVOKE, Kind.EDIT, ASKED),
    ("Png.tEXt.invokeai_graph", "{}", Kind.EDIT, ASKED),
    ("Png.tEXt.sd-metadata", "{}", Kind.EDIT, ASKED),
    ("Png.tEXt.Dream", "a cat -s 50", Kind.EDIT, ASKED),
    ("Png.tEXt.fooocus_scheme", "a1111", Kind.EDIT, ASKED),
    ("Exif.Photo.UserComment", A1111, Kind.EDIT, ASKED),
    ("Exif.Photo.UserComment", "a cat\nNegative prompt: dogs", Kind.EDIT, ASKED),
    ("Jpeg.Comment", "a cat\nSteps: 20, Sampler: DDIM", Kind.EDIT, ASKED),
    ("Exif.Image.Make", f"workflow:{COMFY}", Kind.EDIT, ASKED),
    ("Exif.Image.Model", f"prompt:{COMFY}", Kind.EDIT, ASKED),
    ("Exif.Image.Make", 'workflow:{"last_node_id": 9, "nodes": []}', Kind.EDIT, ASKED),
    ("Xmp.dc.description", A1111, Kind.EDIT, ASKED),
    ("Xmp.Iptc4xmpExt.AIPromptInformation", "a cat", Kind.EDIT, ASKED),
    ("Xmp.Iptc4xmpExt.AISystemUsed", "some model", Kind.EDIT, ASKED),
    ("C2pa.c2pa.actions.v2.actions.parameters.prompt", "a cat", Kind.EDIT, ASKED),
    ("Png.tEXt.Something", INVOKE, Kind.EDIT, ASKED),
    ("Exif.Image.Software", "17.4.1", Kind.EDIT, PROGRAM),
    ("Png.tEXt.Software", "a program", Kind.EDIT, PROGRAM),
    ("Xmp.xmp.CreatorTool", "a program", Kind.EDIT, PROGRAM),
    ("Iptc.Application2.OriginatingProgram", "a program", Kind.EDIT, PROGRAM),
    ("Xmp.x.xmptk", "XMP Core 6.0", Kind.EDIT, PROGRAM),
    ("Xmp.xmpMM.DocumentID", "xmp.did:1", Kind.EDIT, HISTORY),
    ("Xmp.xmpMM.History.action", "saved", Kind.EDIT, HISTORY),
    ("Xmp.photoshop.DocumentAncestors", "xmp.did:0", Kind.EDIT, HISTORY),
    ("Xmp.crs.Exposure2012", "+0.50", Kind.EDIT, SETTINGS),
    ("Photoshop.PrintInfo", "(binary, 90 bytes)", Kind.EDIT, SETTINGS),
    ("Photoshop.0x0fa0", "private", Kind.EDIT, SETTINGS),
    ("Xmp.xmp.Nickname", "x", Kind.EDIT, SETTINGS),
    ("Xmp.xmpNote.HasExtendedXMP", "A1B2", Kind.EDIT, SETTINGS),
    # near misses
    ("Exif.Image.Model", "Seed 3000", Kind.DEVICE, (0.9, 0.9)),
    ("Png.tEXt.Comment", "Steps: up to the castle", Kind.TEXT, (0.8, 0.8)),
    ("Png.tEXt.Comment", "a prompt answer to your mail", Kind.TEXT, (0.8, 0.8)),
    ("Png.tEXt.Comment", '{"seeds": 3}', Kind.TEXT, (0.8, 0.8)),
    ("Png.tEXt.parametersX", "a", Kind.OTHER, UNKNOWN),
    ("Xmp.mine.Promptness", "late", Kind.OTHER, UNKNOWN),
    ("Xmp.unreadable", "(binary, 90 bytes)", Kind.OTHER, UNKNOWN),
    ("Xmp.photoshop.City", "Munich", Kind.WHERE, (0.85, 0.85)),
]


@pytest.mark.parametrize("row", ROWS, ids=called(ROWS))
def test_traces_of_work(row: Row) -> None:
    """A prompt scores highest, wherever it stands; what cannot be read is no editing program."""
    judge(row, "prompts" if row[3] == ASKED else "edits")


@pytest.mark.parametrize("text", [A1111, COMFY, INVOKE])
def test_a_prompt_is_called_one_and_stays_secret(text: str) -> None:
    """The sentence says prompt; the words of the prompt stand only in the value."""
    (found,) = seen(("Png.tEXt.prompt", text))
    assert found.because == PROMPT
    assert "cat" not in f"{found!r} {found.because}"


@pytest.mark.parametrize("value", ["Steps: " + "1" * 20_000, "Steps: 1" * 20_000, "Steps: 1, " * 9])
def test_steps_without_a_sampler_are_no_prompt_and_take_no_time(value: str) -> None:
    """What only begins like settings of a generator ends in words, quickly."""
    (found,) = seen(("Png.tEXt.Comment", value))
    assert found.kind is Kind.TEXT
