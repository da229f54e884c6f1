"""The day of writing: what a page's words, its metadata and the other pages of the collection say of it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date

import numpy as np
from msgspec.structs import replace

from ceasewire.codebook import table
from ceasewire.dating.almanac import Almanac
from ceasewire.dating.basis import basis
from ceasewire.dating.bounds import bounded, earliest
from ceasewire.dating.evidence import Evidence, gather
from ceasewire.dating.order import outlook
from ceasewire.dating.own import own_points
from ceasewire.dating.pairs import Pair, pairs_of, ties_of
from ceasewire.dating.roots import reached, rooted
from ceasewire.dating.settling import Belief, settle_all, sure
from ceasewire.dating.story import kinship
from ceasewire.model import Document, Link, Reading
from ceasewire.pile import View

__all__ = ["settle"]


def settle(documents: Sequence[Document], readings: Mapping[str, Reading], links: Sequence[Link]) -> Iterator[Document]:
    """The documents, one after another, with `published`, its window and its basis settled, in the order given.

    `readings` are keyed by document id, with times not yet resolved. Metadata that intake found stands in the
    documents.
    """
    evidence = {document.id: gather(document, readings.get(document.id)) for document in documents}
    almanac = Almanac()
    known = {name: belief for name, found in evidence.items() if (belief := _as_metadata_say(found, almanac))}
    pairs = _pairs(documents, readings, links, evidence, known)
    roots = rooted(evidence, pairs)
    held = reached(pairs, {*known, *roots})
    heard = {name: [pair for pair in pairs[name] if pair.other in held] for name in sorted(held & set(pairs))}
    beliefs = settle_all(evidence, heard, known, roots, almanac)
    return (_settled(document, evidence[document.id], beliefs) for document in documents)


def _as_metadata_say(found: Evidence, almanac: Almanac) -> Belief | None:
    """The day that metadata give, where the text does not contradict it."""
    if found.given is None:
        return None
    day = np.array([found.given.toordinal()])
    return sure(found.given) if own_points(found, day, almanac)[0] > 0 else None


def _pairs(
    documents: Sequence[Document],
    readings: Mapping[str, Reading],
    links: Sequence[Link],
    evidence: Mapping[str, Evidence],
    known: Collection[str],
) -> dict[str, list[Pair]]:
    """For each page that is not known yet those that say something about its day."""
    wanted = {document.id for document in documents if document.id not in known}
    if not wanted:
        return {}
    todays = {document.id: _todays(document, evidence[document.id]) for document in documents}
    outlets = {d.id: {name for name in (d.origin, d.outlet) if name} for d in documents}
    read = View([number for number, d in enumerate(documents) if d.id in readings], documents.__getitem__)
    kin = kinship(read, evidence, wanted & set(readings))
    ties = {name: rows for name, rows in ties_of(links, outlets, todays).items() if name in wanted}
    outlooks = {document.id: outlook(readings.get(document.id)) for document in documents}
    return {name: [] for name in wanted} | pairs_of(ties, kin, outlooks)


def _todays(document: Document, found: Evidence) -> list[str]:
    """The sentences of a page that say `today` in its own voice."""
    return [document.text[slice(*found.counted[0].sentence)]] if 0 in found.counted else []


def _settled(document: Document, found: Evidence, beliefs: Mapping[str, Belief]) -> Document:
    belief = beliefs.get(document.id)
    if belief is None:
        return bounded(document, found) if found.read and found.given is None else document
    if found.given == belief.day or _told_history(found, belief):
        return _as_given(document)
    return replace(
        document,
        published=belief.day.isoformat(),
        published_earliest=date.fromordinal(earliest(found, belief)).isoformat(),
        published_latest=date.fromordinal(belief.last).isoformat(),
        published_basis=basis(document, found, belief),
    )


def _told_history(found: Evidence, belief: Belief) -> bool:
    """Whether the days of a text lie so far before its metadata that it tells history: metadata stands."""
    years = int(table("dating")["roots"]["history"])
    return found.given is not None and (found.given - belief.day).days > 366 * years


def _as_given(document: Document) -> Document:
    """Metadata that the text does not contradict stands as intake left it."""
    day = document.published
    return replace(
        document,
        published_earliest=document.published_earliest or day,
        published_latest=document.published_latest or day,
    )
