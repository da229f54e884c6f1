"""The ledger of a truce, from the facts of a record."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from msgspec import Struct

from ceasewire.fusion.names import number_in, plain
from ceasewire.model import Arg, Fact, Interval, Track
from ceasewire.record import Record, RecordError
from ceasewire.record.belonging import above
from ceasewire.truce.incidents import ACCUSED, Claim, Incident, claims, incidents, is_total, sentence
from ceasewire.truce.phases import Phase, phases, state, window
from ceasewire.truce.sides import bodies, day_of, mention_of, named

PARTIES = ("party", "declarer")
BOUND = (*PARTIES, "signatory")
ABOUT = ("agreement", "ceasefire", "monitoring", "withdrawal", "evacuation", "release")
BECAUSE = re.compile(
    r"\b(?:because|as|since|which|who|considered|designated|listed|linked|regarded)\b[^.;]*", re.IGNORECASE
)


class Side(Struct, frozen=True):
    """Somebody with a part in a truce; `number` where the page says how many they are (`seven factions`)."""

    name: str
    actor: str | None
    number: float | None


class Excluded(Struct, frozen=True):
    """Somebody left out: why, in the page's words, and the facts that list it."""

    name: str
    actor: str | None
    why: list[str]
    designations: list[str]


class Ledger(Struct, frozen=True):
    """All that the pages say of a truce. `state` is that of the last day told, or of the day that was asked for."""

    tracks: list[str]
    names: list[str]
    parties: list[Side]
    signatories: list[Side]
    mediators: list[Side]
    guarantors: list[Side]
    phases: list[Phase]
    window: Interval
    state: str | None
    places: list[Side]
    factions: list[Side]
    excluded: list[Excluded]
    terms: list[str]
    oversight: list[Side]
    duration: list[str]
    incidents: list[Incident]
    claims: list[Claim]


def ledger(record: Record, name: str, day: str | None = None) -> Ledger:
    """The ledger of the truces that a name means: the beginning of a track's id, or words of its name or parties.

    `day` asks for the state on a day. Raises RecordError where the record has no such truce.
    """
    tracks = _tracks(record, name)
    held = {key for track in tracks for key in track.facts}
    core = [f for f in record.facts if f.id in held and f.type == "ceasefire"]
    bound = {body for fact in core for body in bodies(fact.args, (*BOUND, "scope"), record)}
    rows = phases(core, record)
    span = window(rows, core)
    about = [f for f in record.facts if f.id in held or (f.type in ABOUT and _binds(f, bound, span, record))]
    broken = [f for f in record.facts if f.type == "violation" and _breaks(f, bound, span, record)]
    attacks = [f for f in record.facts if f.type == "attack" and _struck(f, bound, span, record)]
    deals = [f for f in about if f.type in ("ceasefire", "agreement")]
    scope = _sides(core, ("scope",), record)
    return Ledger(
        [track.id for track in tracks],
        [track.name for track in tracks],
        _sides(deals, PARTIES, record),
        _sides(deals, ("signatory",), record),
        _sides(deals, ("mediator",), record),
        _sides(deals, ("guarantor",), record),
        rows,
        span,
        state(rows, day),
        [s for s in scope if _is_place(s, record)],
        [s for s in scope if not _is_place(s, record)],
        _excluded(deals, record),
        list(dict.fromkeys(span.text for fact in deals for span in fact.terms)),
        _sides([f for f in about if f.type == "monitoring"], ("overseer",), record),
        sorted({a.text for f in core for a in f.args if a.role == "duration"}),
        incidents([f for f in broken if not is_total(f, record)], attacks, record),
        claims(broken, record),
    )


def _tracks(record: Record, name: str) -> list[Track]:
    truces = [track for track in record.tracks if track.kind == "truce"]
    found = [t for t in truces if name and t.id.startswith(name.lower())] or [
        t for t in truces if _called(t, name, record)
    ]
    if not found:
        known = "; ".join(f"{t.id[:8]} {t.name}" for t in truces[:8]) or "none"
        raise RecordError(f"no truce of this record is called {name!r}; it has: {known}")
    return found


def _called(track: Track, name: str, record: Record) -> bool:
    wanted = plain(name)
    actors = [*track.parties, *track.signatories, *track.scope]
    names = [track.name, *(record.name(actor) for actor in actors)]
    return bool(wanted) and any(wanted in plain(told) for told in names)


def _binds(fact: Fact, bound: set[str], span: Interval, record: Record) -> bool:
    """Agreements, oversight and the like belong to a truce whose party they name, in its time or undated."""
    mine = bodies(fact.args, (a.role for a in fact.args), record)
    return bool(mine & bound) and _within(fact, span, loose=True)


def _breaks(fact: Fact, bound: set[str], span: Interval, record: Record) -> bool:
    """A violation belongs to the truce in whose time it falls, unless it names only strangers to it."""
    mine = bodies(fact.args, (*ACCUSED["violation"], "victim", "place"), record)
    known = {name for a in fact.args if a.actor for name in above(a.actor, record)}
    return _within(fact, span) and (not bound or bool(mine & bound) or not known)


def _struck(fact: Fact, bound: set[str], span: Interval, record: Record) -> bool:
    """An attack within the time and the scope of a truce: one of its parties, or its place, on either end."""
    if fact.realis not in ("occurred", "ongoing") or not fact.origins_for or not fact.interval:
        return False
    ends = bodies(fact.args, ("attacker", "target", "place"), record)
    return _within(fact, span) and bool(ends & bound)


def _within(fact: Fact, span: Interval, *, loose: bool = False) -> bool:
    """Whether a fact falls within the time of a truce. Nothing does where it is not known to have begun."""
    day = day_of(fact)
    if day is None or span.start is None:
        return loose
    return (loose or day >= span.start[:10]) and (span.end is None or day <= span.end[:10])


def _sides(facts: Iterable[Fact], roles: Sequence[str], record: Record) -> list[Side]:
    """Everybody in some roles, each once, with the highest number that a page gives."""
    found: dict[str, Side] = {}
    for arg in (a for fact in facts for a in fact.args if a.role in roles):
        name, number = named(arg, record), number_in(arg.text)
        known = found.get(plain(name))
        if known is None or (number or 0) > (known.number or 0):
            found[plain(name)] = Side(name, arg.actor, number)
    return [found[key] for key in sorted(found)]


def _is_place(side: Side, record: Record) -> bool:
    who = record.actor.get(side.actor or "")
    return who is not None and who.kind in ("place", "state")


def _excluded(deals: Iterable[Fact], record: Record) -> list[Excluded]:
    found: dict[str, Excluded] = {}
    for fact in deals:
        for passage in fact.support:
            mention = mention_of(passage, record)
            for arg in mention.args if mention else ():
                if mention and arg.role == "excluded":
                    name = named(arg, record)
                    known = found.get(plain(name)) or Excluded(name, arg.actor, [], _listings(arg, record))
                    why = list(dict.fromkeys([*known.why, *_reasons(arg, mention.doc, record)]))
                    found[plain(name)] = Excluded(known.name, known.actor, why, known.designations)
    return [found[key] for key in sorted(found)]


def _reasons(arg: Arg, doc: str, record: Record) -> list[str]:
    """The clause of reason or description behind somebody left out, in its sentence."""
    if arg.span is None:
        return []
    text = record.document[doc].text
    _, end = sentence(text, arg.span.start, arg.span.end)
    hit = BECAUSE.search(text, arg.span.end, end)
    return [" ".join(hit.group().split())] if hit else []


def _listings(arg: Arg, record: Record) -> list[str]:
    mine = above(arg.actor, record) or {plain(arg.text)}
    return [f.id for f in record.facts if f.type == "designation" and bodies(f.args, ("target",), record) & mine]
