"""A named person or body: everything it said, across pages and time. There is no score, and no page for the unnamed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ceasewire.dossier.draw.strip import Strip, strip
from ceasewire.dossier.links import Links
from ceasewire.dossier.paper import Sheet
from ceasewire.dossier.shelf import Shelf
from ceasewire.dossier.views import Asked, Missing, number
from ceasewire.dossier.views.basis import basis
from ceasewire.dossier.views.persons import has_page, named
from ceasewire.dossier.views.ruled import actor_forms
from ceasewire.dossier.words import STANCE, outlet
from ceasewire.model import Actor, Document, Fact, Statement

LEAF = 60  # statements on one leaf
LISTED = 200  # sources on one leaf of the list
CHANGES = 40
FIRST = """SELECT s.statement FROM said s JOIN page p ON p.id = s.doc WHERE s.actor = ? AND
  NOT EXISTS (SELECT 1 FROM said first WHERE first.statement = s.copy_of AND first.actor = s.actor)
  ORDER BY coalesce(p.published, '9999'), p.position, s.rowid"""
STANCES = """SELECT stance, count(*) FROM said WHERE actor = ? AND copy_of IS NULL GROUP BY stance ORDER BY 2 DESC, 1"""
TURNS = """SELECT r.fact, s.statement, s.stance FROM said s JOIN page p ON p.id = s.doc
  JOIN rests r ON r.statement = s.statement WHERE s.actor = ? AND s.copy_of IS NULL
  GROUP BY r.fact, s.statement ORDER BY coalesce(p.published, '9999'), p.position, s.rowid"""
BY_DAY = """SELECT s.stance, substr(p.published, 1, 10), count(*), min(p.position), s.doc FROM said s
  JOIN page p ON p.id = s.doc WHERE s.actor = ? AND s.copy_of IS NULL AND p.published IS NOT NULL
  GROUP BY s.stance, substr(p.published, 1, 10) ORDER BY 2"""
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
        "SELECT a.id, a.name, a.kind, count(DISTINCT CASE WHEN s.copy_of IS NOT NULL THEN NULL ELSE s.statement END),"
        " count(DISTINCT s.doc), group_concat(DISTINCT s.stance)"
        " FROM said s JOIN actor a ON a.id = s.actor GROUP BY a.id ORDER BY 4 DESC, 2"
    )
    rows = [row for row in shelf.known(question) if named(str(row[1]), str(row[2]))]
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
    keys = shelf.keys(FIRST, key)
    leaves = -(-len(keys) // LEAF) or 1
    leaf = number(asked, "leaf", 1, leaves)
    role = "SELECT role, count(*) FROM part WHERE actor = ? GROUP BY role ORDER BY 2 DESC, 1 LIMIT 6"
    values: dict[str, object] = {
        "actor": actor,
        "basis": basis(shelf),
        "affiliation": actor.affiliation if actor.affiliation in has_page(shelf, [actor.affiliation or ""]) else None,
        "said": _said(shelf, keys[(leaf - 1) * LEAF : leaf * LEAF]),
        "total": len(keys),
        "leaf": leaf,
        "leaves": leaves,
        "pages": shelf.number("SELECT count(DISTINCT doc) FROM said WHERE actor = ?", key),
        "stances": [(str(code), number) for code, number in shelf.known(STANCES, key)],
        "strip": _strip(shelf, key, links),
        "changes": _changes(shelf, key) if leaf == 1 else [],
        "aliases": list(dict.fromkeys(alias.name for alias in actor.aliases if alias.name != actor.name))[:12],
        "plays": shelf.known(role, key),
        "forms": actor_forms(shelf, actor) if links.seal else None,
        "outlet": outlet,
    }
    return Sheet("source.html", actor.name, values)


def _strip(shelf: Shelf, key: str, links: Links) -> Strip | None:
    """The stances of a source by day, in the order of the stances."""
    rows = [(str(row[0]), str(row[1]), int(str(row[2])), str(row[4])) for row in shelf.known(BY_DAY, key)]
    order = {stance: number for number, stance in enumerate(STANCE)}
    rows.sort(key=lambda row: (order.get(row[0], len(order)), row[1]))
    return strip((stance, day, number, links.to("page", doc)) for stance, day, number, doc in rows)


def _said(shelf: Shelf, keys: Sequence[str]) -> list[Said]:
    statements = shelf.many(Statement, keys)
    repeats = _repeats(shelf, keys)
    documents = {d.id: d for d in shelf.many(Document, [s.doc for s in statements] + _flat(repeats))}
    facts = _facts(shelf, keys)
    return [
        Said(s, documents[s.doc], [documents[d] for d in repeats[s.id] if d in documents], facts.get(s.id, []))
        for s in statements
    ]


def _repeats(shelf: Shelf, keys: Sequence[str]) -> dict[str, list[str]]:
    """The pages that repeat statements, by statement."""
    found: dict[str, list[str]] = defaultdict(list)
    for some in _chunks(keys):
        for of, doc in shelf.ask(
            f"SELECT copy_of, doc FROM said WHERE copy_of IN ({_marks(some)}) ORDER BY rowid", *some
        ):
            found[str(of)].append(str(doc))
    return found


def _facts(shelf: Shelf, keys: Sequence[str]) -> dict[str, list[Fact]]:
    """The facts that statements stand for or against, by statement."""
    rows: dict[str, list[str]] = defaultdict(list)
    for some in _chunks(keys):
        question = f"SELECT DISTINCT statement, fact FROM rests WHERE statement IN ({_marks(some)})"
        for statement, fact in shelf.ask(question, *some):
            rows[str(statement)].append(str(fact))
    known = {fact.id: fact for fact in shelf.many(Fact, sorted(set(_flat(rows))))}
    return {key: [known[f] for f in sorted(found) if f in known] for key, found in rows.items()}


def _changes(shelf: Shelf, key: str) -> list[Change]:
    """Where a source first says a thing of one fact and later another; the first of them, where there are many."""
    last: dict[str, tuple[str, bool]] = {}
    found: list[tuple[str, str, str]] = []
    for fact, statement, stance in shelf.known(TURNS, key):
        before, side = last.get(str(fact)), stance in AGAINST
        if before and before[1] != side:
            found.append((str(fact), before[0], str(statement)))
        last[str(fact)] = str(statement), side
    return _told(shelf, found[:CHANGES])


def _told(shelf: Shelf, found: list[tuple[str, str, str]]) -> list[Change]:
    facts = {fact.id: fact for fact in shelf.many(Fact, [row[0] for row in found])}
    said = {row.statement.id: row for row in _said(shelf, [key for row in found for key in row[1:]])}
    return [Change(facts[fact], said[before], said[after]) for fact, before, after in found]


def _chunks(keys: Sequence[str]) -> Iterator[Sequence[str]]:
    yield from (keys[at : at + 500] for at in range(0, len(keys), 500))


def _marks(some: Sequence[str]) -> str:
    return ", ".join("?" * len(some))


def _flat(rows: dict[str, list[str]]) -> list[str]:
    return [item for found in rows.values() for item in found]
