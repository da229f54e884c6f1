"""From the words at the terminal to the thing that a ruling is about, and to how it is found again."""

from __future__ import annotations

from collections.abc import Sequence

from ceasewire.fusion.names import plain
from ceasewire.fusion.rulings import Anchor, Point
from ceasewire.fusion.rulings.entries import ALLOWED, parted
from ceasewire.model import Actor, Fact, Link, Mention, Origin, Passage, Ruling, Statement
from ceasewire.record.errors import RecordError
from ceasewire.record.record import Record

MOST = 200  # points of one anchor: enough to know a fact by, however many pages repeat it
Thing = Fact | Statement | Mention | Actor | Link | Origin | Ruling


def anchor(what: str, record: Record) -> Anchor:
    """The anchor of `facts/4f2a` (a file of the contract and an id, or the beginning of one), or of `camps/NAME`.

    Raises RecordError where nothing or more than one thing is meant.
    """
    noun, key = parted(what)
    if noun and noun not in ALLOWED:
        raise RecordError(f"{noun!r} is none of: {', '.join(sorted(ALLOWED))}")
    found = [(name, thing) for name in ([noun] if noun else ALLOWED) for thing in _begins(name, key, record)]
    if len(found) == 1:
        return _anchor(*found[0], record)
    if not found and noun == "camps":
        return _camp(key, record)
    if not found:
        raise RecordError(f"nothing of this record has an id that begins with {what!r}")
    raise RecordError(f"{what!r} begins {len(found)} ids: {', '.join(f'{n}/{t.id}' for n, t in found[:6])}")


def _begins(noun: str, key: str, record: Record) -> Sequence[Thing]:
    rows = record.rows("origins" if noun == "camps" else noun)
    kinds = (Fact, Statement, Mention, Actor, Link, Origin, Ruling)
    found = [row for row in rows if isinstance(row, kinds) and key and row.id.startswith(key.lower())]
    return [row for row in found if row.id == key] or found


def _camp(name: str, record: Record) -> Anchor:
    camps = {row.camp for row in record.rows("origins") if isinstance(row, Origin)}
    camp = next((camp for camp in sorted(camps) if plain(camp) == plain(name)), None)
    if camp is None:
        raise RecordError(f"no camp and no origin of this record is {name!r}")
    return Anchor("camps", camp, [], [camp])


def _anchor(noun: str, thing: Thing, record: Record) -> Anchor:
    points, names = _known_by(thing, record)
    kept = points if isinstance(thing, Link) else sorted(set(points))[:MOST]
    return Anchor(noun, thing.id, kept, names)


def _known_by(thing: Thing, record: Record) -> tuple[list[Point], list[str]]:
    """Where a thing stands on pages, and its names."""
    points: list[Point] = []
    names: list[str] = []
    match thing:
        case Fact():
            points = [p for row in (*thing.support, *thing.dispute) for p in _passage(row, record)]
        case Statement():
            points = [_said(thing, record)]
        case Mention():
            points = [_named(thing, record)]
        case Actor():
            points = [Point(_sha(a.doc, record), a.span.start, a.span.end) for a in thing.aliases]
            names = [thing.name]
        case Link():
            points = [Point(_sha(thing.doc, record), 0, 0), Point(_source(thing, record), 0, 0)]
            names = [thing.kind]
        case Origin() if thing.kind != "unnamed":
            names = [thing.name, thing.kind]
    return points, names


def _passage(passage: Passage, record: Record) -> list[Point]:
    if passage.mention in record.mention:
        return [_named(record.mention[passage.mention], record)]
    return [_said(record.statement[passage.statement], record)] if passage.statement in record.statement else []


def _said(statement: Statement, record: Record) -> Point:
    return Point(_sha(statement.doc, record), statement.cue.start, statement.cue.end, statement.stance)


def _named(mention: Mention, record: Record) -> Point:
    return Point(_sha(mention.doc, record), mention.trigger.start, mention.trigger.end, mention.type or "")


def _sha(doc: str, record: Record) -> str:
    return record.document[doc].sha256


def _source(link: Link, record: Record) -> str:
    return _sha(link.of_doc, record) if link.of_doc else link.of_outlet or ""
