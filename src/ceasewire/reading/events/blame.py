"""Who is said to have done what a noun names: `blamed the militia for the raid`, `the group behind the attack`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ceasewire.codebook import table
from ceasewire.reading.events import syntax
from ceasewire.reading.events.lemmas import lemma

if TYPE_CHECKING:
    from spacy.tokens import Token


def blamed(noun: Token) -> list[Token]:
    """The doers of an event that somebody is blamed for, claims or stands behind; lists split.

    `The rebels were blamed for the raid`, `Orsa is behind the raid`, `the militia claimed responsibility for the raid`,
    `they blamed the raid on Orsa`, `the raid was claimed by the militia`.
    """
    noun = next(word for word in syntax.climb(noun) if word.dep_ != "conj")
    if noun.dep_ in ("dobj", "nsubjpass") and lemma(noun.head) in _words("on"):
        return [token for name, token in syntax.prepositions(noun.head) if name == "on"]
    if noun.dep_ in ("dobj", "nsubjpass") and lemma(noun.head) in _words("claiming"):
        return syntax.subjects(noun.head)
    if noun.dep_ != "pobj":
        return []
    return list(_through(noun.head))


def _through(preposition: Token) -> Iterator[Token]:
    """Whom the word above a preposition makes the doer."""
    above, name = preposition.head, preposition.lower_
    if name == "behind":
        yield from syntax.subjects(above) if above.lemma_ == "be" else syntax.conjuncts(above)
    elif above.pos_ in ("VERB", "AUX") and lemma(above) in _words(name):
        yield from syntax.objects(above)
    elif above.dep_ == "dobj" and lemma(above.head) in _words(name):
        yield from syntax.conjuncts(above)
    elif above.lemma_.lower() in _words("answering"):
        verb = above.head if above.dep_ in ("acomp", "oprd", "dobj", "attr", "amod") else above
        yield from _answering(above, verb)


def _answering(word: Token, verb: Token) -> list[Token]:
    """`is responsible for`, `claimed responsibility for`, `held Orsa responsible for`, `the men responsible for`."""
    if verb.pos_ not in ("VERB", "AUX"):
        return syntax.conjuncts(verb) if verb.i != word.i else []
    return syntax.objects(verb) if word.dep_ == "oprd" else syntax.subjects(verb)


def _words(kind: str) -> frozenset[str]:
    return frozenset(table("events")["blame"].get(kind, []))
