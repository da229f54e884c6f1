"""How real a verb's event is: from its helpers, its tense and the words that govern it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ceasewire.codebook import table
from ceasewire.reading.events.governors import asked, conditional, made_by, negated, under_noun, under_verb
from ceasewire.reading.events.lemmas import lemma
from ceasewire.reading.events.syntax import children

if TYPE_CHECKING:
    from spacy.tokens import Token

_DEEP = 6
_NOW = frozenset(["is", "are", "am", "'s", "’s", "'re", "’re", "'m", "has", "have", "'ve", "’ve", "being"])
_FREE = ("hypothetical", "denied", "proposed")
_IS = frozenset(["is", "are", "'s", "’s", "'re", "’re"])
_UNSURE = frozenset(
    ["unlikely", "likely", "able", "difficult", "hard", "impossible", "possible", "free", "afraid", "hopeful"]
)
_NOBODY = frozenset(["nobody", "none", "nothing", "neither"])
_TELLING = frozenset(["say", "tell", "announce", "add", "promise", "vow", "pledge", "state", "confirm", "insist"])
_HINDERING = frozenset(
    ["keep", "prevent", "stop", "block", "hinder", "bar", "ban", "prohibit", "forbid", "deter", "dissuade"]
)
_SAID = frozenset(["warn", "predict", "let", "help", "see", "threaten", "forecast"])


def of_verb(verb: Token, state: bool, title: bool, depth: int = 0) -> str:
    """How real a verb's event is. `state`: the present tense means that it is going on; `title`: a headline's tense.

    `They may attack` is hypothetical, `they are attacking` ongoing, `they agreed to attack` planned.
    """
    found = _own(verb)
    if found or depth > _DEEP:
        return found or "occurred"
    tense = _tense(verb, state, title)
    return _under(verb, tense, title, depth) if tense else _lent(verb, state, title, depth)


def of_refusal(verb: Token) -> str:
    """How real it is that somebody does not do a thing: `would not attend` and `did not attend` have occurred,
    `are not attending` is going on, `may not attend` and `if they do not attend` are hypothetical."""
    if conditional(verb) or asked(verb):
        return "hypothetical"
    helpers = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    if any(made_by("modals").get(word) == "hypothetical" for word in helpers - {"would", "'d", "’d"}):
        return "hypothetical"
    return "ongoing" if (verb.tag_ == "VBG" and helpers & _NOW) or helpers & {"do", "does"} else "occurred"


def _own(verb: Token) -> str | None:
    """Negation, condition, question and modals on the verb itself."""
    if negated(verb) or _none_of(verb):
        return "denied"
    if conditional(verb) or asked(verb) or _either(verb):
        return "hypothetical"
    for child in verb.children:
        if child.dep_ == "aux" and child.lower_ in made_by("modals"):
            would = child.lower_ == "would"
            return (_foretold(verb) if would else None) or made_by("modals")[child.lower_]
        if child.dep_ == "advmod" and child.i < verb.i and made_by("modifiers").get(child.lower_) == "hypothetical":
            return "hypothetical"
    return "proposed" if _wished(verb) else None


def _wished(verb: Token) -> bool:
    """`repeated its plea that Orsa release the crew`: a bare verb after one who would take an `-s`."""
    if verb.tag_ not in ("VB", "VBP") or verb.dep_ not in ("ccomp", "acl", "relcl", "advcl"):
        return False
    labels = {child.dep_: child for child in verb.children}
    who = labels.get("nsubj")
    if who is None or "aux" in labels or "mark" not in labels or labels["mark"].lower_ != "that":
        return False
    return verb.lower_ == lemma(verb) and who.tag_ in ("NN", "NNP") and not children(who, "conj")


def _either(verb: Token) -> bool:
    """`Either the army fired or the rebels did`: each alone is only possible."""
    words = [*verb.children, *(grand for child in verb.children if child.dep_ == "nsubj" for grand in child.children)]
    return any(word.lower_ == "either" and word.i < verb.i for word in words)


def _none_of(verb: Token) -> bool:
    """`No convoy was blocked`, `they met no envoy`, `nobody was hurt`."""
    near = [child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass", "dobj")]
    if any(child.lower_ in _NOBODY and child.dep_ != "dobj" for child in near):
        return True
    return any(grand.lower_ in ("no", "neither") and grand.dep_ == "det" for child in near for grand in child.children)


def _foretold(verb: Token) -> str | None:
    """`said she would leave`, `a proposal under which they would leave`: the future seen from the past."""
    if verb.dep_ == "relcl" and under_noun(verb.head) in ("proposed", "planned"):
        return under_noun(verb.head)
    return "planned" if _told(verb) else None


def _told(verb: Token) -> bool:
    return verb.dep_ == "ccomp" and verb.head.tag_ in ("VBD", "VBN") and lemma(verb.head) in _TELLING


def _tense(verb: Token, state: bool, title: bool) -> str | None:
    """What a finite verb says by its tense; None where it has none of its own."""
    helpers = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    if "to" in helpers or helpers == {"be"}:
        return None
    if "being" in helpers or (state and verb.tag_ == "VBN" and helpers and helpers <= _IS):
        return "occurred" if "being" in helpers and _watched(verb) else "ongoing"
    if verb.tag_ == "VBG":
        if not helpers:
            return None
        return "ongoing" if helpers & _NOW or verb.dep_ == "ccomp" else "occurred"
    if verb.tag_ in ("VBZ", "VBP") and not helpers:
        return "occurred" if title and not state else "ongoing"
    return "occurred" if verb.tag_ == "VBD" or helpers else None


def _watched(verb: Token) -> bool:
    """`saw guns being towed away`."""
    return (
        verb.dep_ in ("ccomp", "acl")
        and lemma(verb.head) in ("see", "watch", "hear", "film")
        and verb.head.tag_ == "VBD"
    )


def _before_it(verb: Token) -> bool:
    """`will travel before talks are held`: a clause that is still to come with what governs it."""
    marked = any(child.dep_ == "mark" and child.lower_ in ("before", "until") for child in verb.children)
    return verb.dep_ == "advcl" and marked and of_verb(verb.head, False, False, _DEEP) in ("planned", "proposed")


def _under(verb: Token, tense: str, title: bool, depth: int) -> str:
    """A finite clause under a word that takes the reality away: `fears that they attacked`."""
    head = verb.head
    if verb.dep_ not in ("ccomp", "acl") or head.i == verb.i:
        return "planned" if tense == "ongoing" and _before_it(verb) else tense
    if conditional(head) or head.pos_ == "ADJ":
        return "hypothetical" if conditional(head) or head.lower_ in _UNSURE else tense
    if lemma(head) == "mean":
        real = of_verb(head, False, title, depth + 1)
        return real if real == "hypothetical" else tense
    above = _above(head)
    if above == "denied" and (_left(verb) or _neither(head)):
        return tense if _left(verb) else "hypothetical"
    seen_to = above in ("planned", "proposed") and verb.tag_ == "VBP" and not children(verb, "aux", "auxpass")
    return above if above and (seen_to or (above in ("hypothetical", "denied") and lemma(head) not in _SAID)) else tense


def _left(verb: Token) -> bool:
    """`Shells hit the mill, the army denies firing`: a clause before the denial is not what is denied."""
    return verb.i < verb.head.i and verb.dep_ == "ccomp"


def _neither(verb: Token) -> bool:
    """`would neither confirm nor deny that they met`."""
    words = [*verb.children, *verb.head.children] if verb.dep_ == "conj" else list(verb.children)
    return any(child.lower_ in ("nor", "neither") for child in words)


def _above(head: Token) -> str | None:
    """What the word above a clause makes of it; of `the possibility is that` the noun."""
    if lemma(head) == "be":
        return _said_to_be(head)
    return under_verb(head) if head.pos_ in ("VERB", "AUX") else under_noun(head)


def _lent(verb: Token, state: bool, title: bool, depth: int) -> str:
    """How real a verb without tense is: by what governs it."""
    head, label = verb.head, verb.dep_
    infinitive = any(child.tag_ == "TO" for child in verb.children)
    if label in ("conj", "dep") and head.pos_ in ("VERB", "AUX"):
        return of_verb(head, state, title, depth + 1)
    if label in ("xcomp", "ccomp", "oprd") or (label == "advcl" and infinitive):
        return _complement(verb, infinitive, state, title, depth)
    if label in ("acl", "relcl", "amod"):
        return _of_noun(verb, infinitive, state)
    if label == "pcomp":
        return _after_preposition(head, state, title, depth)
    if label == "advcl" and verb.tag_ == "VBG":
        real = of_verb(head, state, title, depth + 1)
        return "occurred" if real == "denied" else real  # `did not keep the truce, shelling the town`
    return _top(verb, infinitive, state, title)


def _top(verb: Token, infinitive: bool, state: bool, title: bool) -> str:
    """`Orsa to send troops` in a headline, and whatever is left."""
    if title and verb.dep_ == "ROOT" and infinitive:
        return "planned"
    return "ongoing" if state and verb.tag_ not in ("VBD", "VBN") else "occurred"


def _of_noun(verb: Token, infinitive: bool, state: bool) -> str:
    """`a plan to attack`, `rebels holding the dam`, `the seized boats`."""
    if infinitive:
        return under_noun(verb.head) or "planned"
    return "ongoing" if state and verb.tag_ == "VBG" else "occurred"


def _complement(verb: Token, infinitive: bool, state: bool, title: bool, depth: int) -> str:
    """`agreed to leave`, `began shelling`, `to free the crew` as a purpose, `is ready to talk`."""
    head = verb.head
    if head.pos_ == "ADJ":
        return "hypothetical" if head.lemma_ in _UNSURE else "planned"
    found = _said_to_be(head) or under_verb(head)
    early = _settled(verb, found, infinitive)
    if early:
        return early
    if found is None or found == "own":
        real = of_verb(head, state or infinitive, title, depth + 1)
        return "occurred" if real == "ongoing" and not (state or infinitive) and found is None else real
    if state and lemma(head) in ("try", "seek", "attempt"):
        return of_verb(head, True, title, depth + 1)
    if negated(head):
        return "occurred" if found == "denied" else "denied"
    return found


def _settled(verb: Token, found: str | None, infinitive: bool) -> str | None:
    """`will have to leave`, `are to leave`, `came to free the crew`, `stopped shelling`: what needs no look above."""
    head = verb.head
    if lemma(head) == "continue" and head.tag_ == "VBG" and not infinitive and head.dep_ == "advcl":
        return "ongoing"
    if found is None and infinitive and head.lemma_ == "have":
        return "occurred" if head.lower_ == "had" else "hypothetical"
    if (found in (None, "own") and verb.dep_ == "advcl") or (found is None and infinitive and head.lemma_ == "be"):
        return "planned"
    return "occurred" if lemma(head) in ("stop", "cease") and head.tag_ in ("VBD", "VBN") and not infinitive else None


def _said_to_be(head: Token) -> str | None:
    """`their demand is for the army to leave`: what a clause is said to be."""
    if lemma(head) != "be":
        return None
    return next((under_noun(child) for child in head.children if child.dep_ == "nsubj"), None)


def _after_preposition(preposition: Token, state: bool, title: bool, depth: int) -> str:
    """`accused of selling`, `hopes of freeing`, `without firing`."""
    before = made_by("prepositions").get(preposition.lower_)
    if before:
        return before
    head = preposition.head
    if head.pos_ in ("NOUN", "PROPN"):
        return under_noun(head) or "occurred"
    found = under_verb(head) or "occurred"
    if preposition.lower_ == "from" and lemma(head) in _HINDERING:
        return _hindered(head, found, title, depth)
    reaching = preposition.lower_ != "for" or lemma(head) in table("realis")["reaching"]["verbs"]
    if reaching and found in _FREE and preposition.lower_ in ("of", "for", "from", "against"):
        return found
    if preposition.lower_ in ("of", "after", "for", "by", "since"):
        return "occurred"
    return of_verb(head, state, title, depth + 1)


def _hindered(head: Token, found: str, title: bool, depth: int) -> str:
    """`kept them from shelling`, `failed to keep them from shelling`, `banned them from shelling`."""
    real = of_verb(head, False, title, depth + 1)
    if real == "denied":
        return "occurred"
    return found if found == "hypothetical" or real in ("hypothetical", "planned", "proposed") else "denied"
