"""The search of a published site: an index made beforehand, as plain files that a script of ours reads from the disk.

It holds no more of the pages than the site shows of them.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from typing import TypeVar

import msgspec

from ceasewire.dossier.links import anchor, file_of
from ceasewire.dossier.paper import Sheet, safe
from ceasewire.dossier.search import NOUNS, text_of
from ceasewire.dossier.shelf import Shelf
from ceasewire.dossier.views.page import Row
from ceasewire.dossier.words import STANCE, STATUS, outlet
from ceasewire.model import Document, Fact, Statement
from ceasewire.show.words import cut, days, sentence

T = TypeVar("T", Fact, Statement)

WORD = re.compile(r"[^\W_]+")
GAP = " … "
CHUNK = 500  # rows read at once


class Finding:
    """The index while a site is written: rows of what can be found, and under each word the rows that hold it."""

    def __init__(self) -> None:
        self._rows: dict[str, list[tuple[str, str, str, str, str]]] = {noun: [] for noun in NOUNS}
        self._words: dict[str, dict[str, list[int]]] = {noun: defaultdict(list) for noun in NOUNS}

    def add(self, noun: str, file: str, shown: str, note: str, head: str, body: str) -> None:
        """Put a row in: where it leads, the words that are shown of it, and those that are looked through."""
        rows, index = self._rows[noun], self._words[noun]
        row = safe(shown), safe(note), safe(head), safe(body)
        for word in sorted({*words(row[2]), *words(row[3])}):
            index[word].append(len(rows))
        rows.append((file, *row))

    def facts(self, shelf: Shelf) -> None:
        """Put every fact in."""
        for fact in _all(shelf, Fact, "SELECT id FROM fact ORDER BY position"):
            note = "; ".join(part for part in (STATUS[fact.status], days(fact.interval), sentence(fact)) if part)
            self.add("facts", file_of("fact", fact.id), cut(fact.summary, 160), note, *text_of(fact))

    def statements(self, shelf: Shelf) -> None:
        """Put every statement in that repeats none."""
        known = {str(key): row for key, *row in shelf.ask("SELECT id, outlet, origin, published FROM page")}
        for said in _all(shelf, Statement, "SELECT id FROM held WHERE noun = 'statements' ORDER BY rowid"):
            if said.copy_of is None:
                told, origin, day = known[said.doc]
                where = said.content[0] if said.content else said.cue
                head, body = text_of(said)
                shown = f"{head or 'the page itself'} {STANCE[said.stance]}"
                note = f"{told or origin or 'outlet not known'}, {day or 'no day'}"
                self.add("statements", file_of("page", said.doc) + anchor(where), cut(shown, 160), note, head, body)

    def page(self, sheet: Sheet) -> None:
        """Put a page in with as much of its text as its sheet shows."""
        document, rows = sheet.values["document"], sheet.values["rows"]
        if isinstance(document, Document) and isinstance(rows, list):
            body = GAP.join(_shown(document, row) for row in rows if isinstance(row, Row))
            head, _ = text_of(document)
            note = f"{outlet(document)}, {document.published or 'no day'}"
            title = cut(document.title or document.path, 160)
            self.add("documents", file_of("page", document.id), title, note, head, body)

    def files(self) -> Iterator[tuple[str, bytes]]:
        """The files of the index: each a call that hands its rows to the script."""
        for noun in NOUNS:
            index = {word: _steps(rows) for word, rows in sorted(self._words[noun].items())}
            held = msgspec.json.encode({"rows": self._rows[noun], "words": index})
            yield f"search/{noun}.js", b'ceasewireIndex("' + noun.encode() + b'",' + held + b");\n"


def words(text: str) -> list[str]:
    """The words of a text in their order, small and without the marks on letters."""
    plain = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.category(c).startswith("M"))
    return WORD.findall(plain.lower())


def _all(shelf: Shelf, noun: type[T], question: str) -> Iterator[T]:
    keys = shelf.keys(question)
    for at in range(0, len(keys), CHUNK):
        yield from shelf.many(noun, keys[at : at + CHUNK])


def _shown(document: Document, row: Row) -> str:
    return document.text[row.pieces[0].start : row.pieces[-1].end] if row.pieces else ""


def _steps(rows: list[int]) -> list[int]:
    """Rising numbers as steps from one to the next: they are shorter to write."""
    return [row - before for before, row in zip([0, *rows], rows, strict=False)]
