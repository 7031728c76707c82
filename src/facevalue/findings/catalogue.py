"""METADATA and PICTURE: the detectors; of those that know a field, the first has it.

Marks come behind places, names, times and devices, so that what a signed record says of a
person is not taken for a harmless mark. Our own mark, known by its fixed words, comes before.
"""

from __future__ import annotations

from ..core.catalogue import Catalogue
from ..core.photo import Metadata, Picture
from ..core.roles import Detector
from .metadata.captions import CAPTIONS
from .metadata.contact import CONTACT
from .metadata.copies import COPIES
from .metadata.device import DEVICE
from .metadata.edits import EDITS, PROMPTS
from .metadata.marks import MARKS
from .metadata.names import NAMES
from .metadata.own import OWN
from .metadata.when import WHEN
from .metadata.where import WHERE
from .picture.faces import FACES

METADATA: Catalogue[Detector[Metadata]] = Catalogue(
    "metadata detector",
    COPIES,
    OWN,
    WHERE,
    CONTACT,
    NAMES,
    PROMPTS,
    WHEN,
    DEVICE,
    MARKS,
    EDITS,
    CAPTIONS,
)
PICTURE: Catalogue[Detector[Picture]] = Catalogue("picture detector", FACES)
