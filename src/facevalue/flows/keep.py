"""Who stays uncovered: the chosen, the person of the reference photos, and no child unasked."""

from __future__ import annotations

from collections.abc import Sequence

from ..core.change import Change
from ..core.finding import FACES, Finding, Look
from ..core.photo import Photo
from ..core.places import Region
from ..engines.face_finder import Face
from ..photos.pixels import decode
from ..protection.plan import Plan, Wanted, plan

NOBODY = (
    "none of the faces is certainly the person of the reference photos, so none stays for that; "
    "a sharp, frontal reference from the same years helps, and --keep takes face numbers too"
)


def stays(photo: Photo, seen: Look, wanted: Wanted) -> tuple[Plan, tuple[Change, ...]]:
    """The plan for what a look found, and what is to be said about who stays.

    Raises BadChoice for a face that is not there and for references that cannot be compared,
    Missing without the recognisers.
    """
    me: tuple[Finding, ...] = ()
    told: tuple[Change, ...] = ()
    if wanted.keep_me and wanted.covers:
        faces = [found for found in seen.findings if found.kind in FACES]
        me, told = mine(photo, faces, wanted.keep_me)
    todo = plan(seen, wanted, me)
    return todo, (*told, *_held(todo.held))


def _held(held: Sequence[Finding]) -> tuple[Change, ...]:
    """That faces which were to stay are covered, because they could be children's."""
    if not held:
        return ()
    says = "1 face that you chose to keep could be a child's and is covered"
    if len(held) > 1:
        says = f"{len(held)} faces that you chose to keep could be children's and are covered"
    return (Change("children", f"{says}; '--children keep' leaves such faces", tuple(held)),)


def mine(
    photo: Photo, faces: Sequence[Finding], references: Sequence[Photo]
) -> tuple[tuple[Finding, ...], tuple[Change, ...]]:
    """The faces of ``photo`` that both recognisers are sure of, and what was told about each.

    The prints of the faces live in this call only. Raises BadChoice for a reference without a
    face that can be compared, Missing without the recognisers.
    """
    from ..engines.face_print.same import recognised

    if not references or not faces:
        return (), ()
    engine_faces = [_face(each) for each in faces]
    answers = recognised(
        decode(photo).pixels, engine_faces, [decode(each).pixels for each in references]
    )
    pairs = list(zip(faces, answers, strict=True))
    me = tuple(face for face, answer in pairs if answer.me)
    told = [f"face {number}: {each.because}" for number, each in enumerate(answers, 1) if each.me]
    return me, (Change("keep-me", "; ".join(told) or NOBODY, me),)


def _face(found: Finding) -> Face:
    """A finding as the engines know faces."""
    assert isinstance(found.where, Region)
    box = found.where
    edges = (float(box.left), float(box.top), float(box.right), float(box.bottom))
    return Face(edges, found.score, found.landmarks)
