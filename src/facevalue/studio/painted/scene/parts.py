"""Head and shoulders parted into hair, skin and clothes.

Each pixel of the person goes to the part whose colours it is nearest to, and each part has
places where it is unlikely. Skin's colours are those in the face, hair's those round its upper
half that are unlike skin, clothes' those under it that are unlike both.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...likeness import colour
from ...likeness.regions import FOREHEAD, LEFT_CHEEK, RIGHT_CHEEK
from .bust import UNIT, Bust, filled, unlike
from .planes import Floats, Mask, blurred, ramp
from .tones import FEWEST, Tones, nearest, same_hue, shades, tone

SKINNY, HAIRY = 1.0, 1.5
"""Distance from the skin's colours up to which a colour round the face is skin, and from which
it is hair."""

NEARER = 0.7
"""A colour between hair's and skin's is hair's when it is so much nearer to it in lightness."""

NOSE = (6, 122, 196, 3, 51, 45, 4, 275, 281, 248, 419, 351)
"""Mesh points round the ridge of the nose."""

SMOOTH = 1.1
"""Distance from the skin's colour up to which a pixel of the forehead is surely not a fringe."""

BALD = 0.3
"""Share of the head's top that must be unlike skin; else there is no hair."""

SMALL = 48.0
"""Height of a face, pixels, under which what is dark below the chin is rather a dark suit."""

WORST = np.float32(12)
"""Distances (squared) count up to this: no pixel outweighs all its neighbours."""


@dataclass(frozen=True, eq=False)
class Parts:
    """Of one bust: ``hair`` and ``skin`` (0..1), the colours of skin, and all others."""

    hair: Floats
    skin: Floats
    bare: Tones
    worn: Tones


def parts(bust: Bust, *, bald: bool = False) -> Parts:
    """Part one person; ``bald`` when it is known that there is no hair."""
    bare = _bare(bust)
    bare, tones = (bare, []) if bald else _crown(bust, bare)
    worn = _worn(bust, bare, tones)
    away = np.minimum(bust.unlike, nearest(bust.lab, bare)) ** 2
    skin = softened(away + 1.5 * ~same_hue(bust.lab, bust.skin)) + _no_skin(bust, bald=not tones)
    cloth = softened(nearest(bust.lab, worn) ** 2) + _no_cloth(bust)
    hairy, rival = np.zeros_like(skin), cloth
    if tones:
        hair = softened(nearest(bust.lab, tones) ** 2) + _no_hair(bust)
        share = _more(hair, np.minimum(skin, cloth)) * (hair < 5) * bust.body
        seeds = bust.crown & (nearest(bust.lab, tones) < 1.5)
        hairy = share * _connected(share > 0.5, seeds)
        rival = np.where(hairy > 0.3, np.minimum(hair, cloth), cloth)
    shown = _filled(_more(skin, rival) * (skin < 4), bust) * bust.body * (1 - hairy)
    return Parts(hairy, np.maximum(shown, bust.oval * (1 - hairy)), bare, worn + tones)


def _filled(skin: Floats, bust: Bust) -> Floats:
    """Skin without the holes that highlights and shadows make in necks and shoulders."""
    around = ramp(blurred(skin.astype(np.float32), UNIT / 16), 0.4, 0.65)
    filled: Floats = np.maximum(skin, around * same_hue(bust.lab, bust.skin))
    return filled


def _bare(bust: Bust) -> Tones:
    """The colours of skin, lit and in shade: of cheeks, nose and forehead.

    In the shade skin keeps its hue, and its chroma falls with its lightness; what covers it
    (hair, a frame, a mask) mostly does not.
    """
    cheeks, brow = np.zeros_like(bust.own), np.zeros_like(bust.own)
    for points in (LEFT_CHEEK, RIGHT_CHEEK, NOSE):
        cheeks |= filled(bust.mesh[list(points)], brow.shape)
    brow |= filled(bust.mesh[list(FOREHEAD)], brow.shape)
    kept = cheeks & same_hue(bust.lab, bust.skin) | brow & (bust.unlike < SMOOTH)
    return shades(bust.lab[kept & bust.own])


def _crown(bust: Bust, bare: Tones) -> tuple[Tones, Tones]:
    """The skin's and the hair's colours, by what is seen round the upper face.

    What lies there is sorted into a few colours: those unlike skin are hair, or cover it;
    those in doubt are hair where they lie as far from the face as the hair does. Without
    enough of it the head is bare.
    """
    where = bust.crown & (bust.edge < 0.4)
    if where.sum() < 2 * FEWEST:
        return bare, []
    lab = bust.lab[where]
    which, centres = colour.clusters(lab.astype(np.float64), 4)
    away = np.minimum(
        unlike(centres.astype(np.float32), bust.skin), nearest(centres.astype(np.float32), bare)
    )
    sizes = np.bincount(which, minlength=4)
    out = [float(bust.edge[where][which == k].mean()) if sizes[k] else 0.0 for k in range(4)]
    streaks = bust.rough[where]
    fine = 1.5 * float(np.median(bust.rough[bust.oval & bust.own])) if bust.own.any() else 9.0
    rough = [sizes[k] > 0 and float(np.median(streaks[which == k])) > fine for k in range(4)]
    sure = [k for k in range(4) if away[k] > HAIRY and sizes[k]]
    weights = np.maximum(sizes, 1)
    far = float(np.average([out[k] for k in sure], weights=weights[sure])) if sure else 0.2
    dark = float(np.average(centres[sure, 0], weights=weights[sure])) if sure else 0.0

    def in_doubt(k: int) -> bool:
        """Hair when it lies far out or is streaky, and is no mere mix of hair and skin."""
        mixed = abs(centres[k, 0] - dark) > NEARER * abs(centres[k, 0] - bust.skin[0])
        many = sizes[k] > 0.3 * len(lab) and abs(centres[k, 0] - bust.skin[0]) > 12
        own = not sure or not mixed or many or out[k] > 0.95 * far
        return bool(away[k] > SKINNY and own and (out[k] > 0.8 * far or rough[k]))

    hair = [k for k in range(4) if k in sure or in_doubt(k)]
    hair = [k for k in hair if sizes[k] > 0.03 * len(lab)]
    skinny = [k for k in range(4) if k not in hair and away[k] < HAIRY and sizes[k] > FEWEST]
    bare = bare + [tone(lab[which == k]) for k in skinny]
    over = (bust.y < bust.top + 0.05)[where]
    if not hair or not over.any() or np.isin(which, hair)[over].mean() < BALD:
        return bare, []
    return bare, [tone(lab[which == k]) for k in hair]


def _more(own: Floats, rival: Floats) -> Floats:
    """How much more likely one part is than its rival, 0..1."""
    share: Floats = (1 / (1 + np.exp(np.clip((own - rival) * 2, -30, 30)))).astype(np.float32)
    return share


def _no_hair(bust: Bust) -> Floats:
    """What speaks against hair by place, as a squared distance."""
    inside = bust.oval * (1 + 4 * ramp(bust.y, -0.22, -0.08))
    under = (bust.y > bust.chin - 0.02) & (bust.y < bust.chin + 0.6) & ~bust.oval
    throat = under & (bust.aside < 0.8 * bust.half)
    chest = ramp(bust.y, bust.chin + 0.1, bust.chin + 0.9)
    start, end = (0.85, 1.1) if bust.crowded else (0.95, 1.4)
    beside = ramp(bust.aside, 1.3, 1.7)
    far = np.where(bust.y < 0.4, ramp(np.hypot(bust.x, np.minimum(bust.y, 0)), start, end), beside)
    over = far * (6 if bust.crowded else 2)
    if bust.frame.scale < SMALL / UNIT:
        over = over + 6 * ramp(bust.y, bust.chin - 0.15, bust.chin + 0.15)
    answer: Floats = inside + 2.5 * throat + 0.8 * chest + over
    return answer.astype(np.float32)


def _no_skin(bust: Bust, *, bald: bool) -> Floats:
    """The same for skin: there is none over and beside the face but ears, and some on necks."""
    ear = (bust.edge < 0.16) & (bust.y > -0.12) & (bust.y < 0.32)
    over = ~bust.oval & (bust.y < bust.chin - 0.1) & ~ear
    neck = (bust.aside < 0.75 * bust.half) & (bust.y > bust.chin - 0.05) & ~bust.oval
    neck &= bust.y < bust.chin + 0.3
    neck &= same_hue(bust.lab, bust.skin)
    over &= not bald
    chest = (bust.y > bust.chin + 0.3) & same_hue(bust.lab, bust.skin)
    woven = ramp(bust.rough, 3.0, 6.0) * (bust.y > bust.chin + 0.15)
    answer: Floats = (
        2.5 * over * ramp(bust.edge, 0.0, 0.06)
        + 0.3 * ear
        - 3.0 * neck
        - 0.8 * chest
        - 2.0 * bald * bust.crown
        + 3 * woven
    )
    return answer.astype(np.float32)


def _no_cloth(bust: Bust) -> Floats:
    """The same for clothes: there are none above the chin."""
    above = ramp(bust.y, bust.chin + 0.35, bust.chin - 0.05)
    answer: Floats = (8.0 * above).astype(np.float32)
    return answer


def _worn(bust: Bust, bare: Tones, hair: Tones) -> Tones:
    """The colours of the clothes under the face; where hair hangs down, its colours are hair."""
    like_hair = nearest(bust.lab, hair) < 1.3
    below = bust.body & (bust.y > bust.chin + 0.35)
    chest = below & (nearest(bust.lab, bare) > 1.3) & ~same_hue(bust.lab, bust.skin)
    worn = shades(bust.lab[chest & ~like_hair])
    beside = bust.body & ~bust.oval & (bust.edge < 0.3) & (np.abs(bust.y - bust.chin + 0.1) < 0.15)
    if hair and beside.any() and like_hair[beside].mean() > 0.35:
        return [each for each in worn if nearest(each[0][None], hair)[0] > 1.2]
    return worn + shades(bust.lab[chest & (bust.aside < 0.3) & (bust.y > bust.chin + 0.7)])


def softened(plane: Floats) -> Floats:
    """By about a strand's width."""
    return blurred(np.minimum(plane, WORST), UNIT / 40)


def _connected(mask: Mask, seeds: Mask) -> Mask:
    """The parts of a mask that hang together with the seeds, without specks."""
    from scipy.ndimage import binary_dilation, binary_opening, label

    opened = binary_opening(mask, iterations=2)
    pieces, count = label(opened)
    sizes = np.bincount(pieces[seeds & opened], minlength=count + 1)
    sizes[0] = 0
    kept = np.isin(pieces, np.flatnonzero(sizes > 0.08 * max(int(sizes.max()), 1)))
    wider: Mask = binary_dilation(kept, iterations=3)
    return wider
