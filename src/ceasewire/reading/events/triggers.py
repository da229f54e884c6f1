"""Which words of a page name an event, by the table of triggers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ceasewire.reading.events.company import View, Words, fits, is_kind
from ceasewire.reading.events.entries import Entry, known_forms, lexicon
from ceasewire.reading.events.lemmas import lemma
from ceasewire.reading.tokens import tokens_among

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_DEALS = frozenset(["talks", "agreement", "ceasefire"])
_TRADING = frozenset(["exchange", "swap", "trade"])
_LETTING = frozenset(["allow", "let", "permit"])


@dataclass(frozen=True, eq=False)
class Hit:
    """A word that names an event."""

    token: Token
    entry: Entry
    view: View = field(repr=False)


def find_hits(doc: Doc, title: bool, words: Words) -> list[Hit]:
    """The words of one paragraph that name an event, in order; `title` allows for the capitals of a headline.

    `The army launched an attack` gives `attack`: a verb whose object names an event of the same type only carries it.
    """
    found = [hit for token in tokens_among(doc, known_forms()) if (hit := _best(token, title, words))]
    by_token = {hit.token.i: hit for hit in found}
    return [hit for hit in found if not any(rule(hit, by_token) for rule in _DROPS)]


def _best(token: Token, title: bool, words: Words) -> Hit | None:
    entries = list(_candidates(token, title))
    if not entries or (not title and _in_name(token)) or _half(token):
        return None
    view = View(token, words)
    good = [entry for entry in entries if fits(view, entry.needs)]
    best = max(good, key=lambda entry: entry.rank, default=None)
    if best is not None and best.part == "noun" and token.pos_ == "VERB":
        view.verbal = False
    return Hit(token, best, view) if best else None


def _candidates(token: Token, title: bool) -> Iterator[Entry]:
    """The rows whose word this is, by the part of speech, which headlines and participles hide."""
    form, part = token.lower_, token.pos_
    nouns, verbs = lexicon("noun").get(form, []), lexicon("verb").get(form, [])
    if part in ("NOUN", "PROPN"):
        yield from (entry for entry in nouns if not entry.before or _preceded(token, entry.before))
        inflected = form.endswith(("ed", "ing")) or (title and form.endswith("s") and not nouns and _after_name(token))
        if inflected and (not nouns or form.endswith("ed")):
            yield from verbs
    elif part in ("VERB", "AUX"):
        yield from (nouns if _after_truce(token) else verbs)
        if not verbs and token.tag_ == "VBG":
            yield from (entry for entry in nouns if not entry.before)
    elif part == "ADJ":
        yield from lexicon("adjective").get(form, [])
        if form.endswith(("ed", "en")):
            yield from verbs


def _after_name(token: Token) -> bool:
    """`Orsa Seizes Barge`: a verb that a headline's capitals make a name."""
    return token.i > 0 and token.nbor(-1).pos_ in ("PROPN", "NOUN") and token.dep_ != "pobj"


def _after_truce(token: Token) -> bool:
    """`a truce offer`, `the peace call`: the parser takes the second word for a verb."""
    return (
        token.i > 0
        and token.tag_ in ("VB", "VBP")
        and token.nbor(-1).lower_ in ("ceasefire", "cease-fire", "truce", "peace")
    )


def _preceded(token: Token, before: str) -> bool:
    first = before.split()
    return token.i >= len(first) and all(
        token.doc[token.i - len(first) + k].lower_ in (word, word + "s") for k, word in enumerate(first)
    )


def _half(token: Token) -> bool:
    """`rebel-held`, `so-called`, `an advance party`: a word that only describes another."""
    if token.i and token.nbor(-1).text == "-" and token.tag_ in ("VBN", "VBD", "JJ"):
        return True
    return token.dep_ == "compound" and any(
        is_kind(token.head, kind) for kind in ("force", "munition", "vehicle", "crews")
    )


def _in_name(token: Token) -> bool:
    """Whether a word is part of the name of a body: `Peace Talks Support Office`."""
    if token.pos_ != "PROPN" or token.ent_type_ not in ("ORG", "PERSON", "PRODUCT", "WORK_OF_ART", "FAC", "GPE"):
        return False
    if token.dep_ == "compound" and token.head.pos_ == "PROPN":
        return True
    return token.text[:1].isupper() and any(
        child.dep_ == "compound" and child.ent_type_ == "ORG" for child in token.children
    )


def _carries(hit: Hit, hits: dict[int, Hit]) -> bool:
    """`held talks`, `talks were held`: the verb only carries a noun of its own type; relief goods are carried."""
    if hit.entry.type == "aid":
        return False
    light = lemma(hit.token) not in _TRADING
    twins = (hits.get(other.i) for other in hit.view.carried() if light or other.dep_ != "pobj")
    return any(
        t is not None and t is not hit and t.entry.type == hit.entry.type and t.entry.part == "noun" for t in twins
    )


def _before_twin(hit: Hit, hits: dict[int, Hit]) -> bool:
    """`arms sale deal`, `the tightening of sanctions`: of two nouns of one type the head counts."""
    head = hits.get(hit.token.head.i)
    if hit.token.dep_ == "pobj" and hit.token.head.lower_ == "of":
        head = hits.get(hit.token.head.head.i)
    elif hit.token.dep_ not in ("compound", "nmod"):
        return False
    return head is not None and head is not hit and head.entry.type == hit.entry.type and head.entry.part == "noun"


def _goods(hit: Hit, hits: dict[int, Hit]) -> bool:
    """`blocked an aid convoy`: the blocking counts; `violated the truce`: the violation."""
    if hit.entry.part != "noun" or hit.entry.type not in ("aid", "ceasefire"):
        return False
    head = hit.token.head
    head = head.head if hit.token.dep_ == "pobj" else head
    above = hits.get(head.i)
    wanted = "aid" if hit.entry.type == "aid" else "violation"
    return above is not None and above is not hit and above.entry.type == wanted


def _only_brokered(hit: Hit, hits: dict[int, Hit]) -> bool:
    """`brokered` beside what was brokered in the same sentence."""
    if not hit.entry.needs.get("alone"):
        return False
    start, end = hit.token.sent.start, hit.token.sent.end
    return any(t is not hit and start <= t.token.i < end and t.entry.type in _DEALS for t in hits.values())


def _let_go(hit: Hit, hits: dict[int, Hit]) -> bool:
    """`is letting oil flow`: the letting counts."""
    head = hits.get(hit.token.head.i)
    return (
        head is not None
        and head is not hit
        and hit.token.dep_ in ("xcomp", "ccomp")
        and head.entry.type == hit.entry.type
        and lemma(head.token) in _LETTING
    )


_DROPS = (_carries, _goods, _before_twin, _only_brokered, _let_go)
