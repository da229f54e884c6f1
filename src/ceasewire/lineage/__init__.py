"""Documents to links: who took which words from whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Final

import numpy as np

from ceasewire.lineage.align import align
from ceasewire.lineage.cites import Cite, Names, cites, places
from ceasewire.lineage.credits import own_names
from ceasewire.lineage.direction import Page, names_other
from ceasewire.lineage.grounds import Grounds
from ceasewire.lineage.houses import background
from ceasewire.lineage.index import AT_ONCE, candidates, index, sketch
from ceasewire.lineage.kinds import whole
from ceasewire.lineage.links import from_cites, from_claim, from_thanks
from ceasewire.lineage.margins import margin
from ceasewire.lineage.outlets import known_names, numbered
from ceasewire.lineage.pairs import Pair, Worth, weigh
from ceasewire.lineage.roots import root
from ceasewire.lineage.seeds import stretches
from ceasewire.lineage.sources import Claim, choose
from ceasewire.lineage.stock import families, stock
from ceasewire.lineage.thirds import settle_thirds
from ceasewire.lineage.translations import translations
from ceasewire.lineage.words import Ints, Text, texts_of
from ceasewire.model import Document, Link
from ceasewire.pause import uncollected

__all__ = ["root", "trace"]

ROOM: Final = (1 << 25) - (1 << 16)
"""Bytes of a block just below the largest that the C library (glibc) may learn to keep."""


def trace(documents: Sequence[Document], names: Collection[str] = ()) -> list[Link]:
    """The lineage links among the documents and to outlets outside them, in the order of their documents.

    `names` are outlets that the documents may cite beside those of the codebook and their own.
    """
    _keep_room()
    with uncollected():
        links = _traced(sorted(documents, key=lambda d: (d.published or "9999", d.path, d.id)), names)
    place = {document.id: number for number, document in enumerate(documents)}
    return sorted(links, key=lambda link: (place[link.doc], link.kind, link.span.start if link.span else -1, link.id))


def _keep_room() -> None:
    """Let the C library keep the room that arrays give back: it does for blocks up to the largest that it has freed."""
    np.empty(ROOM, dtype=np.uint8)


def _traced(ordered: Sequence[Document], names: Collection[str]) -> list[Link]:
    """The links among documents in the order of their days."""
    texts = texts_of(ordered)
    pages = _pages(texts, names)
    pairs = find_pairs(pages, numbered(ordered))
    chosen, thirds = settle_thirds(choose(pairs, pages), pages, pairs)
    turned = translations(pages)
    told = {link.doc for link in turned}
    thirds = [link for link in thirds if link.doc not in told]
    return [from_claim(claim, pages) for claim in chosen] + thirds + turned + _cited(pages, chosen)


def _pages(texts: Sequence[Text], others: Collection[str]) -> list[Page]:
    """The texts with their names, credits and cites."""
    documents = [text.document for text in texts]
    names = Names.of(dict.fromkeys(others, False) | known_names(documents))
    found = [where for at in range(0, len(texts), AT_ONCE) for where in places(texts[at : at + AT_ONCE], names)]
    return [
        Page(text, frozenset(own_names(document)), margin(document), cites(text, names, where))
        for text, document, where in zip(texts, documents, found, strict=True)
    ]


def find_pairs(pages: Sequence[Page], outlets: Ints) -> list[Pair]:
    """The pairs of pages with words in common that show a copy. `outlets` numbers outlets, -1 where unknown."""
    texts = [page.text for page in pages]
    found = index(texts)
    ones, others, shared = candidates(texts, found, sketch(texts))
    stocks = stock(texts, found, families(texts, ones, others, shared), outlets)
    del found, shared
    pairs = []
    for same in stretches(texts, ones, others):
        one, other = same.one, same.other
        runs = align(texts[one], texts[other], same)
        named = partial(names_other, pages[one], pages[other])
        if runs := weigh(runs, Worth(texts[one], stocks.get(one)), Worth(texts[other], stocks.get(other)), named):
            pair = Pair(one, other, runs, (len(texts[one]), len(texts[other])))
            if not background(pair, pages[one], pages[other]):
                pairs.append(pair)
    return pairs


def _cited(pages: Sequence[Page], chosen: Sequence[Claim]) -> list[Link]:
    """Links of citation, to the page meant where it is known; a page that is taken whole does not cite its source."""
    sources: dict[int, dict[str, str]] = defaultdict(dict)
    taken: dict[int, set[str]] = defaultdict(set)
    for claim in chosen:
        giver = pages[claim.giver]
        sources[claim.taker] |= dict.fromkeys(giver.names, giver.document.id)
        if whole(claim, pages[claim.taker]):
            taken[claim.taker] |= giver.names
    chosen_by: dict[int, list[Claim]] = defaultdict(list)
    for claim in chosen:
        chosen_by[claim.taker].append(claim)
    grounds = Grounds(pages)
    links: list[Link] = []
    for number, page in enumerate(pages):
        thanked = page.margin.thanks
        if not page.cites and not thanked:
            continue
        own = page.names | taken.get(number, set()) | page.credited
        cited = [cite for cite in page.cites if cite.key not in own and not _inside(cite, number, chosen_by, pages)]
        for cite in cited:
            if cite.key not in sources[number] and (meant := grounds.page(number, cite)) is not None:
                sources[number][cite.key] = pages[meant].document.id
        links += [from_thanks(page, credit) for credit in thanked if credit.key not in own]
        links += from_cites(replace(page, cites=cited), sources[number])
    return links


def _inside(cite: Cite, number: int, chosen: Mapping[int, Sequence[Claim]], pages: Sequence[Page]) -> bool:
    """Whether a cite stands in words that are the cited outlet's own."""
    starts = pages[number].text.starts
    for claim in chosen.get(number, ()):
        if cite.key in pages[claim.giver].names:
            spans = (range(int(starts[start]), int(starts[end - 1])) for start, end in claim.sides())
            if any(cite.frame.start in span for span in spans):
                return True
    return False
