"""The face mesh lies where the face is, however the photo is turned or sized."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from facevalue.core.errors import NoEngine
from facevalue.engines import face_finder, face_mesh, litert
from facevalue.engines.crops import Window, inside, seen
from tests.photographs import astronaut

NOSE, CHIN, FOREHEAD = 1, 152, 10


def test_the_points_lie_on_the_face() -> None:
    """Eyes where the finder saw them, nose before the cheeks, chin under the forehead."""
    face = face_finder.find(astronaut())[0]
    mesh = face_mesh.mesh(astronaut(), face)
    assert mesh.points.shape == (468, 3)
    assert mesh.score > 0.9
    for eye, landmark in zip(
        (face_mesh.LEFT_EYE, face_mesh.RIGHT_EYE), face.landmarks, strict=False
    ):
        assert np.linalg.norm(mesh.points[list(eye), :2].mean(0) - landmark) < 8
    assert mesh.points[NOSE, 2] < mesh.points[[234, 454], 2].min()
    assert mesh.points[CHIN, 1] - mesh.points[FOREHEAD, 1] > 90


def test_a_turned_photo_has_the_turned_mesh() -> None:
    """A photo on its side has the same points, on their side."""
    upright = face_mesh.mesh(astronaut(), face_finder.find(astronaut())[0]).points
    face = face_finder.find(astronaut())[0]
    left, top, right, bottom = face.box
    marks = tuple((511 - y, x) for x, y in face.landmarks)
    turned = replace(face, box=(511 - bottom, left, 511 - top, right), landmarks=marks)
    clockwise = np.ascontiguousarray(np.rot90(astronaut(), -1))
    points = face_mesh.mesh(clockwise, turned).points
    assert np.abs(points[:, 0] - (511 - upright[:, 1])).max() < 5
    assert np.abs(points[:, 1] - upright[:, 0]).max() < 5


def test_a_mesh_of_no_face_scores_low() -> None:
    """Where there is a rocket, the network says so."""
    rocket = face_finder.Face((150, 100, 300, 250), 0.5, ((190.0, 150.0), (260.0, 150.0)))
    import skimage.data

    assert face_mesh.mesh(skimage.data.rocket(), rocket).score < 0.3


def test_nothing_is_written_to_the_terminal(tmp_path: Path) -> None:
    """The library announces its kernels on the error stream unless it is kept quiet."""
    code = (
        "import numpy as np\n"
        "from facevalue.engines import face_mesh, person_mask\n"
        "person_mask.mask(np.zeros((64, 64, 3), np.uint8), (32, 32), 0.0, 64)\n"
        "import sys; print('after', file=sys.stderr)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={"HOME": str(tmp_path), "PATH": ""},
        capture_output=True,
        text=True,
        check=True,
    )
    assert (done.stdout, done.stderr) == ("", "after\n")
    assert list(tmp_path.rglob("*")) == []


def test_a_missing_library_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """NoEngine, with the extra's name."""
    monkeypatch.setitem(sys.modules, "ai_edge_litert", None)
    with pytest.raises(NoEngine, match="studio extra"):
        litert.Model("face_landmark.tflite")


def test_a_window_and_the_photo_agree_about_places() -> None:
    """To the photo and back is where it began, and a pixel is seen where it is."""
    window = Window((260.0, 190.0), 0.4, 1.7, 80, 120)
    points = np.array([[3.0, 4.0], [100.0, 60.0]])
    assert np.allclose(window.from_photo(window.to_photo(points)), points)
    photo = np.zeros((400, 500, 3), np.uint8)
    photo[188:192, 258:262] = 255
    brightest = np.unravel_index(seen(photo, window)[..., 0].argmax(), (80, 120))
    assert np.abs(np.array(brightest) - [40, 60]).max() <= 2


def test_outside_the_photo_is_black_or_goes_on() -> None:
    """Black where nothing was photographed, the edge's colour when stretched."""
    photo = np.full((40, 40, 3), 90, np.uint8)
    window = Window((0.0, 20.0), 0.0, 1.0, 40, 40)
    assert (seen(photo, window)[:, :18] == 0).all()
    assert np.allclose(seen(photo, window, stretched=True), 90)
    assert inside(photo.shape, window).mean() == 0.5
