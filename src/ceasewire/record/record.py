"""A record in memory: its tables, fetched when they are asked for, and look-ups by id."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from msgspec import Struct

from ceasewire.fusion.interest import against_interest
from ceasewire.fusion.material import Material
from ceasewire.fusion.society import Society
from ceasewire.model import (
    Actor,
    Contradiction,
    Document,
    Fact,
    Failure,
    Interval,
    Link,
    Mention,
    Origin,
    Ruling,
    Statement,
    Track,
)
from ceasewire.record.beside import BESIDE, Assessment, Label, Withheld
from ceasewire.record.errors import RecordError
from ceasewire.record.header import Header
from ceasewire.record.nouns import NOUNS
from ceasewire.record.store import fetch, has, read_header

T = TypeVar("T", bound=Struct)
Keyed = TypeVar("Keyed", Document, Actor, Statement, Mention, Origin, Fact)


class Record:
    """A record, whole or as of a day. The lists are in the record's own order; change nothing in them.

    `later` and `undated` count the pages that an as-of day leaves out: written after it, or on no known day.
    """

    def __init__(
        self, header: Header, table: Callable[[str], list[Struct]], *, later: int = 0, undated: int = 0
    ) -> None:
        self.header = header
        self.later = later
        self.undated = undated
        self._table = table
        self._rows: dict[str, list[Struct]] = {}

    @classmethod
    def at(cls, path: Path) -> Record:
        """The record in a file. Raises RecordError."""
        return cls(read_header(path), lambda name: _table(path, name))

    @classmethod
    def of(cls, header: Header, rows: Mapping[str, Sequence[Struct]], *, later: int = 0, undated: int = 0) -> Record:
        """A record of rows at hand, by the name of their file; names that are left out are empty."""
        return cls(header, lambda name: list(rows.get(name, ())), later=later, undated=undated)

    def rows(self, name: str) -> list[Struct]:
        """The rows of one file, of the contract or beside it, by its name without `.jsonl`.

        Raises KeyError, RecordError.
        """
        if name not in self._rows:
            self._rows[name] = self._table(name)
        return self._rows[name]

    def forget(self, name: str) -> None:
        """Let the rows of a file go: they are fetched anew when they are asked for again."""
        self._rows.pop(name, None)

    def _of(self, noun: type[T]) -> list[T]:
        name = next(name for name, held in NOUNS.items() if held is noun)
        return [row for row in self.rows(name) if isinstance(row, noun)]

    @cached_property
    def documents(self) -> list[Document]:
        """Every page that was taken in."""
        return self._of(Document)

    @cached_property
    def failures(self) -> list[Failure]:
        """Every page that was not."""
        return self._of(Failure)

    @cached_property
    def links(self) -> list[Link]:
        """Who took which words from whom."""
        return self._of(Link)

    @cached_property
    def statements(self) -> list[Statement]:
        """Everything put in somebody's mouth, but what a ruling rejects and its repeats."""
        return [row for row in self._of(Statement) if row.id not in self.rejected and row.copy_of not in self.rejected]

    @cached_property
    def facts(self) -> list[Fact]:
        """The facts, contested ones first, but those that a ruling rejects: they are in `rows` and answer to `fact`."""
        return [row for row in self._of(Fact) if row.id not in self.rejected]

    @cached_property
    def rulings(self) -> list[Ruling]:
        """The log of rulings, in the order they were given, undone ones too."""
        return self._of(Ruling)

    @cached_property
    def standing(self) -> list[Ruling]:
        """The rulings that no later one has undone."""
        undone: set[str] = set()
        for ruling in reversed(self.rulings):
            if ruling.undoes and ruling.id not in undone:
                undone.add(ruling.undoes)
        return [r for r in self.rulings if r.id not in undone and not r.undoes]

    @cached_property
    def rejected(self) -> frozenset[str]:
        """The ids of what rulings reject."""
        return frozenset(r.what.rpartition("/")[2] for r in self.standing if r.ruling == "reject")

    @cached_property
    def labels(self) -> list[Label]:
        """The labels of pages, facts and notes, older ones too."""
        return self._beside(Label)

    @cached_property
    def tlp(self) -> dict[str, str]:
        """The label that stands on `documents/ID`, `facts/ID` or `assessments/ID`."""
        return {label.what: label.tlp for label in self.labels if label.stands}

    @cached_property
    def assessments(self) -> list[Assessment]:
        """What analysts make of facts, undone words too."""
        return self._beside(Assessment)

    @cached_property
    def withheld(self) -> Withheld | None:
        """What is left out of this record because of its labels; None where nothing is."""
        return next(iter(self._beside(Withheld)), None)

    def _beside(self, noun: type[T]) -> list[T]:
        name = next(name for name, held in BESIDE.items() if held is noun)
        return [row for row in self.rows(name) if isinstance(row, noun)]

    @cached_property
    def against_interest(self) -> dict[str, list[str]]:
        """By fact, the origins that admit what harms themselves."""
        society = Society(Material({}, {}, self.mention, self.actor))
        return against_interest(self.facts, self.mention, self.statement, society)

    @cached_property
    def contradictions(self) -> list[Contradiction]:
        """Where the words of two sides exclude each other."""
        return self._of(Contradiction)

    @cached_property
    def tracks(self) -> list[Track]:
        """The series of talks and the truces, the fullest first."""
        return self._of(Track)

    @cached_property
    def document(self) -> dict[str, Document]:
        """Documents by id."""
        return _by_id(self.documents)

    @cached_property
    def actor(self) -> dict[str, Actor]:
        """Actors by id."""
        return _by_id(self._of(Actor))

    @cached_property
    def statement(self) -> dict[str, Statement]:
        """Statements by id."""
        return _by_id(self._of(Statement))

    @cached_property
    def mention(self) -> dict[str, Mention]:
        """Mentions by id."""
        return _by_id(self._of(Mention))

    @cached_property
    def origin(self) -> dict[str, Origin]:
        """Origins by id."""
        return _by_id(self._of(Origin))

    @cached_property
    def links_of(self) -> dict[str, list[Link]]:
        """The links that start on a document, by its id."""
        rows: dict[str, list[Link]] = defaultdict(list)
        for link in self.links:
            rows[link.doc].append(link)
        return dict(rows)

    @cached_property
    def days(self) -> Interval:
        """The first and the last day of writing, open where none is known."""
        known = sorted(d.published for d in self.documents if d.published)
        return Interval(known[0], known[-1]) if known else Interval(None, None)

    @cached_property
    def outlets(self) -> list[str]:
        """The outlets of the pages, each once, with or without its article."""
        names = sorted({d.outlet for d in self.documents if d.outlet}, reverse=True)
        return sorted({name.removeprefix("The ").casefold(): name for name in names}.values())

    def name(self, actor: str | None) -> str:
        """The canonical name of an actor, empty for none."""
        found = self.actor.get(actor or "")
        return found.name if found else ""

    def fact(self, prefix: str) -> Fact:
        """The one fact whose id begins with `prefix`, rejected or not.

        Raises RecordError where there is none or more than one.
        """
        found = [fact for fact in self._of(Fact) if prefix and fact.id.startswith(prefix.lower())]
        if not found:
            raise RecordError(f"no fact of this record has an id that begins with {prefix!r}")
        if len(found) > 1:
            raise RecordError(f"{prefix!r} begins the ids of {len(found)} facts: {', '.join(f.id for f in found[:8])}")
        return found[0]


def _table(path: Path, name: str) -> list[Struct]:
    if name in BESIDE:
        return fetch(path, name, BESIDE[name]) if has(path, name) else []
    return fetch(path, name, NOUNS[name])


def _by_id(rows: list[Keyed]) -> dict[str, Keyed]:
    return {row.id: row for row in rows}
