"""Every outfit by name: adding one is a function in ``outfits`` and a line here."""

from __future__ import annotations

from collections.abc import Callable

from .fit import Fit
from .outfits import casual, health, service, space

OUTFITS: dict[str, Callable[[Fit], None]] = {
    "tshirt": casual.tshirt,
    "shirt": casual.shirt,
    "sweater": casual.sweater,
    "hoodie": casual.hoodie,
    "blazer": casual.blazer,
    "dress": casual.dress,
    "overalls": service.overalls,
    "sports": service.sports,
    "scrubs": health.scrubs,
    "labcoat": health.labcoat,
    "chef": service.chef,
    "uniform": service.uniform,
    "apron": service.apron,
    "spacesuit": space.spacesuit,
}
