"""The words of a cue around its verb, and whether they are negated."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ceasewire.reading.saying.claims import over
from ceasewire.reading.saying.cues import lemma, lexicon
from ceasewire.reading.tokens import Range

if TYPE_CHECKING:
    from spacy.tokens import Token

NOT_WORDS = ("not", "n't", "n’t", "never")
UNNEGATED = frozenset(
    ("surprisingly", "unexpectedly", "unreasonably", "coincidentally", "least", "only", "incidentally")
)
SKIPPED = frozenset(
    [
        "however",
        "then",
        "earlier",
        "meanwhile",
        "ago",
        "today",
        "yesterday",
        "later",
        "now",
        "when",
        "how",
        "where",
        "why",
        "as",
        "so",
    ]
)


def negated(verb: Token) -> bool:
    """Whether `not`, `never` or `no longer` stands on the verb."""
    return any((child.dep_ == "neg" or child.lower_ in NOT_WORDS) and not _on_adverb(child) for child in verb.children)


def _on_adverb(word: Token) -> bool:
    """`not surprisingly`, `not least`: nothing is negated."""
    return word.i + 1 < len(word.doc) and word.doc[word.i + 1].lower_ in UNNEGATED


def _joined(verb: Token, after: Token) -> bool:
    """Whether the word behind a verb is its particle, or makes one cue with it: `cast doubt`."""
    return after.dep_ == "prt" or f"{lemma(verb)} {after.lower_}" in lexicon().phrasal


def cue_range(verb: Token) -> Range:
    """The cue's words: the verb with its helping verbs, adverbs and negation, and its particle.

    Example: `has repeatedly denied`, `pointed out`.
    """
    low = high = verb.i
    doc = verb.doc
    while low > 0 and doc[low - 1].head == verb and doc[low - 1].dep_ in ("aux", "auxpass", "neg", "advmod"):
        low -= 1
    while low < verb.i and doc[low].dep_ == "advmod" and doc[low].lower_ in SKIPPED:
        low += 1
    while high + 1 < len(doc) and doc[high + 1].head == verb and _joined(verb, doc[high + 1]):
        high += 1
    return over(doc[low], doc[high])
