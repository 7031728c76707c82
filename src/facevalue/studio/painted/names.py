"""Names of the painted styles: each is a file in ``styles/``. Light, for who only lists them."""

from __future__ import annotations

PAINTED = {
    "film": "a photograph painted as a still of a hand-drawn film, with drawn lines and eyes",
    "gouache": "a photograph painted in gouache, with strokes that one sees",
    "watercolour": "a photograph painted in watercolour, in washes on white paper",
    "ink": "a photograph drawn with pen and brush, in ink on paper",
    "pencil": "a photograph drawn in pencil, hatched on toothed paper",
    "riso": "a photograph printed in three spot colours, as by a stencil printer",
}
"""Each name with what comes out, in words that also stand in the picture's mark."""
