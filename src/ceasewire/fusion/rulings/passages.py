"""Statements and mentions rejected and corrected by rulings, before anything is counted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import replace as with_
from typing import TypeVar

from msgspec import Struct, ValidationError, convert, to_builtins
from msgspec.structs import replace

from ceasewire.fusion.material import Material
from ceasewire.fusion.rulings.entries import Entry, field_of, of_noun, pieces
from ceasewire.fusion.rulings.finding import Finder
from ceasewire.fusion.rulings.spans import SPAN_FIELDS, filler_of, with_words
from ceasewire.fusion.rulings.unnamed import why_apart
from ceasewire.model import Arg, Interval, Mention, Source, Statement, When

Row = TypeVar("Row", bound=Struct)

STATEMENT_FIELDS = frozenset({"stance", "mode", "basis", "count", "anonymous", "affiliation", "source"}) | SPAN_FIELDS
MENTION_FIELDS = frozenset({"type", "realis", "phase", "interval"})  # and `role.NAME`


@dataclass(frozen=True)
class Rejected:
    """What no longer counts; it stays in the record, marked by its ruling."""

    statements: dict[str, Statement]
    mentions: dict[str, Mention]


def passages(material: Material, entries: Sequence[Entry], finder: Finder) -> tuple[Material, Rejected]:
    """The material as corrected, and what was rejected, repeats of it included."""
    deeds = ("correct", "merge", "reject")
    if not of_noun(entries, "statements", *deeds) and not of_noun(entries, "mentions", *deeds):
        return material, Rejected({}, {})
    statements, mentions = dict(material.statements), dict(material.mentions)
    for entry in of_noun(entries, "statements", "correct", "merge"):
        told = finder.statements(entry.anchor)
        for key in sorted(_with_repeats(told, _sources(statements))):
            first = statements[key if key in told else min(told)]
            statements[key] = _statement(statements[key], first, entry, material, finder)
    for entry in of_noun(entries, "mentions", "correct"):
        told = finder.mentions(entry.anchor)
        for key in sorted(_with_repeats(told, _sources(mentions))):
            first_mention = mentions[key if key in told else min(told)]
            mentions[key] = corrected_mention(mentions[key], first_mention, *field_of(entry.ruling.value), material)
    rejected = _rejected(statements, mentions, entries, finder)
    kept = with_(
        material,
        statements={key: s for key, s in statements.items() if key not in rejected.statements},
        mentions={key: m for key, m in mentions.items() if key not in rejected.mentions},
    )
    return kept, rejected


def _rejected(
    statements: dict[str, Statement], mentions: dict[str, Mention], entries: Sequence[Entry], finder: Finder
) -> Rejected:
    said = {key for e in of_noun(entries, "statements", "reject") for key in finder.statements(e.anchor)}
    named = {key for e in of_noun(entries, "mentions", "reject") for key in finder.mentions(e.anchor)}
    gone = _with_repeats(said, _sources(statements))
    named |= {key for key, m in mentions.items() if m.statement in gone}
    out = _with_repeats(named, _sources(mentions))
    return Rejected({key: statements[key] for key in sorted(gone)}, {key: mentions[key] for key in sorted(out)})


def _sources(rows: dict[str, Statement] | dict[str, Mention]) -> dict[str, str | None]:
    return {key: row.copy_of for key, row in rows.items()}


def _with_repeats(keys: set[str], copy_of: dict[str, str | None]) -> set[str]:
    """The ids with those that repeat them, repeats of repeats too."""
    found: set[str] = set()
    fresh = keys
    while fresh:
        found |= fresh
        fresh = {key for key, source in copy_of.items() if source in fresh} - found
    return found


def _statement(statement: Statement, first: Statement, entry: Entry, material: Material, finder: Finder) -> Statement:
    if entry.ruling.ruling == "merge":
        return _repeat(statement, entry, material, finder)
    name, told = field_of(entry.ruling.value)
    if name in SPAN_FIELDS:
        return with_words(statement, name, told, first, material.documents)
    return corrected_statement(statement, name, told, material)


def _repeat(statement: Statement, entry: Entry, material: Material, finder: Finder) -> Statement:
    """Two statements that are one: the first repeats the other and has its source."""
    others = sorted(finder.statements(entry.other) - {statement.id})
    first = material.statements[others[0]] if others else None
    if first is None or why_apart(statement, first, material.documents):
        return statement
    source = Source(statement.source.span, first.source.actor)
    return replace(statement, source=source, affiliation=first.affiliation, copy_of=first.id)


def corrected_statement(statement: Statement, name: str, told: str, material: Material) -> Statement:
    """The statement with one field corrected; as it was where the correction cannot be made. See `fault`."""
    if statement.anonymous and name in ("anonymous", "source"):
        return statement
    if name == "source":
        return replace(statement, source=Source(statement.source.span, told)) if told in material.actors else statement
    return with_field(statement, name, told) if name in STATEMENT_FIELDS else statement


def corrected_mention(mention: Mention, first: Mention, name: str, told: str, material: Material) -> Mention:
    """The mention with one field corrected. `role.party=ID,ID@120-140` fills a role; an empty value empties it.

    `first` is the mention that the ruling is about, where this one repeats it.
    """
    if name.startswith("role."):
        role = name.removeprefix("role.")
        return replace(
            mention, args=[a for a in mention.args if a.role != role] + _fillers(mention, first, role, told, material)
        )
    if name == "interval":
        span = mention.time.span if mention.time else None
        return replace(mention, time=When(interval_of(told), span))
    return with_field(mention, name, told) if name in MENTION_FIELDS else mention


def _fillers(mention: Mention, first: Mention, role: str, told: str, material: Material) -> list[Arg]:
    text, shift = material.documents[mention.doc].text, mention.trigger.start - first.trigger.start
    names = {key: actor.name for key, actor in material.actors.items()}
    found = [filler_of(role, piece, text, shift, names) for piece in pieces(told)]
    return [arg for arg in found if arg]


def interval_of(told: str) -> Interval | None:
    """`2031-05-01/2031-05-04`, `2031-05-01/` (open), `2031-05-01` (that day), nothing (unknown)."""
    if not told:
        return None
    start, slash, end = told.partition("/")
    return Interval(start or None, (end or None) if slash else start or None)


def with_field(row: Row, name: str, told: str) -> Row:
    """The row with a field set from words; as it was where they do not fit the field."""
    value: object = {"true": True, "false": False}.get(told, int(told) if told.isdecimal() else told or None)
    try:
        return convert({**to_builtins(row), name: value}, type(row))
    except ValidationError:
        return row
