"""Governments and their parts: the regime, the authorities, Lorasia's foreign ministry, the ministry, the country."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ceasewire.reading.parties import lands
from ceasewire.reading.parties.lexicon import (
    ADDRESS,
    GENERIC,
    GOVERNMENT,
    MONITORS,
    NAMELESS,
    OFFICE_KINDS,
    OTHER_RULE,
    PART,
    PERSONS,
    TOPIC,
    noun_of,
)
from ceasewire.reading.parties.phrases import complements, determiner, modifiers, number, plural
from ceasewire.reading.parties.register import Party
from ceasewire.reading.parties.scene import Scene
from ceasewire.reading.tokens import tokens

if TYPE_CHECKING:
    from spacy.tokens import Token

FORCES = frozenset(("security forces", "armed forces", "defence forces", "defense forces"))
ARMS = frozenset(("military", "army", "navy", "police", "force"))
AT_HOME = ARMS | {"parliament", "cabinet", "coastguard"}
UNDER = frozenset(("compound", "amod", "nmod"))
INDEFINITE = frozenset(("a", "an", "any", "no", "every", "each", "another"))


def government(scene: Scene, token: Token, noun: str) -> Party | None:
    """`the regime`, `Lorasian authorities`, `the Hok administration`: the government of a state.

    Bare, it is the government that the page speaks of: the last one of a war inside, else that of the page's own state.
    """
    words = modifiers(token)
    if (noun == "authority" and not plural(token)) or determiner(token) in INDEFINITE:
        return None
    if noun in ("regime", "authority", "administration") and any(
        t.dep_ in ("compound", "amod") and t.pos_ == "NOUN" and t.head == token and scene.at(t) is None for t in words
    ):
        return None
    if any(t.lower_ in OTHER_RULE for t in words):
        return None
    led = _leader(scene, token)
    state = scene.state_of(token) or (_led(scene, token, led) if led else "")
    if led and not state:
        return None
    party = scene.ruling(state, token) if state else _bare(scene, token, noun)
    if party:
        _name(scene, party, token)
    return party


def _name(scene: Scene, party: Party, token: Token) -> None:
    """Record `regime`, or `Lorasian government` where the state stands right before it."""
    if token.dep_ in ("compound", "nmod") and noun_of(token.head) in GOVERNMENT:
        return
    first = token
    for before in reversed(tokens(token.doc)[max(0, token.i - 6) : token.i]):
        other = scene.at(before)
        if other is party or (other and other.actor.kind in ("state", "person")):
            first = before
        elif before.text not in ("'s", "’s", "’", "'"):
            break
    scene.name(party, token, first=first, last=_ruled(scene, token))


def _ruled(scene: Scene, token: Token) -> Token | None:
    """The last word of the land in `the government of Lorasia`; None where no land follows."""
    lands_after = (other for preposition, other in complements(token) if preposition == "of" and scene.at(other))
    land = next((other for other in lands_after if other.i - token.i < 4), None)
    return land if land is not None and scene.state_after(token) else None


def _leader(scene: Scene, token: Token) -> Party | None:
    """The person of `the Hok regime`, `the government of Emil Hok`, `Hok's army`."""
    of = [scene.at(t) for prep, t in complements(token) if prep in ("of", "under")]
    found = [*(scene.at(t) for t in modifiers(token)), *of]
    return next((party for party in found if party and party.person), None)


def _led(scene: Scene, token: Token, leader: Party) -> str:
    """The state of `the Hok regime`: the leader's own, else the page's."""
    abroad = noun_of(token) == "administration" and scene.focus != scene.only_split()
    state = _state(scene, leader) or (scene.focus if abroad else scene.only_split())
    if state and leader.actor.affiliation is None:
        leader.actor.affiliation = scene.register.state(state, token).actor.id
    return state


def _state(scene: Scene, person: Party) -> str:
    if person.actor.affiliation is None:
        return ""
    other = scene.register.by_id(person.actor.affiliation)
    return other.key[1] if other.key[:1] == ("state",) else ""


def _bare(scene: Scene, token: Token, noun: str) -> Party | None:
    named = scene.history.latest(_has_administration) if noun == "administration" else None
    ruled = named or scene.history.latest(lambda p: p.key[:1] == ("government",))
    home = scene.home()
    return ruled or (scene.ruling(home, token) if home else None)


def _has_administration(party: Party) -> bool:
    return any(name.lower().endswith(" administration") for name in party.names)


def office(scene: Scene, token: Token, noun: str) -> Party | None:
    """`Lorasia's foreign ministry`, `the army`, then `the ministry`: a part of a state.

    `the rebels' military chief`, `a military parade`, `his army` speak of no state's.
    """
    if (plural(token) and noun not in ("force", "police")) or number(token):
        return None
    what = _what(scene, token, noun)
    if noun == "force" and what not in FORCES:
        return None
    leader = _leader(scene, token)
    state = scene.state_of(token) or (_state(scene, leader) if leader else _above(scene, token))
    if not state and (leader or _of_body(scene, token) or _of_others(scene, token)):
        return None
    under = token.dep_ in UNDER
    if not state and (under or determiner(token) in ("the", "this", "that")) and (known := _again(scene, what)):
        if not under:
            scene.name(known, token)
        return known
    if determiner(token) in INDEFINITE or (not state and noun not in AT_HOME and " " not in what):
        return None
    state = state or _at_home(scene, noun)
    return _part(scene, token, state, what) if state and not (noun == "intelligence" and what == noun) else None


def _at_home(scene: Scene, noun: str) -> str:
    """The state whose army `the army` is: the one at war inside, else the one that acted last."""
    return (scene.only_split() if noun in ARMS else "") or scene.near()


def _above(scene: Scene, token: Token) -> str:
    """The state of `Lorasia's chief of defence forces`."""
    of = token.dep_ == "pobj" and token.head.lower_ == "of"
    above = token.head.head if of else token
    return scene.state_before(above) if of and above.pos_ == "NOUN" else ""


def _of_others(scene: Scene, token: Token) -> bool:
    """Whether a force is not a state's: `his army`, `the rebels' military chief`, `a military coalition`."""
    owner = next((scene.at(child) for child in token.lefts if child.dep_ == "poss"), None)
    if owner and owner.actor.kind not in ("state", "government"):
        return True
    if noun_of(token) != "military" or token.dep_ not in UNDER:
        return False
    head = token.head
    served = noun_of(head) in PERSONS and noun_of(head) not in TOPIC | MONITORS
    others = (scene.at(other) for other in modifiers(head) if other.i < token.i)
    return not served or any(other and other.actor.kind not in ("state", "government", "place") for other in others)


def _of_body(scene: Scene, token: Token) -> bool:
    """`the U.N. piracy court`, `the Teel assembly`: of a body or a place that is no state."""
    for other in modifiers(token):
        party = scene.at(other)
        if party and party.actor.kind in ("organisation", "opposition_body", "armed_group", "place"):
            return True
        named = other.pos_ == "PROPN" and other.text[:1].isupper() and other.lower_ not in NAMELESS | OFFICE_KINDS
        if party is None and named:
            return True
    return False


def _what(scene: Scene, token: Token, noun: str) -> str:
    words = [t.lower_ for t in modifiers(token) if not scene.at(t) and t.pos_ in ("ADJ", "NOUN", "PROPN")]
    words = [word for word in words if word not in ADDRESS]
    adjectives = {t.lower_ for t in modifiers(token) if t.pos_ == "ADJ" or t.lower_ in GENERIC}
    words = [word for word in words if word not in PART and (word not in adjectives or word in OFFICE_KINDS)]
    if noun in ("ministry", "department") and not words:
        words = _field(token)
    return " ".join([*words, "forces" if noun == "force" else noun])


def _field(token: Token) -> list[str]:
    """What a ministry is for: `foreign` of `the Ministry of Foreign Affairs`."""
    for preposition, other in complements(token):
        if preposition in ("of", "for") and other.text[:1].isupper():
            words = [t.lower_ for t in (*modifiers(other), other) if t.lower_ not in ("affairs", "the", "affair")]
            return words[:2]
    return []


def _part(scene: Scene, token: Token, state: str, what: str) -> Party:
    what = what.replace("defense", "defence")
    party = scene.register.party(
        ("office", state, what), f"{lands.adjective_of(state, token.doc)} {what}", "government", token
    )
    party.offices.add(what.split()[-1])
    party.actor.affiliation = scene.register.state(state, token).actor.id
    scene.name(party, token)
    return party


def _again(scene: Scene, what: str) -> Party | None:
    """The last body whose name ends with these words; `the army` is never a group's."""
    wanted, forces = what.split(), what in ARMS or what in FORCES

    def fits(party: Party) -> bool:
        if party.person or (forces and party.actor.kind != "government"):
            return False
        return any(name.lower().split()[-len(wanted) :] == wanted for name in (party.actor.name, *party.names))

    return scene.history.latest(fits)


def country(scene: Scene, token: Token, noun: str) -> Party | None:
    """`the country`, `the landlocked nation`, `the Lorasian state`: a state named before."""
    state = scene.state_before(token)
    if state and noun == "state" and determiner(token) == "the" and token.nbor(-1).pos_ in ("ADJ", "PROPN"):
        party = scene.register.state(state, token)
        scene.name(party, token)
        return party
    if state or plural(token) or determiner(token) not in ("the", "this", "that") or _qualified(token, noun):
        return None
    return _last_state(scene)


def _last_state(scene: Scene) -> Party | None:
    """The state that `the country` means: near, named rather than an adjective, and the page's own before others."""
    best: tuple[float, Party] | None = None
    for seen in scene.history.back(_rules_land, 3):
        score = seen.sentence - scene.history.sentence + (1.0 if seen.subject else 0.0)
        score += 1.0 if seen.party.state == scene.focus else 0.0
        score -= 1.0 if seen.token.dep_ in ("amod", "compound") else 0.0
        if best is None or score > best[0]:
            best = (score, seen.party)
    return scene.register.state(best[1].state, best[1].seen[0]) if best else None


def _rules_land(party: Party) -> bool:
    """A state, or the government that the name of a state at war stands for."""
    return party.key[:1] in (("state",), ("government",))


def _qualified(token: Token, noun: str) -> bool:
    words = [t for t in modifiers(token) if t.pos_ in ("ADJ", "NOUN", "PROPN", "VERB")]
    return (noun == "state" and bool(words)) or any(
        t.lower_ in PART or t.lower_ in ("host", "neighbouring") for t in words
    )
