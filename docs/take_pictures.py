"""Take the pictures of the pages: ``.venv/bin/python docs/take_pictures.py`` (needs Chromium).

Makes the demo's report in a folder of its own and photographs it as a browser shows it.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image

PICTURES = Path(__file__).resolve().parent / "pictures"
WIDTH, HEIGHT = 1280, 1560
"""Pixels of the window: all of the photo, the safer copy and most of the bill."""

QUIET = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)


def main() -> int:
    """Take every picture; 4 when there is no Chromium."""
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    if browser is None:
        print("Chromium is not here: install it, then run this again", file=sys.stderr)
        return 4
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        demo = [sys.executable, "-m", "facevalue.demo", str(folder / "demo")]
        subprocess.run(demo, check=True, stdout=subprocess.DEVNULL)
        _photograph(browser, folder / "demo" / "report.html", folder)
        _shrink(folder / "page.png", PICTURES / "report.png")
    return 0


def _photograph(browser: str, page: Path, folder: Path) -> None:
    command = [browser, *QUIET, f"--user-data-dir={folder / 'profile'}"]
    command += [f"--window-size={WIDTH},{HEIGHT}", f"--screenshot={folder / 'page.png'}"]
    subprocess.run([*command, page.as_uri()], check=True, capture_output=True)


def _shrink(source: Path, target: Path) -> None:
    """Few colours and no metadata: a third of the size, and hardly to be told apart."""
    with Image.open(source) as picture:
        few = picture.convert("RGB").quantize(256, dither=Image.Dither.FLOYDSTEINBERG)
        few.save(target, optimize=True)


if __name__ == "__main__":
    sys.exit(main())
