"""A page: the text as it came, and what is said on it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ceasewire.dossier.links import Links
from ceasewire.dossier.marks import Mark, Piece, pieces
from ceasewire.dossier.paper import Sheet
from ceasewire.dossier.shelf import Shelf
from ceasewire.dossier.views import Asked, Missing, number
from ceasewire.dossier.views.basis import basis
from ceasewire.dossier.views.citing import page_cited
from ceasewire.dossier.views.desk import desk
from ceasewire.dossier.views.persons import has_page
from ceasewire.dossier.views.quoted import stretches
from ceasewire.dossier.words import outlet
from ceasewire.model import Document, Fact, Link, Mention, Span, Statement
from ceasewire.show.words import LINK

WINDOW = 40_000  # characters of a page shown at once
QUOTED = 120  # characters of words in common that go out
ASIDE = 200  # statements in the margin
HIT = re.compile(r"(\d{1,9})-(\d{1,9})")


@dataclass(frozen=True)
class Row:
    """One line of a page, or a stretch of one, in pieces; `gap` where text before it is not shown."""

    role: str
    pieces: list[Piece]
    gap: bool = False


@dataclass(frozen=True)
class Held:
    """What stands on a page: statements, mentions, links, and the facts that the mentions support or dispute."""

    statements: list[Statement]
    mentions: list[Mention]
    links: list[Link]
    facts: dict[str, Fact]
    fact_of: dict[str, str]


def page(shelf: Shelf, key: str, asked: Asked, links: Links, *, full: bool = True) -> Sheet:
    """The sheet of a page; not `full` shows quotations with a little context alone. Raises Missing."""
    document = shelf.get(Document, key)
    if document is None:
        raise Missing(key)
    held, hit = _held(shelf, key), _hit(asked, document)
    on_desk = desk(shelf, key, asked.get("edit", ""), held.statements, held.mentions) if links.seal else None
    near = hit or ((on_desk.at.start, on_desk.at.end) if on_desk else None)
    start, end = _window(document, asked, near) if links.live else (0, len(document.text))
    marks = [*_marks(held), *_spots(shelf, key), *([Mark(*hit, "hit")] if hit else [])]
    shown = _lines(document, marks, start, end) if full else _excerpts(document, marks)
    around = {d.id: d for d in shelf.many(Document, _around(held))}
    values: dict[str, object] = {
        "document": document,
        "basis": basis(shelf),
        "rows": shown,
        "held": held,
        "around": around,
        "aside": [s for s in held.statements if _first(s) < end and _first(s) >= start][:ASIDE],
        "people": has_page(shelf, [s.source.actor for s in held.statements if s.source.actor and not s.anonymous]),
        "facts_of": _facts_of(held),
        "before": start and max(0, start - WINDOW),
        "after": end if end < len(document.text) else None,
        "start": start,
        "full": full,
        "outlet": outlet,
        "LINK": LINK,
        "desk": on_desk,
        "citation": page_cited(document, shelf),
        "taken": shelf.many(Link, shelf.keys("SELECT id FROM tie WHERE of_doc = ?", key)),
    }
    values["takers"] = {d.id: d for d in shelf.many(Document, [ln.doc for ln in _links(values["taken"])])}
    return Sheet("page.html", (document.title or document.path).strip()[:120], values)


def _links(found: object) -> list[Link]:
    return [row for row in found if isinstance(row, Link)] if isinstance(found, list) else []


def _held(shelf: Shelf, key: str) -> Held:
    fact_of = {
        str(mention): str(fact)
        for fact, mention in shelf.ask(
            "SELECT r.fact, r.mention FROM rests r JOIN fact f ON f.id = r.fact WHERE r.doc = ?"
            " ORDER BY f.position DESC",
            key,
        )
        if mention
    }
    return Held(
        sorted(shelf.many(Statement, shelf.on_page(key, "statements")), key=lambda s: (_first(s), s.id)),
        shelf.many(Mention, shelf.on_page(key, "mentions")),
        shelf.many(Link, shelf.keys("SELECT id FROM tie WHERE doc = ? ORDER BY rowid", key)),
        {fact.id: fact for fact in shelf.many(Fact, sorted(set(fact_of.values())))},
        fact_of,
    )


def _first(statement: Statement) -> int:
    return min(span.start for span in (statement.cue, *statement.content))


def _hit(asked: Asked, document: Document) -> tuple[int, int] | None:
    """The characters asked for, cut to the page."""
    told = HIT.fullmatch(asked.get("c", ""))
    if not told:
        return None
    start, end = int(told[1]), min(int(told[2]), len(document.text))
    return (start, end) if start < end else None


def _window(document: Document, asked: Asked, hit: tuple[int, int] | None) -> tuple[int, int]:
    """The part of a long page that is shown: a window that holds the words asked for."""
    size = len(document.text)
    if size <= WINDOW * 5 // 4:
        return 0, size
    start = number(asked, "from", 0) if "from" in asked else max(0, hit[0] - WINDOW // 3) if hit else 0
    start = min(start, size - 1)
    return start, min(size, start + WINDOW)


def _marks(held: Held) -> Iterable[Mark]:
    for statement in held.statements:
        named = (statement.source.span, "source"), (statement.cue, "cue")
        yield from (Mark(span.start, span.end, kind, statement.id) for span, kind in named if span)
        yield from (Mark(span.start, span.end, "content", statement.id) for span in statement.content)
    for mention in held.mentions:
        fact = held.fact_of.get(mention.id, "")
        yield Mark(mention.trigger.start, mention.trigger.end, "event" if fact else "mention", fact)
    for link in held.links:
        yield from (Mark(span.start, span.end, "copied", link.id) for span in copied(link))


def _spots(shelf: Shelf, key: str) -> list[Mark]:
    """The other stretches that views lead to; they are named and look like nothing."""
    found = shelf.ask("SELECT begins, ends FROM spot WHERE doc = ?", key)
    return [Mark(int(str(begins)), int(str(ends)), "spot") for begins, ends in found]


def copied(link: Link) -> Sequence[Span]:
    """The words of a page that a link says are another's: those in common, not a sentence that merely cites."""
    return [] if link.kind == "citation" else link.spans or ([link.span] if link.span else [])


def _lines(document: Document, marks: Sequence[Mark], start: int, end: int) -> list[Row]:
    rows = []
    for line in document.lines:
        low, high = max(start, line.start), min(end, line.end)
        if low < high:
            rows.append(Row(line.role, pieces(low, high, _near(marks, low, high))))
    return rows


def _near(marks: Sequence[Mark], low: int, high: int) -> list[Mark]:
    return [mark for mark in marks if mark.start < high and mark.end > low]


def _excerpts(document: Document, marks: Sequence[Mark]) -> list[Row]:
    """The words that statements and mentions stand on, each with a little context; nothing else of the page."""
    words = [(m.start, m.end) for m in marks if m.kind in ("content", "event", "mention")]
    words += [(m.start, min(m.end, m.start + QUOTED)) for m in marks if m.kind == "spot"]
    roles = sorted((line.start, line.role) for line in document.lines)
    rows = []
    for low, high in stretches(document, words):
        role = next((role for at, role in reversed(roles) if at <= low), "body")
        rows.append(Row(role, pieces(low, high, _near(marks, low, high)), gap=True))
    return rows


def _around(held: Held) -> list[str]:
    return [link.of_doc for link in held.links if link.of_doc]


def _facts_of(held: Held) -> dict[str, list[Fact]]:
    """The facts whose mentions stand in a statement, by statement."""
    found: dict[str, dict[str, Fact]] = {}
    for mention in held.mentions:
        fact = held.facts.get(held.fact_of.get(mention.id, ""))
        if mention.statement and fact:
            found.setdefault(mention.statement, {})[fact.id] = fact
    return {key: list(facts.values()) for key, facts in found.items()}
