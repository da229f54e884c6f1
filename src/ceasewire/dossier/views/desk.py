"""Where a reviewer corrects one statement or event of a page: its fields, words and fillers, and what was ruled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import get_args

from ceasewire.codebook import table
from ceasewire.dossier.shelf import Shelf
from ceasewire.dossier.views.rulings import standing
from ceasewire.model import Mention, Realis, Ruling, SourceBasis, Span, Stance, Statement

FREE = 2  # lines of the form that wait for words or fillers to be added
MOST = 14  # fillers of one event
FEW = 15  # statements offered as the same
ALIKE = """SELECT DISTINCT other.statement FROM rests mine JOIN rests other ON other.fact = mine.fact
  WHERE mine.statement = ? AND other.statement <> ? ORDER BY other.rowid LIMIT ?"""


@dataclass(frozen=True)
class Filled:
    """A line for a filler: its role, whom or what it names, and where; all empty for a free one."""

    role: str
    who: str
    span: Span | None
    text: str

    @property
    def told(self) -> str:
        """As a ruling names it."""
        at = f"@{self.span.start}-{self.span.end}" if self.span else ""
        return self.who + at


@dataclass(frozen=True)
class Desk:
    """One statement or event on the desk, and its place among those of its page.

    `actors` are whom it may name, `alike` the statements that it may repeat, as (id, words).
    """

    noun: str
    item: Statement | Mention
    number: int
    total: int
    before: str | None
    after: str | None
    at: Span
    content: list[Span | None]
    words: list[Span | None]
    fillers: list[Filled]
    actors: list[tuple[str, str]]
    alike: list[tuple[str, str]]
    rulings: list[Ruling]
    choices: dict[str, list[str]]


def desk(shelf: Shelf, doc: str, key: str, statements: Sequence[Statement], mentions: Sequence[Mention]) -> Desk | None:
    """The desk of a statement or mention of a page, by its id, rejected ones too; None where there is none."""
    known: dict[str, Statement | Mention] = {item.id: item for item in statements}
    known |= {item.id: item for item in mentions} | _rejected(shelf, doc, key)
    items = sorted(known.values(), key=lambda item: (_at(item).start, item.id))
    here = next((number for number, item in enumerate(items) if item.id == key), None)
    if here is None:
        return None
    item, said = items[here], isinstance(items[here], Statement)
    noun = "statement" if said else "mention"
    return Desk(
        noun,
        item,
        here + 1,
        len(items),
        items[here - 1].id if here else None,
        items[here + 1].id if here + 1 < len(items) else None,
        _at(item),
        [*item.content, None] if isinstance(item, Statement) else [],
        [item.source.span] if isinstance(item, Statement) else [],
        _fillers(item) if isinstance(item, Mention) else [],
        _actors(shelf, statements, mentions),
        _alike(shelf, item) if isinstance(item, Statement) else [],
        [ruling for ruling in standing(shelf) if ruling.what == f"{noun}s/{key}"],
        _choices(item),
    )


def _rejected(shelf: Shelf, doc: str, key: str) -> dict[str, Statement | Mention]:
    """The thing of this id on a page; a ruling may have taken it out of what the page shows."""
    found = shelf.get(Statement, key) or shelf.get(Mention, key) if key else None
    return {key: found} if found and found.doc == doc else {}


def _at(item: Statement | Mention) -> Span:
    """The words that a thing is known by."""
    return item.cue if isinstance(item, Statement) else item.trigger


def _fillers(mention: Mention) -> list[Filled]:
    found = [Filled(a.role, a.actor or ("" if a.span else a.text), a.span, a.text) for a in mention.args[:MOST]]
    return [*found, *[Filled("", "", None, "")] * FREE]


def _actors(shelf: Shelf, statements: Sequence[Statement], mentions: Sequence[Mention]) -> list[tuple[str, str]]:
    """Everybody whom the page names as a source or in an event."""
    keys = {s.source.actor for s in statements if not s.anonymous} | {a.actor for m in mentions for a in m.args}
    return sorted(((key, shelf.name(key)) for key in keys if key), key=lambda row: (row[1].casefold(), row[0]))


def _alike(shelf: Shelf, statement: Statement) -> list[tuple[str, str]]:
    """Statements that speak of the same facts, which this one may repeat: ids, with who speaks and the words."""
    found = shelf.many(Statement, shelf.keys(ALIKE, statement.id, statement.id, FEW))
    return [(s.id, f"{s.source.span.text if s.source.span else s.cue.text}: {_words(s)}") for s in found]


def _words(statement: Statement) -> str:
    return " … ".join(span.text for span in statement.content)


def _choices(item: Statement | Mention) -> dict[str, list[str]]:
    """What the fields of a form may be set to."""
    if isinstance(item, Statement):
        return {"stance": list(get_args(Stance)), "basis": ["", *get_args(SourceBasis)],
                "mode": ["direct", "indirect", "mixed"]}  # fmt: skip
    events = table("events")
    roles = sorted({role for kind in events["roles"].values() for role in kind} | {a.role for a in item.args})
    return {"type": sorted(events["types"]), "realis": list(get_args(Realis)), "role": roles}
