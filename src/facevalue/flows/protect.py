"""Take out what can be taken out, look a second time, refuse what did not work."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..core.change import Change, Protected
from ..core.errors import Broken, Moving, NoEngine, Unsafe
from ..core.finding import Finding, Kind, Look
from ..core.photo import Photo, Upload
from ..findings.look import look, look_photo
from ..findings.metadata.device import NEEDED
from ..photos.pixels import decode, encode
from ..protection import measure
from ..protection.cover import FACES, Covered, cover, meet
from ..protection.plan import Plan, Wanted, plan
from ..protection.strip import STRIP


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
    todo = plan(seen, wanted)
    covered = _cover(photo, todo, wanted)
    source = encode(decode(photo), photo) if still and covered is None else photo
    safer, changes = _rewrite(source, todo, covered, wanted)
    left, kept, proof = _look_again(safer, todo, covered, wanted)
    _refuse_leaks(left, wanted)
    changes = (*_stilled(photo, safer), *changes, measure.of_file(photo, safer), *proof)
    return Protected(safer, upload.words, changes, left, kept)


def _stilled(before: Photo, after: Photo) -> tuple[Change, ...]:
    """That only the first frame was kept: later ones are not looked at, so none may stay."""
    if before.header.frames == after.header.frames:
        return ()
    return (Change("still", f"only the first of {before.header.frames} frames was kept"),)


def _refuse_blind(seen: Look, wanted: Wanted) -> None:
    """Faces that nobody could look for cannot be covered: better no copy than a bare one."""
    blind = [skip for skip in seen.skips if skip.missing]
    if wanted.covers and blind:
        raise NoEngine(
            f"faces could not be looked for, so none was covered and nothing was written: "
            f"{blind[0].reason}. '--only strip' takes the metadata out and leaves faces alone"
        )


def _refuse_moving(photo: Photo, wanted: Wanted) -> None:
    """Faces are looked for in one frame: a copy with frames nobody looked at is half a promise."""
    if wanted.covers and photo.header.frames > 1:
        raise Moving(
            f"the file holds {photo.header.frames} frames or pages, and faces are found and "
            "covered in still pictures only; '--still' keeps the first one, '--only strip' "
            "keeps them all, with their faces"
        )


def _cover(photo: Photo, todo: Plan, wanted: Wanted) -> Covered | None:
    """The covered picture; None when there is nothing to cover and no pixel is touched."""
    if not todo.cover:
        return None
    return cover(decode(photo), todo.cover, wanted.style, todo.keep)


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
    safer: Photo, todo: Plan, covered: Covered | None, wanted: Wanted
) -> tuple[Look, tuple[Finding, ...], tuple[Change, ...]]:
    """What the result still gives away, what was kept on purpose, and the proof of the covers."""
    if covered is None:
        seen = look(safer, pixels=wanted.covers)
        return *_without_kept(seen, todo), ()
    shown = decode(safer)
    seen = look_photo(safer, shown)
    faces = [found for found in seen.findings if found.kind in FACES]
    proof = measure.of_covers(covered, shown, faces)
    drawn = [face for face in faces if covered.hides(face)]
    seen = replace(seen, findings=tuple(found for found in seen.findings if found not in drawn))
    return *_without_kept(seen, todo), (proof,)


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
