"""Which events of a sentence it reports, and which it only refers to: an event coder codes the first alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ceasewire.reading.events.syntax import climb

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ceasewire.reading.events.hit import Hit

_ASIDE = frozenset(["relcl", "acl", "amod", "advcl", "poss", "appos", "compound", "nmod"])
# What follows these sets the scene: `after the raid`, `amid talks`, `despite the truce`.
_SCENE = frozenset(["after", "following", "amid", "amidst", "during", "despite", "since", "because", "notwithstanding"])


def foreground(hits: list[Hit]) -> set[int]:
    """The triggers (by place in the paragraph) of the events that their sentences report.

    `The envoy condemned the raid that killed nine` reports the condemnation; raid and dead are what it is about.
    """
    by_sentence: dict[int, list[Hit]] = {}
    for hit in hits:
        if hit.entry.plover:
            by_sentence.setdefault(hit.token.sent.start, []).append(hit)
    return {place for group in by_sentence.values() for place in _of_sentence(_without_their_cause(group))}


def _without_their_cause(hits: list[Hit]) -> list[Hit]:
    """What a crowd in the street demands is why it protests: `thousands marched, demanding bread`."""
    if not any(hit.entry.plover == "PROTEST" for hit in hits):
        return hits
    return [hit for hit in hits if hit.entry.plover != "REQUEST"]


def _of_sentence(hits: list[Hit]) -> set[int]:
    places = {hit.token.i for hit in hits}
    free = [hit for hit in hits if not _governed(hit.token, places)]
    main = [hit for hit in free if not _aside(hit.token)]
    return {hit.token.i for hit in main or free or hits}


def _governed(token: Token, places: set[int]) -> bool:
    """Whether another trigger stands above; what is joined to it by `and` stands beside it."""
    return any(word.head.i in places and word.dep_ != "conj" for word in climb(token) if word.head.i != word.i)


def _aside(token: Token) -> bool:
    """Whether a word describes another or sets the scene."""
    return any(word.dep_ in _ASIDE or (word.dep_ == "prep" and word.lower_ in _SCENE) for word in climb(token))
