"""Rule 8: what a denial reaches that names no event of its own."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from ceasewire.codebook import table
from ceasewire.fusion.event import Event
from ceasewire.fusion.material import Material
from ceasewire.fusion.names import any_of, plain
from ceasewire.fusion.society import Society
from ceasewire.model import Mention, Statement

BACK = 3  # a bare denial answers what was said at most this many sentences before

COUNTED = frozenset({"whole", "agent"})  # a denial that reaches no further than this stands against the event


@dataclass(frozen=True)
class Denial:
    """A denial that disputes an event and how far it reaches."""

    statement: Statement
    reach: str


def denials(material: Material, found: list[Event], society: Society) -> dict[int, list[Denial]]:
    """For each event (by identity) the denials that answer it though they name no event themselves."""
    taken = {m.statement for m in material.mentions.values() if m.statement}
    of = {m.id: event for event in found for m in event.mentions}
    by_doc: dict[str, list[Mention]] = defaultdict(list)
    for mention in sorted(material.mentions.values(), key=lambda m: m.trigger.start):
        if mention.id in of:
            by_doc[mention.doc].append(mention)
    reached: dict[int, list[Denial]] = defaultdict(list)
    for statement in material.statements.values():
        if statement.stance == "denies" and statement.id not in taken:
            target = _answered(statement, by_doc[statement.doc], material, society)
            if target is not None:
                reached[id(of[target.id])].append(Denial(statement, reach_of(statement)))
    return reached


def reach_of(statement: Statement) -> str:
    """What the words of a denial exclude: one side of the event where the table knows the words, else the whole.

    `We have no part in it` disputes the speaker's own part, `The toll is exaggerated` the figure alone.
    """
    words = " ".join(s.text for s in statement.content)
    return next((reach for reach, pattern in _sides().items() if pattern.search(words)), "whole")


@cache
def _sides() -> dict[str, re.Pattern[str]]:
    rows: dict[str, list[str]] = table("fusion")["reach"]
    return {reach: any_of(words) for reach, words in rows.items()}


def _answered(statement: Statement, mentions: list[Mention], material: Material, society: Society) -> Mention | None:
    """The claim before a bare denial that concerns the denier, the nearest one."""
    here = material.sentence(statement.doc, statement.cue.start)
    body = society.speaker(statement)
    near = [
        m
        for m in mentions
        if m.trigger.start < statement.cue.start
        and here - material.sentence(m.doc, m.trigger.start) <= BACK
        and m.realis in ("occurred", "ongoing")
        and _concerns(m, body, society)
    ]
    return near[-1] if near else None


def _concerns(mention: Mention, body: str | None, society: Society) -> bool:
    return body is not None and any(society.party(a) == plain(body) for a in mention.args)
