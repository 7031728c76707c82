"""Words to facets: a linear chain over clues (a conditional random field, Lafferty et al. 2001).

Which tag a word has depends on its clues and on the tag before it. The most probable chain
(Viterbi) says what is found; the probability of each of its tags (forward-backward) how sure.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from .clues import whose
from .facets import Facet, Said
from .tokens import Token
from .weights import tagger

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

TAGGED = (
    Facet.PERSON,
    Facet.OCCUPATION,
    Facet.EMPLOYER,
    Facet.SCHOOL,
    Facet.PLACE,
    Facet.HOBBY,
    Facet.FAMILY,
    Facet.HEALTH,
    Facet.RELIGION,
    Facet.POLITICS,
    Facet.ETHNICITY,
    Facet.SEXUALITY,
    Facet.AMBITION,
    Facet.AGE,
    Facet.INCOME,
    Facet.VEHICLE,
    Facet.PET,
    Facet.DATE,
)
TAGS = ("O", *(f"{part}-{facet}" for facet in TAGGED for part in "BI"))

DOUBT = {"self": 1.6, "other": 1.6, "doll": 1.3, "none": 0.2}
"""What is taken from "nothing here": a missed fact costs more than a needless look (F2).

By whose words they are (``clues.whose``): a text that speaks of nobody is rarely about a life,
unless it asks for somebody's figure.
"""

DOLL = frozenset(["doll", "figure", "figurine", "minifigure", "starter", "linkedin", "caricature"])
"""Words of wishes that are about a person even when no "I" and no "she" is in them."""

LEAST = 0.5
"""A chain of words whose mean probability is less is not told."""

MOST = 400
"""Words read in one chain; a longer text is cut where a sentence ends, or there at last."""


def tagged(words: Sequence[Token], clues: Sequence[Sequence[str]]) -> list[Said]:
    """The facets of a text's words."""
    found: list[Said] = []
    for first, last in _pieces(words):
        found += _tagged(words[first:last], clues[first:last])
    return found


def _pieces(words: Sequence[Token]) -> Iterator[tuple[int, int]]:
    start = 0
    while start < len(words):
        end = min(start + MOST, len(words))
        if end < len(words):
            turns = [place for place in range(start + MOST // 2, end) if words[place].first]
            end = turns[-1] if turns else end
        yield start, end
        start = end


def _tagged(words: Sequence[Token], clues: Sequence[Sequence[str]]) -> list[Said]:
    known, says, steps = tagger()
    raised = emissions([[known[clue] for clue in row if clue in known] for row in clues], says)
    raised[:, 0] -= DOUBT[_about(words)]
    chain = viterbi(raised, steps)
    sure = marginals(raised, steps)
    return list(_runs(words, chain, sure))


def _about(words: Sequence[Token]) -> str:
    whom = whose(words)
    return "doll" if whom == "none" and any(token.low in DOLL for token in words) else whom


def emissions(rows: Sequence[Sequence[int]], says: NDArray[np.float32]) -> NDArray[np.float64]:
    """What each word's clues say of each tag: words x tags."""
    import numpy as np

    found = np.zeros((len(rows), says.shape[1]))
    for place, row in enumerate(rows):
        found[place] = says[row].sum(0)
    return found


def viterbi(raised: NDArray[np.float64], steps: NDArray[np.float32]) -> list[int]:
    """The most probable chain of tags. ``steps`` is (tags + 1) x tags; its last row begins."""
    import numpy as np

    best = raised[0] + steps[-1]
    back = []
    for row in raised[1:]:
        ways = best[:, None] + steps[:-1]
        back.append(ways.argmax(0))
        best = ways.max(0) + row
    chain = [int(best.argmax())]
    for came in reversed(back):
        chain.append(int(came[chain[-1]]))
    return chain[::-1] if np.isfinite(best).any() else [0] * len(raised)


def marginals(raised: NDArray[np.float64], steps: NDArray[np.float32]) -> NDArray[np.float64]:
    """How probable each tag of each word is: words x tags, rows sum to 1."""
    import numpy as np

    ways = np.exp(steps[:-1].astype(np.float64))
    lifted = np.exp(raised - raised.max(1, keepdims=True))
    ahead, behind = np.empty_like(lifted), np.empty_like(lifted)
    ahead[0] = lifted[0] * np.exp(steps[-1].astype(np.float64))
    ahead[0] /= ahead[0].sum()
    for place in range(1, len(lifted)):
        ahead[place] = (ahead[place - 1] @ ways) * lifted[place]
        ahead[place] /= ahead[place].sum()
    behind[-1] = 1
    for place in range(len(lifted) - 2, -1, -1):
        behind[place] = ways @ (behind[place + 1] * lifted[place + 1])
        behind[place] /= behind[place].sum()
    found = ahead * behind
    answer: NDArray[np.float64] = found / found.sum(1, keepdims=True)
    return answer


def _runs(
    words: Sequence[Token], chain: Sequence[int], sure: NDArray[np.float64]
) -> Iterator[Said]:
    """Neighbours of one facet as one; score is the mean probability of the facet."""
    start = 0
    while start < len(chain):
        if chain[start] == 0:
            start += 1
            continue
        facet, end = (chain[start] - 1) // 2, start + 1
        while end < len(chain) and chain[end] == 2 + 2 * facet:
            end += 1
        both = sure[start:end, 1 + 2 * facet : 3 + 2 * facet].sum(1)
        score = float(min(1.0, both.mean()))
        if score >= LEAST:
            yield Said(words[start].start, words[end - 1].end, TAGGED[facet], round(score, 3))
        start = end
