"""What does this upload cost me?"""

from __future__ import annotations

from ..core.finding import Look
from ..core.photo import Upload
from ..core.report import Report
from ..core.terms import Service
from ..findings.look import look
from ..price.agreed import agreed
from ..price.weigh import weigh
from ..terms.catalogue import service


def check(upload: Upload) -> Report:
    """Look at everything in the upload and say what it costs.

    Raises Unknown for a service that was not read; Broken, TooBig or TooSlow when the photo
    cannot be decoded.
    """
    asked = _service(upload)  # a mistyped name is said before the photo is looked at
    return _weighed(upload, look(upload.photo, upload.words), asked)


def report(upload: Upload, seen: Look) -> Report:
    """The report on a look that has already happened. Raises Unknown as ``check`` does."""
    return _weighed(upload, seen, _service(upload))


def _service(upload: Upload) -> Service | None:
    return service(upload.service) if upload.service else None


def _weighed(upload: Upload, seen: Look, asked: Service | None) -> Report:
    lines = weigh(seen)
    if asked is not None:
        lines = tuple(sorted((*lines, *agreed(seen, asked)), key=lambda line: -line.level))
    return Report(upload, seen, lines, asked)
