"""A record that is open for reading: rows by id through SQL, and an index over them. It is never loaded whole."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import cached_property, lru_cache
from pathlib import Path
from threading import RLock
from typing import TypeVar

import msgspec
from msgspec import Struct

from ceasewire.dossier.answers import Answers
from ceasewire.dossier.index import make_index
from ceasewire.dossier.search import Search
from ceasewire.model import Actor, Document, Fact, Link, Mention, Origin, Ruling, Statement, ident
from ceasewire.record import Record, RecordError
from ceasewire.record.beside import BESIDE, Assessment, Label, Withheld
from ceasewire.record.header import Header
from ceasewire.record.nouns import NOUNS
from ceasewire.record.store import read_header
from ceasewire.record.tlp import strictest

T = TypeVar("T", bound=Struct)
Made = TypeVar("Made")

CHUNK = 500  # ids in one question
REMEMBERED = 500  # answers

NAMES = {noun: name for name, noun in NOUNS.items()}


class Shelf:
    """An open record, read only, for several threads. `later` and `undated` count the pages an as-of day leaves out."""

    def __init__(self, path: Path, *, later: int = 0, undated: int = 0) -> None:
        """Open a record and make its index. Raises RecordError."""
        self.path = path
        self.header: Header = read_header(path)
        self.later = later
        self.undated = undated
        self.search = Search(path)
        self.answers = Answers()
        self._lock = RLock()
        self._noted: tuple[object, dict[str, str], list[Assessment]] | None = None
        self._made: dict[object, object] = {}
        self._remember = lru_cache(REMEMBERED)(lambda question, values: self.ask(question, *values))
        self._db = sqlite3.connect("", check_same_thread=False, uri=True)
        try:
            self._db.execute("ATTACH ? AS record", (f"{path.resolve().as_uri()}?mode=ro",))
            make_index(self._db)
        except (sqlite3.Error, msgspec.DecodeError) as error:
            self._db.close()
            raise RecordError(f"{path}: is damaged or of another version: build it anew ({error})") from error
        self.withheld = next(iter(self._beside("withheld", Withheld)), None)

    def close(self) -> None:
        """Close the record."""
        self.search.close()
        self._db.close()

    def ask(self, question: str, *values: object) -> list[tuple[object, ...]]:
        """The rows that answer a question in SQL."""
        with self._lock:
            return self._db.execute(question, values).fetchall()

    def known(self, question: str, *values: str | int) -> list[tuple[object, ...]]:
        """As `ask`, and the answer is remembered: for questions that many views ask. Change nothing in it."""
        return self._remember(question, values)

    def keys(self, question: str, *values: str | int) -> list[str]:
        """The first column of the rows that answer a question in SQL, as text."""
        return [str(row[0]) for row in self.known(question, *values)]

    def number(self, question: str, *values: str | int) -> int:
        """The one number that answers a question in SQL; 0 where there is none."""
        found = self.known(question, *values)
        return int(str(found[0][0] or 0)) if found else 0

    def once(self, make: Callable[[Shelf], Made]) -> Made:
        """What a function makes of this record, made when it is first asked for. Change nothing in it."""
        if make not in self._made:
            self._made[make] = make(self)
        return self._made[make]  # type: ignore[return-value]

    def get(self, noun: type[T], key: str) -> T | None:
        """One row by its id."""
        return next(iter(self.many(noun, [key])), None)

    def many(self, noun: type[T], keys: Iterable[str]) -> list[T]:
        """The rows with these ids, in the order of the ids; unknown ones are left out."""
        wanted = list(dict.fromkeys(keys))
        decoder = msgspec.json.Decoder(noun)
        found: dict[str, T] = {}
        for at in range(0, len(wanted), CHUNK):
            some = wanted[at : at + CHUNK]
            question = f"SELECT id, body FROM record.{NAMES[noun]} WHERE id IN ({', '.join('?' * len(some))})"
            found |= {str(key): decoder.decode(str(body)) for key, body in self.ask(question, *some)}
        return [found[key] for key in wanted if key in found]

    def all(self, noun: type[T]) -> list[T]:
        """Every row of one noun, in the record's order. For nouns of which there are few."""
        decoder = msgspec.json.Decoder(noun)
        return [
            decoder.decode(str(body))
            for (body,) in self.ask(f"SELECT body FROM record.{NAMES[noun]} ORDER BY position")
        ]

    @cached_property
    def names(self) -> dict[str, str]:
        """The canonical names of all actors by id."""
        return {str(key): str(name) for key, name in self.ask("SELECT id, name FROM actor")}

    def name(self, actor: str | None) -> str:
        """The canonical name of an actor, empty for none."""
        return self.names.get(actor or "", "")

    def label(self, what: str, key: str) -> str | None:
        """The label that stands on a page (`documents`), a fact (`facts`) or a note (`assessments`)."""
        return self._notes()[0].get(f"{what}/{key}")

    def assessments(self, fact: str | None) -> list[Assessment]:
        """What analysts make of a fact, None for all, undone words too, in the order they were written."""
        return [row for row in self._notes()[1] if fact in (None, row.fact)]

    def mark(self, noun: str, key: str) -> str:
        """What a thing looks like now: another mark means that somebody did something to it meanwhile."""
        body = self.ask(f"SELECT body FROM record.{noun} WHERE id = ?", key) if noun in NOUNS else []
        words = [(row.id, row.stands) for row in self._notes()[1] if key in (row.fact, row.id)]
        return ident(noun, body, self._done.get(key, ()), words, self.label(noun, key))

    @cached_property
    def _done(self) -> dict[str, list[str]]:
        """The ids of the rulings on each thing, and of those that undo a ruling."""
        found: dict[str, list[str]] = defaultdict(list)
        for ruling in self.all(Ruling):
            found[ruling.undoes or ruling.what.rpartition("/")[2]].append(ruling.id)
        return found

    def there(self, noun: str, key: str) -> bool:
        """Whether a thing of this whole id is in the record; camps go by the ids of their origins."""
        table = {"camps": "origins"}.get(noun, noun)
        if table in BESIDE:
            return any(row.id == key for row in self._notes()[1])
        return table in NOUNS and bool(self.ask(f"SELECT 1 FROM record.{table} WHERE id = ?", key))

    def reach(self, fact: Fact) -> str | None:
        """How far a fact may travel: as its label and those of the pages that it rests on allow."""
        docs = self.keys("SELECT DISTINCT doc FROM rests WHERE fact = ?", fact.id)
        return strictest(self.label("facts", fact.id), *(self.label("documents", doc) for doc in docs))

    @property
    def marking(self) -> str | None:
        """The label of the whole: the strictest that stands on anything in it."""
        return strictest(*self._notes()[0].values())

    @property
    def version(self) -> int:
        """A number that changes when labels or assessments are written into the open record."""
        return int(str(self.ask("PRAGMA record.data_version")[0][0]))

    def _notes(self) -> tuple[dict[str, str], list[Assessment]]:
        """Labels and assessments. They are written into the record while it is open, and are read anew then."""
        if self._noted is None or self._noted[0] != self.version:
            version = self.version
            labels, words = self._beside("labels", Label), self._beside("assessments", Assessment)
            self._noted = version, {row.what: row.tlp for row in labels if row.stands}, words
        return self._noted[1], self._noted[2]

    def _beside(self, name: str, noun: type[T]) -> list[T]:
        """The rows of a table beside those of the contract; none where an older record lacks it."""
        if not self.ask("SELECT 1 FROM record.sqlite_master WHERE type = 'table' AND name = ?", name):
            return []
        decoder = msgspec.json.Decoder(noun)
        return [decoder.decode(str(body)) for (body,) in self.ask(f"SELECT body FROM record.{name} ORDER BY position")]

    def lists(self, fact: str) -> bool:
        """Whether a fact stands in lists: one that a ruling rejects does not."""
        return bool(self.ask("SELECT 1 FROM fact WHERE id = ?", fact))

    def on_page(self, doc: str, noun: str) -> list[str]:
        """The ids of the statements or mentions on a page."""
        return self.keys("SELECT id FROM held WHERE doc = ? AND noun = ?", doc, noun)

    def part(self, facts: Iterable[Fact]) -> Record:
        """The part of the record that these facts rest on, as a record of its own."""
        facts = list(facts)
        passages = [p for fact in facts for p in (*fact.support, *fact.dispute)]
        mentions = self.many(Mention, [p.mention for p in passages if p.mention])
        statements = self.many(Statement, [p.statement for p in passages if p.statement])
        origins = self.many(Origin, [p.origin for p in passages if p.origin])
        docs = list(dict.fromkeys([m.doc for m in mentions] + [s.doc for s in statements]))
        return self.record_of(docs, facts=facts, mentions=mentions, statements=statements, origins=origins)

    def record_of(self, docs: Iterable[str], **rows: Iterable[Struct]) -> Record:
        """A record of these documents, the links that start on them, and the rows given."""
        documents = self.many(Document, docs)
        links = self.many(Link, self._links_from([d.id for d in documents]))
        beyond = self.many(
            Document, [ln.of_doc for ln in links if ln.of_doc and ln.of_doc not in {d.id for d in documents}]
        )
        actors = [Actor(key, name, "group", []) for key, name in self._some_names(rows)]
        kept = {name: list(found) for name, found in rows.items()}
        return Record.of(
            self.header,
            {"documents": [*documents, *beyond], "links": list(links), "actors": list(actors), **kept},
            later=self.later,
            undated=self.undated,
        )

    def _links_from(self, docs: list[str]) -> list[str]:
        found: list[str] = []
        for at in range(0, len(docs), CHUNK):
            some = docs[at : at + CHUNK]
            found += self.keys(f"SELECT id FROM tie WHERE doc IN ({', '.join('?' * len(some))}) ORDER BY rowid", *some)
        return found

    def _some_names(self, rows: dict[str, Iterable[Struct]]) -> list[tuple[str, str]]:
        keys = {arg.actor for fact in rows.get("facts", ()) if isinstance(fact, Fact) for arg in fact.args}
        return sorted((key, self.name(key)) for key in keys if key)
