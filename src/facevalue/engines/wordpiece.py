"""WordPiece: text to the numbers that BERT's uncased English vocabulary has for its pieces.

Words are lowered, lose their accents, are split at spaces and around punctuation, and each is
then cut from the left into the longest pieces that the vocabulary knows (Wu et al. 2016,
"Google's Neural Machine Translation System", and Devlin et al. 2019, "BERT").
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping

CLS, SEP, UNKNOWN = "[CLS]", "[SEP]", "[UNK]"

LONGEST_WORD = 100
"""Characters; a longer word is unknown."""

GONE = ("Cc", "Cf", "Co", "Cs")
"""Categories of letters that nobody sees."""

IDEOGRAPHS = ((0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x2FA1F))
"""Each is a word of its own."""


def numbers(text: str, vocabulary: Mapping[str, int], most: int = 64) -> list[int]:
    """The pieces' numbers between CLS and SEP, at most ``most`` in all."""
    pieces = [piece for word in words(text) for piece in cut(word, vocabulary)]
    return [vocabulary[name] for name in (CLS, *pieces[: most - 2], SEP)]


def words(text: str) -> list[str]:
    """Lower-case words without accents; each mark of punctuation is one."""
    plain = "".join(_spaced(letter) for letter in text)
    bare = unicodedata.normalize("NFD", plain.lower())
    return "".join(_apart(letter) for letter in bare).split()


def cut(word: str, vocabulary: Mapping[str, int]) -> list[str]:
    """A word as pieces; ``[UNK]`` when some part of it is not in the vocabulary."""
    if len(word) > LONGEST_WORD:
        return [UNKNOWN]
    pieces = list(_pieces(word, vocabulary))
    return [UNKNOWN] if None in pieces else [piece for piece in pieces if piece]


def _pieces(word: str, vocabulary: Mapping[str, int]) -> Iterator[str | None]:
    """The longest known piece, again and again; None, and the end, where there is none."""
    start = 0
    while start < len(word):
        mark = "##" if start else ""
        ends = range(len(word), start, -1)
        end = next((end for end in ends if mark + word[start:end] in vocabulary), None)
        yield mark + word[start:end] if end else None
        start = end or len(word)


def _spaced(letter: str) -> str:
    """Control characters go, spaces of every kind become one, ideographs stand alone."""
    if letter in "\t\n\r" or unicodedata.category(letter) == "Zs":
        return " "
    if unicodedata.category(letter) in GONE or letter == "\N{REPLACEMENT CHARACTER}":
        return ""
    alone = any(low <= ord(letter) <= high for low, high in IDEOGRAPHS)
    return f" {letter} " if alone else letter


def _apart(letter: str) -> str:
    """Accents go; punctuation, and every sign of ASCII that is no letter or digit, stands alone."""
    kind = unicodedata.category(letter)
    if kind == "Mn":
        return ""
    sign = letter.isascii() and not letter.isalnum() and not letter.isspace()
    return f" {letter} " if sign or kind[0] == "P" else letter
