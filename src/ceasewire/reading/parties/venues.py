"""Whether a capital is a place in a sentence or stands for its government."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ceasewire.reading.parties import lands
from ceasewire.reading.parties.lexicon import PLACE_BEFORE, PLACE_ENDS, PLACE_NOUNS, PLACE_OF, PLACE_VERBS, TO_PLACE
from ceasewire.reading.parties.name import Name
from ceasewire.reading.tokens import lows

if TYPE_CHECKING:
    from spacy.tokens import Token

WITH = frozenset(("with", "by", "against", "between"))
EDGES = frozenset(("border", "borders", "frontier", "boundary"))  # `the border with Lorasia`
ROADS = frozenset(("to", "toward", "towards", "from"))


def venue(name: Name) -> bool:
    """Whether a capital is the city: `talks in Kelmar`, `flew to Kelmar`, `the Kelmar summit`.

    In `Kelmar said`, `talks with Kelmar`, `ties to Kelmar` it is the government.
    """
    return _datelined(name) or _by_grammar(*_first_of_row(name))


def acts(head: Token) -> bool:
    """Whether the name of a land stands for who rules it: `Lorasia said`, `talks with it`, not `war in it`."""
    while head.dep_ == "conj":
        head = head.head
    if head.dep_ in ("nsubj", "nsubjpass"):
        return head.head.pos_ == "VERB" and head.head.lemma_.lower() not in PLACE_VERBS
    if head.dep_ != "pobj":
        return False
    before = lows(head.doc)[max(0, head.head.i - 1)]
    return head.head.lower_ in WITH and before not in EDGES


def _datelined(name: Name) -> bool:
    """`KELMAR, 3 May`; `in Kelmar, Lorasia`; `the capital, Kelmar`."""
    if name.text.isupper() and len(name.text) > 3:
        return True
    after = name.doc[name.end : name.end + 2]
    land = len(after) == 2 and after[0].text == "," and lands.word_of(after[1].text, name.doc)
    if land and name.before in PLACE_BEFORE:
        return True
    return "capital" in [token.lower_ for token in name.doc[max(0, name.start - 2) : name.start]]


def _first_of_row(name: Name) -> tuple[Token, Token]:
    """The head and its governor; in `in Kelmar and Paris` those of the first."""
    head = name.head
    while head.dep_ in ("conj", "appos") and head.head.ent_type_ in ("GPE", "LOC") and head.head.i < head.i:
        head = head.head
    return head, head.head


def _by_grammar(head: Token, governor: Token) -> bool:
    if head.dep_ in ("compound", "nmod", "amod"):
        return governor.lower_ in PLACE_NOUNS or governor.lower_ in PLACE_ENDS
    if head.dep_ == "appos":
        return governor.lemma_.lower() in ("capital", "city", "town")
    if governor.pos_ == "ADP":
        return _after_preposition(governor)
    if head.dep_ in ("dobj", "nsubjpass"):
        return governor.lemma_.lower() in PLACE_VERBS
    return head.dep_ == "ROOT" and head.i == 0


def _after_preposition(preposition: Token) -> bool:
    governor = preposition.head
    if preposition.lower_ in ROADS:
        return governor.lemma_.lower() in TO_PLACE
    if preposition.lower_ == "of":
        return governor.lower_ in PLACE_OF
    return preposition.lower_ in PLACE_BEFORE
