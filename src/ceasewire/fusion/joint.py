"""Joint sources: `Lorasia and the Marl Front said` is two sources who say one thing."""

from __future__ import annotations

import re

from msgspec.structs import replace

from ceasewire.fusion.material import Material
from ceasewire.fusion.names import plain
from ceasewire.fusion.society import BODIES
from ceasewire.model import Actor, Source, Span, Statement

COMMON = re.compile(r"\bof\b|\b(?:or|nor|but)\b", re.IGNORECASE)  # one office of two lands, or nobody knows which
BETWEEN = re.compile(r",?\s+and\s+|,\s+")


def each(statement: Statement, material: Material) -> list[Statement]:
    """The statement once for every source that its words name side by side, the statement itself where it is one.

    `Premier Ana Perle and the Marl Front` are two; `Ana Perle, the minister of roads and trade` is one.
    """
    span = statement.source.span
    if span is None or " and " not in span.text or COMMON.search(span.text):
        return [statement]
    found = [_whole(piece, statement.doc, material) for piece in BETWEEN.split(span.text)]
    parts = [who for who in found if who is not None]
    if len(parts) < len(found) or len({who.id for who in parts}) < 2:
        return [statement]
    if statement.anonymous and not all(who.kind in BODIES for who in parts):
        return [statement]
    return [_of(statement, who, span) for who in parts]


def _of(statement: Statement, who: Actor, span: Span) -> Statement:
    """The statement as one source's own: a body that is named is not unnamed, whatever it stands beside."""
    return replace(statement, source=Source(span, who.id), affiliation=who.affiliation or who.id, anonymous=False)


def _whole(piece: str, doc: str, material: Material) -> Actor | None:
    """The actor whose name ends a piece of the source's words: `Lorasian President Ana Perle` is Ana Perle."""
    said = piece.split()
    for start in range(len(said)):
        names = material.called.get(plain(" ".join(said[start:])), ())
        here = sorted(key for key in names if any(alias.doc == doc for alias in material.actors[key].aliases))
        if len(here) == 1:
            return _titled(material.actors[here[0]], said[:start])
    return None


def _titled(who: Actor, before: list[str]) -> Actor | None:
    """A person may have titles before the name; `army units in Hallin` are not Hallin."""
    return who if who.kind == "person" or all(word.lower() in ("the", "both") for word in before) else None
