"""Fields that tell nothing about a person: the only ones that are passed over.

Everything that is not listed here, and that no detector claims, is reported.
"""

from __future__ import annotations

import re

from ...core.photo import Tag

_STRUCTURE = (
    (
        r"Exif\.(Image|Thumbnail|SubImage\d+|Image\d+|Photo|Interop)\.(Orientation|[XY]Resolution|"
        r"ResolutionUnit|YCbCr\w+|ReferenceBlackWhite|WhitePoint|PrimaryChromaticities|ExifVersion|"
        r"ComponentsConfiguration|FlashPixVersion|ColorSpace|(Exif)?Image(Width|Height|Length)|"
        r"Pixel[XY]Dimension|Interoperability(Index|Version)|RelatedImage(Width|Length|FileFormat)|"
        r"Compression|JPEGInterchangeFormat\w*|(New)?SubfileType|BitsPerSample|SamplesPerPixel|"
        r"PhotometricInterpretation|Strip\w+|Tile\w+|RowsPerStrip|PlanarConfiguration|Predictor|"
        r"SampleFormat|FillOrder|ExtraSamples|ColorMap|Padding|OffsetSchema|ExifOffset|"
        r"Thresholding|JPEG\w+|ExifIFD|TransferFunction|InkSet|PageNumber|SMin\w+|SMax\w+)",
        "how the pixels are stored",
    ),
    (
        r"Xmp\.(tiff|exif)\.(Orientation|[XY]Resolution|ResolutionUnit|YCbCr\w+(\.\w+)*|ExifVersion|"
        r"FlashpixVersion|ColorSpace|Image(Width|Length)|Pixel[XY]Dimension|ComponentsConfiguration|"
        r"BitsPerSample|Compression|PhotometricInterpretation|SamplesPerPixel|PlanarConfiguration|NativeDigest|"
        r"Interoperability(Index|Version)|JPEGInterchangeFormat\w*)",
        "how the pixels are stored",
    ),
    (
        r"Xmp\.(dc\.[Ff]ormat|photoshop\.(ColorMode|ICCProfile|LegacyIPTCDigest)|xmp\.Rating0)",
        "how the pixels are stored",
    ),
    (
        r"Xmp\.(Container|Item|hdrgm|HDRGainMap)(\.\w+)*|Xmp\.\w+\.Directory(\.\w+)+",
        "an index of pictures that are copies themselves",
    ),
    (
        r"Jfif\.(Version|ResolutionUnit|[XY]Density|Thumbnail|Extension)|"
        r"Adobe\.(DCTEncodeVersion|APP14Flags[01]|ColorTransform)|"
        r"Mpf\.(MPFVersion|NumberOfImages|Image\d+|TotalFrames|MPIndividualNum|Pan(Orientation|Overlap[HV])|"
        r"BaseViewpointNum|ConvergenceAngle|BaselineLength|VerticalDivergence|AxisDistance[XYZ]|"
        r"(Yaw|Pitch|Roll)Angle)",
        "how the file is put together",
    ),
    (
        r"Png\.(?!tEXt|zTXt|iTXt|tIME)(IHDR|PLTE|tRNS|gAMA|cHRM|sRGB|sBIT|bKGD|pHYs|cICP|mDCV|cLLI|acTL|hIST|oFFs)(\..*)?",
        "how the pixels are stored",
    ),
    (
        r"WebP\.(VP8X?|VP8L|ANIM|ALPH)(\..*)?|Gif\.(Loop\w*|NETSCAPE\w*|ANIMEXTS\w*)(\..*)?",
        "how the pixels are stored",
    ),
    (
        r"Icc\.(ColourSpace|ProfileVersion|ProfileClass|ColorSpace|ConnectionSpace|RenderingIntent)",
        "a colour space that is the same for everybody",
    ),
    (
        r"Iptc\.(Envelope\.(RecordVersion|ModelVersion|CodedCharacterSet|FileFormat|FileVersion)|Application2\.RecordVersion)",
        "how the record is stored",
    ),
)
USUAL = {
    "Heif.itemName": frozenset({"Color", "Alpha", "Exif", "XMP"}),
    "Heif.hdlr": frozenset({"libavif", "PictureHandler"}),
}
"""Free texts that are harmless only with the words that encoders write (libavif, FFmpeg)."""
_HARMLESS = re.compile("|".join(f"(?:{pattern})" for pattern, _ in _STRUCTURE))


def harmless(tag: Tag) -> bool:
    """Whether a field is on the list, by its whole path; a free text also by its value."""
    path = str(tag.field)
    return tag.value in USUAL.get(path, ()) or _HARMLESS.fullmatch(path) is not None
