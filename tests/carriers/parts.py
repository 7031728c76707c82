"""Blocks of metadata that several formats carry, each with its canary in it."""

from __future__ import annotations

import base64
import io
import struct
from functools import cache

import numpy as np
import piexif
from PIL import Image

from .canary import word

ORIENTATION = 6
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
NAMESPACES = {
    "mwg-rs": "http://www.metadataworkinggroup.com/schemas/regions/",
    "GCamera": "http://ns.google.com/photos/1.0/camera/",
    "GDepth": "http://ns.google.com/photos/1.0/depthmap/",
    "hdrgm": "http://ns.adobe.com/hdr-gain-map/1.0/",
    "xmpNote": "http://ns.adobe.com/xmp/note/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "rdf": RDF,
}


@cache
def face(side: int = 192) -> Image.Image:
    """The astronaut's head and shoulders, a real photograph in the public domain."""
    import skimage.data

    pixels = skimage.data.astronaut()
    return Image.fromarray(pixels[:384, 64:448]).resize((side, side * 3 // 4))


def saved(image: Image.Image, form: str, **options: object) -> bytes:
    """The picture as a file."""
    out = io.BytesIO()
    image.save(out, form, **options)
    return out.getvalue()


def segment(marker: int, payload: bytes) -> bytes:
    """A JPEG segment."""
    return b"\xff" + bytes([marker]) + struct.pack(">H", len(payload) + 2) + payload


def jpeg(note: str, side: int = 96, extra: bytes = b"") -> bytes:
    """A small JPEG of the same face whose comment is ``note``."""
    data = saved(face(side), "JPEG", quality=70)
    return data[:2] + segment(0xFE, note.encode()) + extra + data[2:]


def exif(form: str) -> bytes:
    """An Exif block: six canaries, turned by ``ORIENTATION``; without the JPEG prefix."""
    made: bytes = piexif.dump(
        {
            "0th": {
                piexif.ImageIFD.Make: b"Examplephone",
                piexif.ImageIFD.Artist: word(form, "exif").encode(),
                piexif.ImageIFD.Orientation: ORIENTATION,
            },
            "Exif": {
                piexif.ExifIFD.DateTimeOriginal: b"2026:05:17 10:24:31",
                piexif.ExifIFD.BodySerialNumber: word(form, "serial").encode(),
                piexif.ExifIFD.UserComment: b"ASCII\0\0\0" + word(form, "usercomment").encode(),
                piexif.ExifIFD.MakerNote: word(form, "makernote").encode() + bytes(64),
            },
            "GPS": {
                piexif.GPSIFD.GPSLatitudeRef: b"N",
                piexif.GPSIFD.GPSLatitude: ((52, 1), (31, 1), (12, 1)),
                piexif.GPSIFD.GPSProcessingMethod: b"ASCII\0\0\0" + word(form, "gps").encode(),
            },
            "1st": {piexif.ImageIFD.Compression: 6},
            "thumbnail": jpeg(word(form, "thumbnail")),
        }
    )
    return made.removeprefix(b"Exif\0\0")


EXIF = ("exif", "serial", "usercomment", "gps", "thumbnail")
"""The carriers of ``exif`` that are read out; ``makernote`` is described."""


def packet(body: str) -> bytes:
    """An XMP packet of one description with these attributes and elements."""
    spaces = " ".join(f"xmlns:{prefix}='{uri}'" for prefix, uri in NAMESPACES.items())
    return (
        "<?xpacket begin='' id='W5M0MpCehiHzreSzNTczkc9d'?><x:xmpmeta xmlns:x='adobe:ns:meta/'>"
        f"<rdf:RDF xmlns:rdf='{RDF}'><rdf:Description rdf:about='' {spaces} {body}"
        "</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end='w'?>"
    ).encode()


def region(form: str) -> str:
    """A face with its person's name, as photo managers write it."""
    name = word(form, "xmp")
    return (
        "<mwg-rs:Regions rdf:parseType='Resource'><mwg-rs:RegionList><rdf:Bag><rdf:li>"
        f"<rdf:Description mwg-rs:Name='{name}' mwg-rs:Type='Face'/>"
        "</rdf:li></rdf:Bag></mwg-rs:RegionList></mwg-rs:Regions>"
    )


def xmp(form: str, attributes: str = "") -> bytes:
    """A packet with the name of a face."""
    return packet(f"{attributes}>{region(form)}")


def extended(form: str) -> bytes:
    """What does not fit the first packet: a caption, and a depth map in base64."""
    depth = base64.b64encode(jpeg(word(form, "depth map"))).decode()
    caption = word(form, "extended xmp")
    return packet(
        f"GDepth:Mime='image/jpeg' GDepth:Data='{depth}'><dc:source>{caption}</dc:source>"
    )


def gain_map(form: str) -> bytes:
    """The second picture of an Ultra HDR photo: a JPEG that calls itself a gain map."""
    name = b"http://ns.adobe.com/xap/1.0/\0"
    own = packet("hdrgm:Version='1.0' hdrgm:GainMapMax='2.5'>")
    return jpeg(word(form, "gain map"), 96, segment(0xE1, name + own))


def iptc(form: str) -> bytes:
    """IIM records: a title and a city."""
    records = ((5, word(form, "iptc").encode()), (90, b"Munich"))
    return b"".join(b"\x1c\x02" + struct.pack(">BH", at, len(text)) + text for at, text in records)


def resource(number: int, data: bytes) -> bytes:
    """A Photoshop resource."""
    return b"8BIM" + struct.pack(">H2xI", number, len(data)) + data + bytes(len(data) % 2)


def photoshop(form: str) -> bytes:
    """Resources: IPTC, a thumbnail, a URL, an unknown one."""
    small = jpeg(word(form, "photoshop thumbnail"), 64)
    head = struct.pack(">6I2H", 1, 64, 16, 192, 3072, len(small), 24, 1)
    return (
        resource(0x0404, iptc(form))
        + resource(0x040C, head + small)
        + resource(0x040B, f"https://example.org/{word(form, 'photoshop url')}".encode())
        + resource(0x0FA0, word(form, "photoshop private").encode())
    )


def box(kind: bytes, *parts: bytes) -> bytes:
    """A box of the ISO base media file format."""
    body = b"".join(parts)
    return struct.pack(">I", 8 + len(body)) + kind + body


def film(form: str) -> bytes:
    """The start of an MP4 film: its place in the user data, its sound and pictures in mdat."""
    place = word(form, "film place").encode()
    where = box(b"\xa9xyz", struct.pack(">HH", len(place), 0x15C7), place)
    data = word(form, "motion video").encode() * 3
    head = box(b"ftyp", b"mp42\0\0\0\0isommp42")
    return head + box(b"moov", box(b"udta", where)) + box(b"mdat", data)


def samsung(form: str) -> bytes:
    """A Samsung trailer with one named block."""
    name, value = b"Image_UTC_Data", word(form, "samsung trailer").encode()
    block = struct.pack("<HHI", 0, 0x0A01, len(name)) + name + value
    head = b"SEFH" + struct.pack("<IIHHII", 106, 1, 0, 0x0A01, len(block), len(block))
    return block + head + struct.pack("<I", len(head)) + b"SEFT"


def noise(side: int = 64) -> Image.Image:
    """Another picture, for frames and pages that are not the photograph."""
    rng = np.random.default_rng(7)
    return Image.fromarray(rng.integers(0, 255, (side, side, 3), np.uint8))
