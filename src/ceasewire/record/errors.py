"""What can go wrong with a record, in words for the person at the terminal."""

from __future__ import annotations


class RecordError(Exception):
    """A record that cannot be opened, written or answered from; the message names the file and says why."""
