"""How real a mention is: occurred, ongoing, planned, proposed, hypothetical or denied."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, cast

from ceasewire.codebook import table
from ceasewire.model import Realis, Stance
from ceasewire.reading.events import syntax
from ceasewire.reading.events.carriers import carrying_verb

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ceasewire.reading.events.triggers import Hit

_DEEP = 6
_PAST = frozenset({"VBD", "VBN"})


@cache
def _map(section: str) -> dict[str, str]:
    """A section of the table turned round: from a word to its realis."""
    return {word: realis for realis, words in table("realis")[section].items() for word in words}


def judge(hit: Hit, title: bool, stance: Stance | None, main: bool) -> Realis:
    """How real a mention is. `stance` is that of the statement it stands in, `main` whether in its main clause.

    `They agreed to free the sailors` is planned, `no truce was signed` denied, `the truce is holding` ongoing.
    """
    token, state = hit.token, hit.entry.state
    found = of_verb(token, state, title) if hit.view.verbal else of_noun(token, hit.entry.type, state, title)
    if stance and main and found in ("occurred", "ongoing"):
        return cast(Realis, table("realis")["stances"].get(stance, found))
    return cast(Realis, found)


def of_verb(verb: Token, state: bool, title: bool, depth: int = 0) -> str:
    """How real a verb's event is, from its helpers, its tense and the words above it."""
    own = _own(verb)
    if own:
        return own
    if depth > _DEEP:
        return "occurred"
    tense = _tense(verb, state, title)
    if tense:
        return _under(verb, tense)
    return _lent(verb, state, title, depth)


def _own(verb: Token) -> str | None:
    """Negation, condition and modals on the verb itself."""
    if negated(verb):
        return "denied"
    if any(child.dep_ == "mark" and child.lower_ in ("if", "unless", "whether") for child in verb.children):
        return "hypothetical"
    for child in verb.children:
        if child.dep_ == "aux" and child.lower_ in _map("modals"):
            return _map("modals")[child.lower_]
        if child.dep_ == "advmod" and _map("modifiers").get(child.lower_) == "hypothetical":
            return "hypothetical"
    return None


def negated(token: Token) -> bool:
    """`did not attack`, `never signed`, `no longer`."""
    return any(
        child.dep_ == "neg" or child.lower_ in ("never", "neither", "nor")
        for child in token.children
        if child.i < token.i + 3
    )


def _tense(verb: Token, state: bool, title: bool) -> str | None:
    """What a finite verb says by its tense; None where it has none of its own."""
    helpers = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    if "to" in helpers:
        return None
    present = bool(helpers & {"is", "are", "am", "'s", "’s", "'re", "’re", "'m", "has", "have", "'ve", "’ve", "being"})
    if verb.tag_ == "VBG":
        return ("ongoing" if present else "occurred") if helpers else None
    if verb.tag_ in ("VBZ", "VBP") and not helpers:
        return "occurred" if title and not state else "ongoing"
    if verb.tag_ == "VBD" or helpers:
        return "occurred"
    return None


def _under(verb: Token, tense: str) -> str:
    """A finite clause under a verb or noun that takes the reality away: `fears that they attacked`."""
    if verb.dep_ not in ("ccomp", "acl") or verb.head.i == verb.i:
        return tense
    head = verb.head
    above = _map("verbs" if head.pos_ in ("VERB", "AUX") else "nouns").get(head.lemma_)
    if above in ("hypothetical", "denied") and head.lemma_ not in ("warn", "predict", "let", "help", "see"):
        return above
    return tense


def _lent(verb: Token, state: bool, title: bool, depth: int) -> str:
    """How real a verb without tense is: by what governs it."""
    head, label = verb.head, verb.dep_
    infinitive = any(child.tag_ == "TO" for child in verb.children)
    if label == "conj" and head.pos_ in ("VERB", "AUX"):
        return of_verb(head, state, title, depth + 1)
    if label in ("xcomp", "ccomp", "oprd") or (label == "advcl" and infinitive):
        return _complement(verb, head, infinitive, title, depth)
    if label in ("acl", "relcl", "amod"):
        if infinitive or (head.lemma_ in _map("nouns") and verb.tag_ == "VB"):
            return _map("nouns").get(head.lemma_, "planned")
        return "ongoing" if verb.tag_ == "VBG" else "occurred"
    if label == "pcomp":
        return _after_preposition(head, title, depth)
    if label == "advcl" and verb.tag_ == "VBG":
        return of_verb(head, state, title, depth + 1)
    if title and label == "ROOT":
        return "planned" if infinitive else ("ongoing" if verb.tag_ == "VBG" else "occurred")
    return "occurred" if verb.tag_ in _PAST else ("ongoing" if state else "occurred")


def _complement(verb: Token, head: Token, infinitive: bool, title: bool, depth: int) -> str:
    """`agreed to leave`, `began shelling`, `to free the crew` as a purpose, `is ready to talk`."""
    if head.pos_ == "ADJ":
        return "hypothetical" if head.lemma_ in ("unlikely", "likely", "able", "difficult") else "planned"
    found = _map("verbs").get(head.lemma_)
    if found in (None, "own") and verb.dep_ == "advcl":
        return "planned"
    if found is None:
        return "planned" if infinitive and head.lemma_ in ("be", "have") else of_verb(head, True, title, depth + 1)
    if found == "own":
        return of_verb(head, True, title, depth + 1)
    if found == "denied":
        return "denied" if not negated(head) else "occurred"
    return "denied" if negated(head) and found == "planned" else found


def _after_preposition(preposition: Token, title: bool, depth: int) -> str:
    """`accused of selling`, `hopes of freeing`, `without firing`."""
    before = _map("prepositions").get(preposition.lower_)
    if before:
        return before
    head = preposition.head
    if head.pos_ in ("NOUN", "PROPN"):
        return _map("nouns").get(head.lemma_, "occurred")
    found = _map("verbs").get(head.lemma_, "occurred")
    if found in ("hypothetical", "denied", "proposed") and preposition.lower_ in ("of", "for", "from", "against"):
        return found
    return (
        "occurred"
        if preposition.lower_ in ("of", "after", "for", "by", "since")
        else of_verb(head, False, title, depth + 1)
    )


def of_noun(noun: Token, kind: str | None, state: bool, title: bool, depth: int = 0) -> str:
    """How real a noun's event is, from its adjectives and the words it hangs on."""
    for child in noun.children:
        if child.dep_ == "det" and child.lower_ in ("no", "neither"):
            return "denied"
        if child.dep_ in ("amod", "compound", "det") and child.lower_ in _map("modifiers"):
            return _map("modifiers")[child.lower_]
    return _governed(noun, kind, state, title, depth) or _default(noun, kind, title)


def _governed(noun: Token, kind: str | None, state: bool, title: bool, depth: int) -> str | None:
    head, label = noun.head, noun.dep_
    if depth > _DEEP or head.i == noun.i:
        return None
    if label in ("conj", "appos", "compound", "nmod", "poss") and head.pos_ in ("NOUN", "PROPN"):
        if label in ("compound", "poss", "nmod"):
            return _map("nouns").get(head.lemma_)
        return of_noun(head, kind, state, title, depth + 1)
    if label in ("nsubj", "nsubjpass"):
        return _as_subject(noun, head, kind, title)
    if label in ("dobj", "attr", "oprd"):
        return _as_object(noun, head, kind, title)
    return _after(noun, head, kind, title) if label == "pobj" else None


def _as_subject(noun: Token, verb: Token, kind: str | None, title: bool) -> str | None:
    """`the talks will resume`, `a truce was agreed`, `talks are under way`."""
    rows = table("realis")["happening"]
    if verb.lemma_ in rows["ended"] and verb.tag_ in _PAST:
        return "occurred"
    if verb.lemma_ == "be" and any(child.lower_ in rows["ongoing"] for child in verb.subtree if child.i < verb.i + 4):
        return "ongoing"
    passives = noun.dep_ == "nsubjpass"
    found = _map("objects").get(verb.lemma_) if passives else None
    if found:
        return found
    if verb.lemma_ in rows["verbs"] or passives:
        real = of_verb(verb, True, title)
        return None if verb.lemma_ == "be" and real in ("occurred", "ongoing", "denied") else real
    real = of_verb(verb, True, title)
    return real if real in ("hypothetical", "planned") and kind == "talks" else None


def _as_object(noun: Token, verb: Token, kind: str | None, title: bool) -> str | None:
    """`held talks`, `demanded a truce`, `this is not a swap`, `postponed the summit`."""
    if noun.dep_ == "attr":
        return "denied" if negated(verb) else None
    found = _map("objects").get(verb.lemma_)
    if found:
        return "occurred" if found == "denied" and negated(verb) else found
    carried = carrying_verb(noun) is not None and verb.lemma_ in table("events")["support"]["subject"]
    if carried or verb.lemma_ in table("events")["support"]["mediator"] or verb.lemma_ in ("stop",):
        real = of_verb(verb, True, title)
        return real if real != "ongoing" or kind in ("talks", "attack", "ceasefire", "transfer") else None
    real = of_verb(verb, True, title)
    return real if real in ("hypothetical", "planned", "proposed") and not _given(noun) else None


def _given(noun: Token) -> bool:
    """Whether a noun names something as known: `the raid`, `his arrest`."""
    return any(
        child.dep_ == "poss" or child.lower_ in ("the", "this", "these", "that", "those") for child in noun.children
    )


def _after(noun: Token, preposition: Token, kind: str | None, title: bool) -> str | None:
    """`a call for talks`, `in talks with`, `without a truce`, `accused of an attack`."""
    name, above = preposition.lower_, preposition.head
    if name in ("without", "barring"):
        return _map("prepositions")[name]
    if above.pos_ in ("NOUN", "PROPN"):
        found = _map("nouns").get(above.lemma_)
        return found if found and name in ("for", "of", "to", "on", "about") else _map("prepositions").get(name)
    if above.pos_ not in ("VERB", "AUX"):
        return _map("prepositions").get(name)
    if above.lemma_ in (
        "call",
        "appeal",
        "push",
        "press",
        "ask",
        "agree",
        "campaign",
        "hope",
        "prepare",
        "plead",
    ) and name in (
        "for",
        "to",
        "on",
    ):
        return _map("verbs").get(above.lemma_)
    if name in ("in", "into", "to", "at") and above.lemma_ in (
        "be",
        "take",
        "participate",
        "engage",
        "enter",
        "join",
        "sit",
        "remain",
    ):
        return of_verb(above, True, title)
    return _map("prepositions").get(name)


def _default(noun: Token, kind: str | None, title: bool) -> str:
    rows = table("realis")["defaults"]
    if kind in rows["ongoing"]:
        return "ongoing"
    if kind in rows["ongoing_if_present"]:
        verb = syntax.governor(noun)
        present = verb.tag_ in ("VBZ", "VBP", "VBG") or any(
            child.lower_ in ("is", "are", "has", "have", "’s", "'s")
            for child in verb.children
            if child.dep_ in ("aux", "auxpass")
        )
        return "ongoing" if present and not title else "occurred"
    return "occurred"
