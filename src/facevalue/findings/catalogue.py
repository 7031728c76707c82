"""METADATA and PICTURE: the detectors; of those that know a field, the first has it."""

from __future__ import annotations

from ..core.catalogue import Catalogue
from ..core.photo import Metadata, Picture
from ..core.roles import Detector
from .metadata.captions import CAPTIONS
from .metadata.contact import CONTACT
from .metadata.copies import COPIES
from .metadata.device import DEVICE
from .metadata.edits import EDITS
from .metadata.marks import MARKS
from .metadata.names import NAMES
from .metadata.when import WHEN
from .metadata.where import WHERE
from .picture.faces import FACES

METADATA: Catalogue[Detector[Metadata]] = Catalogue(
    "metadata detector", COPIES, WHERE, CONTACT, NAMES, MARKS, WHEN, DEVICE, EDITS, CAPTIONS
)
PICTURE: Catalogue[Detector[Picture]] = Catalogue("picture detector", FACES)
