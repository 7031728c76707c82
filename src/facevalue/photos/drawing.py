"""Draw vector graphics of our own into pixels (resvg, through resvg_py)."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


def drawn(svg: str, width: int, fonts: Sequence[Path] = ()) -> NDArray[np.uint8]:
    """An SVG as pixels: height x width x 4, uint8, sRGB with straight alpha.

    Only ``fonts`` are used, never the system's. For our own drawings: text in them must be
    escaped. Raises ValueError when the SVG cannot be parsed.
    """
    import numpy as np
    import resvg_py
    from PIL import Image

    png = resvg_py.svg_to_bytes(
        svg_string=svg, width=width, font_files=[str(f) for f in fonts], skip_system_fonts=True
    )
    with Image.open(io.BytesIO(bytes(png)), formats=["PNG"]) as image:
        return np.array(image.convert("RGBA"))
