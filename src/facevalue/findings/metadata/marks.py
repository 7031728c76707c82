"""Marks that protect people: provenance and opt-outs. Harmless, and good to know of."""

from __future__ import annotations

from ...core.finding import Kind
from .by_name import ByName, Rule

MARKS = ByName(
    "marks",
    Kind.MARK,
    (
        Rule(
            r"\w*DigitalSourceType\w*",
            1.0,
            "it says how the picture came about, by a camera or by a machine",
        ),
        Rule(
            r"plus\.DataMining|(c2pa|cawg)\.training-mining(\..*)?|\w*tdm\w*(\.\w+)*",
            1.0,
            "it says that the picture may not be used to train machines",
        ),
        Rule(r"C2pa(\..*)?", 0.9, "it belongs to a signed record of where the picture comes from"),
        Rule(
            r"CopyrightFlag|Marked|WebStatement(\.resource)?|UsageTerms",
            0.6,
            "it is a mark of rights",
        ),
    ),
)
