"""One walk through a page: phrases without a name and pronouns to the parties they mean."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ceasewire.reading.parties.brackets import RENAMES, glossed, rename
from ceasewire.reading.parties.crowds import body, crowd, one_of, people
from ceasewire.reading.parties.governments import country, government, office
from ceasewire.reading.parties.held import show, some_of
from ceasewire.reading.parties.history import MARKS
from ceasewire.reading.parties.lexicon import (
    ARMED,
    BACKING,
    BODIES,
    COUNTRY,
    CROWDS,
    GOVERNMENT,
    LEADING,
    MILITANTS,
    NOUNS,
    OFFICES,
    PARTING,
    PERSONS,
    RANKS,
    REBELS,
    SAME,
    SPEAKS,
    STATE_OFFICE,
    TOWN,
    WAR,
    gender_of,
    noun_of,
    nouns,
)
from ceasewire.reading.parties.phrases import appositions, complements, determiner, is_subject, left, number, plural
from ceasewire.reading.parties.pronouns import pronoun
from ceasewire.reading.parties.register import Party, place
from ceasewire.reading.parties.relations import backing, hyphened, led, owner, parting
from ceasewire.reading.parties.scene import TWICE, Scene
from ceasewire.reading.parties.sides import SIDE_NOUNS, name_regions, note_sides, one_of_two, one_side, sides
from ceasewire.reading.parties.troops import TROOPS, troops
from ceasewire.reading.tokens import lemmas, lows, parts, starts, texts, tokens

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

NAMED = frozenset(("armed_group", "opposition_body", "group", "organisation", "outlet", "monitor"))
UNDER = frozenset(("compound", "amod", "nmod"))
ARMS = REBELS | MILITANTS | ARMED
OWNED = BODIES | MILITANTS | REBELS
STATES_SHOWN = WAR | GOVERNMENT | {"army"}
OFTEN = 6  # weight of a state from which on a page is about it: three times named
SERVED = frozenset(("for", "to", "of", "in"))
FAR = 6  # words between an office and a name behind the land it is for
NEXT = 2  # sentences; a new paragraph counts for one
RULING = frozenset(("minister", "president"))
BESIDE = frozenset(("neighbour", "neighbor", "ally", "giant"))  # what a state is called beside its name
ROLES = NOUNS | TROOPS | BODIES | GOVERNMENT | STATE_OFFICE | COUNTRY | TOWN | SIDE_NOUNS | BESIDE | {"insurgency"}
TELLING = {**dict.fromkeys(("NOUN", "PROPN", "ADJ"), ROLES), "VERB": BACKING | PARTING | RENAMES | LEADING}


def walk(scene: Scene, docs: Sequence[Doc]) -> None:
    """Resolve every paragraph in order."""
    for doc in docs:
        survey(scene, doc)
    _battlegrounds(scene)
    scene.focus = next((state for state, _ in scene.weights.most_common(1)), "")
    for doc in docs:
        scene.history.turn()
        for token in _telling(scene, doc):
            resolve(scene, token)
        scene.settle()
    name_regions(scene)
    one_side(scene)
    serve(scene)
    note_sides(scene, docs)
    show(scene)


def serve(scene: Scene) -> None:
    """`Defence Minister Emil Hok` without a land: of the one state that the page is about."""
    often = scene.weights[scene.main()] >= OFTEN
    state = scene.register.known(("state", scene.main())) if often else None
    for party in scene.register.parties if state else ():
        if (
            party.person
            and party.shown
            and party.actor.affiliation is None
            and party.offices & RULING
            and not party.state
        ):
            party.actor.affiliation = state.actor.id if state else None


def _telling(scene: Scene, doc: Doc) -> Iterator[Token]:
    """The words of a paragraph that may mean a party, in order; the history keeps count of all others."""
    known, words = tokens(doc), nouns(doc)
    firsts, row = frozenset(starts(doc)), scene.register.row(doc)
    for at, (part, low) in enumerate(zip(parts(doc), lows(doc), strict=True)):
        if at in firsts or low in MARKS:
            scene.history.step(known[at])
        if at in row or part in ("PRON", "NUM") or low == "another" or words[at] in TELLING.get(part, ()):
            yield known[at]


def survey(scene: Scene, doc: Doc) -> None:
    """Note which states the page is about, and those with a war inside: with rebels, an opposition or a regime."""
    for at, noun in enumerate(nouns(doc)):
        if noun in STATES_SHOWN and parts(doc)[at] in ("NOUN", "PROPN", "ADJ"):
            state = scene.state_before(tokens(doc)[at])
            if state:
                scene.weights[state] += 4
            if state and noun in WAR:
                scene.split.add(state)


def _battlegrounds(scene: Scene) -> None:
    """A page that names a group of rebels is about the land that it fights in."""
    for party in scene.register.parties:
        if party.land:
            scene.weights[party.land] += min(party.mentions, TWICE)


def resolve(scene: Scene, token: Token) -> None:
    """Find the party of one token and remember the mention."""
    party = scene.at(token)
    named = party is not None
    if party is None and token.pos_ == "PRON":
        party = pronoun(scene, token)
    elif party is None and token.pos_ in ("NOUN", "PROPN", "ADJ"):
        party = noun_party(scene, token)
    elif token.pos_ == "VERB":
        _verb(scene, token)
    party = party or _number(scene, token)
    if party:
        if party.person and party.shown and is_subject(token):
            _unmask_lead(scene, token, party)
        scene.register.mark([token], party)
        scene.history.push(party, token)
        if token.pos_ in ("NOUN", "PROPN"):
            describe(scene, token, party, named)


def _number(scene: Scene, token: Token) -> Party | None:
    """`one of the envoys said`, `21 of the girls`."""
    if token.lower_ in ("one", "another"):
        return one_of(scene, token) if token.dep_ in ("nsubj", "nsubjpass") else None
    return some_of(scene, token) if token.pos_ == "NUM" else None


def _verb(scene: Scene, token: Token) -> None:
    if token.lemma_ in BACKING:
        backing(scene.register, token)
    elif token.lemma_ in PARTING:
        parting(scene.register, token)
    elif token.lemma_ in LEADING:
        led(scene.register, token)
    else:
        rename(scene.register, token)


def noun_party(scene: Scene, token: Token) -> Party | None:
    """The party that a common noun stands for, by the first rule that knows the noun."""
    noun = noun_of(token)
    named = beside_name(scene, token, noun)
    if named:
        return named
    under = token.dep_ in UNDER
    if noun in GOVERNMENT:
        return government(scene, token, noun)
    if noun in TROOPS and (those := troops(scene, token)):
        return those
    if noun in STATE_OFFICE:
        return office(scene, token, noun) or (None if under else body(scene, token, noun))
    if noun in CROWDS and (plural(token) or noun == "opposition" or (under and noun not in MILITANTS)):
        return crowd(scene, token, noun)
    return None if under else _other_noun(scene, token, noun)


def _other_noun(scene: Scene, token: Token, noun: str) -> Party | None:
    if known := sides(scene, token) or (one_of_two(scene, token) if noun == "side" else None):
        return known
    if noun in COUNTRY:
        return country(scene, token, noun)
    if noun == "insurgency" and determiner(token) == "the" and (known := scene.dominant()):
        scene.name(known, token)
        return known
    if noun in BODIES and not plural(token):
        return body(scene, token, noun)
    if noun in PERSONS or noun in SAME:
        return people(scene, token, noun)
    return _place_of(scene, token) or _place_again(scene, token, noun) if noun in TOWN else None


def _place_of(scene: Scene, token: Token) -> Party | None:
    """`the village of Teel`: the place of that name."""
    found = [scene.at(other) for preposition, other in complements(token) if preposition == "of"]
    return next((party for party in found if party and party.actor.kind == "place"), None)


def _place_again(scene: Scene, token: Token, noun: str) -> Party | None:
    """`the peninsula` after `the Velan Peninsula`; `the city`, `the town`: the last place."""
    if determiner(token) not in ("the", "this", "that") or plural(token):
        return None
    known = scene.history.latest(lambda p: p.actor.kind == "place" and p.actor.name.lower().split()[-1:] == [noun], 30)
    if known:
        scene.name(known, token)
        return known
    if noun not in ("city", "town", "village", "enclave") or scene.state_before(token):
        return None
    return scene.history.latest(lambda p: p.actor.kind == "place" and not p.plural, 2)


# ---- a noun and a name side by side ------------------------------------------------------------------
def beside_name(scene: Scene, token: Token, noun: str) -> Party | None:
    """A noun and the name it describes: `the militant group Red Dawn`, `the Red Dawn movement`, `Ana Velan, envoy`."""
    return (
        _name_behind(scene, token, noun)
        or _apposed(scene, token, noun)
        or _name_before(scene, token, noun)
        or _name_after(scene, token, noun)
    )


def _name_behind(scene: Scene, token: Token, noun: str) -> Party | None:
    """`UN envoy for Lorasia Emil Hok`: a name that follows on a land or a body without a comma."""
    doc, at = token.doc, token.i + 1
    if noun not in OFFICES or at >= len(doc) or lows(doc)[at] not in SERVED:
        return None
    row, pos = scene.register.row(doc), parts(doc)
    for i in range(at + 1, min(at + FAR, len(doc))):
        party, before = row.get(i), row.get(i - 1)
        if party and party.person:
            known = before is not None and not before.person and lows(doc)[i - 1] not in OFFICES
            field = noun == "minister" and all(part == "PROPN" for part in pos[at + 1 : i])
            return party if known or field else None  # `Minister for Internal Security Emil Hok`
        if pos[i] not in ("PROPN", "ADJ", "NOUN", "DET"):
            return None
    return None


def _apposed(scene: Scene, token: Token, noun: str) -> Party | None:
    for other in [*appositions(token), *([token.head] if token.dep_ == "appos" else [])]:
        party = scene.at(other)
        if party and party.shown and _fits(party, token, noun):
            if party.person and determiner(token) == "the" and other.i > token.i:
                _unmask(scene, party, noun)
            return party
    return None


def _unmask(scene: Scene, party: Party, noun: str) -> None:
    """`a spokesman said ... said the spokesman, Emil Hok`: the one mentioned before is the one named now."""
    earlier = scene.history.latest(lambda p: p.person and not p.shown and noun in p.offices and not p.plural, 8)
    if earlier and earlier.seen:
        head = earlier.seen[0]
        scene.name(party, head, last=_complemented(head))
        scene.register.join(party, earlier)


def _unmask_lead(scene: Scene, token: Token, party: Party) -> None:
    """`A ministry spokesman said on Monday.` / `Col. Emil Hok was answering`: the next sentence names him."""
    bare = len(party.actor.name.split()) == 1 and not party.offices
    if party.offices - RANKS or place(token) > party.first or bare:
        return
    for seen in scene.history.back(lambda p: p.person and p is not party, 1):
        head = seen.party.seen[0]
        near = scene.history.sentence - seen.sentence <= NEXT
        if near and seen.speaker and not seen.party.shown and _may_be_named(scene, head, token):
            scene.name(party, head, last=_complemented(head))
            scene.register.join(party, seen.party)
        if seen.speaker:
            return


def _may_be_named(scene: Scene, token: Token, name: Token) -> bool:
    """Whether a speaker without a name is likely to get one: a spokesman, `Lorasia's foreign minister`."""
    noun = noun_of(token)
    bare = name.dep_ != "appos" and not any(child.dep_ == "appos" for child in name.children)
    state = owner(scene.register, token) if noun in OFFICES and determiner(token) in ("'s", "the") else None
    ruling = state is not None and state.actor.kind == "state" and not plural(token)
    return bare and (noun in SPEAKS or ruling)


def _complemented(head: Token) -> Token:
    """The end of `spokesman for the Red Front`."""
    for child in head.rights:
        if child.dep_ == "prep" and child.lower_ in ("of", "for") and child.i == head.i + 1:
            return child.right_edge if child.right_edge.i - child.i < 8 else head
    return head


def _name_before(scene: Scene, token: Token, noun: str) -> Party | None:
    """`the Red Dawn movement`, `Red Dawn militants`, `the Red Dawn rebel group`."""
    if noun not in OWNED or number(token) or token.dep_ in ("appos", "compound"):
        return None
    at, words = token.i - 1, lemmas(token.doc)
    while at > 0 and (words[at] in ARMS or words[at] == "news"):
        at -= 1
    party = scene.at(tokens(token.doc)[at]) if at >= 0 else None
    if party is None or (noun in BODIES and plural(token)):
        return None
    start = _name_start(scene, tokens(token.doc)[at], party)
    if not _owns(party, start) or hyphened(tokens(token.doc)[at]):
        return None
    if determiner(token) in ("a", "an", "one", "some"):
        return None
    if noun not in ("fighter", "force", "insurgency"):
        scene.name(party, token, first=start)
    return party


def _owns(party: Party, token: Token) -> bool:
    return (
        token.pos_ != "PRON"
        and party.actor.kind in NAMED
        and party.key[:1] not in (("people",), ("crowd",))
        and not hyphened(token)
    )


def _name_start(scene: Scene, token: Token, party: Party) -> Token:
    while token.i and scene.at(token.nbor(-1)) is party:
        token = token.nbor(-1)
    return token


def _name_after(scene: Scene, token: Token, noun: str) -> Party | None:
    """`the militant group Red Dawn`, `foreign minister Ana Velan`."""
    doc, after = token.doc, token.i + 1
    words, count = texts(doc), len(doc)
    while after < count and words[after] in ("“", '"', "‘", "'"):
        after += 1
    while after < count - 1 and lows(doc)[after] in RANKS and words[after][:1].isupper():
        after += 1
    party = scene.register.row(doc).get(after)
    if party is None or not _fits(party, token, noun) or tokens(doc)[after].is_sent_start:
        return None
    if party.person and token.dep_ not in ("compound", "nmod", "appos", "amod") and token.head.i != after:
        return None
    if party.actor.kind in NAMED and after == token.i + 1:
        first = left(token)
        first = first if first.pos_ != "DET" else first.nbor(1)
        scene.name(party, token, first=first, last=_name_end(scene, tokens(doc)[after], party))
    return party


def _name_end(scene: Scene, token: Token, party: Party) -> Token:
    while token.i + 1 < len(token.doc) and scene.at(token.nbor(1)) is party:
        token = token.nbor(1)
    return token


def _fits(party: Party, token: Token, noun: str) -> bool:
    if party.person:
        return noun in PERSONS and not plural(token)
    if party.actor.kind == "state":
        return noun in COUNTRY or noun in BESIDE
    if party.actor.kind == "place":
        return noun in TOWN
    armed = party.actor.kind == "armed_group" and noun in REBELS and token.dep_ in UNDER
    return (noun in BODIES or noun in SAME or armed) and not plural(token)


def describe(scene: Scene, token: Token, party: Party, named: bool) -> None:
    """What a noun says of its party: office, gender, sort of thing, affiliation; words of its name say nothing."""
    noun = noun_of(token)
    if not named:
        glossed(scene.register, token, party)
    if party.person and noun in PERSONS and not plural(token) and not named:
        party.offices.add(noun)
        party.gender = party.gender or gender_of(noun)
        scene.belongs(party, token)
    elif party.person and token.dep_ not in ("compound", "nmod"):
        scene.belongs(party, token)
    elif noun in SAME and not party.person:
        party.offices |= {noun, SAME[noun]}
    elif noun in BODIES and not named and party.actor.kind not in ("state", "government", "place"):
        party.offices.add(noun)
        scene.belongs(party, token)
