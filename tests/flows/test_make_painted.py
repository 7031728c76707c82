"""A painted picture carries nothing of the photo's file, and says what it is."""

from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image

import facevalue
from facevalue.core.errors import BadChoice, FacevalueError, Unknown
from facevalue.photos.fields import metadata
from facevalue.photos.pixels import decode
from tests.photographs import astronaut, phone_photo


def file(image: Image.Image, form: str = "PNG") -> bytes:
    """The image as a file."""
    out = io.BytesIO()
    image.save(out, form)
    return out.getvalue()


def face() -> Image.Image:
    """A photo of 160 x 160 with a face."""
    return Image.fromarray(astronaut()[:320:2, 64:384:2])


def test_a_photo_with_a_telephones_metadata_becomes_a_bare_picture() -> None:
    """No field of the photo is left; the mark says that software made it."""
    made = facevalue.make("gouache", phone_photo().data, longest=256)
    tags = metadata(made.photo).tags
    assert {tag.field.path[0] for tag in tags} <= {"Xmp", "Png"}
    assert any("DigitalSourceType" in str(tag.field) for tag in tags)
    kinds = {finding.kind.value for finding in facevalue.check(made.photo.data).look.findings}
    assert kinds <= {"face", "mark"}


@pytest.mark.parametrize("mode", ["RGBA", "L", "CMYK", "I;16", "P"])
def test_photos_of_every_kind_are_painted(mode: str) -> None:
    """Transparent, grey, for print, of sixteen bits, with a palette."""
    if mode == "I;16":
        deep = np.asarray(face().convert("L")).astype(np.uint16) * 257
        photo = file(Image.fromarray(deep))
    elif mode == "RGBA":
        clear = face().convert("RGBA")
        clear.putalpha(Image.linear_gradient("L").resize(clear.size))
        photo = file(clear)
    else:
        photo = file(face().convert(mode), "JPEG" if mode == "CMYK" else "PNG")
    made = facevalue.make("gouache", photo, longest=256)
    picture = decode(made.photo).pixels
    assert picture.shape == (256, 256, 3)
    assert picture.std() > 15


def test_the_receipt_is_about_the_face_in_the_photo() -> None:
    """A face that is only painted is still matched, and the receipt says so."""
    made = facevalue.make("gouache", file(face()), likeness=1.0)
    assert len(made.likeness) == 2
    assert any(match.match for match in made.likeness)
    assert "one person" in made.receipt[0]


def test_without_a_face_nobody_is_asked() -> None:
    """A landscape has no receipt."""
    slope = np.linspace(40, 220, 200).astype(np.uint8)
    picture = np.stack([np.tile(slope, (120, 1))] * 3, 2)
    assert facevalue.make("ink", file(Image.fromarray(picture))).likeness == ()


def test_what_a_style_cannot_do_is_refused() -> None:
    """A trait, a 3D file, words."""
    with pytest.raises(Unknown):
        facevalue.make("film", file(face()), hair="curly")
    with pytest.raises(Unknown):
        facevalue.make("film", file(face()), files=(".stl",))
    with pytest.raises(BadChoice):
        facevalue.make("film", file(face()), "a nurse")


def test_a_painting_is_opened_as_carefully_as_a_photo() -> None:
    """What is no picture is refused with its own sentence."""
    with pytest.raises(FacevalueError):
        facevalue.make("gouache", file(face()), like=b"not a picture")
