"""What intake takes at most. A page or an archive past a limit is refused by name, with the limit in the reason."""

from __future__ import annotations

MAX_BYTES = 5_000_000
"""The largest page read, in bytes: twenty times a long report. A file of rows may be larger, a row may not."""

MAX_LINE = 400_000
"""The longest line read, in characters: the parser's memory grows with it."""

MAX_SECONDS = 30.0
"""The longest time spent on taking in one page, in seconds: a thousand times the usual."""

MAX_PRINTED = 50_000_000
"""The largest PDF or Word file read, in bytes: most of it is pictures."""

MAX_SHEETS = 2_000
"""The most sheets of a PDF that are read."""

MAX_MEMBERS = 100_000
"""The most members of a zip archive, or of all the archives in it together."""

MAX_RATIO = 200
"""How many times its packed size a member or a packed file may unpack to; text packs to a tenth."""

FREE_BYTES = 1_000_000
"""Bytes that a member may unpack to whatever its packed size: tiny files pack to next to nothing."""

MAX_UNPACKED = 20_000_000_000
"""The most bytes that one archive may unpack to."""

MAX_NESTED = 200_000_000
"""The largest archive inside another, in bytes: it is held in memory."""

MAX_DEPTH = 2
"""How many archives may stand one in the other: an archive and one level in it."""
