"""How large a file, a picture and a decode may be, each with its reason."""

from __future__ import annotations

FILE_BYTES = 512 * 1024 * 1024
"""Largest file we open: 170 megapixels of an uncompressed TIFF; photographs are far below."""

PIXELS = 200_000_000
"""Most pixels of one picture: the largest telephone sensors have 200 megapixels."""

SIDE = 65_500
"""Longest side in pixels: the largest that JPEG decoders accept; longer ones are bombs."""

FRAMES_PIXELS = 2_000_000_000
"""Pixels of all frames together that a moving picture may declare."""

DECODE_SECONDS = 20
"""CPU seconds for one decode or encode: 200 megapixels take about 4 on a slow core."""

WALL_SECONDS = 60
"""Seconds on the clock after which a silent child is killed, however little CPU it used."""

DECODE_BYTES = 3 * 1024 * 1024 * 1024
"""Address space of the child: 200 megapixels need 0.6 GB as RGB and twice that while turned."""

METADATA_BYTES = 64 * 1024 * 1024
"""Most metadata taken apart; more than this is reported as one unreadable block."""

NESTING = 32
"""Deepest nesting of boxes, directories and XML elements that is followed."""

ENTRIES = 20_000
"""Most fields read from one block; the rest is reported as one unread field."""
