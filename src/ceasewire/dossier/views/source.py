"""A named person or body: everything it said, across pages and time. There is no score, and no page for the unnamed."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

from ceasewire.dossier.links import Links
from ceasewire.dossier.paper import Sheet
from ceasewire.dossier.shelf import Shelf
from ceasewire.dossier.views import Asked, Missing, number
from ceasewire.dossier.views.basis import basis
from ceasewire.dossier.views.persons import has_page, named
from ceasewire.dossier.words import outlet
from ceasewire.model import Actor, Document, Fact, Statement

LEAF = 100  # statements on one leaf
LISTED = 200  # sources on one leaf of the list
AGAINST = frozenset({"denies", "doubts", "no_knowledge", "no_comment"})


@dataclass(frozen=True)
class Said:
    """One statement with its page; `repeats` are the pages that repeat it, `changed` the stance it moves away from."""

    statement: Statement
    document: Document
    repeats: list[Document]
    facts: list[Fact]


@dataclass(frozen=True)
class Change:
    """Two statements of one source about one fact whose stances differ, the earlier one first."""

    fact: Fact
    before: Said
    after: Said


def sources(shelf: Shelf, asked: Asked, links: Links) -> Sheet:
    """Everybody who spoke under a name."""
    question = (
        "SELECT a.id, a.name, a.kind, count(DISTINCT CASE WHEN s.copy THEN NULL ELSE s.statement END),"
        " count(DISTINCT s.doc), group_concat(DISTINCT s.stance)"
        " FROM said s JOIN actor a ON a.id = s.actor GROUP BY a.id ORDER BY 4 DESC, 2"
    )
    rows = [row for row in shelf.ask(question) if named(str(row[1]), str(row[2]))]
    leaf = number(asked, "leaf", 1, -(-len(rows) // LISTED) or 1)
    values: dict[str, object] = {
        "basis": basis(shelf),
        "rows": rows[(leaf - 1) * LISTED : leaf * LISTED],
        "total": len(rows),
        "leaf": leaf,
        "leaves": -(-len(rows) // LISTED) or 1,
        "unnamed": shelf.number(
            "SELECT count(*) FROM held WHERE noun = 'statements' AND id NOT IN (SELECT statement FROM said)"
        ),
    }
    return Sheet("sources.html", "Sources", values)


def source(shelf: Shelf, key: str, asked: Asked, links: Links) -> Sheet:
    """The sheet of a source. Raises Missing for who has none."""
    actor = shelf.get(Actor, key)
    if actor is None or key not in has_page(shelf, [key]):
        raise Missing(key)
    keys = shelf.keys("SELECT s.statement FROM said s JOIN page p ON p.id = s.doc WHERE s.actor = ? ORDER BY"
                      " coalesce(p.published, '9999'), p.position, s.rowid", key)  # fmt: skip
    said = _said(shelf, shelf.many(Statement, keys))
    leaf = number(asked, "leaf", 1, -(-len(said) // LEAF) or 1)
    values: dict[str, object] = {
        "actor": actor,
        "basis": basis(shelf),
        "affiliation": actor.affiliation if actor.affiliation in has_page(shelf, [actor.affiliation or ""]) else None,
        "said": said[(leaf - 1) * LEAF : leaf * LEAF],
        "total": len(said),
        "leaf": leaf,
        "leaves": -(-len(said) // LEAF) or 1,
        "pages": len({row.document.id for row in said}),
        "stances": Counter(row.statement.stance for row in said).most_common(),
        "changes": _changes(said),
        "aliases": list(dict.fromkeys(alias.name for alias in actor.aliases if alias.name != actor.name))[:12],
        "plays": shelf.ask(
            "SELECT role, count(*) FROM part WHERE actor = ? GROUP BY role ORDER BY 2 DESC LIMIT 6", key
        ),
        "outlet": outlet,
    }
    return Sheet("source.html", actor.name, values)


def _said(shelf: Shelf, statements: list[Statement]) -> list[Said]:
    documents = {d.id: d for d in shelf.many(Document, [s.doc for s in statements])}
    repeats: dict[str, list[Document]] = defaultdict(list)
    known = {s.id for s in statements}
    for statement in statements:
        if statement.copy_of in known:
            repeats[str(statement.copy_of)].append(documents[statement.doc])
    facts = _facts(shelf, statements)
    first = [s for s in statements if s.copy_of not in known]
    return [Said(s, documents[s.doc], repeats[s.id], facts.get(s.id, [])) for s in first]


def _facts(shelf: Shelf, statements: list[Statement]) -> dict[str, list[Fact]]:
    """The facts that statements stand for or against, by statement."""
    rows: dict[str, list[str]] = defaultdict(list)
    keys = [s.id for s in statements]
    for at in range(0, len(keys), 500):
        some = keys[at : at + 500]
        question = f"SELECT DISTINCT statement, fact FROM rests WHERE statement IN ({', '.join('?' * len(some))})"
        for statement, fact in shelf.ask(question, *some):
            rows[str(statement)].append(str(fact))
    known = {fact.id: fact for fact in shelf.many(Fact, sorted({f for found in rows.values() for f in found}))}
    return {key: [known[f] for f in sorted(found) if f in known] for key, found in rows.items()}


def _changes(said: list[Said]) -> list[Change]:
    """Where a source first says a thing of one fact and later another."""
    last: dict[str, Said] = {}
    found = []
    for row in said:
        for fact in row.facts:
            before = last.get(fact.id)
            if before and _side(before) != _side(row):
                found.append(Change(fact, before, row))
            last[fact.id] = row
    return found


def _side(said: Said) -> bool:
    return said.statement.stance in AGAINST
