"""Take out what can be taken out, look a second time, refuse what did not work."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..core.change import Change, Protected
from ..core.errors import Broken, Moving, NoEngine, Unsafe
from ..core.finding import FACES, Finding, Kind, Look
from ..core.lab import FaceLab
from ..core.photo import Photo, Picture, Upload
from ..findings.look import look, look_photo
from ..findings.metadata.device import NEEDED
from ..findings.picture.people.describe import CHILDREN, QUESTIONS
from ..photos.pixels import decode, encode
from ..protection import measure
from ..protection.cover import Covered, cover, meet
from ..protection.lab import labs, matched, refuse_matched
from ..protection.plan import Plan, Wanted
from ..protection.strip import STRIP
from .covers import COVERS
from .keep import stays


def protect(upload: Upload, wanted: Wanted, first: Look | None = None) -> Protected:
    """The safer photo, what was changed, and what a second look still finds.

    ``first`` is a look that already happened. Raises Refused when the photo cannot be
    made safe: then there is no result at all.
    """
    photo = upload.photo
    if photo is None:
        return Protected(None, upload.words, (), look(None, upload.words))
    still = wanted.still and photo.header.frames > 1
    if not still:
        _refuse_moving(photo, wanted)
    seen = first or look(photo, pixels=wanted.covers)
    _refuse_blind(seen, wanted)
    todo, told = stays(photo, seen, wanted)
    before = decode(photo) if todo.cover else None
    covered = _cover(before, todo, wanted)
    source = encode(decode(photo), photo) if still and covered is None else photo
    safer, changes = _rewrite(source, todo, covered, wanted)
    left, kept, proof, lab = _look_again(safer, todo, before, covered, wanted)
    known = matched(lab) if COVERS[wanted.style].draws else ()
    if known:  # saving made a drawn head more like the person: a solid one then
        covered = _cover(before, todo, wanted, known)
        safer, changes = _rewrite(source, todo, covered, wanted)
        left, kept, proof, lab = _look_again(safer, todo, before, covered, wanted)
    refuse_matched(lab)
    _refuse_leaks(left, wanted)
    left = _and_words(left, upload.words)
    stilled = _stilled(photo, safer)
    changes = (*told, *stilled, *changes, measure.of_file(photo, safer), *proof)
    return Protected(safer, upload.words, changes, left, kept, lab)


def _and_words(left: Look, words: str | None) -> Look:
    """What the words still tell: they are handed back as they are."""
    if not words:
        return left
    told = look(None, words)
    skips = (*left.skips, *told.skips)
    return replace(left, findings=(*left.findings, *told.findings), skips=skips)


def _stilled(before: Photo, after: Photo) -> tuple[Change, ...]:
    """That only the first frame was kept: later ones are not looked at, so none may stay."""
    if before.header.frames == after.header.frames:
        return ()
    return (Change("still", f"only the first of {before.header.frames} frames was kept"),)


def _refuse_blind(seen: Look, wanted: Wanted) -> None:
    """Faces that nobody could look for cannot be covered: better no copy than a bare one."""
    blind = [skip for skip in seen.skips if skip.missing and skip.by not in QUESTIONS]
    if wanted.covers and blind:
        raise NoEngine(
            f"faces could not be looked for, so none was covered and nothing was written: "
            f"{blind[0].reason}. '--only strip' takes the metadata out and leaves faces alone"
        )
    ageless = [skip for skip in seen.skips if skip.missing and skip.by == CHILDREN]
    if wanted.covers and wanted.keeps and wanted.children == "cover" and ageless:
        raise NoEngine(
            f"whether a face could be a child's could not be asked, so none may stay and nothing "
            f"was written: {ageless[0].reason}. '--keep none' covers every face, "
            "'--children keep' leaves the question out"
        )


def _refuse_moving(photo: Photo, wanted: Wanted) -> None:
    """Faces are looked for in one frame: a copy with frames nobody looked at is half a promise."""
    if wanted.covers and photo.header.frames > 1:
        raise Moving(
            f"the file holds {photo.header.frames} frames or pages, and faces are found and "
            "covered in still pictures only; '--still' keeps the first one, '--only strip' "
            "keeps them all, with their faces"
        )


def _cover(
    before: Picture | None, todo: Plan, wanted: Wanted, known: Sequence[Finding] = ()
) -> Covered | None:
    """The covered picture; None when there is nothing to cover and no pixel is touched."""
    if before is None:
        return None
    return cover(before, todo.cover, COVERS[wanted.style], todo.keep, known)


def _rewrite(
    photo: Photo, todo: Plan, covered: Covered | None, wanted: Wanted
) -> tuple[Photo, tuple[Change, ...]]:
    """The bytes: drawn anew under covers, then stripped, which comes last."""
    if covered is not None:
        fresh = encode(covered.picture, photo)
        safer, change = STRIP.protect(fresh, todo.strip)
        says = f"written anew as {safer.format.upper()} with nothing but the covered pixels"
        return safer, (covered.change, replace(change, says=says))
    if not wanted.strips:
        return photo, ()
    safer, change = _strip(photo, todo)
    return safer, (change,)


def _strip(photo: Photo, todo: Plan) -> tuple[Photo, Change]:
    """Strip by the format; a still file it cannot rewrite is drawn anew from its pixels."""
    try:
        return STRIP.protect(photo, todo.strip)
    except Broken as why:
        if photo.header.frames > 1:
            raise Moving(
                f"the moving picture cannot be written anew without its metadata ({why}); "
                "'--still' keeps its first frame"
            ) from None
        safer, change = STRIP.protect(encode(decode(photo), photo), todo.strip)
        says = f"drawn anew from its pixels as {safer.format.upper()}, because {why}"
        return safer, replace(change, says=says)


def _look_again(
    safer: Photo, todo: Plan, before: Picture | None, covered: Covered | None, wanted: Wanted
) -> tuple[Look, tuple[Finding, ...], tuple[Change, ...], tuple[FaceLab, ...]]:
    """What the result still gives away, what was kept on purpose, and the proof of the covers."""
    if covered is None or before is None:
        seen = look(safer, pixels=wanted.covers)
        return *_without_kept(seen, todo), (), ()
    shown = decode(safer)
    seen = look_photo(safer, shown)
    faces = [found for found in seen.findings if found.kind in FACES]
    proof = measure.of_covers(covered, shown, faces)
    lab = labs(before, shown, todo.faces, covered, faces)
    drawn = [face for face in faces if covered.hides(face)]
    seen = replace(seen, findings=tuple(found for found in seen.findings if found not in drawn))
    return *_without_kept(seen, todo), (proof,), lab


def _without_kept(seen: Look, todo: Plan) -> tuple[Look, tuple[Finding, ...]]:
    kept = _kept(seen.findings, todo.keep)
    return replace(seen, findings=tuple(f for f in seen.findings if f not in kept)), kept


def _kept(found: Sequence[Finding], keep: Sequence[Finding]) -> tuple[Finding, ...]:
    """Faces that are still there because the person wanted them to be."""
    return tuple(face for face in found if any(meet(face, kept) for kept in keep))


def _refuse_leaks(left: Look, wanted: Wanted) -> None:
    """Nothing is handed out while a field or a second picture that had to go is inside."""
    if not wanted.strips:
        return
    leaks = (found for found in left.findings if found.because != NEEDED)
    still = {found.kind for found in leaks} - FACES - {Kind.MARK}
    if still:
        kinds = ", ".join(sorted(kind.value for kind in still))
        raise Unsafe(
            f"a second look at the result still finds: {kinds}. Nothing was written; "
            "please report this format, with 'facevalue check' of the file"
        )
