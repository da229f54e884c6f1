"""The view of sources: who said what, with which stance. Unnamed people get no profile, only their own words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from msgspec import Struct

from ceasewire.model import Statement
from ceasewire.record import Record
from ceasewire.show.paint import Line, blank, line
from ceasewire.show.words import basis, count, cut, page


class Said(Struct):
    """One statement of a source, in short."""

    stance: str
    mode: str
    words: str
    chain: list[str]
    doc: str
    path: str
    start: int
    end: int
    copy_of: str | None


class Speaker(Struct):
    """A source and what it said. An unnamed one is as the page names it, with what that one page has of it."""

    name: str
    unnamed: bool
    affiliation: str
    count: int | None
    statements: list[Said]


@dataclass(frozen=True)
class Sources:
    """Every source, those with most to say first; with `actor`, those whose name holds it."""

    actor: str | None = None
    name: str = "sources"

    def data(self, record: Record) -> object:
        """The speakers with all their statements, repeats included."""
        return self.speakers(record)

    def lines(self, record: Record) -> Iterator[Line]:
        """Named sources, then unnamed ones."""
        found = self.speakers(record)
        said = sum(len(speaker.statements) for speaker in found)
        yield line((count(len(found), "source"), "bold"), f", {count(said, 'statement')} ({basis(record)})")
        for speaker in found:
            yield blank()
            yield from _speaker(speaker, record)

    def speakers(self, record: Record) -> list[Speaker]:
        """The speakers, named ones first."""
        found: dict[tuple[str, ...], Speaker] = {}
        for statement in record.statements:
            key, speaker = _of(statement, record)
            found.setdefault(key, speaker).statements.append(_said(statement, record))
        rows = [s for s in found.values() if self.actor is None or self.actor.casefold() in s.name.casefold()]
        return sorted(rows, key=lambda s: (s.unnamed, -len(s.statements), s.name))


def _of(statement: Statement, record: Record) -> tuple[tuple[str, ...], Speaker]:
    nobody = "an unnamed source" if statement.anonymous else "the outlet itself"
    words = statement.source.span.text if statement.source.span else nobody
    side = record.name(statement.affiliation)
    if statement.anonymous:
        key = ("unnamed", statement.doc, statement.source.actor or words)
        return key, Speaker(words, True, side, statement.count, [])
    name = record.name(statement.source.actor) or words
    return ("named", statement.source.actor or name), Speaker(name, False, side, None, [])


def _said(statement: Statement, record: Record) -> Said:
    document = record.document[statement.doc]
    spans = [*statement.content, statement.cue]
    words = " … ".join(span.text for span in statement.content) or statement.cue.text
    return Said(
        statement.stance,
        statement.mode,
        words,
        statement.chain,
        document.id,
        document.path,
        min(span.start for span in spans),
        max(span.end for span in spans),
        statement.copy_of,
    )


def _speaker(speaker: Speaker, record: Record) -> Iterator[Line]:
    fresh = [said for said in speaker.statements if said.copy_of is None] or speaker.statements
    stances = ", ".join(f"{stance} {number}" for stance, number in Counter(s.stance for s in fresh).most_common())
    copies = len(speaker.statements) - len(fresh)
    side = f" ({speaker.affiliation})" if speaker.affiliation and speaker.affiliation != speaker.name else ""
    repeats = f"; and {count(copies, 'repeat')} on other pages" if copies else ""
    yield line((speaker.name, "bold"), " [unnamed]" if speaker.unnamed else "", side, f": {stances}{repeats}")
    for said in fresh:
        yield line((said.stance, "cyan"), f" “{cut(said.words, 200)}”", indent=2)
        yield line((f"{page(record.document[said.doc])}, {said.start}-{said.end}", "dim"), indent=4)
