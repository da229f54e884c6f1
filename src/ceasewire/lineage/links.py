"""Links as the record holds them, from claims, credits and cites."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ceasewire.lineage.cites import Cite
from ceasewire.lineage.credits import Credit
from ceasewire.lineage.direction import Page
from ceasewire.lineage.kinds import kind
from ceasewire.lineage.quotes import quoted
from ceasewire.lineage.settings import QUOTATION
from ceasewire.lineage.sources import Claim
from ceasewire.lineage.words import WORD
from ceasewire.model import Line, Link, LinkKind, Span, ident


def link(
    doc: str,
    kind: LinkKind,
    *,
    spans: Sequence[Span] = (),
    hull: Span | None = None,
    of_doc: str | None = None,
    of_spans: Sequence[Span] = (),
    of_hull: Span | None = None,
    of_outlet: str | None = None,
    evidence: Sequence[Span] = (),
    score: float = 1.0,
) -> Link:
    """A link with its id; `score` is 0 to 1."""
    key = ident(doc, "link", kind, hull and hull.start, hull and hull.end, of_doc, of_outlet)
    return Link(
        key, doc, hull, list(spans), kind, of_doc, of_hull, list(of_spans), of_outlet, list(evidence), round(score, 3)
    )


def from_claim(claim: Claim, pages: Sequence[Page]) -> Link:
    """The link between two pages of the collection."""
    taker, giver = pages[claim.taker], pages[claim.giver]
    what = kind(claim, pages)
    spans = [taker.text.span(*side) for side in claim.sides()]
    of_spans = [giver.text.span(*side) for side in claim.sides(giver=True)]
    inner = what == "excerpt"
    return link(
        taker.document.id,
        what,
        spans=spans,
        hull=_hull(taker, spans) if inner else None,
        of_doc=giver.document.id,
        of_spans=of_spans,
        of_hull=_hull(giver, of_spans) if inner else None,
        of_outlet=giver.document.outlet or giver.document.origin or _credited_name(taker, giver),
        evidence=_evidence(taker, giver),
        score=min(1.0, claim.pair.shares[claim.flip]) * claim.pair.sameness if not inner else claim.pair.sameness,
    )


def _hull(page: Page, spans: Sequence[Span]) -> Span:
    start, end = min(span.start for span in spans), max(span.end for span in spans)
    return Span(start, end, page.document.text[start:end])


def _credited_name(taker: Page, giver: Page) -> str | None:
    return next((credit.name for credit in taker.credits if credit.key in giver.names), None)


def _evidence(taker: Page, giver: Page) -> list[Span]:
    """The words of the taker that name the giver's outlet."""
    named: list[Credit | Cite] = [c for c in taker.credits if c.key in giver.names and c.span.text]
    named += [c for c in taker.cites if c.key in giver.names]
    return [item.span if isinstance(item, Credit) else item.frame for item in named]


def from_credit(page: Page, credit: Credit, score: float = 1.0) -> Link:
    """The whole page is another outlet's, and no page of the collection is known to be its source."""
    evidence = [credit.span] if credit.span.text else []
    return link(page.document.id, "republication", of_outlet=credit.name, evidence=evidence, score=score)


def from_thanks(page: Page, credit: Credit) -> Link:
    """An outlet thanked under a page is a ground of it."""
    return link(page.document.id, "citation", of_outlet=credit.name, evidence=[credit.span], score=0.5)


def from_cites(page: Page, sources: Mapping[str, str]) -> Iterator[Link]:
    """Each sentence that cites an outlet, once. `sources` are pages it is known to mean, by folded outlet name."""
    done: set[tuple[int, str]] = set()
    lines = [line for line in page.document.lines if line.role == "body"]
    for cite in page.cites:
        if (cite.sentence.start, cite.key) in done:
            continue
        done.add((cite.sentence.start, cite.key))
        of_doc = sources.get(cite.key)
        words = [] if of_doc else _quotations(page, cite, lines)
        kind: LinkKind = "excerpt" if words else "citation"
        hull = _hull(page, words) if words else cite.sentence
        yield link(
            page.document.id,
            kind,
            spans=words or [cite.sentence],
            hull=hull,
            of_doc=of_doc,
            of_outlet=cite.name,
            evidence=[cite.frame],
            score=0.8,
        )


def _quotations(page: Page, cite: Cite, lines: Sequence[Line]) -> list[Span]:
    """The quotations of the citing sentence, without their marks: words that stood in the cited report."""
    text = page.document.text
    around = [line for line in lines if line.start <= cite.sentence.start < line.end]
    found = []
    for start, end in (span for line in around for span in quoted(text, line.start, line.end)):
        first, last = max(start, cite.sentence.start), min(end, cite.sentence.end)
        words = list(WORD.finditer(text, first, last)) if first < last else []
        if len(words) >= QUOTATION:
            found.append(Span(words[0].start(), words[-1].end(), text[words[0].start() : words[-1].end()]))
    return found
