"""What a syntax tree says about one word: who does it, to whom, with which prepositions."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from ceasewire.codebook import table
from ceasewire.reading.events.lemmas import lemma

if TYPE_CHECKING:
    from spacy.tokens import Token

# The longest list and the deepest tree that is followed: real sentences stay far below.
LONGEST = 60
_PRESSURE = frozenset(["pressure", "call", "demand", "appeal", "ban", "limit", "duty", "burden"])
_RIGHTS = frozenset(
    ["right", "decision", "refusal", "failure", "ability", "readiness", "willingness", "duty", "intention"]
)
_RELATIVE = frozenset({"who", "which", "that", "whom"})
_POINTERS = frozenset(["side", "front", "hands", "behalf", "part", "favour", "favor", "direction", "name"])
_NAMING = frozenset(["name", "call", "designate", "declare", "label", "brand", "list", "classify", "appoint", "elect"])
_CAUGHT = frozenset(["hostage", "captive", "prisoner"])
_TENSED = frozenset({"VBD", "VBZ", "VBP"})
_CLAUSES = frozenset({"xcomp", "advcl", "ccomp", "pcomp", "acl", "relcl", "conj", "dep"})


@cache
def _controlling() -> frozenset[str]:
    return frozenset(table("events")["control"]["verbs"])


@cache
def _telling() -> frozenset[str]:
    return frozenset(table("events")["control"]["telling"])


def children(token: Token, *labels: str) -> list[Token]:
    """The direct dependents of a word with one of these labels, in order."""
    return [child for child in token.children if child.dep_ in labels]


def conjuncts(token: Token) -> list[Token]:
    """A word and what is joined to it by `and`, a comma or `along with`: `the rebels, the army and the police`."""
    found: list[Token] = []
    rest = [token]
    while rest and len(found) < LONGEST:
        one = rest.pop(0)
        found.append(one)
        for child in one.children:
            if child.dep_ == "conj" and child.i > one.i:
                rest.append(child)
            elif child.dep_ == "prep" and child.lower_ in ("alongside", "along", "together"):
                joins = [child, *child.children] if child.lower_ == "alongside" else child.children
                found += [pobj for with_ in joins for pobj in with_.children if pobj.dep_ == "pobj"]
    return found


def climb(token: Token) -> Iterator[Token]:
    """A word and those above it, one after the other, as far as a reader would look."""
    for _ in range(LONGEST):
        yield token
        if token.head.i == token.i:
            return
        token = token.head


def passive(verb: Token) -> bool:
    """Whether a verb is in the passive: `was seized`, `the seized boats`, `a boat seized by the navy`."""
    if any(child.dep_ in ("nsubjpass", "auxpass") for child in verb.children) or _caught(verb):
        return True
    if verb.dep_ == "acl" and verb.tag_ == "VBD":
        return verb.head.dep_ != "ROOT" and not children(verb, "dobj", "nsubj")
    if verb.tag_ != "VBN" or any(child.dep_ == "aux" for child in verb.children):
        return verb.dep_ == "amod" and verb.text.lower().endswith("ed")
    if children(verb, "nsubj") and not children(verb, "agent"):
        return False
    if verb.dep_ == "conj" and verb.head.pos_ == "VERB" and verb.head.tag_ != "VBN":
        return False
    return not children(verb, "dobj") or verb.dep_ in ("acl", "amod")


def _caught(verb: Token) -> bool:
    """`two nurses taken hostage`: in the passive, also where the parser sees an object."""
    bare = verb.lower_ in ("taken", "held") and not any(
        child.lower_ in ("have", "has", "had") for child in verb.children
    )
    return bare and any(child.dep_ in ("dobj", "oprd") and child.lower_ in _CAUGHT for child in verb.children)


def subjects(verb: Token, depth: int = 0) -> list[Token]:
    """Who does it, lists split: `The rebels said they seized the dam` gives `they` for `seized`."""
    if passive(verb):
        return _listed(_through(agent) for agent in children(verb, "agent") or _later(verb))
    own = children(verb, "nsubj")
    if own:
        return _resolved(verb, own)
    return [] if depth > 4 else _lent(verb, depth)


def objects(verb: Token, depth: int = 0) -> list[Token]:
    """To whom or what it is done, lists split: `The dam was seized by rebels` gives `dam`."""
    if not passive(verb):
        own = _whom(children(verb, "dobj", "oprd"))
        if own:
            return _resolved(verb, own)
        return _gap(verb) if verb.dep_ == "relcl" else _shared(verb)
    own = [c for c in children(verb, "nsubjpass", "dobj") if c.lower_ not in _CAUGHT] or [
        c for c in children(verb, "nsubj") if c.lower_ in _RELATIVE
    ]
    return _resolved(verb, own) if own else _suffering(verb, depth)


def _whom(found: list[Token]) -> list[Token]:
    """Objects without what the first is called or becomes (`named the militia a terrorist body`, `took two nurses
    hostage`) and without the doer himself (`blew himself up`)."""
    first, rest = found[:1], found[1:]
    more = [t for t in rest if t.dep_ == "dobj" and t.lower_ not in _CAUGHT and lemma(t.head) not in _NAMING]
    return [token for token in first + more if not token.lower_.endswith(("self", "selves"))]


def _shared(verb: Token) -> list[Token]:
    """The object of the verb joined to one without: `seized and searched a barge`."""
    for joined in children(verb, "conj"):
        if joined.i == verb.i + 2 and joined.tag_ == verb.tag_ and not children(verb, "prt", "prep", "ccomp", "xcomp"):
            return _listed(children(joined, "dobj"))
    return []


def _later(verb: Token) -> list[Token]:
    """`was shot and killed by the guards`: the doer that a later verb names for both."""
    joined = [child for child in children(verb, "conj") if child.tag_ == "VBN" and not children(child, "nsubjpass")]
    return [agent for child in joined for agent in children(child, "agent")]


def _suffering(verb: Token, depth: int) -> list[Token]:
    """Whom a passive without a subject is done to: `the boats seized`, `was stopped and searched`, `for being hit`."""
    if verb.dep_ in ("acl", "amod", "relcl"):
        return conjuncts(verb.head)
    if verb.dep_ == "pcomp" and depth < 4:
        return _of_preposition(verb.head, depth + 1)
    if verb.dep_ in ("conj", "xcomp", "advcl", "ccomp") and depth < 4 and verb.head.pos_ in ("VERB", "AUX"):
        return objects(verb.head, depth + 1) if passive(verb.head) else subjects(verb.head, depth + 1)
    return []


def datives(verb: Token) -> list[Token]:
    """To whom it is given: `sold the rebels oil`."""
    return _listed(children(verb, "dative") if not passive(verb) else [])


def prepositions(token: Token) -> Iterator[tuple[str, Token]]:
    """Every preposition that depends on a word, with what it governs, lists split: (`with`, `the envoys`)."""
    for child in token.children:
        if child.lower_ == "according":
            continue
        if child.dep_ in ("prep", "agent", "dative") and child.pos_ in ("ADP", "SCONJ", "VERB", "ADV"):
            yield from _governed(child)
        elif child.dep_ == "advmod":
            yield from (pair for grand in child.children if grand.dep_ == "prep" for pair in _governed(grand))


def clause(verb: Token) -> Token | None:
    """The verb of the clause that completes a word: `offered to leave`, `a demand that they leave`."""
    for child in verb.children:
        if child.dep_ in ("xcomp", "ccomp") and child.i > verb.i and child.pos_ in ("VERB", "AUX"):
            return child
        if child.dep_ == "acl" and child.i > verb.i and any(c.tag_ == "TO" or c.dep_ == "mark" for c in child.children):
            return child
    for child in verb.children:
        if child.dep_ == "advcl" and child.i > verb.i and any(c.tag_ == "TO" for c in child.children):
            return child
    return None


def kept_from(verb: Token) -> list[Token]:
    """The verbs of what somebody is kept from: `blocked the lorries from entering the town`."""
    return [
        inner
        for word in [verb, *children(verb, "dobj")]
        for preposition in children(word, "prep")
        if preposition.lower_ == "from"
        for inner in children(preposition, "pcomp")
    ]


def governor(token: Token) -> Token:
    """The nearest verb above a word, or the top of its tree."""
    above = list(climb(token))[1:]
    return next((word for word in above if word.pos_ in ("VERB", "AUX")), above[-1] if above else token)


def _governed(preposition: Token, depth: int = 0) -> Iterator[tuple[str, Token]]:
    if depth > 4:
        return
    name = preposition.lower_
    for child in preposition.children:
        if child.dep_ in ("pobj", "pcomp"):
            for token in conjuncts(child):
                yield name, _inside(token)
        elif child.dep_ in ("prep", "agent") or (child.dep_ == "conj" and child.pos_ in ("ADP", "SCONJ")):
            yield from _governed(child, depth + 1)


def _inside(noun: Token) -> Token:
    """`on the side of the army`, `in the hands of rebels`: what stands behind a noun that only points."""
    if noun.lower_ in _POINTERS:
        for child in noun.children:
            if child.dep_ == "prep" and child.lower_ == "of":
                return next((grand for grand in child.children if grand.dep_ == "pobj"), noun)
    return noun


def _listed(tokens: Iterator[Token | None] | list[Token]) -> list[Token]:
    return [each for token in tokens if token is not None for each in conjuncts(token)]


def _through(preposition: Token) -> Token | None:
    return next((child for child in preposition.children if child.dep_ == "pobj"), None)


def whose(owner: Token) -> list[Token]:
    """Whom `whose` stands for: the noun before the clause it opens."""
    clause = next((word for word in climb(owner) if word.dep_ == "relcl"), None)
    if clause is not None:
        return conjuncts(clause.head)
    before = owner.doc[owner.i - 2] if owner.i > 1 and owner.nbor(-1).text == "," else owner
    return [before] if before.pos_ in ("NOUN", "PROPN") else []


def _resolved(verb: Token, tokens: list[Token]) -> list[Token]:
    """Lists split, and a relative pronoun replaced by what it stands for."""
    if tokens[0].lower_ in _RELATIVE and tokens[0].tag_ != "DT":
        owner = verb
        while owner.dep_ in ("conj", "xcomp", "ccomp") and owner.head.i != owner.i:
            owner = owner.head
        if owner.dep_ == "relcl":
            return conjuncts(owner.head)
    return _listed(tokens)


def _gap(verb: Token) -> list[Token]:
    """The noun before a clause that has no pronoun: `the boats the navy seized`."""
    doers = children(verb, "nsubj", "nsubjpass")
    if any(owner.lower_ == "whose" for doer in doers for owner in doer.children):
        return []
    taken = [doer.lower_ for doer in doers]
    under = any(grand.lower_ in _RELATIVE for child in children(verb, "prep") for grand in child.children)
    return conjuncts(verb.head) if taken and not set(taken) & _RELATIVE and not under else []


def _lent(verb: Token, depth: int) -> list[Token]:
    """The subject that a verb without one takes from the word above it."""
    head = _finite(verb) if verb.dep_ == "conj" and verb.tag_ in _TENSED else verb.head
    if head.i == verb.i or verb.dep_ not in _CLAUSES | {"amod"}:
        return []
    found = _that(verb) if verb.dep_ in ("ccomp", "conj") else []
    if found or children(verb, "expl") or (verb.dep_ == "ccomp" and verb.tag_ in _TENSED):
        return found
    if verb.dep_ == "pcomp":
        return _of_preposition(head, depth)
    if verb.dep_ in ("acl", "amod", "relcl"):
        return _of_noun(verb, head, depth)
    if head.pos_ == "ADJ" and head.dep_ in ("acomp", "oprd", "conj") and head.head.pos_ in ("VERB", "AUX"):
        return _of_adjective(head, depth)
    return _of_verb(verb, head, depth) if head.pos_ in ("VERB", "AUX") else _to_come(verb)


def _that(verb: Token) -> list[Token]:
    """`a barge that on Friday sank`: the noun before a `that` which the parser takes for a conjunction."""
    marks = [child for child in verb.children if child.dep_ == "mark" and child.lower_ == "that" and child.i]
    return [mark.nbor(-1) for mark in marks if mark.nbor(-1).pos_ in ("NOUN", "PROPN") and mark.nbor(-1).dep_ == "dobj"]


def _to_come(verb: Token) -> list[Token]:
    """`Militia to free nine nurses`: who is to do it, in a headline."""
    doer = verb.head
    bare = doer.dep_ == "ROOT" and doer.pos_ in ("NOUN", "PROPN") and verb.i > 0 and verb.nbor(-1).tag_ == "TO"
    return [doer] if bare and doer.i == verb.i - 2 else []


def _finite(verb: Token) -> Token:
    """`bars them from buying gas and capped the rest`: a verb with a tense is joined to one with a tense."""
    if any(child.dep_ == "aux" for child in verb.children) or verb.head.tag_ in _TENSED | {"VBN", "VB"}:
        return verb.head
    return next((word for word in climb(verb.head) if word.tag_ in _TENSED), verb.head)


def _held(verb: Token, depth: int) -> list[Token]:
    """Whom a verb makes do something; of `accused each other of shelling` both sides."""
    found = objects(verb, depth)
    return subjects(verb, depth) if any(token.lower_ in ("other", "another") for token in found) else found


def _of_verb(verb: Token, head: Token, depth: int) -> list[Token]:
    """`urged the army to leave` lends its object, `agreed to leave` its subject, `villagers heard shelling` nobody."""
    if verb.tag_ == "VBG" and lemma(head) in _telling() and not children(verb, "dobj"):
        return objects(head, depth + 1)
    if verb.dep_ in ("xcomp", "ccomp", "advcl") and lemma(head) in _controlling():
        held = _held(head, depth + 1) or [token for name, token in prepositions(head) if name in ("on", "upon")]
        if held:
            return held
    if passive(head):
        return objects(head, depth + 1)
    return subjects(head, depth + 1)


def _of_adjective(word: Token, depth: int) -> list[Token]:
    """`are ready to talk`, `left them unable to flee`: who is."""
    return _held(word.head, depth + 1) if word.dep_ == "oprd" else subjects(word.head, depth + 1)


def _of_preposition(preposition: Token, depth: int) -> list[Token]:
    """`accused the army of shelling`, `after brokering a deal, Veldania left`."""
    above, name = preposition.head, preposition.lower_
    if above.dep_ in ("acomp", "oprd") and not children(above, "nsubj", "nsubjpass"):
        return subjects(above.head, depth + 1)
    if above.pos_ in ("VERB", "AUX"):
        return _of_governing(above, name, depth)
    above = next((word for word in climb(above) if word.dep_ != "conj"), above)
    if above.dep_ == "dobj" and lemma(above.head) in _controlling() and name in ("of", "from", "for"):
        return _held(above.head, depth + 1)
    if above.dep_ == "dobj" and name == "for" and _answers(above.head):
        return conjuncts(above)
    return children(above, "poss")


def _of_governing(verb: Token, preposition: str, depth: int) -> list[Token]:
    """Whom a verb makes the doer of what follows its preposition: the accused, the punished, else its own doer."""
    if lemma(verb) in _controlling() and preposition in ("of", "from", "with", "for", "into"):
        return _held(verb, depth + 1)
    if preposition == "for" and _answers(verb):
        return objects(verb, depth + 1)
    return objects(verb, depth + 1) if passive(verb) else subjects(verb, depth + 1)


def _answers(verb: Token) -> bool:
    """`fined the firm for selling oil`: whoever it is done to has done what follows `for`."""
    return lemma(verb) in table("events")["blame"]["for"]


def _named(token: Token) -> bool:
    return token.ent_type_ in ("NORP", "GPE", "ORG", "PERSON") or token.lemma_ in (
        "government",
        "rebel",
        "regime",
        "army",
    )


def _whose(noun: Token) -> tuple[str, ...]:
    """How a noun says who is to do it: `a plan by the army to flee`, `the right of soldiers to fire`."""
    return ("by", "of") if noun.lemma_.lower() in _RIGHTS else ("by",)


def _of_noun(verb: Token, noun: Token, depth: int) -> list[Token]:
    """`a plan to seize the dam` (whose plan), `rebels holding the dam`, `caught red-handed selling arms`."""
    if noun.pos_ == "ADJ" and noun.dep_ in ("oprd", "acomp") and noun.head.pos_ == "VERB":
        return objects(noun.head, depth + 1)
    if any(child.tag_ == "TO" for child in verb.children):
        pressed = [token for name, token in prepositions(noun) if name in ("on", "upon") and token.i < verb.i]
        if pressed and noun.lemma_.lower() in _PRESSURE:
            return pressed
        owners = children(noun, "poss") or [c for c in children(noun, "compound", "amod", "nmod") if _named(c)]
        owners = owners or [token for name, token in prepositions(noun) if name in _whose(noun) and token.i < verb.i]
        if owners:
            return owners
        above = governor(noun)
        return subjects(above, 3) if above.pos_ == "VERB" else []
    return conjuncts(noun)
