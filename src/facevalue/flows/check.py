"""What does this upload cost me?"""

from __future__ import annotations

from dataclasses import replace

from ..core.finding import Look, Skip
from ..core.photo import Upload
from ..core.report import Report
from ..findings.look import look
from ..price.weigh import weigh

UNREAD_TERMS = Skip("terms", "this version does not read the terms of services yet")


def check(upload: Upload) -> Report:
    """Look at everything in the upload and say what it costs.

    Raises Broken, TooBig or TooSlow when the photo cannot be decoded.
    """
    seen = look(upload.photo, upload.words)
    if upload.service:
        seen = replace(seen, skips=(*seen.skips, UNREAD_TERMS))
    return report(upload, seen)


def report(upload: Upload, seen: Look) -> Report:
    """The report on a look that has already happened."""
    return Report(upload, seen, weigh(seen))
