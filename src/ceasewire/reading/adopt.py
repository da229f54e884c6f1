"""A reading made a page's own: days filled in from the day of writing, ids that hold in the whole record."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from ceasewire.model import (
    Actor,
    Arg,
    Bare,
    Dated,
    Document,
    Interval,
    Mention,
    Reading,
    Relation,
    Source,
    Statement,
    Time,
    When,
    ident,
)
from ceasewire.reading.calendar import plus
from ceasewire.reading.times import resolve


def adopt(reading: Reading, document: Document) -> Reading:
    """The reading with intervals resolved against the page's day of writing and ids of the whole record.

    The input is left as it was; actor ids stay local to the page (hashed with it) until fusion joins them.
    """
    return _adopted(reading, document, _names(reading, document))


def readopt(reading: Reading, document: Document) -> Reading:
    """An adopted reading, its days filled in anew for another day of writing. Its ids stay."""
    nouns = (reading.actors, reading.times, reading.statements, reading.mentions, reading.relations)
    return _adopted(reading, document, {row.id: row.id for rows in nouns for row in rows})


def _adopted(reading: Reading, document: Document, names: dict[str, str]) -> Reading:
    times = [_time(time, reading, document, names) for time in reading.times]
    days = {time.id: time for time in times}
    whens = {names[row.mention]: _when(row, days, names, document) for row in reading.dated}
    return Reading(
        times,
        {_clock_name(key, names): clock for key, clock in reading.clocks.items()},
        [_actor(actor, document, names) for actor in reading.actors],
        [_relation(r, reading, document, names) for r in reading.relations if r.from_ in names and r.to in names],
        [_statement(statement, document, names) for statement in reading.statements],
        [_mention(mention, document, names, whens) for mention in reading.mentions],
        [_row(row, names) for row in reading.dated],
        reading.sentences,
    )


def _names(reading: Reading, document: Document) -> dict[str, str]:
    """From ids within the page to ids of the record: what the thing is and where it stands."""
    names = {a.id: ident(document.id, "actor", a.name, a.kind, a.id) for a in reading.actors}
    names |= {t.id: ident(document.id, "time", t.span.start, t.span.end) for t in reading.times}
    names |= {s.id: ident(document.id, "statement", s.cue.start, s.cue.end, s.id) for s in reading.statements}
    names |= {m.id: ident(document.id, "mention", m.trigger.start, m.type, m.id) for m in reading.mentions}
    names |= {r.id: ident(document.id, "relation", r.kind, r.span.start, r.id) for r in reading.relations}
    return names


def _known(names: dict[str, str], key: str | None) -> str | None:
    """The id in the record; None too for an actor that the cast has dropped as nobody."""
    return names.get(key) if key is not None else None


def _clock_name(key: str, names: dict[str, str]) -> str:
    time, colon, part = key.partition(":")
    return names[time] + colon + part


def _time(time: Time, reading: Reading, document: Document, names: dict[str, str]) -> Time:
    clock, bare_clock = reading.clocks.get(time.id), reading.clocks.get(f"{time.id}:bare")
    interval = resolve(clock, document.published) if clock else None
    bare = time.bare
    if bare and bare_clock:
        bare = Bare(bare.span, resolve(bare_clock, document.published))
    return replace(time, id=names[time.id], doc=document.id, interval=interval, bare=bare)


def _row(row: Dated, names: dict[str, str]) -> Dated:
    return replace(row, mention=names[row.mention], time=_known(names, row.time), until=_known(names, row.until))


def _when(row: Dated, days: dict[str, Time], names: dict[str, str], document: Document) -> When:
    time = days[names[row.time]] if row.time else None
    interval = time.interval if time else None
    today = document.published
    if row.how == "ongoing" and not _ahead(interval, today):
        interval = _up_to(time, today) if today else None
    elif time and interval and row.how in ("start", "end") and time.granularity not in ("month", "year"):
        day = interval.start if row.how == "start" else interval.end
        interval = Interval(day, day)
    elif row.how == "at" and interval and interval.end is None and today and not _ahead(interval, today):
        interval = Interval(interval.start, today)  # `was shelled after May 4`
    elif row.how == "term":
        interval = _term(row, interval, days[names[row.until]].interval if row.until else None)
    return When(interval, time.span if time else None)


def _up_to(time: Time | None, today: str) -> Interval | None:
    """From a known start to the day of writing: `since they came` has no start, `for months` no days at all."""
    if time is None or time.interval:
        return Interval(time.interval.start if time and time.interval else today, today)
    return Interval(None, today) if time.span.text.lower().startswith("since ") else None


def _term(row: Dated, begin: Interval | None, until: Interval | None) -> Interval | None:
    """`a 48-hour truce from Friday`, `a truce until May 4`: whole days, open where the text sets no end."""
    first = begin.start[:10] if begin and begin.start else None
    last = until.end[:10] if until and until.end else None
    if first and row.length and not last:
        last = _after(first, *row.length)
    if first and last and last < first:
        last = None
    return Interval(first, last) if first or last else None


def _after(day: str, number: int, unit: str) -> str | None:
    try:
        return plus(date.fromisoformat(day), number, unit).isoformat()
    except (OverflowError, ValueError):
        return None


def _ahead(interval: Interval | None, today: str | None) -> bool:
    return bool(interval and interval.start and today and interval.start[:10] > today[:10])


def _actor(actor: Actor, document: Document, names: dict[str, str]) -> Actor:
    return replace(
        actor,
        id=names[actor.id],
        affiliation=_known(names, actor.affiliation),
        aliases=[replace(alias, doc=document.id) for alias in actor.aliases],
    )


def _statement(statement: Statement, document: Document, names: dict[str, str]) -> Statement:
    return replace(
        statement,
        id=names[statement.id],
        doc=document.id,
        source=Source(statement.source.span, _known(names, statement.source.actor)),
        affiliation=_known(names, statement.affiliation),
        inside=_known(names, statement.inside),
    )


def _relation(relation: Relation, reading: Reading, document: Document, names: dict[str, str]) -> Relation:
    clock = reading.clocks.get(relation.id)
    return replace(
        relation,
        id=names[relation.id],
        from_=names[relation.from_],
        to=names[relation.to],
        doc=document.id,
        interval=resolve(clock, document.published) if clock else relation.interval,
        statement=_known(names, relation.statement),
    )


def _arg(arg: Arg, names: dict[str, str]) -> Arg:
    return replace(arg, actor=_known(names, arg.actor))


def _mention(mention: Mention, document: Document, names: dict[str, str], whens: dict[str, When]) -> Mention:
    return replace(
        mention,
        id=names[mention.id],
        doc=document.id,
        args=[_arg(arg, names) for arg in mention.args],
        statement=_known(names, mention.statement),
        time=whens.get(names[mention.id], mention.time),
    )
