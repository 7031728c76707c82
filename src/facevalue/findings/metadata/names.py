"""People: who took the photo, who owns the camera, who is on it."""

from __future__ import annotations

from ...core.finding import Kind
from .by_name import ByName, Rule

NAMES = ByName(
    "names",
    Kind.NAME,
    (
        Rule(
            r"(mwg-rs|MP|Regions?)(\.\w+)*\.(Name|PersonDisplayName)|PersonInImage(WDetails)?(\.\w+)*|"
            r"\w*PersonName\w*|PersonId\w*|\w*BabyName|\w*PetName|\w*RecognizedFace\w*Name\w*|\w*FaceName\w*|MediaJukebox\.People",
            1.0,
            "it names a person who is on the photo",
        ),
        Rule(
            r"mwg-rs(\.\w+)*|MP\.RegionInfo(\.\w+)*|apple-fi(\.\w+)*|FaceRegions?(\.\w+)*|Xmp\.MP(RI|Reg)?(\.\w+)*",
            0.8,
            "it marks where a person is on the photo",
        ),
        Rule(
            r"\w*OwnerName|\w*CameraOwner\w*|OwnerID|xmpRights\.Owner(\.\w+)*",
            1.0,
            "it is the name of the camera's owner",
        ),
        Rule(
            r"Artist|XPAuthor|By-line(Title)?|Writer-Editor|Caption-?Writer|Credit|creator|dc\.creator|"
            r"Author|author(\.\w+)*|AuthorsPosition|Creator|Photographer\w*|contributor|publisher|"
            r"CreativeWork(\.\w+)*\.name|ImageCreator(\.\w+)*|ImageSupplier(\.\w+)*|Licensor(\.\w+)*|"
            r"CopyrightOwner(\.\w+)*|LastSavedBy|ContainerCreator|WebP\.IART",
            0.9,
            "it names the person who made or edited the photo",
        ),
        Rule(
            r"WebP\.ICOP|Copyright|CopyrightNotice|dc\.rights|rights|xmpRights\.(?!Marked$)\w+|Source|IntellectualGenre",
            0.6,
            "a copyright notice usually holds a name",
        ),
        Rule(
            r"certificate\.(CN|SN|GN)",
            0.5,
            "a certificate in the file is made out to somebody, a person or a company",
        ),
    ),
)
