"""Points of the face mesh that a pen follows, by their numbers in MediaPipe's mesh.

Where there are two rows, the first is of the left half of the picture, for a face seen upright.
"""

UPPER_LIDS = (
    (33, 246, 161, 160, 159, 158, 157, 173, 133), (263, 466, 388, 387, 386, 385, 384, 398, 362),
)  # fmt: skip
LOWER_LIDS = (
    (33, 7, 163, 144, 145, 153, 154, 155, 133), (263, 249, 390, 373, 374, 380, 381, 382, 362),
)  # fmt: skip
"""From the outer corner of the eye to the inner one."""
LIDS = tuple(zip(UPPER_LIDS, LOWER_LIDS, strict=True))
CREASES = ((247, 30, 29, 27, 28, 56), (467, 260, 259, 257, 258, 286))
UPPER_BROWS = ((70, 63, 105, 66, 107), (300, 293, 334, 296, 336))
LOWER_BROWS = ((46, 53, 52, 65, 55), (276, 283, 282, 295, 285))
WINGS = ((49, 129, 64, 98), (279, 358, 294, 327))
NOSTRILS = ((75, 60, 99, 97), (305, 290, 328, 326))
BASE = (141, 94, 370)
UPPER_LIP = (61, 185, 40, 39, 37, 0, 267, 269, 270, 409, 291)
LOWER_LIP = (61, 146, 91, 181, 84, 17, 314, 405, 321, 375, 291)
INNER_UPPER = (78, 191, 80, 81, 82, 13, 312, 311, 310, 415, 308)
INNER_LOWER = (78, 95, 88, 178, 87, 14, 317, 402, 318, 324, 308)
