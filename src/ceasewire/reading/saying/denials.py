"""Denials without a word of denial: `There are no talks`, `No convoy was stopped`, `The army has not fired on Kelm`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ceasewire.reading.saying.cues import lemma, listed, words
from ceasewire.reading.saying.speakers import nobody

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ceasewire.reading.saying.claims import Claim

SELF = ("i", "we", "he", "she", "it", "they", "you")
OWN = ("our", "its", "his", "her", "their", "my")
MODAL = ("will", "would", "wo", "'ll", "’ll", "shall", "can", "ca", "could", "should", "may", "might", "must")
STEM = 5  # letters that two forms of one name share: Orvania, Orvanian


def denied(root: Token, claim: Claim) -> bool:
    """Whether a clause says that what its speaker is charged with, or asked about, is not so."""
    return _no_such_thing(root) or _not_one(root) or _not_done(root, claim)


def _no_such_thing(root: Token) -> bool:
    """`There was no raid on Kelm`, `The government has no plans to leave`, `no talks with rebels`."""
    for child in root.children:
        if child.dep_ in ("attr", "dobj") and lemma(root) in ("be", "have") and _thing(child):
            held = [c.lower_ for c in child.children]
            return "no" in held or ("any" in held and _no(root))
    return _thing(root) and any(c.lower_ == "no" and c.dep_ == "det" for c in root.children)


def _thing(noun: Token) -> bool:
    return str(noun.lemma_).lower() in words("deniable", "things")


def _not_one(root: Token) -> bool:
    """`No convoy has been stopped`, `Not one shell crossed the border`, `nobody was starving`."""
    who = next((c for c in root.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    if who is None or any(h in MODAL for h in auxiliaries(root)) or lemma(root) in words("deniable", "not_with_no"):
        return False
    none = nobody(root) == who or any(c.lower_ in ("no", "neither") for c in who.children)
    first = who.doc[who.left_edge.i]
    single = first.lower_ == "not" and who.i > first.i
    done = any(c.dep_ == "auxpass" for c in root.children) or lemma(root) in words("deniable", "acts")
    return (none or single) and done


def _not_done(root: Token, claim: Claim) -> bool:
    """`The army has not fired on Kelm`, said by the army: a deed that the speaker's own side did not do."""
    return (
        _no(root)
        and lemma(root) in words("deniable", "acts")
        and not any(h in MODAL for h in auxiliaries(root))
        and own_side(root, claim)
    )


def own_side(root: Token, claim: Claim) -> bool:
    """Whether the subject of a clause is its speaker or the speaker's side: `it`, `our pilots`, a general's army."""
    who = next((c for c in root.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    if who is None:
        return False
    if who.lower_ in SELF or any(c.dep_ == "poss" and c.lower_ in OWN for c in who.children):
        return True
    named = {str(t.lower_)[:STEM] for t in who.subtree if t.pos_ in ("NOUN", "PROPN", "ADJ")}
    return str(who.lower_)[:STEM] in claim.side and named <= claim.side


def side_of(*names: str) -> frozenset[str]:
    """The beginnings of the words by which a speaker and his side are called, from his own words and names."""
    text = " ".join(names).lower().replace("’s", "").replace("'s", "")
    held = {word.strip(".,()’'\"")[:STEM] for word in text.split()}
    for group in ("state", "movement"):
        kin = {word[:STEM] for word in listed("side", group)}
        if held & kin:
            held |= kin
    return frozenset(word for word in held if word)


def _no(root: Token) -> bool:
    return any(c.dep_ == "neg" or c.lower_ == "never" for c in root.children)


def auxiliaries(root: Token) -> list[str]:
    """The words that help a verb, in small letters: `has` and `been` of `has been shelled`."""
    return [c.lower_ for c in root.children if c.dep_ in ("aux", "auxpass")]
