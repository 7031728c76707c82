"""Eyes are the photo's own, painted finer: where it shows them, as it shows them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray
from skimage.color import rgb2lab

from facevalue.studio.painted import canvas
from facevalue.studio.painted.people.accents import accents
from facevalue.studio.painted.scene.scene import Floats, Scene
from tests.studio.painted.people.faces import scene

EYES = ((33, 133, 159, 145), (263, 362, 386, 374))


def drawn(seen: Scene, scale: float = 1.0) -> NDArray[np.uint8]:
    """What the accents leave on an empty sheet, height x width x 4."""

    def draw(sheet: Any) -> None:
        accents(sheet, seen)

    picture = canvas.recorded(seen.width, seen.height, draw)
    return canvas.played(picture, scale, (0, 0, int(seen.height * scale), int(seen.width * scale)))


def middles() -> list[tuple[float, float, float]]:
    """Of both eyes x, y and width."""
    mesh = scene().people[0].mesh[:, :2]
    return [
        (*mesh[list(eye)].mean(0), float(np.linalg.norm(mesh[eye[0]] - mesh[eye[1]])))
        for eye in EYES
    ]


def away(shape: tuple[int, ...]) -> Floats:
    """How far each pixel is from the nearer eye, by its width."""
    row, column = np.mgrid[: shape[0], : shape[1]]
    each = [np.hypot(column - x, row - y) / width for x, y, width in middles()]
    return np.asarray(np.minimum(*each), np.float32)


def test_both_eyes_are_drawn_and_nothing_but_eyes() -> None:
    """Paint lies at each eye's middle and never farther than an eye's width from one."""
    alpha = drawn(scene())[..., 3]
    for x, y, _ in middles():
        assert alpha[round(y), round(x)] > 200
    assert not alpha[away(alpha.shape) > 1.0].any()


def test_the_brush_is_seen_through_around_an_eye() -> None:
    """Nothing has an edge: the cover fades from the ball outwards to nothing."""
    alpha = drawn(scene())[..., 3].astype(float)
    steps = np.abs(np.diff(alpha, axis=0))
    x, y, width = middles()[0]
    box = slice(int(y - width), int(y - 0.3 * width)), slice(int(x - 5), int(x + 5))
    assert alpha[box].max() > 100
    assert steps[box].max() < 60


def test_eyes_keep_the_photos_colour() -> None:
    """Eyes whose light is turned blue are drawn blue."""
    seen = scene()
    lab = seen.lab.copy()
    lab[away(lab.shape) < 0.6, 2] -= 45
    one, other = (rgb2lab(drawn(each)[..., :3] / 255.0) for each in (seen, replace(seen, lab=lab)))
    near = away(lab.shape) < 0.25
    assert other[near, 2].mean() < one[near, 2].mean() - 30


def test_whites_are_never_whiter_than_the_photo() -> None:
    """No place becomes much lighter than the lightest that the photo has right beside it."""
    from scipy.ndimage import maximum_filter

    seen = scene()
    painted = rgb2lab(drawn(seen)[..., :3] / 255.0)[..., 0]
    alpha = drawn(seen)[..., 3]
    most = maximum_filter(seen.lab[..., 0], 3) + 8.0
    assert (painted <= most)[alpha > 128].all()


def test_shut_eyes_stay_shut() -> None:
    """Where the photo has only lid there is only lid: no iris, no line, no glint."""
    seen = scene()
    lab = seen.lab.copy()
    lab[away(lab.shape) < 1.2] = seen.people[0].skin
    sheet = drawn(replace(seen, lab=lab))
    painted = rgb2lab(sheet[..., :3] / 255.0)[sheet[..., 3] > 200]
    assert len(painted) > 50
    assert np.ptp(painted[:, 0]) < 3


def test_no_eyes_on_dark_lenses() -> None:
    """Neither where the trait says sunglasses nor where something dark lies before the eyes."""
    who = scene().people[0]
    told = replace(who, traits=replace(who.traits, glasses="sunglasses"))
    assert not drawn(replace(scene(), people=(told,))).any()
    lab = scene().lab.copy()
    lab[away(lab.shape) < 1.2] = (8, 0, 0)
    assert not drawn(replace(scene(), lab=lab)).any()


def test_clear_glasses_leave_eyes_in() -> None:
    """Eyes are drawn behind them, with a line that is no stronger than without."""
    who = scene().people[0]
    worn = replace(who, traits=replace(who.traits, glasses="square"))
    sheet, bare = drawn(replace(scene(), people=(worn,))), drawn(scene())
    assert sheet.any()
    assert sheet[..., :3].sum() >= bare[..., :3].sum()


def test_small_faces_and_those_not_to_be_drawn_stay_painted() -> None:
    """The brush alone does them."""
    who = scene().people[0]
    for other in (replace(who, height=30.0), replace(who, drawn=False)):
        assert not drawn(replace(scene(), people=(other,))).any()


def test_an_eye_at_the_pictures_edge_is_drawn_without_harm() -> None:
    """Cropped through an eye, and beyond it, the rest is drawn."""
    x = middles()[1][0]
    for left in (int(x), int(x) + 60):
        seen = scene()
        who = replace(seen.people[0], mesh=seen.people[0].mesh - [left, 0, 0])
        cut = replace(seen, lab=seen.lab[:, left:], hair=seen.hair[:, left:], people=(who,))
        assert drawn(cut).shape[1] == seen.width - left
