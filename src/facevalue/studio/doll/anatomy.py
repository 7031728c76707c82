"""Where things are on a doll, so that head, body and clothes fit without knowing each other.

Body coordinates: the ground is y = 0, lengths are those of a grown-up doll. Head coordinates:
the origin is the middle of the head, which reaches from y = -1.0 (chin) to 1.18.
"""

from __future__ import annotations

NECK_TOP = 2.62
"""Height of the neck's upper end on the body; the head sits on it."""

NECK_RADIUS = 0.135

HEAD_SCALE = 0.86
"""Size of a modelled head on a body."""

CHIN_TO_MIDDLE = 0.96
"""From the neck's upper end to the head's middle, in head coordinates."""

BODY_SCALE = {"child": 0.78, "teen": 0.92, "adult": 1.0, "older": 1.0}
"""A child's doll is smaller below an equally large head."""
