"""Whom and where an attack hit, told by another verb: `the strike killed the guards`, `nine died in the raid`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ceasewire.codebook import table
from ceasewire.reading.events import syntax
from ceasewire.reading.events.company import is_number, is_place
from ceasewire.reading.events.lemmas import lemma

if TYPE_CHECKING:
    from spacy.tokens import Token

_FAR = frozenset(["in", "at", "near", "to", "from", "with", "across"])
_WHERE = frozenset(["in", "at", "near"])
_OF_OBJECT = frozenset(["of", "on", "against"])


def harmed(noun: Token) -> Iterator[tuple[str, Token]]:
    """`the strike killed the guards`, `a raid that hit a school`, `nine died in the strike near Osten`: whom and where
    it hit, and who did it in `the army killed nine villagers in the raid`. A number says whom it hit for want of more.
    """
    verb = _harming(noun)
    if verb is None:
        yield from _seen(noun)
        return
    hurt = [token for token in syntax.objects(verb) if token.i != noun.i]
    told = any(name in _OF_OBJECT for name, _ in syntax.prepositions(noun)) or noun.dep_ == "pobj"
    yield from (("target", token) for token in hurt if not (told and is_number(token)))
    if noun.dep_ == "pobj":
        yield from (("subject", token) for token in syntax.subjects(verb) if token.i != noun.i)
    for word in [*hurt, verb]:
        yield from ((name, far) for name, far in syntax.prepositions(word) if name in _FAR and far.i != noun.i)


def suffered(noun: Token) -> Iterator[tuple[str, Token]]:
    """`The town is under siege by the army`: whom it hits, and who does it."""
    if noun.dep_ != "pobj" or noun.head.lower_ != "under" or noun.head.head.pos_ not in ("VERB", "AUX"):
        return
    verb = noun.head.head
    yield from (("target", token) for token in syntax.subjects(verb))
    yield from (pair for pair in syntax.prepositions(verb) if pair[0] in ("by", "from"))


def _seen(noun: Token) -> Iterator[tuple[str, Token]]:
    """`an attack that saw nine people killed in Osten`: where it was."""
    for clause in syntax.children(noun, "relcl"):
        if syntax.children(clause, "nsubj") and syntax.subjects(clause)[:1] == [noun]:
            for word in [inner for token in syntax.objects(clause) for inner in syntax.children(token, "acl")]:
                yield from (pair for pair in syntax.prepositions(word) if pair[0] in _WHERE and is_place(pair[1]))


def _harming(noun: Token) -> Token | None:
    """The verb that tells whom an event hurt: it is its subject, or stands `in` the event."""
    words = table("events")["harming"]["verbs"]
    for clause in syntax.children(noun, "relcl"):
        if syntax.children(clause, "nsubj") and syntax.subjects(clause)[:1] == [noun] and lemma(clause) in words:
            return clause
    above = noun.head
    if noun.dep_ == "pobj" and above.lower_ in ("in", "by", "during"):
        above = above.head if above.head.dep_ != "dobj" else above.head.head
    return above if noun.dep_ in ("nsubj", "pobj") and lemma(above) in words else None
