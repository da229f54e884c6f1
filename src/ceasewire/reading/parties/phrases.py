"""Noun phrases: where they begin and end, what stands before their head, and the words of a source."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ceasewire.reading.parties.lexicon import noun_of
from ceasewire.reading.tokens import texts, tokens

if TYPE_CHECKING:
    from spacy.tokens import Token

BEFORE = frozenset(
    [
        "amod",
        "compound",
        "nmod",
        "poss",
        "det",
        "nummod",
        "quantmod",
        "predet",
        "advmod",
        "case",
        "punct",
        "npadvmod",
        "dep",
    ]
)
OPENING = frozenset(("“", '"', "‘", "'", "(", "[", "”", "’", "-", "–", "—", ",", ":", ";"))
BREAKS = frozenset((",", "“", "”", ";", ":"))
NAMING = frozenset(("of", "from", "for", "at", "in", "with", "on", "to"))


def left(head: Token) -> Token:
    """The first token of the phrase before its head: `the` in `the former rebel leader`."""
    first = head.i
    for child in head.lefts:
        if child.dep_ in BEFORE and child.left_edge.i < first and not _broken(child, head):
            first = child.left_edge.i
    if first == head.i:
        return head
    words = texts(head.doc)
    while first < head.i and (words[first].isspace() or words[first] in OPENING):
        first += 1
    return tokens(head.doc)[first]


def _broken(child: Token, head: Token) -> bool:
    """A comma or quotation mark between a modifier and its head means that the parse ran over a boundary."""
    near = enumerate(texts(head.doc)[child.i : head.i], child.i)
    return any(text in BREAKS and tokens(head.doc)[at].head == head for at, text in near)


def modifiers(head: Token) -> list[Token]:
    """The words before a head that qualify it, with theirs, in order: `Lorasian`, `foreign`, `ministry`."""
    first = left(head).i
    return [token for token in tokens(head.doc)[first : head.i] if not token.is_space] if first < head.i else []


def determiner(head: Token) -> str:
    """The article or other determiner of a phrase in small letters, a possessor as `'s`, or empty."""
    for child in head.lefts:
        if child.dep_ in ("det", "predet") or (child.dep_ == "poss" and child.pos_ == "PRON"):
            return str(child.lower_)
        if child.dep_ == "poss":
            return "'s"
    first = left(head)
    return str(first.lower_) if first.pos_ in ("DET", "PRON") else ""


def number(head: Token) -> str:
    """The number before a head as written, in small letters, or empty: `21`, `four`, `more than 200`."""
    for child in head.lefts:
        if child.dep_ == "nummod":
            return " ".join(t.lower_ for t in child.subtree)
    return ""


def plural(head: Token) -> bool:
    """Whether a noun is in the plural, also where the tagger took it for one name: `Rebels in Teel`."""
    return head.tag_ in ("NNS", "NNPS") or (head.tag_ == "NNP" and head.lower_ == f"{noun_of(head)}s")


def appositions(head: Token) -> Iterator[Token]:
    """The heads of the phrases in apposition to a head, one after the other."""
    for child in head.rights:
        if child.dep_ == "appos":
            yield child
            yield from appositions(child)


def complements(head: Token) -> Iterator[tuple[str, Token]]:
    """The prepositions after a head with their objects: (`of`, `council`) for `a member of the council`."""
    for child in head.rights:
        if child.dep_ == "prep":
            for grandchild in child.rights:
                if grandchild.dep_ in ("pobj", "pcomp"):
                    yield child.lower_, grandchild


def right(head: Token, apposed: bool = True) -> Token:
    """The last token of the words that name somebody: complements and apposition in, relative clauses out."""
    last = head
    for child in head.rights:
        if child.dep_ == "prep" and child.i == last.i + 1 and child.lower_ in NAMING:
            last = _deep(child, last)
        elif apposed and child.dep_ == "appos":
            last = right(child, apposed=False)
        elif child.dep_ == "flat":
            last = child
        elif child.dep_ not in ("punct", "case"):
            break
    return last


def _deep(prep: Token, last: Token) -> Token:
    for child in prep.rights:
        if child.dep_ == "pobj":
            return right(child, apposed=False)
    return last


def clause(token: Token) -> Token:
    """The verb that a token depends on, or the root of its sentence."""
    while token.head.i != token.i:
        token = token.head
        if token.pos_ in ("VERB", "AUX"):
            break
    return token


def is_subject(token: Token) -> bool:
    """Whether a token heads the subject of a clause."""
    return token.dep_ in ("nsubj", "nsubjpass", "csubj", "agent") or (
        token.dep_ in ("conj", "appos") and token.head.dep_ in ("nsubj", "nsubjpass")
    )
