"""Pronouns: he, she, they, it, and the relative ones."""

from __future__ import annotations

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
    word, find = token.lower_, scene.history.pronoun
    if word in HE:
        return find(token, lambda p: p.person and not p.plural and p.gender in ("", HE[word]), HE[word])
    if word in THEY:
        return find(token, lambda p: p.plural) or find(token, lambda p: p.actor.kind in MANY)
    if word in IT and not empty(token):
        return find(token, lambda p: not p.person and not p.plural and p.actor.kind != "place")
    if word in ("who", "which", "that") and token.head.dep_ == "relcl":
        return scene.at(token.head.head)
    return None


def empty(token: Token) -> bool:
    """Whether `it` means nothing: `it is likely that`, `it was reported`."""
    if token.dep_ == "expl":
        return True
    clausal = any(child.dep_ in ("ccomp", "csubj", "csubjpass", "acomp") for child in token.head.rights)
    return clausal and (token.dep_ == "nsubjpass" or (token.dep_ == "nsubj" and token.head.lemma_ in IMPERSONAL))
