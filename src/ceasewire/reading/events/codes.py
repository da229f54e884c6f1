"""PLOVER and CAMEO codes of a mention, moved by realis and phase."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ceasewire.model import Plover, Realis
from ceasewire.reading.events.carriers import carrying_verb
from ceasewire.reading.events.lemmas import lemma

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ceasewire.reading.events.hit import Hit

Codes = tuple[Plover | None, str | None]

# Help, meetings and concessions still to come are agreements in CAMEO's sense (03x), force to come is a threat (13x).
_TO_COME = {
    "CONSULT": ("AGREE", "036"),
    "AID": ("AGREE", "033"),
    "RETREAT": ("AGREE", "035"),
    "COOPERATE": ("AGREE", "031"),
    "SUPPORT": ("AGREE", "032"),
    "MOBILIZE": ("AGREE", "0332"),
    "ASSAULT": ("THREATEN", "138"),
    "SANCTION": ("THREATEN", "131"),
    "COERCE": ("THREATEN", "137"),
}
_CALLED_FOR = {"CONSULT": "105", "AID": "103", "RETREAT": "106", "COOPERATE": "101", "AGREE": "105", "SANCTION": "100"}
# A walkout still to come is a threat to walk out.
_THREATENED = ("THREATEN", "134")
_OVER = frozenset(["suspended", "expired", "collapsed"])
_WILL = frozenset(["will", "would", "wo", "shall", "can", "could", "'ll", "’ll"])
_REFUSABLE = frozenset(["CONSULT", "AID", "RETREAT", "COOPERATE", "SUPPORT", "AGREE"])


def code(hit: Hit, realis: Realis, phase: str | None) -> Codes:
    """The codes: `will meet` is AGREE and no CONSULT, `will not meet` REJECT, a truce still to come CONCEDE."""
    event, cameo = hit.entry.plover, hit.entry.cameo
    if event is None or phase in _OVER:
        return None, None
    if realis == "denied":
        refused = event in _REFUSABLE and _will_not(hit.token)
        return (Plover("REJECT", None), "120") if refused else (None, None)
    if hit.entry.type == "ceasefire":
        return Plover("CONCEDE" if realis in ("planned", "proposed") else event, None), cameo
    if event == "AGREE" and hit.entry.type == "agreement" and _signed(hit):
        event = "SUPPORT"
    to_come = _THREATENED if hit.entry.type == "boycott" or "unless" in hit.view.words else _TO_COME.get(event)
    if realis == "planned" and to_come and not (event == "ASSAULT" and _attempted(hit.token)):
        return Plover(to_come[0], None), to_come[1]
    if realis == "proposed" and event in _CALLED_FOR:
        return Plover("REQUEST", None), _CALLED_FOR[event]
    return Plover(event, hit.entry.mode), cameo


def _signed(hit: Hit) -> bool:
    """`signed a treaty`, `the pact was ratified`: a deal made firm."""
    verb = carrying_verb(hit.token) if not hit.view.verbal else None
    return verb is not None and lemma(verb) in ("sign", "ratify")


def _attempted(token: Token) -> bool:
    """`attempted to kill him`: force used, though in vain."""
    return lemma(token.head) in ("attempt", "try") and token.dep_ in ("xcomp", "acl")


def _will_not(token: Token) -> bool:
    """`will not withdraw`, `would not hold talks`."""
    for verb in (token, token.head):
        labels = {child.dep_ for child in verb.children}
        if "neg" in labels and any(child.lower_ in _WILL for child in verb.children if child.dep_ == "aux"):
            return True
    return False
