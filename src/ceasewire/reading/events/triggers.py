"""Which words of a page name an event, by the table of triggers."""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter
from typing import TYPE_CHECKING

from ceasewire.reading.events.company import View, Words, is_kind
from ceasewire.reading.events.drops import DROPS
from ceasewire.reading.events.entries import Entry, known_forms, lexicon
from ceasewire.reading.events.hit import Hit
from ceasewire.reading.events.needs import fits
from ceasewire.reading.tokens import lows, tokens_among

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# Words that present what follows them by its name.
_CALLING = frozenset(["called", "named", "dubbed"])
# What a gerund is that names a thing: `fighting flared`.
_THINGS = frozenset(["nsubj", "nsubjpass", "dobj", "pobj"])
# What makes no half word of a verb: `re-entered`, `counter-attacked`.
_AGAIN = frozenset(["re", "counter", "co"])
# The longest rest of a name that is looked at, in words.
_NAME = 5


def find_hits(doc: Doc, title: bool, words: Words) -> list[Hit]:
    """The words of one paragraph that name an event, in order; `title` allows for the capitals of a headline.

    `The army launched an attack` gives `attack`: a verb whose object names an event of the same type only carries it.
    """
    found = [hit for token in tokens_among(doc, known_forms()) if (hit := _best(token, title, words))]
    by_token = {hit.token.i: hit for hit in found}
    return [hit for hit in found if not any(rule(hit, by_token) for rule in DROPS)]


_rank = attrgetter("rank")


def _best(token: Token, title: bool, words: Words) -> Hit | None:
    entries = list(_candidates(token, title))
    if not entries or (not title and _in_name(token)) or _half(token):
        return None
    view = View(token, words)
    entries.sort(key=_rank, reverse=True)
    best = next((entry for entry in entries if fits(view, entry.needs)), None)
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
        if token.tag_ == "VBG" and (not verbs or token.dep_ in _THINGS):
            yield from (entry for entry in nouns if not entry.before)
    elif part == "ADJ":
        yield from lexicon("adjective").get(form, [])
        yield from (entry for entry in nouns if "-" in form and not entry.before)
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


def _titled(token: Token) -> bool:
    """Whether the words on both sides are written like a name or end one."""
    after = token.nbor(1) if token.i + 1 < len(token.doc) else token
    return after.text.istitle() and token.nbor(-1).text not in (":", "“", '"', "‘")


def _half(token: Token) -> bool:
    """`rebel-held`, `sanction-breaking`, `state of siege`, `than allowed`: a word that only describes another."""
    words, at = lows(token.doc), token.i
    before, after = words[at - 1] if at else "", words[at + 1] if at + 1 < len(words) else ""
    if (
        before == "-"
        and words[at - 2] not in _AGAIN
        and (token.tag_ in ("VBN", "VBD", "JJ") or token.dep_ in ("compound", "nmod", "amod"))
    ):
        return True
    if after == "-" and not token.whitespace_ and token.pos_ in ("NOUN", "PROPN"):
        return True
    if (before == "than" and token.tag_ == "VBN") or (after == "of" and words[at] == "talk"):
        return True
    if (words[at] == "occupied" and token.dep_ == "amod" and token.head.pos_ == "PROPN") or (
        words[at] == "siege" and words[max(at - 2, 0) : at] == ["state", "of"]
    ):
        return True
    if words[at] in _CALLING and token.dep_ == "acl" and after and token.nbor(1).pos_ == "PROPN":
        return True
    return token.dep_ == "compound" and any(
        is_kind(token.head, kind) for kind in ("force", "munition", "vehicle", "crews")
    )


def _in_name(token: Token) -> bool:
    """Whether a word is part of the name of a body: `Peace Talks Support Office`, `the Free Our Nurses campaign`."""
    if token.pos_ == "VERB":
        return token.i > token.sent.start and token.text.istitle() and token.tag_ == "VB" and _titled(token)
    if token.text.istitle() and token.i > token.sent.start and _of_body(token):
        return True
    if token.pos_ != "PROPN" or token.ent_type_ not in ("ORG", "PERSON", "PRODUCT", "WORK_OF_ART", "FAC", "GPE"):
        return False
    if token.dep_ == "compound" and token.head.pos_ == "PROPN":
        return True
    return token.text[:1].isupper() and any(
        child.dep_ == "compound" and child.ent_type_ == "ORG" for child in token.children
    )


def _of_body(token: Token) -> bool:
    """`the Veldan Liberation Front`, `Amnesty International`, `the Bureau of Investigation`."""
    doc, at = token.doc, token.i
    if at > 1 and doc[at - 1].lower_ in ("of", "for"):
        return doc[at - 2].text.istitle() and is_kind(doc[at - 2], "bodies")
    after = at + 1
    while after < min(at + _NAME, len(doc)) and doc[after].text.istitle():
        after += 1
    return after > at + 1 and is_kind(doc[after - 1], "bodies")
