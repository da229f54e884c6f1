"""The slots of a trigger and what stands in them: `subject`, `object`, `dative`, `clause`, `poss`, prepositions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from ceasewire.codebook import table
from ceasewire.reading.events import syntax
from ceasewire.reading.events.blame import blamed
from ceasewire.reading.events.brokers import HYPHENS, beside, brokered, brokers, parted
from ceasewire.reading.events.carriers import carrier, carries, carrying_verb
from ceasewire.reading.events.company import NAMES, OWNERS, WHEN, is_actor, is_kind, is_place
from ceasewire.reading.events.governors import negated
from ceasewire.reading.events.lemmas import lemma
from ceasewire.reading.events.swaps import exchanged
from ceasewire.reading.events.victims import harmed, suffered

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ceasewire.reading.events.hit import Hit

Filler = tuple[str, "Token"]
_DEALS = frozenset(["talks", "agreement", "ceasefire", "release"])
_BLAMED = frozenset(["attack", "violation", "seizure", "transfer", "casualties"])
_FAR = frozenset(["in", "at", "near", "to", "from", "with"])
_LETTING = frozenset(["let", "allow", "permit", "enable"])
# Of what is asked or threatened only the time is the asker's.
_ASKING = frozenset(["proposal", "threat", "rejection", "agreement"])
_ASKED_OF = frozenset(["from", "to"])
_UNTIL = frozenset(["by", "before", "within", "until"])
_WHERE = frozenset(["in", "at"])
_NESTED = {"from": frozenset(["to"]), "between": frozenset(["in", "at", "near"])}
_OWNING = frozenset(["of", "by", "from"])
_COMING = frozenset(["attend", "join", "participate", "take", "enter", "go"])
_NEAR = frozenset(["in", "at", "near", "outside", "around"])
# What follows these is what an event is about, and has places of its own.
_TOPICS = frozenset(["on", "about", "over", "for", "to"])
_SIGNING = frozenset(
    ["sign", "broker", "negotiate", "mediate", "initial", "agree", "reach", "conclude", "clinch", "seal"]
)
_MODIFIERS = frozenset(["compound", "nmod", "amod", "nummod", "npadvmod"])
_PASSED_ON = frozenset(["from", "to", "by", "against"])
_OF_OBJECT = frozenset(["of", "on", "against", "from"])


def slots(hit: Hit) -> Iterator[Filler]:
    """Every slot of a trigger with every word that stands in it, lists split."""
    if hit.view.verbal:
        yield from _of_verb(hit)
    else:
        yield from _of_noun(hit)
        yield from _carried(hit)
    for name, token in _paired(hit.view.prepositions):
        if not (name == "of" and hit.view.verbal and token.i < hit.token.i):
            yield name, token
        if name not in _TOPICS or hit.entry.type in ("attack", "transfer") or is_place(token):
            yield from ((inner, far) for inner, far in syntax.prepositions(token) if inner in _NEAR and is_place(far))
        yield from list(_onward([(name, token)]))[1:] if name == "from" else ()
        if name == "of" and not hit.view.verbal:
            yield from ((inner, far) for inner, far in syntax.prepositions(token) if inner in _PASSED_ON)
    clause = hit.view.clause or _said_of(hit.token)
    timed = clause is not None and clause.tag_ == "VBG" and hit.entry.type == "agreement"
    if clause is not None and not timed and "clause" in hit.entry.frame:
        yield "clause", clause


def _paired(found: list[Filler]) -> Iterator[Filler]:
    """`between envoys of the army and agents of the rebels`: two, where the parser hangs the second on the army."""
    alone = sum(name == "between" for name, _ in found) == 1
    for name, token in found:
        yield name, token
        inner = [far for of, far in syntax.prepositions(token) if of == "of"] if alone and name == "between" else []
        yield from ((name, _behind_of(far, inner[0])) for far in inner[1:])


def _behind_of(far: Token, near: Token) -> Token:
    """Whom agents are of, where the parser gives their `of` to the word they are joined to."""
    own = any(name == "of" for name, _ in syntax.prepositions(far))
    return far if own else next((of for name, of in syntax.prepositions(near) if name == "of" and of.i > far.i), far)


def _of_verb(hit: Hit) -> Iterator[Filler]:
    verb, found = hit.token, syntax.objects(hit.token)
    for token in hit.view.subjects:
        yield from _of_subject(hit, token)
    for token in found:
        yield from (("object", held) for held in _held(hit, token))
        yield from _onward(pair for pair in syntax.prepositions(token) if pair[0] in _reach(hit, token))
        yield from _owners(token) if "object_of" in hit.entry.frame else ()
        yield from _behind(token)
    yield from (("dative", token) for token in syntax.datives(verb))
    if hit.entry.type == "release":
        yield from (("in_exchange", token) for one in [verb, *found] for token in exchanged(one))
    yield from _of_clause(hit, bool(found))
    yield from _of_governor(hit)


def _held(hit: Hit, token: Token) -> list[Token]:
    """`took control of the town`: what is under control is won."""
    of = [inner for name, inner in syntax.prepositions(token) if name == "of"]
    return of if of and token.lemma_ == "control" and hit.entry.type == "advance" else [token]


def _onward(pairs: Iterable[Filler]) -> Iterator[Filler]:
    """`from the port of Osten to Orsa`, `between the army and the rebels in Osten`: what the last word holds too."""
    for name, token in pairs:
        yield name, token
        inner = _NESTED.get(name, frozenset())
        yield from (pair for pair in syntax.prepositions(token) if pair[0] in inner)


def _of_subject(hit: Hit, token: Token) -> Iterator[Filler]:
    """The doer; of `rebel mortars`, `jets of the alliance` and `UN lorries` also whose they are."""
    craft = [*_flown_by(token)] if hit.entry.type == "attack" and is_kind(token, "warcraft") else []
    if not craft:
        yield "subject", token
    if "subject_of" in hit.entry.frame:
        yield from (("subject_of", owner) for _, owner in _owners(token))
    arms = is_kind(token, "munition") or is_kind(token, "guns")
    if craft or (hit.entry.type == "attack" and arms and not is_actor(token)):
        yield "weapon", token
        yield from (("gunner", owner) for owner in [*syntax.children(token, *OWNERS), *_flown_by(token)])


def _flown_by(arms: Token) -> Iterator[Token]:
    """`jets belonging to the alliance`, `planes from the alliance`: whose arms they are."""
    yield from (owner for name, owner in syntax.prepositions(arms) if name in ("of", "from") and is_actor(owner))
    for clause in syntax.children(arms, "acl"):
        if lemma(clause) == "belong":
            yield from (owner for name, owner in syntax.prepositions(clause) if name == "to")


def _of_clause(hit: Hit, filled: bool) -> Iterator[Filler]:
    """What the clause that completes a verb says of it: whom it is asked of, what it lets in."""
    clause = hit.view.clause
    if not filled and clause is not None:
        asked = hit.entry.type in _ASKING
        yield from (("asked" if asked else "object", token) for token in hit.view.objects)
        yield from (pair for pair in syntax.prepositions(clause) if not asked or pair[0] in _UNTIL)
    if "clause_object" in hit.entry.frame:
        clauses = [clause, *syntax.kept_from(hit.token)]
        yield from (("clause_object", token) for each in clauses if each for token in syntax.objects(each))


def _of_governor(hit: Hit) -> Iterator[Filler]:
    """What the word above a verb lends: who lets it happen, where it is."""
    verb, head = hit.token, hit.token.head
    if verb.dep_ == "relcl" and any(child.lower_ == "where" for child in verb.children):
        yield "in", head
    if verb.dep_ in ("ccomp", "xcomp") and lemma(head) in _LETTING and "goods" in hit.entry.frame.get("subject", ()):
        yield from (("letting", token) for token in syntax.subjects(head))
    if verb.dep_ in ("xcomp", "conj") or (verb.dep_ == "acl" and head.pos_ == "NOUN"):
        yield from (pair for pair in syntax.prepositions(head) if pair[0] in _WHERE)


def _reach(hit: Hit, token: Token) -> frozenset[str]:
    """Which phrases beside an object are the verb's too: of a person before the verb (`a man from Osten was held`) only
    where he was, of what is asked for (`demanded a truce with the rebels`) only whom it is asked of."""
    if token.dep_ == "pobj":
        return frozenset()
    if token.i < hit.token.i:
        return _WHERE
    return _ASKED_OF if hit.entry.type in _ASKING and hit.entry.type != "agreement" else _FAR


def _behind(noun: Token) -> Iterator[Filler]:
    """`negotiate the surrender of the town with Orsa`: a `with` that the parser hangs two nouns too low."""
    for name, inner in syntax.prepositions(noun):
        if name == "of":
            yield from ((far, token) for far, token in syntax.prepositions(inner) if far in ("with", "from"))


def _owners(goods: Token) -> Iterator[Filler]:
    """`turned back nine trucks of the charity`, `the charity's trucks`: whose the goods are."""
    yield from (("object_of", token) for name, token in syntax.prepositions(goods) if name in _OWNING)
    owners = syntax.children(goods, *OWNERS)
    yield from (("object_of", token) for token in owners if token.ent_type_ in NAMES or is_kind(token, "war_side"))


def _of_noun(hit: Hit) -> Iterator[Filler]:
    """`the army's raid on Osten`, `Veldanian air strikes`, `the Osten talks`."""
    noun = hit.token
    if noun.pos_ == "ADJ" and noun.dep_ == "acomp":
        yield from (("subject", token) for token in syntax.subjects(noun.head))
    if hit.entry.part == "adjective" or hit.entry.needs.get("numbered"):
        yield from (("object", token) for token in _counted(noun))
    doing = {name for name, _ in hit.view.prepositions} & _OF_OBJECT and hit.entry.frame.get("object")
    slot = "subject" if doing and "subject" in hit.entry.frame else "poss"
    for child in noun.children:
        if child.dep_ == "poss":
            yield from ((slot, token) for token in _owning(child))
        elif child.dep_ in _MODIFIERS and _names(child):
            yield from (("modifier", token) for token in syntax.conjuncts(child))
            yield from (("gunner", owner) for owner in syntax.children(child, *OWNERS) if owner.ent_type_ in NAMES)


def _owning(owner: Token) -> list[Token]:
    """Whose an event is: of `its` who does the verb above (`repeated its demand`), unless that is said (`held its
    first meeting`)."""
    if owner.lower_ == "whose":
        return syntax.whose(owner)
    noun = owner.head
    if owner.tag_ != "PRP$" or noun.dep_ != "dobj" or noun.head.pos_ != "VERB":
        return syntax.conjuncts(owner)
    doers = [token for token in syntax.subjects(noun.head) if is_actor(token)]
    if doers and carries(noun.head):
        return []
    return doers if owner.lower_ in ("its", "their") and len(doers) == 1 else syntax.conjuncts(owner)


def _counted(word: Token) -> list[Token]:
    """`nine dead`, `left nine villagers dead`, `nine villagers were wounded`: how many."""
    before = word.nbor(-1) if word.i else word
    if before.pos_ == "NOUN" and before.i != word.i:
        return [before]
    numbers = [child for child in word.children if child.pos_ == "NUM"]
    return numbers or ([before] if before.pos_ == "NUM" else [])


def _names(token: Token) -> bool:
    """Whether a word before a noun says whose it is, and is no half of `house-to-house`."""
    around = {token.doc[i].text for i in (token.i - 1, token.i + 1) if 0 <= i < len(token.doc)}
    if any(word.lower_ in brokered() for word in token.doc[token.i + 1 : token.i + 5]):
        return False
    if around & HYPHENS:
        return token.ent_type_ in NAMES | WHEN
    return token.pos_ in ("PROPN", "NOUN") or token.ent_type_ == "NORP" or is_kind(token, "fighting_side")


def _carried(hit: Hit) -> Iterator[Filler]:
    """What the carrying verb lends; who only obeys or breaks a rule does not make it."""
    verb = carrying_verb(hit.token)
    made = hit.entry.type != "designation" or (verb is not None and lemma(verb) in table("realis")["making"]["verbs"])
    turned = _turned(hit, verb)
    if verb is not None:
        yield from _of_doer(hit, verb, turned)
    for slot, token in _onward(carrier(hit.token, hit.entry.type != "designation")):
        if (slot != "subject" or (made and not turned)) and not (slot in _WHERE and _only_signed(hit, verb)):
            yield slot, token
    yield from _told_beside(hit)


def _of_doer(hit: Hit, verb: Token, turned: str | None) -> Iterator[Filler]:
    """The doer of the carrying verb, where he does not do the event: `Orsa accepted a proposal`, `let oil flow`."""
    slot = turned or ("letting" if lemma(verb) in _LETTING and "letting" in hit.entry.frame else None)
    if slot:
        yield from ((slot, token) for token in syntax.subjects(verb))


def _told_beside(hit: Hit) -> Iterator[Filler]:
    """Who is blamed for it, whom it hit and who brokered it, as other words of the sentence say."""
    kind = hit.entry.type
    if kind in _BLAMED:
        yield from (("subject", token) for token in blamed(hit.token))
    if kind == "attack":
        yield from harmed(hit.token)
        yield from suffered(hit.token)
    if kind in _DEALS:
        yield from (("mediator", token) for token in brokers(hit.token))
        yield from (("between", token) for token in parted(hit.token))
        yield from (("subject", token) for token in (beside(hit.token) if kind == "talks" else ()))
    if kind == "violation" and hit.token.dep_ == "pobj" and hit.token.head.lower_ == "in":
        yield from (("subject", token) for token in syntax.subjects(syntax.governor(hit.token)))
    if kind == "attack" and hit.view.clause is not None:
        yield from (("against", token) for token in syntax.objects(hit.view.clause))


def _turned(hit: Hit, verb: Token | None) -> str | None:
    """Which slot the doer of the carrying verb stands in, where he is not the doer: `Orsa accepted a proposal`."""
    rows = table("events")["turned"].get(hit.entry.type or "", []) if verb is not None else []
    if verb is not None and hit.entry.type == "talks" and lemma(verb) in _COMING and negated(verb):
        return "none"
    return next((str(row["slot"]) for row in rows if verb is not None and lemma(verb) in row["verbs"]), None)


def _only_signed(hit: Hit, verb: Token | None) -> bool:
    """`a truce signed in Osten` need not hold there."""
    return hit.entry.type == "ceasefire" and verb is not None and lemma(verb) in _SIGNING


def _said_of(noun: Token) -> Token | None:
    """`their demand is that he leave`: the clause that says what a noun is."""
    if noun.dep_ != "nsubj" or noun.head.lemma_ != "be":
        return None
    clauses = [child for child in noun.head.children if child.dep_ in ("ccomp", "xcomp", "advcl") and child.i > noun.i]
    clauses.sort(key=lambda child: child.dep_ == "advcl")
    return next((child for child in clauses if not _aside(child)), None)


def _aside(clause: Token) -> bool:
    """`as the paper reported`, `because they can`: no part of what is demanded."""
    return any(child.dep_ == "mark" and child.lower_ not in ("that", "for") for child in clause.children)
