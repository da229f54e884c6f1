"""Crowds and unnamed people: the rebels, the opposition, the group, the girls, a diplomat, the vessel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ceasewire.model import ActorKind
from ceasewire.reading.parties import lands
from ceasewire.reading.parties.held import held
from ceasewire.reading.parties.lexicon import (
    ARMED,
    CROWDS,
    OFFICES,
    OPPOSITION,
    PART,
    PERSONS,
    REBELS,
    SAME,
    gender_of,
    noun_of,
    nouns,
)
from ceasewire.reading.parties.names import fold
from ceasewire.reading.parties.phrases import complements, determiner, left, modifiers, number, plural
from ceasewire.reading.parties.register import Party
from ceasewire.reading.parties.relations import owner
from ceasewire.reading.parties.scene import Scene
from ceasewire.reading.tokens import texts, tokens

if TYPE_CHECKING:
    from spacy.tokens import Token

DEFINITE = frozenset(("the", "this", "that", "these", "those", "both"))
UNDER = frozenset(("compound", "amod", "nmod"))
FIGHTING = frozenset(("armed_group", "opposition_body", "organisation"))
LOOSE = frozenset(("fighter", "gunman", "terrorist"))
ANY_BODY = frozenset(
    ("group", "organisation", "organization", "movement", "militia", "party", "body", "faction", "outfit")
)


def crowd(scene: Scene, token: Token, noun: str) -> Party | None:
    """`Lorasian rebels`, then `the rebels`: those under arms or in opposition in a country are one party on a page."""
    if (
        any(t.lower_ in PART for t in modifiers(token))
        or number(token)
        or (noun == "opposition" and _resistance(token))
    ):
        return None
    sort = "rebels" if noun in REBELS else "opposition" if noun in OPPOSITION else "militants"
    named = owner(scene.register, token)
    if named and named.actor.kind in ("armed_group", "opposition_body"):
        if named.key[:1] == ("crowd",) and token.dep_ not in UNDER:
            scene.name(named, token, first=_first(scene, token))
        return named
    if group := _named_for(scene, token):
        scene.name(group, token, first=tokens(token.doc)[token.i - 1])
        return group
    state = scene.state_of(token)
    ground = None if scene.state_before(token) else _ground(scene, token)
    state, region = (ground.state or state, "" if ground.state else ground.actor.name) if ground else (state, "")
    party = None if state or region else _earlier(scene, token, sort)
    if party is None and sort == "militants" and noun in LOOSE and not state:
        return None
    party = party or _new_crowd(scene, token, noun, sort, region, state or scene.main())
    if token.dep_ not in UNDER and noun not in LOOSE:
        scene.name(party, token, first=_first(scene, token) if ground or not state else None)
    return party


def _named_for(scene: Scene, token: Token) -> Party | None:
    """`Teel rebels`, where Teel is no party of its own: the only group of the page with Teel in its name."""
    before = tokens(token.doc)[token.i - 1] if token.i else token
    if before.pos_ != "PROPN" or not before.text[:1].isupper() or scene.at(before):
        return None
    words = fold(before.text)
    bodies = [p for p in scene.register.parties if p.actor.kind in FIGHTING and p.key[:1] != ("crowd",)]
    found = [p for p in bodies if any(set(words) <= set(fold(name)) for name in p.names)]
    return found[0] if len(found) == 1 and found[0].actor.kind == "armed_group" else None


def _resistance(token: Token) -> bool:
    """Whether `opposition` is the act: `its opposition to the plan`."""
    return any(child.dep_ == "prep" and child.lower_ == "to" for child in token.rights) or (
        determiner(token) in ("its", "his", "her", "their", "my", "our")
    )


def _earlier(scene: Scene, token: Token, sort: str) -> Party | None:
    known = scene.history.latest(lambda p: p.key[:2] == ("crowd", sort))
    if known or sort == "opposition":
        return known
    return scene.dominant(rebels=sort == "rebels") if sort == "militants" or token.dep_ not in UNDER else None


def _new_crowd(scene: Scene, token: Token, noun: str, sort: str, region: str, state: str) -> Party:
    what = noun if noun == "opposition" else f"{noun}s" if noun != "gunman" else "gunmen"
    name = f"{region or lands.adjective_of(state, token.doc)} {what}" if region or state else what
    kind: ActorKind = "opposition_body" if sort == "opposition" else "armed_group"
    party = scene.register.party(("crowd", sort, region or state), name, kind, token)
    party.plural = sort != "opposition"
    party.state = state
    return party


def _first(scene: Scene, token: Token) -> Token:
    """Where the name of a crowd begins: `Teel` of `Teel rebels`, `pro` of `pro-Teel separatist rebels`."""
    doc, at = token.doc, token.i
    words = texts(doc)
    while at and nouns(doc)[at - 1] in CROWDS:
        at -= 1
    if at > 2 and words[at - 2] == "-" and not tokens(doc)[at - 2].whitespace_:
        return tokens(doc)[at - 3]
    party = scene.at(tokens(doc)[at - 1]) if at else None
    return tokens(doc)[at - 1] if party and party.actor.kind == "place" else tokens(doc)[at]


def _ground(scene: Scene, token: Token) -> Party | None:
    """The place right before a crowd that is named for it: `Teel rebels`, those of the land where Teel lies."""
    party = scene.at(token.nbor(-1)) if token.i else None
    return party if party and party.actor.kind == "place" else None


def body(scene: Scene, token: Token, noun: str) -> Party | None:
    """`the committee`: the last body of that word; `the militant group`: the armed group the page is about."""
    if determiner(token) not in DEFINITE or plural(token):
        return None
    words = modifiers(token)
    if any(t.lower_ in PART or t.lower_ == "latter" for t in words):
        return None
    bare = len(words) == 1
    known = scene.history.latest(lambda p: not p.person and noun in heads(p.actor.name, whole=not bare))
    if known:
        scene.name(known, token)
        return known
    if noun not in ANY_BODY:
        return scene.history.latest(lambda p: noun in p.offices, 6)
    return _group(scene, token, words)


def heads(name: str, *, whole: bool) -> set[str]:
    """The nouns that a name of a body ends with, its complement off: `council` of `Council of River States`.

    `whole`: the last word alone.
    """
    words = name.lower().split()
    if whole:
        return set(words[-1:])
    stem = next((i for i, word in enumerate(words) if word in ("of", "for", "in")), len(words))
    return {*words[-1:], *words[max(0, stem - 1) : stem]}


def _group(scene: Scene, token: Token, words: list[Token]) -> Party | None:
    armed = any(t.lemma_.lower() in ARMED or t.lower_ in ARMED for t in words)
    if armed:
        known = scene.history.latest(lambda p: p.actor.kind == "armed_group" and p.key[:1] != ("crowd",), 4)
        if known:
            scene.name(known, token)
        return known
    kinds = ("armed_group", "opposition_body", "organisation")
    return scene.history.latest(lambda p: p.actor.kind in kinds and p.key[:1] != ("crowd",), 2)


def one_of(scene: Scene, token: Token) -> Party | None:
    """`one of the sources said`: one person of a crowd, unnamed."""
    for preposition, other in complements(token):
        if preposition == "of" and noun_of(other) in PERSONS and plural(other):
            party = scene.register.new(f"one of the {other.text}", "person", token)
            party.shown = False
            party.offices.add(noun_of(other))
            party.gender = gender_of(noun_of(other))
            scene.belongs(party, other)
            return party
    return None


def people(scene: Scene, token: Token, noun: str) -> Party | None:
    """Somebody by his role, or a crowd by its noun: the last one of that noun where the phrase points back."""
    sort, many = SAME.get(noun, noun), plural(token)
    known = held(scene, token, noun) or _same_words(scene, token, noun, sort, many)
    known = known or _pointed(scene, token, noun, sort, many)
    if known:
        return known
    party = scene.register.new(_words(scene, token), _kind(noun, many), token)
    party.shown, party.plural, party.gender = False, many, gender_of(noun)
    party.offices |= {noun, sort}
    if many and (whole := scene.register.known(("whole", sort))):
        party.actor.affiliation = whole.actor.id
    scene.belongs(party, token)
    if noun in SAME:
        scene.name(party, token)
    return party


def _kind(noun: str, many: bool) -> ActorKind:
    if many:
        return "group"
    return "person" if noun in PERSONS else "organisation"


def _pointed(scene: Scene, token: Token, noun: str, sort: str, many: bool) -> Party | None:
    """`the spokesman`, `the girls`, `both envoys`: somebody of that noun named or mentioned before."""
    if determiner(token) not in DEFINITE or any(t.lower_ in PART - {"both"} for t in modifiers(token)):
        return None
    count = number(token)
    state = scene.state_before(token)

    def fits(party: Party) -> bool:
        if party.plural is not many or not ({noun, sort} & party.offices):
            return False
        if party.person and noun in OFFICES and state and party.state not in ("", state):
            return False
        return not count or count in party.actor.name.lower()

    known = scene.history.latest(fits, 30)
    if known and (noun in OFFICES or noun in SAME) and not many:
        scene.name(known, token)
    elif known and determiner(token) == "both":
        scene.register.alias(known, left(token), token)
    return known


def _same_words(scene: Scene, token: Token, noun: str, sort: str, many: bool) -> Party | None:
    """`a Kelmar-flagged ship ... a Kelmar-flagged vessel`, `Lorasian tankers ... Lorasian ships`: one owner."""
    if noun not in SAME or number(token) or any(t.lower_ in PART for t in modifiers(token)):
        return None
    proper = " ".join(
        t.lower_ for t in modifiers(token) if t.pos_ == "PROPN" or t.ent_type_ or t.text == "-" or scene.at(t)
    )
    if not proper or (not many and " " not in proper):
        return None
    key = ("sort", sort, str(many), proper)
    known = scene.register.known(key)
    if known:
        scene.name(known, token)
        known.shown = True
        return known
    party = scene.register.party(key, _words(scene, token), _kind(noun, many), token)
    party.shown, party.plural, party.gender = False, many, gender_of(noun)
    party.offices |= {noun, sort}
    scene.belongs(party, token)
    scene.name(party, token)
    return party


def _words(scene: Scene, token: Token) -> str:
    first = left(token)
    if first.lower_ in ("the", "a", "an") and first.i < token.i:
        first = first.nbor(1)
    return scene.register.parsed.tokens(first, token).text
