"""The one way from the core's words to JSON; a Secret stays closed unless it was asked for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from .finding import Finding, Miss, Skip
from .places import Place, Region, Span
from .secret import DOTS

if TYPE_CHECKING:
    from .change import Change, Protected
    from .lab import FaceLab
    from .made import Made
    from .person import Person
    from .photo import Photo
    from .report import Exposure, Report
    from .terms import Clause, Fact, Service
    from .wish import Wish

Json = dict[str, object]


def report_to_json(report: Report, *, values: bool) -> Json:
    """A report as ``check --json`` prints it."""
    findings = report.look.findings
    facts = () if report.service is None else report.service.facts
    return {
        "photo": _photo(report.upload.photo),
        "findings": [_finding(found, values=values) for found in findings],
        "skips": [_skip(skip) for skip in report.look.skips],
        "misses": [_miss(miss) for miss in report.look.misses],
        "service": None if report.service is None else report.service.name,
        "clauses": [_fact(fact) for fact in facts],
        "exposures": [_exposure(line, findings, facts) for line in report.exposures],
        "level": report.level.word,
    }


def protected_to_json(protected: Protected, *, values: bool) -> Json:
    """A result as ``protect --json`` prints it."""
    return {
        "changes": [_change(change, values=values) for change in protected.changes],
        "left": {
            "findings": [_finding(found, values=values) for found in protected.left.findings],
            "skips": [_skip(skip) for skip in protected.left.skips],
            "misses": [_miss(miss) for miss in protected.left.misses],
        },
        "lab": [_lab(face) for face in protected.lab],
        "photo": _photo(protected.photo),
        "words": protected.words,
    }


def _photo(photo: Photo | None) -> Json | None:
    if photo is None:
        return None
    return {
        "name": photo.name,
        "format": photo.format,
        "width": photo.size.width,
        "height": photo.size.height,
        "bytes": len(photo.data),
        "sha256": photo.digest,
    }


def _place(place: Place) -> Json:
    if isinstance(place, Region):
        return {"region": [place.left, place.top, place.right, place.bottom]}
    if isinstance(place, Span):
        return {"span": [place.start, place.end]}
    return {"field": list(place.path)}


def _finding(found: Finding, *, values: bool) -> Json:
    answer: Json = {
        "kind": found.kind.value,
        "where": _place(found.where),
        "score": round(found.score, 4),
        "by": found.by,
        "because": found.because,
    }
    if found.value is not None:
        answer["value"] = found.value.show() if values else DOTS
    if found.landmarks:
        answer["landmarks"] = [[round(x, 1), round(y, 1)] for x, y in found.landmarks]
    if found.person is not None:
        answer["person"] = _person(found.person)
    return answer


def _person(person: Person) -> Json:
    return {
        "enrol": None if person.enrol is None else person.enrol.value,
        "enrol_because": list(person.enrol_because),
        "role": None if person.role is None else person.role.value,
        "role_because": person.role_because,
        "child": _rounded(person.child),
        "may_be_child": person.may_be_child,
        "age_says": person.age_says,
    }


def _miss(miss: Miss) -> Json:
    return {
        "by": miss.by,
        "heights": [miss.least, miss.below],
        "expected": round(miss.expected, 2),
        "at_most": miss.at_most,
        "says": miss.says,
    }


def _lab(face: FaceLab) -> Json:
    return {
        "face": face.number,
        "found": [round(score, 3) for score in face.found],
        "judges": [
            {
                "recogniser": judge.recogniser,
                "threshold": judge.threshold,
                "before": _rounded(judge.before),
                "after": _rounded(judge.after),
                "jpeg": _rounded(judge.jpeg),
                "half": _rounded(judge.half),
                "matches": judge.matches,
            }
            for judge in face.judges
        ],
        "verdict": face.verdict,
    }


def _rounded(score: float | None) -> float | None:
    return None if score is None else round(score, 3)


def _skip(skip: Skip) -> Json:
    return {"by": skip.by, "reason": skip.reason}


def _exposure(line: Exposure, findings: Sequence[Finding], facts: Sequence[Fact]) -> Json:
    index = {id(each): at for each_list in (findings, facts) for at, each in enumerate(each_list)}
    return {
        "title": line.title,
        "level": line.level.word,
        "says": line.says,
        "findings": [index[id(found)] for found in line.findings],
        "clauses": [index[id(fact)] for fact in line.facts],
        "remedy": line.remedy,
    }


def _change(change: Change, *, values: bool) -> Json:
    return {
        "by": change.by,
        "says": change.says,
        "answers": [_finding(found, values=values) for found in change.answers],
        "effects": [
            {"measure": effect.measure, "before": effect.before, "after": effect.after}
            for effect in change.effects
        ],
    }


def made_to_json(made: Made) -> Json:
    """A result as ``make --json`` prints it."""
    return {
        "style": made.style,
        "seed": made.seed,
        "seconds": round(made.seconds, 1),
        "wish": _wish(made.wish),
        "likeness": [
            {
                "recogniser": match.recogniser,
                "score": _rounded(match.score),
                "threshold": match.threshold,
                "match": match.match,
            }
            for match in made.likeness
        ],
        "receipt": list(made.receipt),
        "traits": [
            {
                "trait": guess.trait,
                "value": guess.value,
                "confidence": round(guess.confidence, 2),
                "by": guess.by,
            }
            for guess in made.traits
        ],
        "notes": list(made.notes),
        "photo": _photo(made.photo),
        "energy_wh": [round(value, 3) for value in made.energy_wh],
    }


def _wish(wish: Wish) -> Json:
    return {
        "title": wish.title,
        "subtitle": wish.subtitle,
        "outfit": wish.outfit,
        "things": [{"name": thing.name, "label": thing.label} for thing in wish.things],
        "hold": wish.hold,
        "printed": wish.printed,
        "understood": list(wish.understood),
        "left_out": list(wish.left_out),
    }


def service_to_json(service: Service) -> Json:
    """A service as ``terms show --json`` prints it."""
    return {
        "service": service.name,
        "title": service.title,
        "region": service.region,
        "documents": [
            {
                "name": document.name,
                "title": document.title,
                "effective": None if document.effective is None else str(document.effective),
                "recorded": str(document.recorded),
                "archive": document.archive,
                "path": document.path,
                "commit": document.commit,
            }
            for document in service.documents
        ],
        "facts": [_fact(fact) for fact in service.facts],
    }


def clause_to_json(clause: Clause) -> Json:
    """A clause that was found in a text, as ``terms read --json`` prints it."""
    return {
        "topic": clause.topic.value,
        "stance": clause.stance.value,
        "quote": clause.quote,
        "line": clause.line,
        "score": round(clause.score, 3),
        "by": clause.by,
    }


def _fact(fact: Fact) -> Json:
    return {
        "topic": fact.topic.value,
        "stance": fact.stance.value,
        "says": fact.says,
        "read": str(fact.read),
        "document": fact.document or None,
        "line": fact.line or None,
        "digest": fact.digest or None,
    }
