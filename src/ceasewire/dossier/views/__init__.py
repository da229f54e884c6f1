"""One view a file: from an open record and what was asked to a sheet that the templates put on paper."""

from __future__ import annotations

from collections.abc import Mapping

Asked = Mapping[str, str]


class Missing(Exception):  # noqa: N818  the name says what the reader sees
    """Nothing of this record has this id, or nothing that may have a page of its own."""


def number(asked: Asked, name: str, otherwise: int, most: int = 10**9) -> int:
    """A number of the address, at least 1; `otherwise` where it is none."""
    told = asked.get(name, "")
    return min(most, max(1, int(told))) if told.isdecimal() and len(told) < 10 else otherwise
