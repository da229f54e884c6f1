"""The direction in which the verb over a time expression points."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from ceasewire.codebook import table

if TYPE_CHECKING:
    from spacy.tokens import Token

DEPTH = 12
_AFTER = frozenset(["after", "following", "since"])
# Verbs with a bare infinitive: `let the trucks cross on Sunday`.
_BARE = frozenset(["let", "make", "see", "hear", "watch", "help"])
# What these open is still to come where its verb is in the present: `if the bridge is shut on Sunday`.
_IF = frozenset(["if", "unless", "once"])


@cache
def _cues(name: str) -> frozenset[str]:
    return frozenset(table("times")["tense"][name])


def direction(root: Token, depth: int = DEPTH) -> str:
    """`past`, `present`, `perfect`, `future`, or empty where no verb governs: of `will meet on Friday` the future.

    `perfect` is a present perfect, which reaches up to the day of writing.
    """
    token, near, after = root, True, False
    for left in range(depth, 0, -1):
        if _ahead(token) and near:
            return "future"
        after = after or (token.lower_ in _AFTER and token.dep_ in ("prep", "pcomp"))
        if token.pos_ in ("VERB", "AUX") and not (after and _bare(token)):
            return "past" if after and _trails(token) else _verbal(token, near, left - 1)
        if token.head == token:
            return ""
        near = near and (token == root or token.dep_ in ("prep", "pobj", "acomp"))
        token = token.head
    return ""


def _trails(verb: Token) -> bool:
    """`the order comes after a raid late on Monday`: what it comes after is past."""
    return verb.lemma_ in ("come", "follow") and verb.tag_ in ("VBZ", "VBP")


def _bare(verb: Token) -> bool:
    """`efforts to extend the truce after the exchange on Monday`: an infinitive says nothing of what came before it."""
    return verb.lower_ in _AFTER or any(child.tag_ == "TO" for child in verb.lefts)


def sets_a_day(root: Token) -> bool:
    """`agreed on a truce starting on Friday`, `closed the border from Friday`: who decides sets a day to come."""
    token = root
    for _ in range(DEPTH):
        if token.pos_ == "VERB" and token.lemma_.lower() in _cues("setting"):
            return True
        if token.head == token or token.dep_ in ("relcl", "ccomp", "advcl"):
            return False
        token = token.head
    return False


def _ahead(token: Token) -> bool:
    """`the upcoming talks on Friday`, `likely on Saturday`."""
    ahead = _cues("ahead")
    if token.pos_ in ("ADJ", "VERB") and token.lemma_.lower() in ahead and token.tag_ in ("JJ", "VBN"):
        return token.tag_ != "VBN" or (_passive(token) and not any(child.lower_ == "about" for child in token.rights))
    return token.pos_ in ("NOUN", "PROPN") and any(
        child.dep_ == "amod" and child.lower_ in ahead for child in token.lefts
    )


def _passive(token: Token) -> bool:
    """`was expected`, `a meeting planned for`, but not `had expected`."""
    return not any(child.dep_ == "aux" and child.lemma_ == "have" for child in token.lefts) or any(
        child.dep_ == "auxpass" for child in token.lefts
    )


def _verbal(verb: Token, near: bool, depth: int) -> str:
    if not depth:
        return ""
    if any(child.lower_ in _IF for child in verb.lefts if child.dep_ in ("mark", "advmod")) and not _past(verb):
        return "future"
    helpers = [child for child in verb.lefts if child.dep_ in ("aux", "auxpass")]
    lemmas = {child.lemma_.lower() for child in helpers}
    modal = next((child for child in helpers if child.tag_ == "MD"), None)
    if modal is not None:
        return _modal(modal, lemmas)
    if any(child.tag_ == "TO" for child in helpers):
        return _infinitive(verb, depth - 1)
    if "have" in lemmas:
        return "perfect" if any(h.lemma_ == "have" and h.tag_ in ("VBZ", "VBP") for h in helpers) else "past"
    return _plain(verb, helpers, near, depth - 1)


def _past(verb: Token) -> bool:
    """`if it was shut on Monday`, but not `if it is shut` or `once they have left`."""
    if any(child.tag_ == "VBD" and child.dep_ in ("aux", "auxpass") for child in verb.lefts):
        return True
    return verb.tag_ == "VBD"


def _modal(modal: Token, lemmas: set[str]) -> str:
    """`will meet`, `would meet`, but `would have met`, `could not meet`."""
    if "have" in lemmas:
        return "past"
    return "past" if modal.lower_ in ("could", "might") else "future"


def _infinitive(verb: Token, depth: int) -> str:
    """`agreed to meet`, `are to meet`, but `managed to leave`, `had this to say`."""
    head = verb.head
    if head.lemma_ == "have" and head.tag_ == "VBD":
        return "past"
    if head == verb or head.lemma_ in ("be", "have"):
        return "future"
    if head.lemma_.lower() in _cues("ahead"):
        return "future"
    if head.pos_ in ("VERB", "AUX") and head.lemma_.lower() in _cues("done"):
        return _verbal(head, False, depth)
    return _verbal(head, False, depth) if head.pos_ in ("VERB", "AUX") and verb.dep_ == "advcl" else "future"


def _plain(verb: Token, helpers: list[Token], near: bool, depth: int) -> str:
    if verb.tag_ in ("VB", "VBP") and not helpers and verb.head.lemma_ in _BARE and verb.dep_ in ("ccomp", "xcomp"):
        return _verbal(verb.head, near, depth)
    if near and any(child.dep_ == "acomp" and _ahead(child) for child in verb.rights):
        return "future"
    if verb.tag_ in ("VBD", "VBN") or any(child.tag_ == "VBD" for child in helpers):
        return "past"
    if verb.tag_ == "VBG" and not helpers:
        return direction(verb.head, depth) if verb.head != verb else ""
    if verb.lemma_.lower() in _cues("said") or not near:
        return "past" if verb.lemma_ != "be" else "present"
    return "future" if verb.tag_ in ("VBZ", "VBP", "VBG") and verb.lemma_ != "be" else "present"
