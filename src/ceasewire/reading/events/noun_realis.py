"""How real a noun's event is: from its adjectives and the words it hangs on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from ceasewire.codebook import table
from ceasewire.reading.events import syntax
from ceasewire.reading.events.carriers import LOTS, carrying_verb
from ceasewire.reading.events.governors import conditional, made_by, negated, under_noun, under_verb
from ceasewire.reading.events.lemmas import lemma
from ceasewire.reading.events.verb_realis import of_verb

if TYPE_CHECKING:
    from spacy.tokens import Token

_GOING = frozenset(["travel", "go", "come", "fly", "arrive", "return", "meet", "head", "visit", "gather", "convene"])
_DEEP = 6
# How many words that depend on a noun are looked at: the parser hangs whole lists on one.
_NEAR = 40
_UNTRUE = frozenset(["nonexistent", "non-existent", "untrue", "false", "baseless", "fabricated", "groundless"])
_WISHED = frozenset(["offer", "proposal", "request", "demand", "call", "bid"])
# Of a truce agreement that has these there is a truce.
_TERMS = frozenset(["term", "provision", "violation", "breach", "condition", "implementation"])
_UNITS = frozenset(["year", "month", "week", "day", "decade"])
_BREAKING = frozenset(
    ["break", "violate", "breach", "flout", "shatter", "wreck", "jeopardise", "jeopardize", "endanger"]
)
_CEASING = frozenset(["end", "stop", "halt", "break", "suspend", "abandon"])
# A call that is refused or weighed has been made.
_SPOKEN = frozenset(["proposal", "invitation", "threat", "rejection"])
_ANSWERING = frozenset(["reject", "refuse", "rebuff", "spurn", "decline", "oppose", "consider", "discuss", "mull"])
# Whoever does not do these stays away from what takes place.
_ATTENDING = frozenset(["attend", "join", "boycott", "skip", "shun", "miss", "snub", "quit", "leave"])
# Who does this to a truce makes it by saying so: `We declare a truce`.
_DECLARING = frozenset(["declare", "announce", "proclaim", "order"])
_OPENING = ("begin", "start", "open", "commence", "resume", "convene", "reconvene", "end", "conclude")
_STATES = frozenset(["be", "involve", "engage"])
_FREE = ("planned", "hypothetical", "proposed")
_DEFINITE = frozenset(["the", "this", "these", "that", "those"])


@dataclass(frozen=True)
class Case:
    """A noun with what is known of its event: its type, whether it lasts, whether it stands in a headline."""

    noun: Token
    kind: str | None
    state: bool
    title: bool


def declared(truce: Token) -> bool:
    """`announced a truce`, `the truce that the army declared`: made by being said."""
    verbs = [truce.head] if truce.dep_ == "dobj" else []
    verbs += [c for c in syntax.children(truce, "relcl", "acl") if c.tag_ in ("VBD", "VBN")]
    return any(lemma(verb) in _DECLARING and of_verb(verb, True, False) in ("occurred", "ongoing") for verb in verbs)


def of_noun(noun: Token, kind: str | None, state: bool, title: bool, depth: int = 0) -> str:
    """How real a noun's event is: `no talks`, `the planned talks`, `a call for talks`, `talks are under way`."""
    case = Case(noun, kind, state, title)
    found = _ahead(noun) or _modified(noun) or _governed(case, depth) or _conditional(noun) or _default(case)
    return _default(case) if found == "planned" and _begun(noun) else found


def _begun(noun: Token) -> bool:
    """`the talks, which began on Monday, are to end on Friday`: what has begun is not planned."""
    began = (c for c in syntax.children(noun, "relcl") if lemma(c) in _OPENING[:4] and c.tag_ in ("VBD", "VBN"))
    return any(of_verb(verb, True, False) == "occurred" for verb in began)


def _ahead(noun: Token) -> str | None:
    """`ahead of possible talks`: what is prepared for is planned, however it is called."""
    above = noun.head.head
    return "planned" if noun.dep_ == "pobj" and noun.head.lower_ == "of" and above.lower_ == "ahead" else None


def _modified(noun: Token) -> str | None:
    """`no truce`, `the proposed truce`, `their next meeting`, `a truce offer` (which the parser takes for a verb)."""
    after = noun.doc[noun.i + 1] if noun.i + 1 < len(noun.doc) else noun
    if after.lower_ in _WISHED:
        return made_by("nouns").get(after.lower_)
    for child in islice(noun.children, _NEAR):
        if child.dep_ == "det" and child.lower_ in ("no", "neither"):
            return "hypothetical" if any(c.lower_ in ("will", "would") for c in noun.head.children) else "denied"
        if child.dep_ in ("amod", "compound") and child.lower_ in made_by("modifiers"):
            return made_by("modifiers")[child.lower_]
        if child.dep_ == "acl" and child.tag_ == "VBN" and lemma(child) in table("realis")["making"]["verbs"]:
            return None if lemma(noun.head) in table("realis")["making"]["keeping"] else "occurred"
        if child.dep_ == "relcl" and lemma(child) in table("realis")["happening"]["verbs"]:
            real = of_verb(child, True, False)
            return real if real in ("planned", "denied") else None
    return None


def _governed(case: Case, depth: int) -> str | None:
    head, label = case.noun.head, case.noun.dep_
    if depth > _DEEP or head.i == case.noun.i:
        return None
    if label in ("compound", "poss", "nmod") and head.pos_ in ("NOUN", "PROPN"):
        return _named(case, head, depth)
    if label in ("conj", "appos") and head.pos_ in ("NOUN", "PROPN"):
        return of_noun(head, case.kind, case.state, case.title, depth + 1)
    rule = _RULES.get(label)
    return rule(case, head) if rule else None


def _named(case: Case, head: Token, depth: int) -> str | None:
    """`a truce offer`, `their raid plan`; but of `the truce deal was brokered on Monday` the truce is in force."""
    found = under_noun(head)
    if (
        found == "planned"
        and case.kind == "ceasefire"
        and of_noun(head, "agreement", False, case.title, depth + 1) == "occurred"
    ):
        return None if _made_good(head) else found
    return found


def _made_good(deal: Token) -> bool:
    """`the truce deal was brokered`, `under the truce deal`, `the truce accord holds`."""
    verb = syntax.governor(deal)
    kept = deal.dep_ == "pobj" and (deal.head.lower_ in ("under", "despite") or deal.head.head.lemma_.lower() in _TERMS)
    return given(deal) or kept or lemma(verb) in made_by("phases") or lemma(verb) in _BREAKING


def _as_subject(case: Case, verb: Token) -> str | None:
    """`the talks will resume`, `talks are under way`, `the talks collapsed`."""
    rows = table("realis")["happening"]
    word = lemma(verb)
    if word in rows["ended"] and not syntax.children(verb, "dobj", "xcomp") and verb.tag_ in ("VBD", "VBN"):
        return "occurred"
    if word == "fail" and syntax.clause(verb) is not None:
        return "denied"
    if word != "take" and syntax.children(verb, "dobj"):
        return None
    if not case.title and _opens(verb, word):
        return "planned"
    real = of_verb(verb, True, case.title)
    if word == "be":
        return _being(verb, real)
    bound = case.kind not in ("talks", "ceasefire") and word not in rows["verbs"]
    bound = bound or (word == "end" and given(case.noun) and bool(syntax.children(verb, "dobj")))
    return None if bound or (word not in rows["verbs"] and real not in ("hypothetical", "planned")) else real


def _opens(verb: Token, word: str) -> bool:
    """`the talks begin on Monday`: the present tense of what a calendar says."""
    return word in _OPENING and verb.tag_ in ("VBZ", "VBP") and _has_day(verb) and not syntax.children(verb, "aux")


def _has_day(verb: Token) -> bool:
    """Whether a day hangs on a verb."""
    times = [noun for _, noun in syntax.prepositions(verb)] + syntax.children(verb, "npadvmod")
    return any(noun.ent_type_ in ("DATE", "TIME") for noun in times)


def _being(verb: Token, real: str) -> str | None:
    """`the talks are under way`, `the reports are untrue`, `the talks will be short`."""
    if any(child.lower_ in _UNTRUE for child in verb.children):
        return "denied"
    return "ongoing" if goes_on(verb) else (real if real in _FREE else None)


def goes_on(verb: Token) -> bool:
    """`are under way`, `is ongoing`, `are in progress`."""
    words = [
        c for child in verb.children if child.dep_ in ("prep", "advmod", "acomp") for c in (child, *child.children)
    ]
    return any(word.lower_ in table("realis")["happening"]["ongoing"] for word in words)


def _as_passive(case: Case, verb: Token) -> str | None:
    """`a truce was agreed`, `the summit was postponed`, `the raid has not been verified`."""
    meant = lemma(verb) == "mean"  # `the deal was meant to halt the war`
    found = _standing(case, verb, lemma(verb)) or (None if meant else made_by("objects").get(lemma(verb)))
    real = of_verb(verb, True, case.title)
    if found:
        return found
    if lemma(verb) in ("verify", "confirm", "establish"):
        return "hypothetical" if real == "denied" else None
    if case.kind in ("ceasefire", "talks") and lemma(verb) not in _becoming() and real in ("occurred", "ongoing"):
        return None
    return None if real == "ongoing" and not case.state else real


@cache
def _becoming() -> frozenset[str]:
    """Verbs that say what becomes of talks or a truce; whatever else is done to them (`was hailed`), they go on."""
    rows = table("realis")
    return frozenset([word for words in rows["phases"].values() for word in words] + rows["happening"]["verbs"])


def _as_attribute(case: Case, verb: Token) -> str | None:
    """`the visit was no summit`, `it could be a truce`."""
    real = of_verb(verb, True, case.title)
    if real == "denied" and any(child.lower_ in ("will", "would") for child in verb.children):
        return "hypothetical"
    return real if real in (*_FREE, "denied") else None


def _as_object(case: Case, verb: Token) -> str | None:
    """`held talks`, `demanded a truce`, `postponed the summit`."""
    word, support = lemma(verb), table("events")["support"]
    found = _standing(case, verb, word) or made_by("objects").get(word)
    if found == "proposed" and case.kind in _SPOKEN and word in _ANSWERING:
        return "occurred"
    if found:
        return _default(case) if found == "denied" and negated(verb) else found
    real = of_verb(verb, not case.title, case.title)
    if case.kind == "ceasefire" and word == "agree" and real in ("occurred", "ongoing"):
        return "planned"
    if word in _CEASING and real in (*_FREE, "denied") and given(case.noun):
        return _default(case)
    carried = carrying_verb(case.noun) is not None and word in support["subject"]
    if carried or word in support["mediator"]:
        return _carried(case, word, real)
    return real if real in _FREE and not given(case.noun) else None


def _standing(case: Case, verb: Token, word: str) -> str | None:
    """`broke the truce`, `did not attend the talks`, `fled following the raid`: what is taken for granted."""
    if case.kind == "talks" and word in _ATTENDING and negated(verb):
        return _default(case)
    if verb.lower_ == "following":
        return "occurred"
    presumed = word in table("realis")["truce"]["presumed"] and (given(case.noun) or case.title)
    return "ongoing" if case.kind == "ceasefire" and (word in _BREAKING or presumed) else None


def _carried(case: Case, word: str, real: str) -> str | None:
    """`impose sanctions` is an act, `enforce sanctions` names what is in force."""
    if case.kind == "designation" and word not in table("realis")["making"]["verbs"]:
        return None
    lasting = (case.state and case.kind != "designation") or case.kind in ("attack", "transfer")
    return "occurred" if real == "ongoing" and not lasting else real


def _after(case: Case, preposition: Token) -> str | None:
    """`a call for talks`, `in talks with`, `without a truce`, `the outcome of talks`."""
    name, above = preposition.lower_, preposition.head
    found = made_by("prepositions").get(name)
    if name == "during" and syntax.governor(preposition).tag_ in ("VBD", "VBN"):
        found = "occurred"
    if name in ("without", "barring") or above.pos_ not in ("NOUN", "PROPN", "VERB", "AUX", "ADV", "ADJ"):
        return found
    if name == "of" and above.lemma_.lower() in _UNITS:
        return "ongoing" if _unended(above) else found
    if name == "of" and above.lemma_ in LOTS:
        return _governed(Case(above, case.kind, case.state, case.title), _DEEP - 1)
    if above.pos_ in ("NOUN", "PROPN"):
        real = under_noun(above) if name in ("for", "of", "to", "on", "about") else None
        kept = real == "planned" and name == "to" and given(case.noun)  # `commitment to the truce`
        return found if kept else real or found
    return _after_verb(case, name, above) or found


def _unended(unit: Token) -> bool:
    """`talks aimed at ending nine years of violence`: what is still to be ended goes on."""
    ending = unit.dep_ == "dobj" and lemma(unit.head) in _CEASING
    aimed = unit.head.dep_ == "pcomp" and lemma(unit.head.head.head) == "aim"
    return ending and (aimed or of_verb(unit.head, False, False) != "occurred")


def _after_verb(case: Case, name: str, above: Token) -> str | None:
    """`called for talks`, `took part in talks`, `came close to a deal`."""
    if above.pos_ in ("ADV", "ADJ"):
        return "hypothetical" if above.lower_ in ("close", "near") else None
    reaching = name in ("for", "to", "on", "about") and lemma(above) in table("realis")["reaching"]["verbs"]
    if reaching and not given(case.noun):
        real = of_verb(above, False, case.title)
        return real if real in ("proposed", "hypothetical") else under_verb(above) or "proposed"
    if name in ("to", "in") and lemma(above) in ("lead", "result", "culminate", "amount"):
        real = of_verb(above, False, case.title)
        return real if real in _FREE else None
    if name == "for" and lemma(above) in _GOING:
        real = of_verb(above, True, case.title)
        return real if real in _FREE else None
    if name in ("in", "into", "to", "at") and carrying_verb(case.noun) is not None:
        return of_verb(above, True, case.title)
    return None


def given(noun: Token) -> bool:
    """Whether a noun names something as known: `the raid`, `his arrest`."""
    return any(child.dep_ == "poss" or child.lower_ in _DEFINITE for child in islice(noun.lefts, _NEAR))


def _conditional(noun: Token) -> str | None:
    """`if the reports of raids are true`, `any ceasefire`."""
    if any(child.lower_ == "any" for child in islice(noun.lefts, _NEAR)):
        return "hypothetical"
    verb = syntax.governor(noun)
    unsure = conditional(verb) or (verb.dep_ == "ccomp" and conditional(verb.head))
    return "hypothetical" if unsure and not given(noun) else None


def _default(case: Case) -> str:
    """What a bare noun of the type means, by the tense around it."""
    rows = table("realis")["defaults"]
    if case.kind in rows["ongoing"] or case.noun.lemma_.lower() in rows["lasting"]:
        return "ongoing"
    if case.kind in rows["ongoing_if_present"] and not case.title and not _reason(case):
        return "ongoing" if _present(syntax.governor(case.noun)) else "occurred"
    return "occurred"


def _reason(case: Case) -> bool:
    """`is blamed for the bombing`, `is mourned after the raid`: what is over, whoever suffers for it now."""
    return case.kind == "attack" and case.noun.dep_ == "pobj" and case.noun.head.lower_ in ("for", "over", "after")


def _present(verb: Token) -> bool:
    if verb.dep_ == "prep":  # `including`
        verb = syntax.governor(verb)
    if verb.tag_ == "VB" and verb.dep_ == "xcomp" and verb.head.pos_ == "VERB":  # `are struggling to save the talks`
        verb = verb.head
    helpers = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    if verb.tag_ == "VBN" and (lemma(verb) in _STATES or helpers & {"is", "are", "’s", "'s"}):
        return bool(helpers & {"is", "are", "’s", "'s", "has", "have"}) and not helpers & {"was", "were", "had"}
    if verb.tag_ == "VBG":
        return bool(helpers & {"is", "are", "’s", "'s", "has", "have"})
    return verb.tag_ in ("VBZ", "VBP") and (not helpers or bool(helpers & {"do", "does"}))


_RULES: dict[str, Callable[[Case, Token], str | None]] = {
    "nsubj": _as_subject,
    "nsubjpass": _as_passive,
    "attr": _as_attribute,
    "dobj": _as_object,
    "oprd": _as_object,
    "pobj": _after,
}
