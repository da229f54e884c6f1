"""What is said to have broken a truce, and how far each incident is borne out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from ceasewire.fusion.names import NUMBERS, number_in, plain
from ceasewire.model import Fact, Interval, Mention, Passage
from ceasewire.record import Record
from ceasewire.truce.sides import bodies, day_of, mention_of, named, origin_bodies, passages, speaker

ACCUSED = {"violation": ("violator",), "attack": ("attacker",)}
HIT = {"violation": ("victim",), "attack": ("target",)}
SENTENCE = re.compile(r"[.!?][\"”’')\]]*(?=\s)|\n")
WORDS = "|".join(sorted((*NUMBERS, "hundred", "dozen"), key=len, reverse=True))
TOTAL = re.compile(
    rf"\b(?P<number>\d[\d,]*|(?:{WORDS})(?:-(?:{WORDS}))?)\s+(?:[\w-]+\s+){{0,3}}?"
    r"(?:times|violations|breaches|infringements|incidents)\b",
    re.IGNORECASE,
)
LEAST = 2  # a total is of more than one


class Incident(Struct, frozen=True):
    """One alleged violation, or an attack within the truce that nobody calls one (`possible`).

    `borne_out` holds `alleged`, and as far as the pages go `observed` (by a monitor), `admitted` (by the accused) and
    `rejected` (by whom, in `rejected_by`).
    """

    fact: str
    kind: str
    accusers: list[str]
    accused: list[str]
    victims: list[str]
    places: list[str]
    when: Interval | None
    reported: str | None
    means: list[str]
    borne_out: list[str]
    rejected_by: list[str]


class Claim(Struct, frozen=True):
    """A party's total: a claim of one source, never added up with incidents."""

    number: float
    words: str
    by: list[str]
    against: list[str]
    fact: str
    doc: str
    day: str | None


def incidents(violations: Sequence[Fact], attacks: Sequence[Fact], record: Record) -> list[Incident]:
    """The violations, each with the attacks that it consists in; then the attacks that nobody calls a violation."""
    used: set[str] = set()
    found: list[Incident] = []
    for fact in violations:
        mine = [attack for attack in attacks if _same(fact, attack, record)]
        used |= {attack.id for attack in mine}
        found.append(_incident("violation", fact, mine, record))
    found += [_incident("possible", attack, [], record) for attack in attacks if attack.id not in used]
    return sorted(found, key=lambda i: (i.when.start or "" if i.when else i.reported or "", i.kind, i.fact))


def _same(violation: Fact, attack: Fact, record: Record) -> bool:
    """An attack is what a violation consists in where one statement tells of both, or place, day and doer agree."""
    said = {p.statement for p in violation.support if p.statement}
    if said & {p.statement for p in attack.support if p.statement}:
        return True
    if day_of(violation) != day_of(attack):
        return False
    places = [{plain(named(a, record)) for a in f.args if a.role == "place"} for f in (violation, attack)]
    doers = [bodies(f.args, ACCUSED[f.type], record) for f in (violation, attack)]
    return bool(places[0] & places[1]) or (bool(doers[0] & doers[1]) and not (places[0] and places[1]))


def _incident(kind: str, fact: Fact, attacks: Sequence[Fact], record: Record) -> Incident:
    facts = [fact, *attacks]
    accused = _fillers(facts, ACCUSED, record)
    rejected_by = sorted({record.origin[key].name for f in facts for key in f.origins_against})
    return Incident(
        fact.id,
        kind,
        _accusers(fact, record),
        accused,
        _fillers(facts, HIT, record),
        sorted({named(a, record) for f in facts for a in f.args if a.role == "place"}),
        fact.interval or next((attack.interval for attack in attacks if attack.interval), None),
        fact.first_reported,
        _means(facts, record),
        _borne_out(facts, rejected_by, record),
        rejected_by,
    )


def _fillers(facts: Iterable[Fact], roles: Mapping[str, tuple[str, ...]], record: Record) -> list[str]:
    return sorted({named(a, record) for f in facts for a in f.args if a.role in roles.get(f.type, ())})


def _accusers(fact: Fact, record: Record) -> list[str]:
    return sorted({record.origin[key].name for key in fact.origins_for})


def _means(facts: Iterable[Fact], record: Record) -> list[str]:
    """The weapons that are named, else the words for the attack."""
    rows = list(facts)
    weapons = {a.text for f in rows for a in f.args if a.role == "means"}
    words = {m.trigger.text for f in rows if f.type == "attack" for p in f.support if (m := mention_of(p, record))}
    return sorted(weapons or words)


def _borne_out(facts: Sequence[Fact], rejected_by: Sequence[str], record: Record) -> list[str]:
    found = ["alleged"]
    if any(record.origin[key].camp == "monitor" for fact in facts for key in fact.origins_for):
        found.append("observed")
    if any(_admits(passage, fact, record) for fact in facts for passage in fact.support):
        found.append("admitted")
    return [*found, "rejected"] if rejected_by else found


def _admits(passage: Passage, fact: Fact, record: Record) -> bool:
    """Whether a source names itself, or its own side, as the doer; that two sides accuse each other admits nothing."""
    mention, origin = mention_of(passage, record), record.origin.get(passage.origin or "")
    if mention is None or origin is None or origin.kind == "unnamed":
        return False
    return bool(bodies(mention.args, ACCUSED.get(fact.type, ()), record) & origin_bodies(origin, record))


def claims(violations: Iterable[Fact], record: Record) -> list[Claim]:
    """The totals that stand in the sentences of violations, each once a source."""
    found: dict[tuple[float, str], Claim] = {}
    for fact in violations:
        for passage in passages(fact):
            mention, statement = mention_of(passage, record), speaker(passage, record)
            total = total_of(mention, record) if mention else None
            if mention is None or total is None or mention.copy_of:
                continue
            number, words = total
            origin = record.origin.get(passage.origin or "")
            by = origin.name if origin else (statement.source.span.text if statement and statement.source.span else "")
            against = _fillers([fact], ACCUSED, record)
            day = record.document[mention.doc].published
            found.setdefault((number, by), Claim(number, words, [by], against, fact.id, mention.doc, day))
    return [found[key] for key in sorted(found)]


def is_total(fact: Fact, record: Record) -> bool:
    """Whether a fact is nothing but totals, and so no incident."""
    found = [m for p in fact.support if (m := mention_of(p, record))]
    return bool(found) and all(total_of(mention, record) for mention in found)


def total_of(mention: Mention, record: Record) -> tuple[float, str] | None:
    """The total in the sentence of a mention: `broke the truce 264 times`, `40 violations`."""
    text = record.document[mention.doc].text
    start, end = sentence(text, mention.trigger.start, mention.trigger.end)
    for hit in TOTAL.finditer(text, start, end):
        number = number_in(hit["number"])
        if number is not None and number >= LEAST:
            return number, " ".join(hit.group().split())
    return None


def sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentence around some characters, within its line and within 600 characters either side."""
    low, high = max(text.rfind("\n", 0, start) + 1, start - 600), min(len(text), end + 600)
    before = [hit.end() for hit in SENTENCE.finditer(text, low, start)]
    after = SENTENCE.search(text, end, high)
    return (before[-1] if before else low), (after.start() if after else high)
