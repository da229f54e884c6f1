"""The view of one fact: from its count back to every origin, and from each origin to the words on the pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ceasewire.model import Fact
from ceasewire.record import Record
from ceasewire.show.facts import fact_lines
from ceasewire.show.lineage import says
from ceasewire.show.marks import assessed, labelled, marked
from ceasewire.show.paint import Line, blank, line
from ceasewire.show.path import Behind, Way, trace
from ceasewire.show.words import REACH, basis, count, page, sentence


@dataclass(frozen=True)
class Why:
    """The path from the fact with this id, or beginning of an id, to characters on pages."""

    fact: str
    name: str = "why"

    def data(self, record: Record) -> object:
        """The fact, and its paths on both sides."""
        fact = record.fact(self.fact)
        rulings = [r for r in record.standing if r.what == f"facts/{fact.id}"]
        return {
            "sentence": sentence(fact),
            "fact": fact,
            "tlp": record.tlp.get(f"facts/{fact.id}"),
            "rulings": rulings,
            "assessments": [row for row in record.assessments if row.stands and row.fact == fact.id],
            "paths": trace(fact, record),
        }

    def lines(self, record: Record) -> Iterator[Line]:
        """The fact, the origins for it, the origins against it."""
        fact = record.fact(self.fact)
        sides = trace(fact, record)
        yield from fact_lines(fact)
        yield from labelled(f"facts/{fact.id}", record)
        yield from marked(fact.id, record)
        yield from assessed(fact.id, record)
        yield line((f"{_reach(fact)} ({basis(record)})", "dim"), indent=2)
        yield from _side("For", sides.support, record)
        yield from _side("Against", sides.dispute, record)


def _reach(fact: Fact) -> str:
    return count(len(fact.support) + len(fact.dispute), "passage") + f" in all, realis {fact.realis}"


def _side(title: str, rows: list[Behind], record: Record) -> Iterator[Line]:
    counted = [row for row in rows if row.counted]
    if rows:
        yield blank()
        yield line((f"{title}: {count(len(counted), 'source')}", "bold underline"))
    for number, row in enumerate(counted, 1):
        yield from _origin(f"{number}. ", row, record)
    for row in rows:
        if not row.counted:
            yield from _origin("adds nothing to the count: ", row, record)


def _origin(lead: str, row: Behind, record: Record) -> Iterator[Line]:
    origin = row.origin
    name = origin.name if origin else "no origin"
    about = [origin.kind, f"camp {origin.camp}"] if origin else []
    if origin and origin.count and origin.count > 1:
        about.insert(0, f"{origin.count} people")
    yield line(lead, (name, "bold cyan"), f" ({', '.join(about)})" if about else "", indent=2)
    for leaf in row.pages:
        yield line((page(record.document[leaf.doc]), "underline"), indent=5)
        for told in dict.fromkeys(says(link, record) for link in leaf.lineage):
            yield line((f"this page {told}", "dim"), indent=7)
        for way in leaf.ways:
            yield from _way(way, record)


def _way(way: Way, record: Record) -> Iterator[Line]:
    where = (f"{way.words.start}-{way.words.end} ", "dim")
    yield line(where, _told(way), way.before, (way.words.text, "bold reverse"), way.after, indent=7)
    if way.copy_of:
        yield line((f"repeats {_original(way.copy_of, record)}", "dim"), indent=9)


def _told(way: Way) -> str:
    """`Mara Venn, denies, through The Herald > Mara Venn: `."""
    parts = [way.source or "in the page's own voice"]
    if way.stance:
        parts.append(way.stance)
    if way.disputes:
        parts.append(REACH.get(way.disputes, way.disputes))
    if len(way.chain) > 2:
        parts.append("through " + " > ".join(way.chain))
    return ", ".join(parts) + ": "


def _original(key: str, record: Record) -> str:
    held = record.mention.get(key) or record.statement.get(key)
    return page(record.document[held.doc]) if held else key
