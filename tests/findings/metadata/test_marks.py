"""Marks that protect people, and what inside of them gives people away all the same."""

from __future__ import annotations

import pytest

from facevalue.core.finding import Kind, Look
from tests.findings.tables import LIKELY, SURE, Row, called, judge, seen

ROWS: list[Row] = [
    ("Xmp.Iptc4xmpExt.DigitalSourceType", "trainedAlgorithmicMedia", Kind.MARK, SURE),
    ("C2pa.c2pa.actions.v2.actions.digitalSourceType", "digitalCapture", Kind.MARK, SURE),
    ("Xmp.plus.DataMining", "DMI-PROHIBITED", Kind.MARK, SURE),
    ("C2pa.c2pa.training-mining.entries.c2pa.data_mining.use", "notAllowed", Kind.MARK, SURE),
    ("C2pa.cawg.training-mining.entries.cawg.ai_inference.use", "notAllowed", Kind.MARK, SURE),
    ("Xmp.tdm.reservation", "1", Kind.MARK, SURE),
    ("Xmp.mine.tdmReservation", "1", Kind.MARK, SURE),
    ("C2pa.manifest", "urn:c2pa:1", Kind.MARK, SURE),
    ("C2pa.c2pa.claim.v2.claim_generator_info.name", "a camera", Kind.MARK, SURE),
    ("C2pa.c2pa.signature.signature", "(binary, 64 bytes)", Kind.MARK, SURE),
    ("C2pa.unreadable", "(binary, 64 bytes)", Kind.MARK, SURE),
    ("Photoshop.CopyrightFlag", "True", Kind.MARK, LIKELY),
    ("Xmp.xmpRights.Marked", "True", Kind.MARK, LIKELY),
    # near misses: in the record, and telling
    ("C2pa.stds.exif.exif:GPSLatitude", "52,31.2N", Kind.WHERE, LIKELY),
    ("C2pa.stds.exif.exif:GPSAltitude", "34", Kind.WHERE, LIKELY),
    ("C2pa.stds.exif.exif:DateTimeOriginal", "2026-05-17", Kind.WHEN, SURE),
    ("C2pa.c2pa.actions.v2.actions.when", "2026-05-17T08:24:31Z", Kind.WHEN, LIKELY),
    ("C2pa.stds.exif.tiff:Model", "Examplephone 12", Kind.DEVICE, SURE),
    ("C2pa.stds.schema-org.CreativeWork.author.name", "E. Collins", Kind.NAME, SURE),
    (
        "C2pa.stds.metadata.Iptc4xmpExt:LocationCreated.Iptc4xmpExt:City",
        "Munich",
        Kind.WHERE,
        LIKELY,
    ),
    ("C2pa.stds.schema-org.CreativeWork.author.identifier", "jane@example.org", Kind.CONTACT, SURE),
    ("Xmp.dcterms.provenance", "self#jumbf", Kind.OTHER, (0.5, 0.5)),
    ("Xmp.mine.MarkedFor", "deletion", Kind.OTHER, (0.5, 0.5)),
]


@pytest.mark.parametrize("row", ROWS, ids=called(ROWS))
def test_marks(row: Row) -> None:
    """Provenance and opt-outs are marks; a place, a time or a name in them is still one."""
    judge(row, "marks")


def test_marks_alone_are_clean_and_a_place_among_them_is_not() -> None:
    """A signed record is harmless only while nothing in it tells of a person."""
    record = ("C2pa.manifest", "urn:c2pa:1")
    assert Look(seen(record)).clean
    assert not Look(seen(record, ("C2pa.stds.exif.exif:GPSLatitude", "52,31.2N"))).clean
