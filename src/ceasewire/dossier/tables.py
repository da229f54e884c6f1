"""What one looks at, as CSV or JSON. A cell that a spreadsheet would take for a formula is disarmed."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Sequence

import msgspec

from ceasewire.dossier.paper import safe
from ceasewire.dossier.shelf import Shelf
from ceasewire.dossier.views import Asked, Missing
from ceasewire.dossier.views.filters import Filters, chosen
from ceasewire.dossier.views.map import place_rows
from ceasewire.dossier.views.positions import position_rows
from ceasewire.dossier.views.talks import contact_rows
from ceasewire.model import Contradiction, Document, Fact, Link, Statement, Track
from ceasewire.show.words import camps, cut, days, sentence

Row = dict[str, object]
QUOTED = 200  # characters of a text in a cell: what a reader needs to know it again
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def table(shelf: Shelf, name: str, asked: Asked) -> tuple[str, bytes]:
    """The media type and the bytes of `facts.csv`, `facts.json` and so on. Raises Missing."""
    noun, _, form = name.partition(".")
    if noun not in TABLES or form not in ("csv", "json"):
        raise Missing(name)
    rows = list(TABLES[noun](shelf, asked))
    head = {"basis": head_of(shelf), noun: rows}
    if form == "json":
        return "application/json", msgspec.json.format(msgspec.json.encode(head), indent=1)
    return "text/csv; charset=utf-8", _csv(rows, head_of(shelf)).encode("utf-8", "replace")


def head_of(shelf: Shelf) -> Row:
    """What the rows were built from."""
    head = shelf.header
    pages = head.pages
    return {
        "pages": head.inputs.count, "not_read": pages.not_read, "as_of": head.as_of, "sha256": head.inputs.sha256,
        "built_with": head.built_with, "machine_read": True, "reviewed": False,
    }  # fmt: skip


def _csv(rows: Sequence[Row], head: Row) -> str:
    out = io.StringIO()
    write = csv.writer(out, lineterminator="\r\n")
    names = list(rows[0]) if rows else ["nothing"]
    write.writerow([*names, "record"])
    for row in rows:
        write.writerow([*(_cell(value) for value in row.values()), str(head["sha256"])[:16]])
    return out.getvalue()


def _cell(value: object) -> str:
    text = safe("" if value is None else value)
    return "'" + text if text.startswith(FORMULA) else text


def _facts(shelf: Shelf, asked: Asked) -> Iterable[Row]:
    keys = [asked["fact"]] if asked.get("fact") else chosen(shelf, Filters.of(asked))
    for at in range(0, len(keys), 500):
        for fact in shelf.many(Fact, keys[at : at + 500]):
            yield {
                "id": fact.id, "type": fact.type, "summary": fact.summary, "days": days(fact.interval),
                "place": shelf.name(fact.place), "realis": fact.realis, "status": fact.status,
                "sentence": sentence(fact), "sources_for": len(fact.origins_for),
                "sources_against": len(fact.origins_against), "camps": camps(fact),
                "first_reported": fact.first_reported, "last_reported": fact.last_reported, "track": fact.track,
            }  # fmt: skip


def _passages(shelf: Shelf, asked: Asked) -> Iterable[Row]:
    """The passages of one fact."""
    fact = shelf.get(Fact, asked.get("fact", ""))
    if fact is None:
        raise Missing("fact")
    part = shelf.part([fact])
    for side, passages in (("for", fact.support), ("against", fact.dispute)):
        for passage in passages:
            statement, mention = part.statement.get(passage.statement or ""), part.mention.get(passage.mention or "")
            held = mention or statement
            origin = part.origin.get(passage.origin or "")
            span = mention.trigger if mention else statement.cue if statement else None
            document = part.document.get(held.doc) if held else None
            yield {
                "fact": fact.id, "side": side, "disputes": passage.disputes, "origin": origin and origin.name,
                "camp": origin and origin.camp, "outlet": document and document.outlet,
                "published": document and document.published, "page": document and document.path,
                "start": span and span.start, "end": span and span.end, "words": span and span.text,
                "stance": statement and statement.stance, "copy": bool(held and held.copy_of),
            }  # fmt: skip


def _statements(shelf: Shelf, asked: Asked) -> Iterable[Row]:
    actor = asked.get("actor", "")
    keys = shelf.keys("SELECT statement FROM said WHERE actor = ? ORDER BY rowid", actor) if actor else (
        shelf.keys("SELECT id FROM held WHERE noun = 'statements' ORDER BY rowid"))  # fmt: skip
    pages = {str(key): row for key, *row in shelf.ask("SELECT id, outlet, published, path FROM page")}
    for at in range(0, len(keys), 500):
        for s in shelf.many(Statement, keys[at : at + 500]):
            outlet, published, path = pages[s.doc]
            yield {
                "id": s.id, "source": s.source.span and cut(s.source.span.text, QUOTED), "unnamed": s.anonymous,
                "name": "" if s.anonymous else shelf.name(s.source.actor), "stance": s.stance, "mode": s.mode,
                "words": cut(" … ".join(part.text for part in s.content), QUOTED), "chain": " > ".join(s.chain),
                "outlet": outlet, "published": published, "page": path, "start": s.cue.start, "copy_of": s.copy_of,
            }  # fmt: skip


def _contradictions(shelf: Shelf, asked: Asked) -> Iterable[Row]:
    clashes = shelf.all(Contradiction)
    facts = {fact.id: fact.summary for fact in shelf.many(Fact, [clash.about for clash in clashes])}
    for clash in clashes:
        for side, rows in (("a", clash.a), ("b", clash.b)):
            for row in rows:
                yield {
                    "id": clash.id, "about": clash.about, "summary": facts.get(clash.about), "kind": clash.kind,
                    "side": side, "page": row.doc, "start": row.span.start, "end": row.span.end,
                    "words": cut(row.span.text, QUOTED),
                }  # fmt: skip


def _tracks(shelf: Shelf, asked: Asked) -> Iterable[Row]:
    for track in shelf.all(Track):
        parties, venues = ([shelf.name(a) or a for a in ids] for ids in (track.parties, track.venues))
        yield {
            "id": track.id, "name": track.name, "kind": track.kind, "days": days(track.interval), "state": track.state,
            "parties": "; ".join(parties), "venues": "; ".join(venues), "facts": len(track.facts),
            "violations": len(track.violations),
        }  # fmt: skip


def _lineage(shelf: Shelf, asked: Asked) -> Iterable[Row]:
    for link in shelf.all(Link):
        yield {
            "id": link.id, "page": link.doc, "kind": link.kind, "of_page": link.of_doc, "of_outlet": link.of_outlet,
            "characters": sum(span.end - span.start for span in link.spans), "score": link.score,
        }  # fmt: skip


def _pages(shelf: Shelf, asked: Asked) -> Iterable[Row]:
    for (key,) in shelf.ask("SELECT id FROM page ORDER BY position"):
        for d in shelf.many(Document, [str(key)]):
            yield {
                "id": d.id, "path": d.path, "url": d.url, "outlet": d.outlet, "origin": d.origin, "genre": d.genre,
                "title": d.title, "published": d.published, "earliest": d.published_earliest,
                "latest": d.published_latest, "language": d.language, "read": d.read is True, "sha256": d.sha256,
            }  # fmt: skip


def _assessments(shelf: Shelf, asked: Asked) -> Iterable[Row]:
    """What analysts make of facts, or of one, as far as it stands."""
    for row in shelf.assessments(asked.get("fact")):
        if row.stands:
            yield {"id": row.id, "fact": row.fact, "words": row.words, "by": row.by, "at": row.at, "tlp": row.tlp}


TABLES: dict[str, Callable[[Shelf, Asked], Iterable[Row]]] = {
    "facts": _facts,
    "passages": _passages,
    "statements": _statements,
    "contradictions": _contradictions,
    "tracks": _tracks,
    "lineage": _lineage,
    "pages": _pages,
    "assessments": _assessments,
    "places": place_rows,
    "contacts": contact_rows,
    "positions": position_rows,
}
