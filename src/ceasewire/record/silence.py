"""Who was asked and did not answer, and who is accused and has no word on any page."""

from __future__ import annotations

from msgspec import Struct

from ceasewire.model import Fact, Statement
from ceasewire.record.belonging import above
from ceasewire.record.record import Record

ACCUSED = {"violation": "violator", "attack": "attacker", "seizure": "holder", "casualties": "by"}
BODIES = frozenset({"state", "government", "armed_group", "opposition_body", "organisation", "person"})


class Unanswered(Struct, frozen=True):
    """Somebody who was asked and would not speak: on which page, on which day, in which words."""

    who: str
    doc: str
    day: str | None
    words: str
    statement: str


class Unheard(Struct, frozen=True):
    """A party that others accuse and that no page lets speak, with the facts that accuse it."""

    name: str
    actor: str
    facts: list[str]


class Silence(Struct, frozen=True):
    """The two silences of a record."""

    unanswered: list[Unanswered]
    unheard: list[Unheard]


def silence(record: Record) -> Silence:
    """Who did not answer, in the order of days, and who was not heard, those most accused first."""
    asked = [_unanswered(s, record) for s in record.statements if s.stance == "no_comment" and s.copy_of is None]
    heard = _heard(record)
    facts: dict[str, list[str]] = {}
    for fact in record.facts:
        for actor in _accused(fact, record):
            if not above(actor, record) & heard:
                facts.setdefault(actor, []).append(fact.id)
    unheard = [Unheard(record.name(actor), actor, ids) for actor, ids in facts.items()]
    return Silence(
        sorted(asked, key=lambda a: (a.day or "9999", a.doc, a.statement)),
        sorted(unheard, key=lambda u: (-len(u.facts), u.name, u.actor)),
    )


def _unanswered(statement: Statement, record: Record) -> Unanswered:
    span = statement.source.span
    who = span.text if statement.anonymous and span else record.name(statement.source.actor)
    words = " … ".join(s.text for s in statement.content) or statement.cue.text
    name = who or (span.text if span else "somebody not named")
    return Unanswered(name, statement.doc, record.document[statement.doc].published, words, statement.id)


def _accused(fact: Fact, record: Record) -> list[str]:
    """The bodies and persons that a fact on somebody's word blames; what an actor tells of itself accuses nobody."""
    role = ACCUSED.get(fact.type)
    if role is None or not fact.origins_for:
        return []
    found = {a.actor for a in fact.args if a.role == role and a.actor in record.actor}
    return sorted(actor for actor in found if actor and record.actor[actor].kind in BODIES)


def _heard(record: Record) -> set[str]:
    """The plain names of everybody who says anything, and of all whom they belong to."""
    found: set[str] = set()
    for statement in record.statements:
        if statement.stance != "no_comment" and not statement.anonymous:
            for actor in (statement.source.actor, statement.affiliation):
                found |= above(actor, record)
    return found
