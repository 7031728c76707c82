"""XMP: every value has a path, whatever the encoding; hostile packets end soon and say so."""

from __future__ import annotations

import base64
from xml.sax.saxutils import escape, quoteattr

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facevalue.photos.carriers import xmp
from facevalue.photos.carriers.xmp_names import PREFIXES, prefix_of

from ...carriers import parts

USED = {name: uri for uri, name in PREFIXES.items() if name != "xml"}
SPACES = " ".join(f"xmlns:{name}='{uri}'" for name, uri in USED.items())
CODES = ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")
JPEG = b"\xff\xd8\xff\xe0 a small picture " + bytes(4001) + b"\xff\xd9"
CODED = base64.b64encode(JPEG).decode()
NAME = "Zoë Müller 李"


def packet(inside: str) -> str:
    """A packet with these elements in its description."""
    about = f"<rdf:RDF><rdf:Description rdf:about=''>{inside}</rdf:Description></rdf:RDF>"
    return f"<x:xmpmeta {SPACES}>{about}</x:xmpmeta>"


def found(untrusted: str | bytes) -> list[tuple[str, str]]:
    """Dotted names without the leading Xmp, with their values."""
    raw = untrusted.encode() if isinstance(untrusted, str) else untrusted
    return [(".".join(tag.field.path[1:]), tag.value) for tag in xmp.tags(raw)]


def copied(inside: str) -> list[tuple[str, str, str, bool]]:
    """Name, role and type of the pictures in a packet, and whether they are ``JPEG``."""
    every = xmp.copies(packet(inside).encode())
    return [(str(one.field), one.role, one.media_type, one.data == JPEG) for one in every]


@pytest.mark.parametrize("head", ["", "<?xpacket begin='\ufeff'?>\n", "<?xml version='1.0' {}?>"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("code", CODES)
def test_all_five_encodings(code: str, mark: str, head: str) -> None:
    """With or without byte order mark, wrapper and declaration, the values are the same."""
    said = head.format(f"encoding='{code[:6].rstrip('-')}'")
    whole = mark + said + packet(f"<dc:source>{NAME}</dc:source>") + "<?xpacket end='w'?>" + " " * 9
    assert found(whole.encode(code)) == [("dc.source", NAME)]


@pytest.mark.parametrize("code", CODES)
def test_a_cut_packet_is_picked_apart_in_every_encoding(code: str) -> None:
    """Broken XML gives one tag that says so, then attributes and contents of elements."""
    inside = f"<dc:a x:Name='{NAME}'/><dc:creator><rdf:Seq><rdf:li>{NAME}</rdf:li></rdf:Seq>"
    raw = packet(inside).partition("</rdf:Seq>")[0].encode(code)
    said = [("unreadable", f"(binary, {len(raw)} bytes)")]
    assert found(raw) == [*said, ("x.Name", NAME), ("dc.creator", NAME)]


FACES = """<mwg-rs:Regions rdf:parseType='Resource'><mwg-rs:RegionList><rdf:Bag>
<rdf:li><rdf:Description mwg-rs:Name='Ada' mwg-rs:Type='Face'><mwg-rs:Area stArea:x='0.5'/>
</rdf:Description></rdf:li><rdf:li rdf:parseType='Resource'><mwg-rs:Name>Bob</mwg-rs:Name></rdf:li>
</rdf:Bag></mwg-rs:RegionList></mwg-rs:Regions>
<MP:RegionInfo rdf:parseType='Resource'><MPRI:Regions><rdf:Bag><rdf:li MPReg:Rectangle='0.1, 0.2'
 MPReg:PersonDisplayName='Cleo'/></rdf:Bag></MPRI:Regions></MP:RegionInfo>
<Iptc4xmpExt:PersonInImage><rdf:Bag><rdf:li>Dora</rdf:li></rdf:Bag></Iptc4xmpExt:PersonInImage>"""


def test_faces_and_their_names() -> None:
    """Regions of photo managers, of Windows, and the IPTC list: as attributes or elements."""
    assert found(packet(FACES)) == [
        ("mwg-rs.Regions.RegionList.Name", "Ada"),
        ("mwg-rs.Regions.RegionList.Type", "Face"),
        ("mwg-rs.Regions.RegionList.Area.x", "0.5"),
        ("mwg-rs.Regions.RegionList.Name", "Bob"),
        ("MP.RegionInfo.Regions.Rectangle", "0.1, 0.2"),
        ("MP.RegionInfo.Regions.PersonDisplayName", "Cleo"),
        ("Iptc4xmpExt.PersonInImage", "Dora"),
    ]


@pytest.mark.parametrize(
    ("inside", "fields"),
    [
        ("<dc:title><rdf:Alt><rdf:li xml:lang='de'>A</rdf:li></rdf:Alt></dc:title>", "dc.title"),
        ("<rdf:Description dc:title='A'/>", "dc.title"),
        ("<dc:source rdf:resource='A'/>", "dc.source.resource"),
        ("<n:own xmlns:n='http://example.org/mine/1.0/'>A</n:own>", "mine.own"),
        ("<own>A</own>", "none.own"),
        ("A", "text"),
        ("<dc:a>A<dc:b/>A</dc:a>", "dc.a dc.a"),
        ("<dc:a>&#65;</dc:a><![CDATA[A]]>", "dc.a text"),
        ("</rdf:Description></rdf:RDF><dc:a>A</dc:a><rdf:RDF><rdf:Description>", "dc.a"),
        ("<dc:a><rdf:RDF><rdf:Description dc:title='A'/></rdf:RDF></dc:a>", "dc.title"),
    ],
)
def test_each_way_to_write_a_value(inside: str, fields: str) -> None:
    """Alternatives, links, loose texts, text beside and inside blocks: each comes out once."""
    assert found(packet(inside)) == [(field, "A") for field in fields.split()]


LEAVES = st.text("aé<&'\"", min_size=1, max_size=5).map(lambda word: (escape(word), [word]))
NAMES = st.sampled_from(["dc:a", "rdf:li", "rdf:Bag", "x:b", "rdf:Description", "own", "mwg-rs:c"])


def _element(made: tuple[str, str, list[tuple[str, list[str]]]]) -> tuple[str, list[str]]:
    name, note, inner = made
    attribute = f" dc:n={quoteattr(note)}" if note else ""
    inside = "".join(f"{xml}<dc:z/>" for xml, _ in inner)
    values = [value for _, more in inner for value in more]
    return f"<{name}{attribute}>{inside}</{name}>", [note, *values] if note else values


TREES = st.recursive(
    LEAVES,
    lambda inner: st.tuples(NAMES, st.text("xö'<", max_size=3), st.lists(inner, max_size=3)).map(
        _element
    ),
    max_leaves=12,
)


@given(TREES)
def test_no_value_is_lost(tree: tuple[str, list[str]]) -> None:
    """Each attribute and each text of any packet is a tag, once, in the packet's order."""
    xml, values = tree
    assert [value for _, value in found(packet(xml))] == values


@pytest.mark.parametrize(
    ("inside", "field", "role"),
    [
        (f"<GDepth:Data>{CODED}</GDepth:Data>", "Xmp.GDepth.Data", "depth map"),
        (f"<rdf:li GImage:Data='{CODED}'/>", "Xmp.GImage.Data", "alternate picture"),
        (f"<GAudio:Data>{CODED.rstrip('=')}</GAudio:Data>", "Xmp.GAudio.Data", "trailer"),
        (f"<dc:own>{CODED}</dc:own>", "Xmp.dc.own", "alternate picture"),
        (
            "<xmp:Thumbnails><rdf:Alt><rdf:li xmpGImg:width='9'><xmpGImg:image>"
            + "&#xA;".join(CODED[at : at + 76] for at in range(0, len(CODED), 76))
            + "</xmpGImg:image></rdf:li></rdf:Alt></xmp:Thumbnails>",
            "Xmp.xmp.Thumbnails.image",
            "thumbnail",
        ),
    ],
)
def test_pictures_in_base64_are_copies(inside: str, field: str, role: str) -> None:
    """Depth maps, thumbnails and hidden pictures are taken out; their text is described."""
    assert copied(inside) == [(field, role, "image/jpeg", True)]
    assert (field.removeprefix("Xmp."), f"(image/jpeg, {len(JPEG)} bytes)") in found(packet(inside))


def test_what_is_no_picture_is_no_copy() -> None:
    """Long texts, base64 of something unknown, and a broken depth map are tags only."""
    unknown = base64.b64encode(bytes(4000)).decode()
    inside = f"<dc:a>{'word ' * 2000}</dc:a><dc:b>{unknown}</dc:b><GDepth:Data>%%%</GDepth:Data>"
    assert copied(inside) == []
    assert [len(value) for _, value in found(packet(inside))] == [
        9999,
        len("(binary, 4000 bytes)"),
        3,
    ]


def test_how_the_picture_came_about() -> None:
    """The last word of the address is the code; without one there is none."""
    kind = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"
    inside = f"<Iptc4xmpExt:DigitalSourceType>{kind}</Iptc4xmpExt:DigitalSourceType>"
    assert xmp.digital_source_type(packet(inside).encode()) == "trainedAlgorithmicMedia"
    assert xmp.digital_source_type(packet("").encode()) is None


@pytest.mark.parametrize(
    ("address", "prefix"),
    [
        ("http://ns.microsoft.com/photo/1.2/", "MP"),
        ("http://example.org/mine/1.0/", "mine"),
        ("http://example.org/mine#", "mine"),
        ("1.0/2.0", "2.0"),
        ("", "none"),
        ("x" * 99, "x" * 40),
    ],
)
def test_names_of_namespaces(address: str, prefix: str) -> None:
    """Known ones by their customary prefix, others by their last word that is no version."""
    assert prefix_of(address) == prefix


def test_the_packet_of_the_canaries_has_its_face() -> None:
    """The packet that other tests put into every format is read by this reader."""
    assert ("mwg-rs.Regions.RegionList.Type", "Face") in found(parts.xmp("any"))
