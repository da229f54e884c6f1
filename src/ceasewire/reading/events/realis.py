"""How real a mention is: occurred, ongoing, planned, proposed, hypothetical or denied."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from ceasewire.codebook import table
from ceasewire.model import Realis, Statement
from ceasewire.reading.events.lemmas import lemma
from ceasewire.reading.events.noun_realis import declared, given, of_noun
from ceasewire.reading.events.verb_realis import of_refusal, of_verb

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ceasewire.reading.events.hit import Hit

_REAL = ("occurred", "ongoing")
_SPOKEN = frozenset(["proposal", "invitation", "threat", "rejection"])
# A question after one of these takes for granted that it happened: `unclear how many died`.
_ASKING = frozenset(["how", "who", "when", "where", "why", "which", "what"])
# Stances on what is still to come: they do not reach what is named as given.
_COMING = ("predicts", "promises", "demands")


def judge(hit: Hit, title: bool, statement: Statement | None, main: bool) -> Realis:
    """How real a mention is. `statement` is the one it stands in, `main` whether it stands in its main clause.

    `They agreed to free the sailors` is planned, `no truce was signed` denied, `the truce is holding` ongoing.
    """
    token, state = hit.token, hit.entry.state
    if (made := _made(hit)) is not None:
        return cast(Realis, made)
    if hit.entry.part == "adjective":
        found = of_verb(token.head, True, title)
    elif hit.view.verbal:
        found = of_verb(token, state or _lasting(hit), title)
    else:
        found = of_noun(token, hit.entry.type, state, title)
    if found == "occurred" and hit.entry.type == "attack" and lemma(token) in table("realis")["defaults"]["lasting"]:
        found = "ongoing"
    if found == "occurred" and hit.view.verbal and (state or _holds(token)) and _perfect(token):
        found = "ongoing"
    if found == "ongoing" and (hit.entry.type == "casualties" or _performed(hit)):
        found = "occurred"
    if statement and statement.stance in _COMING and not hit.view.verbal and _named(token):
        return cast(Realis, found)
    asked = hit.entry.type == "proposal" and statement is not None and statement.stance == "demands"
    return cast(Realis, _voiced(found, statement) if statement and main and not asked else found)


def _made(hit: Hit) -> str | None:
    """`must leave` as a call, `would not attend` as a refusal, `announced a truce`: real by being said."""
    if hit.entry.needs.get("negated"):
        return of_refusal(hit.token)
    truce = hit.entry.type == "ceasefire" and not hit.view.verbal
    return "occurred" if hit.entry.needs.get("made") or (truce and declared(hit.token)) else None


def _holds(verb: Token) -> bool:
    """`has held the dam`, `have been cut off since May`: who holds a thing holds it still."""
    word = lemma(verb)
    since = any(child.lower_ == "since" for child in verb.children)
    return word in ("hold", "control") or (since and word in table("realis")["defaults"]["holding"])


def _performed(hit: Hit) -> bool:
    """`I urge both sides to stop`, `Orsa calls for talks`: a call is made by being said."""
    spoken = hit.entry.type in _SPOKEN and hit.view.verbal
    return spoken and hit.token.tag_ in ("VBZ", "VBP") and not hit.entry.state


def _named(noun: Token) -> bool:
    """`asked the council to condemn the raid`, but not `called for the release`."""
    return given(noun) and not (noun.dep_ == "pobj" and noun.head.lower_ in ("for", "to"))


def _perfect(verb: Token) -> bool:
    """`has backed the rebels`: it does so still."""
    return any(child.dep_ == "aux" and child.lower_ in ("has", "have") for child in verb.children)


def _lasting(hit: Hit) -> bool:
    """`trying to talk`: who tries to talk is talking."""
    return hit.entry.type == "talks" and lemma(hit.token.head) in ("try", "seek", "attempt")


def _granted(statement: Statement) -> bool:
    """`It is unclear how many died`."""
    return bool(statement.content) and statement.content[0].text.lower().split()[:1] in [[word] for word in _ASKING]


def _voiced(found: str, statement: Statement) -> str:
    """What the stance of its voucher makes of it: `denied that they had shelled the mill` is denied."""
    if statement.stance == "denies" and statement.content and statement.content[0].end <= statement.cue.start:
        return found
    if statement.stance in ("no_knowledge", "doubts") and _granted(statement):
        return found
    if statement.stance in ("predicts", "doubts") and found == "denied":
        return "hypothetical"
    if statement.stance == "denies":
        return "denied" if statement.mode != "direct" and found in (*_REAL, "hypothetical") else found
    return str(table("realis")["stances"].get(statement.stance, found)) if found in _REAL else found
