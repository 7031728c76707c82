"""Words that people or programs wrote about the photo."""

from __future__ import annotations

from ...core.finding import Kind
from .by_name import ByName, Rule

CAPTIONS = ByName(
    "captions",
    Kind.TEXT,
    (
        Rule(
            r"ImageDescription|XP(Title|Comment|Subject|Keywords)|UserComment|Caption-Abstract|"
            r"Headline|Keywords|ObjectName|SpecialInstructions|dc\.(description|title|subject)|"
            r"photoshop\.(Headline|Instructions|Category|SupplementalCategories)|lr\.hierarchicalSubject|"
            r"digiKam\.\w+|(Jpeg|Gif|Png)\.Comment(\.\w+)*|Comment|Description|Title|Subject|"
            r"LocalCaption|AltTextAccessibility|ExtDescrAccessibility|Event|Headline|"
            r"LastKeyword(XMP|IPTC)|HierarchicalSubject|Caption|Photoshop\.(Caption|Url)|"
            r"\w*ImageDescription|MicrosoftPhoto\.\w+|acdsee\.\w+|mwg-kw(\.\w+)*|title|description|"
            r"udes(\.\w+)*|altt(\.\w+)*|PlainText|MediaJukebox\.(Album|Name)|photoshop\.TextLayers\.\w+|WebP\.INAM",
            0.8,
            "it holds words that somebody wrote about the photo",
        ),
        Rule(
            r"Rating\w*|Label|Urgency|Category|SupplementalCategories|SubjectReference|EditStatus|"
            r"ObjectCycle|Iptc\.(Application2|Envelope)\.(?!(RecordVersion|ModelVersion|CodedCharacterSet|"
            r"FileFormat|FileVersion)$)[\w-]+|(?-i:photoshop)\.(?!(ColorMode|ICCProfile|LegacyIPTCDigest)$)\w+|Iptc4xmp\w+(\.\w+)*|"
            r"plus\.\w+|photomechanic\.\w+|mediapro(\.\w+)*|extensis(\.\w+)*",
            0.4,
            "it is a note from sorting or publishing the photo",
        ),
    ),
)
