"""One fact: both sides, each origin once, and under it the pages through which it reached us."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from ceasewire.dossier.links import Links
from ceasewire.dossier.paper import Sheet
from ceasewire.dossier.shelf import Shelf
from ceasewire.dossier.views import Asked, Missing
from ceasewire.dossier.views.basis import basis
from ceasewire.dossier.views.citing import fact_cited
from ceasewire.dossier.views.persons import has_page
from ceasewire.dossier.views.provenance import provenance
from ceasewire.dossier.views.ruled import fact_forms
from ceasewire.dossier.views.rulings import standing
from ceasewire.dossier.words import outlet
from ceasewire.model import Contradiction, Fact, Figure, Mention, Origin, Span, Track
from ceasewire.record import Record
from ceasewire.show.path import trace
from ceasewire.show.words import REACH

CLASHES = "SELECT id FROM clash WHERE about = ? ORDER BY rowid LIMIT 6"
LEAVES, WAYS = 20, 5  # pages under one origin, passages on one page


@dataclass(frozen=True)
class Version:
    """One version of a number or of the terms: the words, and who stands behind them."""

    what: str
    shown: str
    origins: list[Origin]
    doc: str | None = None
    span: Span | None = None


def fact(shelf: Shelf, key: str, asked: Asked, links: Links) -> Sheet:
    """The sheet of a fact. Raises Missing."""
    found = shelf.get(Fact, key)
    if found is None:
        raise Missing(key)
    part = shelf.part([found])
    sides = trace(found, part)
    values: dict[str, object] = {
        "fact": found,
        "basis": basis(shelf),
        "record": part,
        "sides": sides,
        "people": _people(shelf, part),
        "out": not shelf.lists(key),
        "figures": [_figure(figure, part) for figure in found.figures],
        "terms": _terms(found, part),
        "picture": provenance(sides, part, links),
        "clashes": shelf.many(Contradiction, shelf.keys(CLASHES, key)),
        "track": shelf.get(Track, found.track) if found.track else None,
        "rulings": [r for r in standing(shelf) if r.what == f"facts/{key}"],
        "citation": fact_cited(found, shelf),
        "forms": fact_forms(shelf, found, part) if links.seal else None,
        "reach": REACH,
        "admitted": part.against_interest.get(key, []),
        "LEAVES": LEAVES,
        "WAYS": WAYS,
        "outlet": outlet,
        "beside": _beside(shelf, key),
    }
    return Sheet("fact.html", found.summary, values)


def _people(shelf: Shelf, part: Record) -> dict[str, str]:
    """The actors behind the statements of a fact who have a page of their own, by statement."""
    spoken = {s.id: s.source.actor for s in part.statements if s.source.actor and not s.anonymous}
    allowed = has_page(shelf, spoken.values())
    return {key: actor for key, actor in spoken.items() if actor in allowed}


def _figure(figure: Figure, part: Record) -> Version:
    lead = {"at_least": "at least ", "at_most": "at most ", "about": "about "}.get(figure.bound, "")
    value = "not a number" if figure.value is None else f"{figure.value:,.10g}"
    return Version(figure.what, lead + value, [part.origin[o] for o in figure.origins if o in part.origin])


def _terms(fact: Fact, part: Record) -> list[Version]:
    """Every wording of the terms once, with the origins whose passages hold it."""
    behind: dict[str, dict[str, Origin]] = defaultdict(dict)
    where: dict[str, tuple[str, Span]] = {}
    for passage in fact.support:
        mention, origin = part.mention.get(passage.mention or ""), part.origin.get(passage.origin or "")
        for span in _held(mention, part) if mention else ():
            where.setdefault(span.text, (mention.doc, span) if mention else ("", span))
            if origin:
                behind[span.text][origin.id] = origin
    return [
        Version("terms", words, list(behind[words].values()), *where[words])
        for words in dict.fromkeys(term.text for term in fact.terms)
        if words in where
    ]


def _held(mention: Mention, part: Record) -> list[Span]:
    return [arg.span for arg in mention.args if arg.role == "terms" and arg.span]


def _beside(shelf: Shelf, key: str) -> tuple[str | None, str | None]:
    """The facts before and after this one in the record's order."""
    here = shelf.number("SELECT position FROM fact WHERE id = ?", key)
    before = shelf.keys("SELECT id FROM fact WHERE position < ? ORDER BY position DESC LIMIT 1", here)
    after = shelf.keys("SELECT id FROM fact WHERE position > ? ORDER BY position LIMIT 1", here)
    return next(iter(before), None), next(iter(after), None)
