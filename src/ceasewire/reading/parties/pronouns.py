"""Pronouns: he, she, they, it, and the relative ones."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from ceasewire.reading.parties.lexicon import IMPERSONAL
from ceasewire.reading.parties.register import Party
from ceasewire.reading.parties.scene import Scene

if TYPE_CHECKING:
    from spacy.tokens import Token

HE = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
THEY = frozenset(("they", "them", "their", "theirs", "themselves"))
IT = frozenset(("it", "its", "itself"))
MANY = frozenset(("armed_group", "opposition_body", "government", "group"))


def pronoun(scene: Scene, token: Token) -> Party | None:
    """Whom a pronoun means; None for `I`, `we`, `you`, and where nobody fits."""
    word = token.lower_
    if word in ("who", "which", "that"):
        return scene.at(token.head.head) if token.head.dep_ == "relcl" else None
    if word in IT and empty(token):
        return None
    fits = _fits(word)
    if fits is None:
        return None
    found = _ahead(scene, token, fits) or scene.history.pronoun(token, fits, HE.get(word, ""))
    if found is None and word in THEY:
        found = scene.history.pronoun(token, lambda p: p.actor.kind in MANY)
    return found


def _fits(word: str) -> Callable[[Party], bool] | None:
    if word in HE:
        return lambda p: p.person and not p.plural and p.gender in ("", HE[word])
    if word in THEY:
        return lambda p: p.plural
    if word in IT:
        return lambda p: not p.person and not p.plural and p.actor.kind != "place"
    return None


def _ahead(scene: Scene, token: Token, fits: Callable[[Party], bool]) -> Party | None:
    """`When it closed the port, Finland said`, `In its note, Finland said`: the subject that follows."""
    top = token
    while top.head.i != top.i and top.dep_ not in ("advcl", "prep"):
        top = top.head
    main = top.head
    if top.dep_ not in ("advcl", "prep") or top.i > main.i or main.pos_ not in ("VERB", "AUX"):
        return None
    for child in main.lefts:
        if child.dep_ in ("nsubj", "nsubjpass") and child.i > token.i:
            party = scene.at(child)
            return party if party and fits(party) else None
    return None


def empty(token: Token) -> bool:
    """Whether `it` means nothing: `it is likely that`, `it was reported`."""
    if token.dep_ == "expl":
        return True
    clausal = any(child.dep_ in ("ccomp", "csubj", "csubjpass", "acomp") for child in token.head.rights)
    return clausal and (token.dep_ == "nsubjpass" or (token.dep_ == "nsubj" and token.head.lemma_ in IMPERSONAL))
