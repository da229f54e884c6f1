"""The links of pages that credit a report without its words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from ceasewire.lineage.cites import Cite
from ceasewire.lineage.direction import Page
from ceasewire.lineage.grounds import Grounds
from ceasewire.lineage.kinds import whole
from ceasewire.lineage.links import from_cites, from_thanks
from ceasewire.lineage.sources import Claim
from ceasewire.model import Link


@dataclass(frozen=True)
class Taking:
    """What a page has from others: the claims, the pages by their names, and the names that it is wholly taken from."""

    claims: list[Claim] = field(default_factory=list)
    sources: dict[str, str] = field(default_factory=dict)
    whole: set[str] = field(default_factory=set)


def citations(pages: Sequence[Page], chosen: Sequence[Claim]) -> list[Link]:
    """Links of citation, to the page meant where it is known; a page that is taken whole does not cite its source."""
    takings = _takings(pages, chosen)
    grounds = Grounds(pages)
    links: list[Link] = []
    for number, page in enumerate(pages):
        if page.cites or page.margin.thanks:
            taking = takings[number]
            own = page.names | taking.whole | page.credited
            cited = [cite for cite in page.cites if cite.key not in own and not _inside(cite, page, taking, pages)]
            meant = {cite.key: found for cite in cited if (found := _meant(number, cite, taking, grounds, pages))}
            links += [from_thanks(page, credit) for credit in page.margin.thanks if credit.key not in own]
            links += from_cites(replace(page, cites=cited), meant)
    return links


def _takings(pages: Sequence[Page], chosen: Sequence[Claim]) -> Mapping[int, Taking]:
    """What the pages that cite or thank anybody have from others."""
    found: dict[int, Taking] = defaultdict(Taking)
    for claim in chosen:
        taker, giver = pages[claim.taker], pages[claim.giver]
        if taker.cites or taker.margin.thanks:
            taking = found[claim.taker]
            taking.claims.append(claim)
            taking.sources.update(dict.fromkeys(giver.names, giver.document.id))
            taking.whole.update(giver.names if whole(claim, taker) else ())
    return found


def _inside(cite: Cite, page: Page, taking: Taking, pages: Sequence[Page]) -> bool:
    """Whether a cite stands in words that are the cited outlet's own."""
    starts = page.text.starts
    for claim in taking.claims:
        if cite.key in pages[claim.giver].names:
            spans = (range(int(starts[start]), int(starts[end - 1])) for start, end in claim.sides())
            if any(cite.frame.start in span for span in spans):
                return True
    return False


def _meant(number: int, cite: Cite, taking: Taking, grounds: Grounds, pages: Sequence[Page]) -> str | None:
    """The id of the page that a cite means: the one that the page has words from, else one it shares words with."""
    if cite.key not in taking.sources and (meant := grounds.page(number, cite)) is not None:
        taking.sources[cite.key] = pages[meant].document.id
    return taking.sources.get(cite.key)
