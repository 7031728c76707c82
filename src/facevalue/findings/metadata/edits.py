"""Traces of work: programs, histories, and the prompts of generators."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ...core.finding import Finding, Kind
from ...core.photo import Metadata, Tag
from ...core.secret import Secret
from .by_name import ByName, Rule

PROMPT = "it holds the prompt or the settings with which a picture was generated"
_GENERATOR = re.compile(
    r"Steps: \d+.*Sampler|Negative prompt:|"
    r"\"(class_type|last_node_id|sampler_name|cfg_scale|seed|sampler)\"\s*:",
    re.DOTALL,
)
_PROMPT_FIELDS = re.compile(
    r"^Png\.(tEXt|zTXt|iTXt)\.(parameters|prompt|workflow|invokeai_\w+|sd-metadata|Dream|generation_data|"
    r"Generation time|fooocus_scheme|extra-metadata|negative_prompt)$|\.(AIPromptInformation|"
    r"AIPromptWriterName|AISystem\w+|prompt|Prompt|generationParameters)$",
    re.IGNORECASE,
)

EDITS = ByName(
    "edits",
    Kind.EDIT,
    (
        Rule(
            r"Software|ProcessingSoftware|CreatorTool|OriginatingProgram|ProgramVersion|Producer|"
            r"claim_generator\w*(\.\w+)*|softwareAgent(\.\w+)*|xmptk|Ducky(\.\w+)*|PrintIM|Encoder|"
            r"encoder|SoftwareVersion|GIMP\.\w+",
            0.5,
            "it says with which program the photo was made or changed",
        ),
        Rule(
            r"xmpMM(\.\w+)*|(Instance|Document|OriginalDocument)ID|History(\.\w+)*|DerivedFrom(\.\w+)*|"
            r"DocumentIds|UniqueDocumentID|JobID|DocumentAncestors(\.\w+)*|about|NewGUID|ManifestReference"
            r"(\.\w+)*",
            0.7,
            "it is the history of the file or a number that links its versions",
        ),
        Rule(
            r"crs(\.\w+)*|(?-i:Photoshop)(?!\.(Caption|URL)$)(\.\w+)+|pdf\.\w+|aas(\.\w+)*|xmpTPg(\.\w+)*|xmpDM(\.\w+)*|"
            r"HasExtendedXMP|CaptionDigest|(?-i:xmp)\.(?!Rating$|Label$)\w+|GCreations(\.\w+)*|Look(\.\w+)*|IrfanView\w*|xaptk|(?-i:photoshop)\.(SidecarForExtension|EmbeddedXMPDigest)|Png\.mk\w\w|xmpBJ(\.\w+)*|MediaJukebox\.\w+",
            0.4,
            "it is a setting of an editing program",
        ),
    ),
)


class Prompts:
    """Prompts of image generators, in whatever field they stand.

    They come before cameras: ComfyUI writes them into Make and Model of a WebP.
    """

    name = "prompts"
    kinds = frozenset({Kind.EDIT})

    def look(self, thing: Metadata) -> Iterable[Finding]:
        """One finding per field."""
        for tag in thing.tags:
            if _is_prompt(tag):
                yield Finding(Kind.EDIT, tag.field, 1.0, self.name, PROMPT, Secret(tag.value))


PROMPTS = Prompts()


def _is_prompt(tag: Tag) -> bool:
    named = _PROMPT_FIELDS.search(str(tag.field)) is not None
    return named or _GENERATOR.search(tag.value[:20_000]) is not None
