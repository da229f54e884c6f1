"""Rule 7 for what is taken for granted: words that point back to the room where people met name the meeting as given.

`They talked at a villa by the lake. "Nobody in that villa trusts him," said Ana Perle` is Perle's word for the talks.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache

from ceasewire.codebook import table
from ceasewire.fusion.event import Event
from ceasewire.fusion.material import Material
from ceasewire.model import Mention, Statement


def taken_for_granted(material: Material, found: list[Event]) -> dict[int, list[Statement]]:
    """For each meeting (by identity) the statements that name none but point back to its room."""
    talks = [(mention, event) for event in found if event.type == "talks" for mention in event.mentions]
    rooms, naming = _rooms(material, talks), {mention.statement for mention, _ in talks}
    pages = {doc for doc, _ in rooms}
    given: dict[int, list[Statement]] = defaultdict(list)
    for statement in material.said() if rooms else ():
        if statement.doc in pages and statement.id not in naming:
            for room in {word.lower() for span in statement.content for word in _back().findall(span.text)}:
                before = [row for row in rooms.get((statement.doc, room), ()) if row[0] < statement.cue.start]
                if before:
                    given[id(max(before, key=lambda row: row[0])[1])].append(statement)
    return given


def _rooms(material: Material, talks: list[tuple[Mention, Event]]) -> dict[tuple[str, str], list[tuple[int, Event]]]:
    """The rooms that the sentences of meetings name, by page and noun, with where and of which event."""
    rooms: dict[tuple[str, str], list[tuple[int, Event]]] = defaultdict(list)
    for mention, event in sorted(talks, key=lambda row: (row[0].doc, row[0].trigger.start)):
        stretch = material.stretch(mention.doc, mention.trigger.start)
        words = material.documents[mention.doc].text[slice(*stretch)] if stretch else ""
        for room in {word.lower() for word in _named().findall(words)}:
            rooms[mention.doc, room].append((mention.trigger.start, event))
    return rooms


@cache
def _named() -> re.Pattern[str]:
    return re.compile(r"\b(?:a|an|the)\s+(?:\w+\s+){0,2}?(" + _nouns() + r")\b", re.IGNORECASE)


@cache
def _back() -> re.Pattern[str]:
    return re.compile(r"\b(?:that|those|this)\s+(" + _nouns() + r")\b", re.IGNORECASE)


def _nouns() -> str:
    found: list[str] = table("fusion")["rooms"]["nouns"]
    return "|".join(found)
