"""Who stays: somebody of whom both recognisers are sure, and a child only when it is said."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

import facevalue
from facevalue.core.errors import BadChoice
from facevalue.core.finding import Finding, Kind, Look
from facevalue.core.photo import Photo, Upload
from facevalue.core.places import Region
from facevalue.findings.look import look
from facevalue.flows.protect import protect
from facevalue.photos.open import open_photo
from facevalue.photos.pixels import decode
from facevalue.protection.plan import Wanted
from tests.photographs import astronaut, group, saved


def party() -> Photo:
    """Three faces: one person three times, the largest first."""
    return open_photo(saved(group(), quality=92))


def portrait() -> Photo:
    """A reference photo of that person."""
    return open_photo(saved(astronaut(), quality=90))


def nobody() -> Photo:
    """A photo without a face."""
    return open_photo(saved(np.full((300, 300, 3), 120, np.uint8)))


def kept(photo: Photo, wanted: Wanted, seen: Look | None = None) -> tuple[list[Region], str]:
    """The places of the faces that stay, and everything that was said."""
    result = protect(Upload(photo), wanted, seen)
    places = [face.where for face in result.kept]
    assert all(isinstance(place, Region) for place in places)
    return places, " ".join(change.says for change in result.changes)  # type: ignore[return-value]


def test_whoever_the_references_show_stays() -> None:
    """The real recognisers know the person again in another picture; the answer is said."""
    places, says = kept(party(), Wanted(keep_me=(portrait(),)))
    assert places
    assert "face 1" in says


def test_without_a_reference_nobody_is_recognised() -> None:
    """No print is taken when nobody asked for it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("facevalue.flows.keep.mine", lambda *_: pytest.fail("asked"))
        assert kept(party(), Wanted())[0] == []
        assert kept(party(), Wanted(only=("strip",), keep_me=(portrait(),)))[0] == []


def test_a_reference_without_a_face_is_refused() -> None:
    """Covering everybody in silence would leave the person wondering."""
    with pytest.raises(BadChoice, match="reference"):
        protect(Upload(party()), Wanted(keep_me=(nobody(),)))


def test_a_stranger_stays_covered_and_the_result_says_that_nobody_was_recognised() -> None:
    """The reference is somebody else: drawn features turned upside down are no one."""
    stranger = open_photo(saved(_stranger(), quality=92))
    places, says = kept(stranger, Wanted(keep_me=(portrait(),)))
    assert places == []
    assert "none of the faces is certainly the person" in says


def _stranger() -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    """Another adult's real photo."""
    from skimage import data

    man = np.asarray(data.camera())
    return np.stack([man] * 3, 2).astype(np.uint8)


def childlike(photo: Photo, number: int) -> Look:
    """A look at a photo in which one face, by its number, could be a child's."""
    seen = look(photo)
    faces = [found for found in seen.findings if found.kind in (Kind.FACE, Kind.CHILD)]

    def changed(found: Finding) -> Finding:
        if found not in faces:
            return found
        return replace(found, kind=Kind.CHILD if found == faces[number - 1] else Kind.FACE)

    return replace(seen, findings=tuple(map(changed, seen.findings)))


def test_a_chosen_face_that_could_be_a_childs_is_covered_and_the_way_out_is_named() -> None:
    """The same choice with children="keep" leaves it."""
    photo = party()
    seen = childlike(photo, 2)
    places, says = kept(photo, Wanted(keep="1,2"), seen)
    assert len(places) == 1
    assert "'--children keep'" in says
    places, says = kept(photo, Wanted(keep="1,2", children="keep"), seen)
    assert len(places) == 2
    assert "--children" not in says


def test_keeping_everybody_still_covers_a_child() -> None:
    """keep="all" is said of adults; without a child no pixel changes."""
    photo = party()
    result = protect(Upload(photo), Wanted(keep="all"), childlike(photo, 3))
    assert len(result.kept) == 2
    calm = replace(
        childlike(photo, 3),
        findings=tuple(
            replace(f, kind=Kind.FACE) if f.kind is Kind.CHILD else f
            for f in childlike(photo, 3).findings
        ),
    )
    result = protect(Upload(photo), Wanted(keep="all"), calm)
    assert result.photo is not None
    assert (decode(result.photo).pixels == decode(photo).pixels).all()


def test_the_python_door_takes_references_as_paths_or_bytes() -> None:
    """The same answer as by the flow."""
    result = facevalue.protect(party().data, keep_me=[portrait().data], children="cover")
    assert result.kept
    with pytest.raises(BadChoice):
        facevalue.protect(party().data, children="perhaps")
