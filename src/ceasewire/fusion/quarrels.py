"""One person against another by name: `Bo Lenk called Ana Perle's reading wrong`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from ceasewire.fusion.material import Material, first_of
from ceasewire.model import Statement

AGAINST = ("denies", "doubts")
CLAIMS = ("asserts", "confirms", "predicts", "accuses")


@dataclass(frozen=True)
class Quarrel:
    """A claim, and the statement that names its speaker and contradicts it."""

    claim: Statement
    answer: Statement


def quarrels(material: Material) -> Iterator[Quarrel]:
    """Every denial or doubt that names a person who claimed something, with the nearest claim before it."""
    surnames = _surnames(material)
    against = [
        (answer, person)
        for answer in material.said()
        if answer.stance in AGAINST and first_of(answer, material.statements) is answer
        for person in _named(answer, surnames)
        if person != answer.source.actor
    ]
    said = _claims(material, {person for _, person in against})
    for answer, person in against:
        if claim := _answered(answer, said[person], material):
            yield Quarrel(claim, answer)


def _claims(material: Material, persons: Collection[str]) -> dict[str, list[Statement]]:
    """What each of these persons claimed, by actor."""
    found: dict[str, list[Statement]] = defaultdict(list)
    for statement in material.statements.values():
        who = statement.source.actor or ""
        if statement.stance in CLAIMS and not statement.anonymous and who in persons:
            found[who].append(statement)
    return found


def _surnames(material: Material) -> dict[str, str]:
    """The one person of the story who bears each surname."""
    found: dict[str, set[str]] = defaultdict(set)
    for actor in material.actors.values():
        if actor.kind == "person" and len(actor.name.split()) > 1:
            found[actor.name.split()[-1]].add(actor.id)
    return {name: next(iter(ids)) for name, ids in found.items() if len(ids) == 1}


def _named(statement: Statement, surnames: Mapping[str, str]) -> list[str]:
    """Whom the words of a statement name: `Perle is wrong` names Ana Perle."""
    words = " ".join(span.text for span in statement.content).replace("’s", "").replace("'s", "")
    return list(dict.fromkeys(surnames[word] for word in words.split() if word in surnames))


def _answered(answer: Statement, said: list[Statement], material: Material) -> Statement | None:
    """The claim before it on the same page, the nearest; else the last one written until that day on another page."""
    here = [s for s in said if s.doc == answer.doc and s.cue.start < answer.cue.start]
    if here:
        return max(here, key=lambda s: (s.cue.start, s.id))
    day = material.day(answer.doc) or ""
    before = [s for s in said if s.doc != answer.doc and (material.day(s.doc) or "9999") <= day]
    return max(before, key=lambda s: (material.day(s.doc) or "", s.id), default=None)
