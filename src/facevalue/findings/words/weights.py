"""Numbers that were learned from generated prompts, kept as text beside this file.

``meanings.txt`` and ``tagger.txt`` are written by ``python3 do.py bench words`` and by nothing
else; no prompt of a person is in them, and none of the evaluation data was read for them.
"""

from __future__ import annotations

import base64
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import numpy as np
    from numpy.typing import NDArray

FOLDER = Path(__file__).resolve().parent / "learned"

Matrix = "NDArray[np.float32]"


def packed(matrix: NDArray[np.float32]) -> str:
    """Rows and columns, a scale, and 8-bit numbers as base 85 in lines of 100 letters."""
    import numpy as np

    scale = float(np.abs(matrix).max()) / 127 or 1.0
    data = np.rint(matrix / scale).astype(np.int8).tobytes()
    text = base64.b85encode(data).decode("ascii")
    lines = [text[start : start + 100] for start in range(0, len(text), 100)]
    head = f"{matrix.shape[0]} {matrix.shape[1]} {scale:.6g} {len(lines)}"
    return "\n".join([head, *lines]) + "\n"


def unpacked(lines: Sequence[str]) -> tuple[NDArray[np.float32], Sequence[str]]:
    """The matrix that ``packed`` wrote, and the lines behind it."""
    import numpy as np

    rows, columns, scale, count = lines[0].split()
    data = base64.b85decode("".join(lines[1 : 1 + int(count)]))
    whole = np.frombuffer(data, np.int8).reshape(int(rows), int(columns))
    return whole.astype(np.float32) * np.float32(scale), lines[1 + int(count) :]


@cache
def linear(name: str) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """A matrix and, as its last row, what is added."""
    whole, _ = unpacked((FOLDER / name).read_text(encoding="ascii").split("\n"))
    return whole[:-1], whole[-1]


@cache
def tagger() -> tuple[Mapping[str, int], NDArray[np.float32], NDArray[np.float32]]:
    """Clues and their rows, what each says of each tag, and what may follow what."""
    lines: Sequence[str] = (FOLDER / "tagger.txt").read_text(encoding="utf-8").split("\n")
    steps, lines = unpacked(lines)
    clues, lines = unpacked(lines)
    return {clue: row for row, clue in enumerate(line for line in lines if line)}, clues, steps
