"""A record without what could tell who an unnamed source is: its description, reason, place, affiliation and basis.

The words are blanked out on the pages too, one mark a character, so that every offset holds.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec import Struct
from msgspec.structs import replace

from ceasewire.fusion.rulings.camps import recounted
from ceasewire.model import Actor, Basis, Document, Fact, Link, Mention, Origin, Source, Span, Statement
from ceasewire.record.beside import BESIDE
from ceasewire.record.nouns import NOUNS
from ceasewire.record.opening import open_record
from ceasewire.record.record import Record
from ceasewire.record.respan import respanned
from ceasewire.record.store import write

MARK = "█"
NOBODY = "an unnamed source"
ENDS = re.compile(r"[.!?][\"”’')\]]*(?=\s)|\n")

Blanks = dict[str, list[tuple[int, int]]]


def redacted(record: Record) -> Record:
    """The record with its unnamed sources protected. Assessments stay: what they tell of a source nobody can blank."""
    unnamed = [row for row in record.rows("statements") if isinstance(row, Statement) and row.anonymous]
    hidden = {s.source.actor for s in unnamed if s.source.actor and _only_unnamed(s.source.actor, record)}
    blanks = _through_links(_blanks(unnamed, hidden, record), record.links)
    pages = {doc: _blanked(page, blanks.get(doc, [])) for doc, page in record.document.items()}
    texts = {doc: (record.document[doc].text, page.text) for doc, page in pages.items()}
    hidden |= {key for key, actor in record.actor.items() if _lost(actor, blanks)}
    names = {record.name(key): NOBODY for key in hidden}
    rows = {name: [_row(row, record, hidden, names) for row in record.rows(name)] for name in NOUNS}
    rows = {name: respanned(name, found, texts) for name, found in rows.items()}
    rows["documents"] = [_head(pages[row.id], record.document[row.id]) for row in record.documents]
    rows["actors"] = _actors(rows["actors"])
    rows["facts"] = _recounted(rows["facts"], rows["origins"])
    rows |= {name: record.rows(name) for name in ("labels", "withheld")}
    return Record.of(record.header, rows, later=record.later, undated=record.undated)


@contextmanager
def redacted_file(path: Path, as_of: str | None = None) -> Iterator[Path]:
    """A file with the record as of a day, its unnamed sources protected, for as long as it is needed.

    Raises RecordError.
    """
    known = redacted(open_record(path, as_of))
    with TemporaryDirectory(prefix="ceasewire-") as folder:
        copy = Path(folder) / path.name
        beside = {name: known.rows(name) for name in BESIDE}
        write(copy, known.header, {name: known.rows(name) for name in NOUNS}, {}, beside)
        yield copy


def _only_unnamed(actor: str, record: Record) -> bool:
    """An actor that somewhere speaks under its name is no secret."""
    return record.actor[actor].kind in ("person", "group") and not any(
        s.source.actor == actor and not s.anonymous for s in record.statement.values()
    )


def _lost(actor: Actor, blanks: Blanks) -> bool:
    """Whether every word that names an actor is blanked out."""
    spots = [(alias.span, blanks.get(alias.doc, [])) for alias in actor.aliases]
    return bool(spots) and all(any(a < span.end and b > span.start for a, b in rows) for span, rows in spots)


def _blanks(unnamed: Iterable[Statement], hidden: Iterable[str], record: Record) -> Blanks:
    """On each page the names of unnamed sources, and the sentences around them but for what is said and the cues."""
    said: dict[str, list[Span]] = defaultdict(list)
    for statement in record.statement.values():
        said[statement.doc] += [*statement.content, statement.cue]
    found: Blanks = defaultdict(list)
    for alias in (alias for key in hidden for alias in record.actor[key].aliases):
        found[alias.doc].append((alias.span.start, alias.span.end))
    for statement in unnamed:
        text = record.document[statement.doc].text
        kept = sorted((s.start, s.end) for s in said[statement.doc])
        for span in filter(None, (statement.source.span, statement.reason)):
            inside = [k for k in kept if not (k[0] <= span.start and span.end <= k[1])]
            found[statement.doc] += [(span.start, span.end), *_without(_sentence(text, span), inside)]
    return found


def _sentence(text: str, span: Span) -> tuple[int, int]:
    """The sentence around a span, within its line."""
    line = text.rfind("\n", 0, span.start) + 1
    before = [hit.end() for hit in ENDS.finditer(text, line, span.start)]
    after = ENDS.search(text, span.end)
    return (before[-1] if before else line), (after.start() if after else len(text))


def _without(whole: tuple[int, int], holes: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """A stretch without the holes in it, which come in rising order."""
    found, at = [], whole[0]
    for start, end in holes:
        if end <= at or start >= whole[1]:
            continue
        if start > at:
            found.append((at, start))
        at = max(at, end)
    return [*found, (at, whole[1])] if at < whole[1] else found


def _through_links(blanks: Blanks, links: Iterable[Link]) -> Blanks:
    """What is blanked in one text is blanked where its words were taken from or went to."""
    found: Blanks = defaultdict(list, {doc: list(rows) for doc, rows in blanks.items()})
    for link in links:
        for mine, theirs in zip(link.spans, link.of_spans, strict=False):
            if link.of_doc and mine.end - mine.start == theirs.end - theirs.start:
                found[link.of_doc] += _shifted(blanks.get(link.doc, []), mine, theirs.start - mine.start)
                found[link.doc] += _shifted(blanks.get(link.of_doc, []), theirs, mine.start - theirs.start)
    return found


def _shifted(rows: Iterable[tuple[int, int]], run: Span, by: int) -> list[tuple[int, int]]:
    return [
        (max(start, run.start) + by, min(end, run.end) + by)
        for start, end in rows
        if start < run.end and end > run.start
    ]


def _blanked(page: Document, rows: Iterable[tuple[int, int]]) -> Document:
    letters = list(page.text)
    touched = False
    for start, end in rows:
        for at in range(start, min(end, len(letters))):
            touched = True
            letters[at] = letters[at] if letters[at].isspace() else MARK
    return replace(page, text="".join(letters), raw=None) if touched else page


def _head(page: Document, whole: Document) -> Document:
    """What the document says of itself in words of the page, as these stand there now."""
    return replace(
        page,
        title=_as_now(page.title, whole.text, page.text),
        dateline=_as_now(page.dateline, whole.text, page.text),
        published_basis=[Basis(_now(basis.span, page), basis.why) for basis in page.published_basis],
    )


def _now(span: Span | None, page: Document) -> Span | None:
    return Span(span.start, span.end, page.text[span.start : span.end]) if span else None


def _as_now(words: str | None, before: str, now: str) -> str | None:
    at = before.find(words) if words else -1
    return now[at : at + len(words)] if words and at >= 0 else words


def _row(row: Struct, record: Record, hidden: set[str], names: Mapping[str, str]) -> Struct:
    match row:
        case Statement() if row.anonymous:
            chain = [*row.chain[:-1], NOBODY] if row.chain else []
            actor = row.source.actor if row.source.actor in hidden else None
            return replace(row, source=Source(None, actor), reason=None, basis=None, affiliation=None, chain=chain)
        case Origin() if row.kind == "unnamed":
            return replace(row, name=NOBODY, camp="unknown")
        case Fact():
            args = [replace(a, text=NOBODY, span=None) if a.actor in hidden else a for a in row.args]
            return replace(row, summary=_renamed(row.summary, names), args=args)
        case Mention():
            args = [replace(a, text=NOBODY, span=None) if a.actor in hidden else a for a in row.args]
            return replace(row, args=args)
        case Actor() if row.id in hidden:
            return replace(row, name=NOBODY, aliases=[], affiliation=None, controller=None, same_as=[])
    return row


def _renamed(text: str, names: Mapping[str, str]) -> str:
    for name in sorted(names, key=len, reverse=True):
        text = text.replace(name, names[name])
    return text


def _actors(rows: Iterable[Struct]) -> list[Struct]:
    """The actors without the aliases that stood only where something is blanked out now."""
    return [
        replace(row, aliases=[a for a in row.aliases if MARK not in a.span.text]) if isinstance(row, Actor) else row
        for row in rows
    ]


def _recounted(rows: Iterable[Struct], origins: Iterable[Struct]) -> list[Struct]:
    camp = {row.id: row.camp for row in origins if isinstance(row, Origin)}
    return [recounted(row, camp) if isinstance(row, Fact) else row for row in rows]
