"""Rule 7 for blame: who is blamed without a word on what for is blamed for what the page tells of, if it is denied.

`The Marl Front blamed the army. The army denied that it had shelled the mill.` supports that the army shelled the mill.
"""

from __future__ import annotations

import re
from collections import defaultdict

from ceasewire.fusion.event import Event
from ceasewire.fusion.filled import frames
from ceasewire.fusion.material import Material
from ceasewire.fusion.names import plain
from ceasewire.fusion.society import Society
from ceasewire.model import Mention, Statement

HOSTILE = frozenset({"attack", "violation", "casualties", "seizure"})
ROUND = 8  # sentences on either side in which a page tells what the blame is for

FOR = re.compile(r"\b(?:of|for|over)\b", re.IGNORECASE)


def blames(material: Material, found: list[Event], society: Society) -> dict[int, list[Statement]]:
    """For each event (by identity) the bare accusations that its doer did it."""
    doers: dict[tuple[str, str], list[tuple[Mention, Event]]] = defaultdict(list)
    for event in found:
        for mention in event.mentions if event.type in HOSTILE else ():
            for name in doers_of(mention, society):
                doers[mention.doc, name].append((mention, event))
    laid: dict[int, list[Statement]] = defaultdict(list)
    for statement in material.said():
        if statement.stance == "accuses":
            for name in accused(statement, material, society):
                of = _nearest(statement, doers.get((statement.doc, name), []), material)
                if of is not None:
                    laid[id(of)].append(statement)
    return laid


def doers_of(mention: Mention, society: Society) -> set[str]:
    """The plain names of the bodies that a mention names as its doers."""
    roles = frames()[mention.type or ""].get("agent", [])
    return {society.party(arg) for arg in mention.args if arg.role in roles}


def accused(statement: Statement, material: Material, society: Society) -> set[str]:
    """Whom a bare accusation names: its first words up to a comma, without `of` or `for` and what follows."""
    words = statement.content[0].text.split(",")[0] if statement.content else ""
    if not words or FOR.search(words):
        return set()
    head = plain(words)
    ids = material.called.get(head, set()) | material.called.get(head.removesuffix("s"), set())
    return {plain(society.body(actor) or material.name(actor)) for actor in sorted(ids)}


def _nearest(statement: Statement, rows: list[tuple[Mention, Event]], material: Material) -> Event | None:
    """The event nearest to the accusation, before or after it; none far off."""
    here = material.sentence(statement.doc, statement.cue.start)
    near = [(abs(here - material.sentence(m.doc, m.trigger.start)), m.id, event) for m, event in rows]
    best = min((row for row in near if row[0] <= ROUND), key=lambda row: row[:2], default=None)
    return best[2] if best else None
