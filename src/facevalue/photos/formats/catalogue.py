"""FORMATS: the one list of image formats. A new one is a file here and a line below."""

from __future__ import annotations

from ...core.catalogue import Catalogue
from ...core.roles import Format
from .gif import GIF
from .heif.format import AVIF, HEIC
from .jpeg.format import JPEG
from .png import PNG
from .tiff import TIFF
from .webp import WEBP

FORMATS: Catalogue[Format] = Catalogue("format", JPEG, PNG, WEBP, HEIC, AVIF, TIFF, GIF)
