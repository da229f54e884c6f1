"""Documents to links: who took which words from whom."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import partial
from hashlib import blake2b
from operator import attrgetter
from typing import Final

import numpy as np

from ceasewire.lineage.align import align
from ceasewire.lineage.citations import citations
from ceasewire.lineage.cites import Names, cites, places
from ceasewire.lineage.credits import own_names
from ceasewire.lineage.direction import Page, names_other
from ceasewire.lineage.houses import background
from ceasewire.lineage.index import AT_ONCE, candidates, index, sketch
from ceasewire.lineage.links import from_claim
from ceasewire.lineage.margins import margin
from ceasewire.lineage.outlets import known_names, numbered
from ceasewire.lineage.pairs import Pair, Worth, weigh
from ceasewire.lineage.roots import root
from ceasewire.lineage.seeds import stretches
from ceasewire.lineage.sources import choose
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
    return [from_claim(claim, pages) for claim in chosen] + thirds + turned + citations(pages, chosen)


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
    groups = _alike(texts, ones, others)
    firsts = np.array(sorted(groups), dtype=np.int64).reshape(-1, 2)
    pairs = []
    for same in stretches(texts, firsts[:, 0], firsts[:, 1]):
        runs = align(texts[same.one], texts[same.other], same)
        for one, other in groups[same.one, same.other]:
            named = partial(names_other, pages[one], pages[other])
            if kept := weigh(runs, Worth(texts[one], stocks.get(one)), Worth(texts[other], stocks.get(other)), named):
                pair = Pair(one, other, kept, (len(texts[one]), len(texts[other])))
                if not background(pair, pages[one], pages[other]):
                    pairs.append(pair)
    return sorted(pairs, key=attrgetter("one", "other"))


def _alike(texts: Sequence[Text], ones: Ints, others: Ints) -> dict[tuple[int, int], list[tuple[int, int]]]:
    """The pairs by the first pages that have the same words as theirs: what these have in common is looked for once."""
    seen: dict[bytes, int] = {}
    prints = (blake2b(text.ids.tobytes() + text.opens, digest_size=16).digest() for text in texts)
    first = [seen.setdefault(print_, number) for number, print_ in enumerate(prints)]
    groups: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for one, other in zip(ones.tolist(), others.tolist(), strict=True):
        groups.setdefault((first[one], first[other]), []).append((one, other))
    return groups
