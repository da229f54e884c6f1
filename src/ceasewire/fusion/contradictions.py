"""Contradictions: both sides' words wherever two sources cannot both be right, or a claim meets silence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from ceasewire.fusion.backing import SILENT
from ceasewire.fusion.event import Event
from ceasewire.fusion.material import Material, hull
from ceasewire.fusion.origins import Origins
from ceasewire.fusion.quarrels import Quarrel, quarrels
from ceasewire.fusion.versions import versions
from ceasewire.model import Contradiction, ContradictionKind, Fact, Mention, Passage, Side, Statement, ident

REACH: dict[str, ContradictionKind] = {"agent": "agent", "terms": "terms", "figure": "figure", "place": "scope"}


def contradictions(known: list[tuple[Event, Fact]], material: Material, origins: Origins) -> list[Contradiction]:
    """Every contradiction, in the order of the facts it is about."""
    found: list[Contradiction] = []
    for event, fact in known:
        found += [*_denied(fact, material), *_silent(event, fact, material, origins)]
        found += [
            _pair(fact.id, v.kind, *(_first(side, material) for side in (v.a, v.b))) for v in versions(fact, material)
        ]
        found += _expected(event, fact, material, origins)
    told = {(s.statement, o.statement) for c in found for s in c.a for o in c.b}
    apart = [q for q in quarrels(material) if (q.claim.id, q.answer.id) not in told]
    return found + [_by_name(quarrel, material, origins) for quarrel in apart]


def _by_name(quarrel: Quarrel, material: Material, origins: Origins) -> Contradiction:
    """One person against another by name: the claim is what they differ about."""
    sides = [[_side(s, origins.of_statement(s).id, material)] for s in (quarrel.claim, quarrel.answer)]
    return _pair(quarrel.claim.id, "flat", *sides)


def _denied(fact: Fact, material: Material) -> Iterator[Contradiction]:
    """Each denial once an origin and reach, against every supporting origin's first words."""
    against: dict[tuple[str, str], list[Passage]] = defaultdict(list)
    for passage in fact.dispute:
        against[passage.disputes or "whole", passage.origin or ""].append(passage)
    for (reach, _), passages in sorted(against.items()):
        if fact.support:
            yield _pair(fact.id, REACH.get(reach, "flat"), _first(fact.support, material), _sides(passages, material))


def _silent(event: Event, fact: Fact, material: Material, origins: Origins) -> Iterator[Contradiction]:
    """A claim, and those who know nothing of it or will not speak of it."""
    seen: set[str] = set()
    for mention in sorted(event.mentions, key=lambda m: (m.doc, m.trigger.start)):
        statement = material.voucher(mention)
        if statement and statement.stance in SILENT and statement.id not in seen and fact.support:
            seen.add(statement.id)
            origin = origins.of_statement(statement).id
            yield _pair(fact.id, "silence", _first(fact.support, material), [_side(statement, origin, material)])


def _expected(event: Event, fact: Fact, material: Material, origins: Origins) -> Iterator[Contradiction]:
    """What was to happen on one page and did not on a later one."""
    plans = [p for p in fact.support if p.mention and material.mentions[p.mention].realis == "planned"]
    days = [_day(p, material) for p in plans]
    late = [p for p in fact.dispute if p.mention and days and _day(p, material) > min(days)]
    if plans and late:
        yield _pair(fact.id, "expectation", _first(plans, material), _first(late, material))


def _day(passage: Passage, material: Material) -> str:
    return material.day(material.mentions[passage.mention or ""].doc) or ""


def _first(passages: list[Passage], material: Material) -> list[Side]:
    """The first words of each origin on each page that is no copy of another."""
    first: dict[tuple[str, str], Passage] = {}
    for passage in sorted(passages, key=lambda p: _place(p, material)):
        mention, statement = _rows(passage, material)
        row = mention or statement
        if row is not None and row.copy_of is None:
            first.setdefault((passage.origin or "", row.doc), passage)
    return _sides(list(first.values()) or passages[:1], material)


def _place(passage: Passage, material: Material) -> tuple[str, int]:
    mention, statement = _rows(passage, material)
    if mention:
        return mention.doc, mention.trigger.start
    return (statement.doc, statement.cue.start) if statement else ("", 0)


def _rows(passage: Passage, material: Material) -> tuple[Mention | None, Statement | None]:
    return material.mentions.get(passage.mention or ""), material.statements.get(passage.statement or "")


def _sides(passages: list[Passage], material: Material) -> list[Side]:
    sides = []
    for passage in passages:
        statement = material.statements.get(passage.statement or "")
        if statement:
            sides.append(_side(statement, passage.origin, material))
        elif passage.mention:
            mention = material.mentions[passage.mention]
            sides.append(Side(mention.doc, mention.trigger, None, passage.origin))
    return sorted(sides, key=lambda s: (s.doc, s.span))


def _side(statement: Statement, origin: str | None, material: Material) -> Side:
    text = material.documents[statement.doc].text
    return Side(statement.doc, hull(statement.content, text) or statement.cue, statement.id, origin)


def _pair(about: str, kind: ContradictionKind, a: list[Side], b: list[Side]) -> Contradiction:
    key = [f"{s.doc}:{s.span.start}:{s.span.end}" for s in a + b]
    return Contradiction(ident("contradiction", about, kind, *key), about, kind, a, b)
