"""Terms and positions: who asks for what, agrees to it, refuses it, when and in which words, and who moved."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ceasewire.dossier.links import Links
from ceasewire.dossier.paper import Sheet
from ceasewire.dossier.shelf import Shelf
from ceasewire.dossier.topics import OTHER, order, topic_of
from ceasewire.dossier.views import Asked
from ceasewire.dossier.views.basis import basis
from ceasewire.dossier.views.contacts import bodies
from ceasewire.dossier.views.persons import has_page
from ceasewire.model import Fact, Span, Statement

# What a role in a fact of a type says of its actor, as told and as planned, proposed or possible.
HOLDS: dict[tuple[str, str], tuple[str, str]] = {
    ("proposal", "proposer"): ("asks for", "may ask for"),
    ("proposal", "addressee"): ("is asked for", "may be asked for"),
    ("agreement", "party"): ("agrees to", "is to agree to"),
    ("agreement", "signatory"): ("signs", "is to sign"),
    ("agreement", "guarantor"): ("guarantees", "is to guarantee"),
    ("rejection", "party"): ("refuses", "may refuse"),
    ("ceasefire", "party"): ("keeps", "is to keep"),
    ("ceasefire", "declarer"): ("declares", "is to declare"),
}
SAID = {"demands": "demands", "promises": "promises"}
TYPES = ("proposal", "agreement", "rejection", "ceasefire")
AHEAD = frozenset({"planned", "proposed", "hypothetical"})
NO = "refuses"
FOR = frozenset({"asks for", "agrees to", "signs", "guarantees", "keeps", "declares", "demands", "promises"})
MOST = 4000  # statements that are looked at
LINES, WHO = 12, 14  # lines of one actor on a topic, actors on a topic
WITHOUT = "no terms told"


@dataclass(frozen=True)
class Stand:
    """One actor on one matter on a day: how it stands, in which words, and the fact or the statement that says so.

    `how` is `told`, `ahead` (planned, proposed, possible) or `denied`.
    """

    actor: str
    day: str
    position: str
    how: str
    topic: str
    words: str
    fact: str | None = None
    statement: str | None = None
    doc: str | None = None
    span: Span | None = None


@dataclass(frozen=True)
class Line:
    """Everything that one actor holds on one topic, by day; `moved` where it refused what it had asked for, or back."""

    actor: str
    stands: list[Stand]
    moved: bool


@dataclass(frozen=True)
class Topic:
    """A topic with the actors who hold something on it, the busiest first."""

    name: str
    lines: list[Line]

    @property
    def total(self) -> int:
        """How many stands."""
        return sum(len(line.stands) for line in self.lines)


def positions(shelf: Shelf, asked: Asked, links: Links) -> Sheet:
    """Every topic with who holds what. `topic` and `actor` (an id) choose."""
    every = shelf.once(stands)
    topic, actor = asked.get("topic", ""), asked.get("actor", "")
    some = [s for s in every if topic in ("", s.topic) and actor in ("", s.actor)]
    topics = topics_of(some)
    values: dict[str, object] = {
        "basis": basis(shelf),
        "topics": topics,
        "total": len(some),
        "topic": topic,
        "actor": actor if shelf.name(actor) else "",
        "people": has_page(shelf, {stand.actor for stand in some}),
        "LINES": 200 if topic or actor else LINES,
        "WHO": 200 if topic or actor else WHO,
    }
    return Sheet("positions.html", "Terms and positions", values)


def topics_of(some: Iterable[Stand]) -> list[Topic]:
    """Stands by topic in the order of the table, then by actor, then by day."""
    found: dict[str, dict[str, list[Stand]]] = defaultdict(lambda: defaultdict(list))
    for stand in some:
        found[stand.topic][stand.actor].append(stand)
    places = order()
    return [
        Topic(name, sorted((_line(name, actor, rows) for actor, rows in found[name].items()), key=_busiest))
        for name in sorted(found, key=lambda name: (places.get(name, len(places)), name))
    ]


def _line(topic: str, actor: str, rows: list[Stand]) -> Line:
    by_day = sorted(rows, key=lambda s: (s.day or "9999", s.position, s.words))
    return Line(actor, by_day, topic not in (OTHER, WITHOUT) and _moves(by_day))


def _moves(rows: Sequence[Stand]) -> bool:
    """Whether one day's stand for a thing and another day's against it follow on one another."""
    sides = [(s.day, s.position in FOR) for s in rows if s.how == "told" and (s.position in FOR or s.position == NO)]
    return any(before[1] != after[1] and before[0] != after[0] for before, after in pairwise(sides))


def _busiest(line: Line) -> tuple[int, str]:
    return -len(line.stands), line.actor


def stands(shelf: Shelf) -> list[Stand]:
    """Every stand that facts and statements tell of. To be asked through `Shelf.once`."""
    marks = ", ".join("?" * len(TYPES))
    facts = shelf.many(Fact, shelf.keys(f"SELECT id FROM fact WHERE type IN ({marks}) ORDER BY position", *TYPES))
    body = bodies(shelf, {arg.actor for fact in facts for arg in fact.args if arg.actor})
    found = [stand for fact in facts for stand in stands_of(fact, body)]
    return [*found, *_said(shelf, {fact.id for fact in facts})]


def stands_of(fact: Fact, body: dict[str, str]) -> Iterator[Stand]:
    """What a fact tells of the stand of each of its actors on each of its terms."""
    terms = list(dict.fromkeys(" ".join(a.text.split()) for a in fact.args if a.role == "terms"))
    if fact.type == "ceasefire" and not terms:
        terms = ["a truce"]
    how = "denied" if "denied" in (fact.status, fact.realis) else "ahead" if fact.realis in AHEAD else "told"
    day = ((fact.interval.start or fact.interval.end) if fact.interval else None) or fact.first_reported or ""
    for role, actor in dict.fromkeys((a.role, body[a.actor]) for a in fact.args if a.actor in body):
        told = HOLDS.get((fact.type, role))
        if told:
            for words in terms or [""]:
                topic = topic_of(words) if words else WITHOUT
                yield Stand(actor, day[:10], told[how == "ahead"], how, topic, words, fact.id)


def _said(shelf: Shelf, facts: set[str]) -> Iterator[Stand]:
    """What named actors demand and promise in statements that no fact above rests on."""
    marks = ", ".join("?" * len(SAID))
    question = (
        "SELECT statement, actor, substr(coalesce(p.published, ''), 1, 10) FROM said JOIN page p ON p.id = said.doc"
        f" WHERE copy_of IS NULL AND stance IN ({marks}) ORDER BY coalesce(p.published, '9999'), said.rowid LIMIT ?"
    )
    rows = {str(key): (str(actor), str(day)) for key, actor, day in shelf.ask(question, *SAID, MOST)}
    used = {str(key) for key, fact in shelf.ask("SELECT statement, fact FROM rests") if fact in facts}
    body = bodies(shelf, {actor for actor, _ in rows.values()})
    for statement in shelf.many(Statement, [key for key in rows if key not in used]):
        actor, day = rows[statement.id]
        words = " … ".join(" ".join(part.text.split()) for part in statement.content)
        topic = topic_of(words)
        if actor in body and statement.content and topic != OTHER:
            yield Stand(body[actor], day, SAID[statement.stance], "told", topic, words, statement=statement.id,
                        doc=statement.doc, span=statement.content[0])  # fmt: skip


def of_track(shelf: Shelf, facts: Collection[str]) -> list[Topic]:
    """The topics that the facts of these ids tell of."""
    return topics_of(stand for stand in shelf.once(stands) if stand.fact in facts)


def position_rows(shelf: Shelf, asked: Asked) -> Iterator[dict[str, object]]:
    """Every stand as a row of a table."""
    for topic in topics_of(shelf.once(stands)):
        for line in topic.lines:
            for stand in line.stands:
                yield {
                    "topic": topic.name, "actor": shelf.name(line.actor), "day": stand.day, "position": stand.position,
                    "how": stand.how, "words": stand.words[:200], "fact": stand.fact, "statement": stand.statement,
                    "moved": line.moved,
                }  # fmt: skip
