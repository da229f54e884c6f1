"""Names that the text itself gives two of: in brackets, by renaming, in translation."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from ceasewire.reading.parties.lexicon import RENAMING
from ceasewire.reading.parties.name import Name
from ceasewire.reading.parties.names import abbreviates, is_acronym
from ceasewire.reading.parties.phrases import determiner
from ceasewire.reading.parties.register import Party, Register
from ceasewire.reading.tokens import texts, tokens

if TYPE_CHECKING:
    from spacy.tokens import Token

REFLEXIVE = frozenset(("itself", "themselves", "himself", "herself"))
RENAMES = frozenset(("know", "call", "rename", "rebrand"))
APART = 24  # tokens between two names that words of renaming may fill
BODILY = frozenset(("organisation", "armed_group", "opposition_body", "monitor", "government", "outlet", "group"))


def bind(register: Register, found: Sequence[Name]) -> None:
    """Join the parties of names that the text equates."""
    for one, other in pairwise(found):
        first, second = register.at(one.head), register.at(other.head)
        if one.doc is not other.doc or first is None or second is None or first is second:
            continue
        if in_brackets(one, other, first, second) or renamed(one, other, first, second):
            equate(register, first, second)


def equate(register: Register, first: Party, second: Party) -> None:
    """Make two names one party, unless the tables know them as two; a name of the tables is the one kept."""
    if first.key[:1] == ("body",) and second.key[:1] == ("body",):
        return
    if second.key[:1] == ("body",):
        first, second = second, first
    register.join(first, second)


def rename(register: Register, verb: Token) -> None:
    """`the Young Front, a group known as Red Dawn`, `Red Dawn, which calls itself the Young Front`."""
    if verb.lemma_ not in RENAMES or not (_of_itself(verb) or _passive(verb)):
        return
    subject = _named(register, verb)
    for child in verb.rights:
        inner = next((t for t in child.rights if t.dep_ == "pobj"), None) if child.lower_ == "as" else child
        told = inner is not None and inner.pos_ == "PROPN" and determiner(inner) not in ("a", "an")
        other = register.at(inner) if told and inner is not None else None
        if other and subject and _two_people(subject, other) and child is inner:
            return
        if other and subject and other is not subject and _alike(subject, other) and inner is not None:
            equate(register, subject, other)
            return


def _two_people(one: Party, other: Party) -> bool:
    """Whether both have a personal name of their own: `Hok called Velan a liar`."""
    return one.key[:1] == other.key[:1] == ("person",)


def _of_itself(verb: Token) -> bool:
    """`calls itself the Young Front`; `called Ana Velan a liar` names nobody anew."""
    return any(t.lower_ in REFLEXIVE for child in verb.rights for t in (child, *child.children))


def _passive(verb: Token) -> bool:
    return verb.tag_ == "VBN" and (verb.dep_ == "acl" or any(child.dep_ == "auxpass" for child in verb.lefts))


def _named(register: Register, verb: Token) -> Party | None:
    if verb.dep_ in ("acl", "relcl"):
        return register.at(verb.head)
    return next((register.at(t) for t in verb.lefts if t.dep_ in ("nsubj", "nsubjpass")), None)


def _alike(one: Party, other: Party) -> bool:
    """Whether two names may be one party's: a bare name that was taken for a person's may be a body's."""
    if one.person:
        return other.person or other.key[:1] in (("name",), ("place",))  # `Emil Hok, known as Torin`
    if other.person:
        return not (other.offices or other.gender)
    return one.actor.kind in BODILY and other.actor.kind in BODILY and one.key[:1] != ("crowd",)


def in_brackets(one: Name, other: Name, first: Party, second: Party) -> bool:
    """`the Free River Union (FRU)`, `Harak al-Nahr (River Movement)`."""
    doc = one.doc
    if other.start != one.end + 1 or doc[one.end].text != "(" or other.end >= len(doc) or doc[other.end].text != ")":
        return False
    if first.actor.kind not in BODILY or second.actor.kind not in BODILY:
        return False
    if is_acronym(other.text):
        return (
            abbreviates(other.text, one.text) or "body" not in (*first.key[:1], *second.key[:1]) or one.sort != "outlet"
        )
    return abbreviates(one.text, other.text) if is_acronym(one.text) else other.end - other.start > 1


def glossed(register: Register, token: Token, party: Party) -> None:
    """`the Lorasian armed forces (LAF)`, `the ministry (MoFA)`: the acronym of what no name was given for."""
    row, words, at = register.row(token.doc), texts(token.doc), token.i + 1
    if words[at : at + 1] != ["("] or words[at + 2 : at + 3] != [")"] or party.key[:1] == ("crowd",):
        return
    other = row.get(at + 1)
    if other and other.actor.kind in BODILY and party.actor.kind in BODILY and is_acronym(words[at + 1]):
        equate(register, party, other)


def renamed(one: Name, other: Name, first: Party, second: Party) -> bool:
    """`the Young Front, formerly known as Red Dawn`."""
    if not _alike(first, second):
        return False
    if other.start - one.end > APART:
        return False
    between = [t.lower_ for t in tokens(one.doc)[one.end : other.start] if not t.is_punct and not t.is_space]
    fillers = ("the", "group", "which", "who", "is", "was", "has", "now")
    between = [word for word in between if word not in fillers]
    if first.person:
        return (
            any(tuple(between[-len(phrase) :]) == phrase for phrase in RENAMING if len(phrase) > 1) and len(between) < 9
        )
    return bool(between) and tuple(between) in RENAMING and between != ["or"]
