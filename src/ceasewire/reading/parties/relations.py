"""Who belongs to whom: the affiliation that a phrase states, and the relations behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ceasewire.model import RelationKind
from ceasewire.reading.parties import lands
from ceasewire.reading.parties.lexicon import LEADS, SPEAKS, TOPIC
from ceasewire.reading.parties.phrases import complements, left, modifiers, right
from ceasewire.reading.parties.register import Party, Register
from ceasewire.reading.tokens import parts, texts, tokens

if TYPE_CHECKING:
    from spacy.tokens import Token

BODIES_LED = frozenset(("armed_group", "opposition_body", "organisation", "government", "monitor"))
SERVING = frozenset(("adviser", "advisor", "aide", "deputy", "counsel", "lawyer"))
CLOSED = 3  # words of an acronym in its brackets
LONGEST = 5  # words of a title with its name
BELONGING = frozenset(("of", "for", "from", "at", "with"))


def owner(register: Register, head: Token) -> Party | None:
    """The party that the words before or after a noun name as its owner.

    `Lorasian` in `the Lorasian envoy`, the front in `a member of the Red Front`; nearest to the noun first.
    """
    topic = head.lemma_.lower() in TOPIC
    for token in reversed(modifiers(head) or _titles(head)):
        party = register.at(token)
        studied = topic and party is not None and party.actor.kind == "state" and not _demonym(token)
        if party and party.actor.kind != "place" and not hyphened(token) and not studied:
            return party
    if before := _bracketed(register, head):
        return before
    for preposition, token in complements(head):
        party = register.at(token)
        belongs = preposition in BELONGING or (preposition == "to" and head.lemma_.lower() in SERVING)
        if belongs and party and party.actor.kind not in ("place", "person"):
            return party
        if preposition in ("of", "for") and party and party.person:
            return party
        if preposition in BELONGING and party is None and (beyond := _of_part(register, token)):
            return beyond
    return None


def _of_part(register: Register, head: Token) -> Party | None:
    """The side of `a member of the opposition delegation`, where the delegation has no name."""
    for token in reversed(modifiers(head)):
        party = register.at(token)
        if party and party.actor.kind in BODIES_LED and not hyphened(token):
            return party
    return None


def _bracketed(register: Register, head: Token) -> Party | None:
    """The body of `Red Front (RF) commander Emil Hok`, whose brackets part it from the name."""
    doc, at = head.doc, head.i
    words, pos = texts(doc), parts(doc)
    while at and head.i - at < LONGEST and pos[at - 1] in ("NOUN", "PROPN", "ADJ"):
        at -= 1
    if at == head.i or at < CLOSED or words[at - 1] != ")" or words[at - CLOSED] != "(":
        return None
    party = register.at(tokens(doc)[at - 2])
    return party if party and not party.person and party.actor.kind != "place" else None


def _titles(head: Token) -> list[Token]:
    """The words before a title that stands before a name: `Lorasian army` of `Lorasian army spokesman Emil Hok`."""
    doc, at = head.doc, head.i
    if head.dep_ not in ("compound", "nmod"):
        return []
    while at and head.i - at < 4 and parts(doc)[at - 1] in ("NOUN", "PROPN", "ADJ"):
        at -= 1
    return tokens(doc)[at : head.i]


def _demonym(token: Token) -> bool:
    """Whether a state stands as an adjective or a possessor: `Lorasia's envoy`, not `a Lorasia expert`."""
    word = lands.word_of(token.text, token.doc)
    return (word is not None and word.kind == "adjective") or token.dep_ == "poss" or len(token.text) < 5


def hyphened(token: Token) -> bool:
    """Whether a name is half of a hyphened word: `pro-Lorasia`, `Front-held`."""
    doc, at = token.doc, token.i
    words = texts(doc)
    after = at + 1 < len(words) and words[at + 1] in ("-", "–") and not token.whitespace_
    return after or (at > 0 and words[at - 1] == "-" and not tokens(doc)[at - 1].whitespace_)


def affiliate(register: Register, party: Party, head: Token) -> None:
    """Give a party the affiliation that a phrase about it states, and record the relation.

    `Ana Velan, a spokeswoman for the Red Front`: Velan speaks for the front.
    """
    other = owner(register, head)
    if other is None or other is party or not _may_belong(party, other, head.lemma_.lower()):
        return
    if other.actor.affiliation == party.actor.id:
        return
    party.actor.affiliation = party.actor.affiliation or other.actor.id
    kind = relation_kind(head, party, other)
    if kind and party.shown:
        register.relate(kind, party, other, register.parsed.tokens(_start(head), right(head, apposed=False)))


def _start(head: Token) -> Token:
    """The first word of a phrase, `ex` of `ex-leader` too."""
    first = left(head)
    if first.i > 1 and texts(head.doc)[first.i - 1] == "-" and hyphened(first):
        return tokens(head.doc)[first.i - 2]
    return first


def _may_belong(party: Party, other: Party, noun: str) -> bool:
    """No armed group or outlet is its country's, nor a body a people's; a person's are his spokesmen."""
    if other.key[:1] == ("people",) and not party.person:
        return False
    if other.actor.kind == "state":
        return party.actor.kind not in ("armed_group", "opposition_body", "outlet")
    if other.person:
        return noun in SPEAKS or noun in ("aide", "adviser", "advisor", "deputy", "counterpart")
    return party.actor.kind not in ("state", "government") or other.actor.kind == "government"


def relation_kind(head: Token, party: Party, other: Party) -> RelationKind | None:
    """Which relation a role noun states: `leader` leads, `spokesman` speaks for, `member` is a member of."""
    noun = head.lemma_.lower()
    if noun in SPEAKS:
        return "speaks_for"
    prime = noun == "minister" and any(word.lower_ == "prime" for word in modifiers(head))
    if (noun in LEADS or prime) and other.actor.kind != "person":
        return "leads"
    if noun == "member":
        return "member_of"
    if noun in ("offshoot", "splinter", "breakaway"):
        return "splinter_of"
    if noun in ("wing", "branch", "arm", "department", "unit", "affiliate"):
        return "part_of"
    return "member_of" if party.person and other.actor.kind not in ("state", "person") else None


def led(register: Register, verb: Token) -> None:
    """`the army led by Emil Hok`, `Ana Velan, who heads the Red Front`: whom a person leads."""
    if verb.dep_ not in ("acl", "relcl"):
        return
    by = next((t for t in verb.rights if t.dep_ == "agent"), verb)
    inner = next((t for t in by.rights if t.dep_ in ("pobj", "dobj")), None)
    if inner is None:
        return
    leader, body = (verb.head, inner) if by == verb else (inner, verb.head)
    one, other = register.at(leader), register.at(body)
    if one is None or other is None or not one.person or other.actor.kind not in BODIES_LED or not other.shown:
        return
    one.actor.affiliation = one.actor.affiliation or other.actor.id
    ends = sorted((leader, body), key=lambda t: int(t.i))
    register.relate("leads", one, other, register.parsed.tokens(left(ends[0]), ends[-1]))


def backing(register: Register, verb: Token) -> None:
    """`Lorasia backs the rebels`, `rebels backed by Lorasia`: Lorasia backs the rebels."""
    subject = next((t for t in verb.lefts if t.dep_ == "nsubj"), None)
    target = next((t for t in verb.rights if t.dep_ == "dobj"), None)
    if verb.tag_ == "VBN" and verb.dep_ in ("acl", "amod"):
        target = verb.head
        agent = next((t for t in verb.rights if t.dep_ == "agent"), None)
        subject = next((t for t in agent.rights if t.dep_ == "pobj"), None) if agent else None
    one, other = (register.at(t) if t is not None else None for t in (subject, target))
    if one and other and all(p.actor.kind not in ("place", "person") and p.shown for p in (one, other)):
        ends = sorted((t for t in (subject, verb, target) if t is not None), key=lambda t: int(t.i))
        register.relate("backs", one, other, register.parsed.tokens(left(ends[0]), ends[-1]))


def parting(register: Register, verb: Token) -> None:
    """`The Young Front split from the Red Front`: a splinter of it."""
    subject = next((register.at(t) for t in verb.lefts if t.dep_ == "nsubj"), None)
    for child in verb.rights:
        if child.dep_ == "prep" and child.lower_ in ("from", "with") and subject and not subject.person:
            other = next((register.at(t) for t in child.rights if t.dep_ == "pobj"), None)
            if other and other.shown and subject.shown:
                register.relate("splinter_of", subject, other, register.parsed.tokens(verb, child))
