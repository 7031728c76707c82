"""Clothes that somebody asks for in words ("wearing a hoodie"); else the job's are taken."""

from __future__ import annotations

import re

WORDS = {
    "dress": "dress", "gown": "dress", "skirt": "dress", "suit": "blazer", "blazer": "blazer",
    "tuxedo": "blazer", "jacket": "blazer", "hoodie": "hoodie", "sweatshirt": "hoodie",
    "t-shirt": "tshirt", "tshirt": "tshirt", "tee": "tshirt", "shirt": "shirt",
    "blouse": "shirt", "sweater": "sweater", "jumper": "sweater", "pullover": "sweater",
    "cardigan": "sweater", "overalls": "overalls", "dungarees": "overalls",
    "overall": "overalls", "coveralls": "overalls", "scrubs": "scrubs", "lab coat": "labcoat",
    "white coat": "labcoat", "apron": "apron", "uniform": "uniform", "chef's jacket": "chef",
    "chef's whites": "chef", "chef jacket": "chef", "tracksuit": "sports", "jersey": "sports",
    "sportswear": "sports", "sports kit": "sports", "gym clothes": "sports",
    "leggings": "sports", "football kit": "sports", "spacesuit": "spacesuit",
    "space suit": "spacesuit", "astronaut suit": "spacesuit", "pressure suit": "spacesuit",
}  # fmt: skip
"""What a garment is called, and the outfit that shows it."""

_LONG_FIRST = "|".join(sorted(WORDS, key=len, reverse=True))

WORN = re.compile(
    r"\b(?:wear(?:s|ing)?|dressed in|dress me in|in|outfit is|outfit:?)\s+"
    rf"(?:(?!and\b)[\w-]+\s+){{0,3}}?(?P<what>{_LONG_FIRST})s?\b",
    re.IGNORECASE,
)


def worn_in(clause: str) -> tuple[str, str]:
    """The outfit that a clause asks for, or a blank, and the clause without it."""
    found = WORN.search(clause)
    if not found:
        return "", clause
    rest = f"{clause[: found.start()]} {clause[found.end() :]}"
    return WORDS[found["what"].lower()], " ".join(rest.split())
